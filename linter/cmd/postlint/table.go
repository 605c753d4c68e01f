package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"

	"postlint/linter/report"
	"postlint/linter/terminal"
)

// tableFormats are what "postlint status" and "postlint terms" print.
var tableFormats = []string{"text", "json", "csv"}

// A table says how a list of T looks as CSV, and as text.
type table[T any] struct {
	header []string
	record func(T) []string
	titles []string
	row    func(T) []string
}

// writeTable writes a list as text for people, or as JSON or CSV for programs.
func writeTable[T any](out io.Writer, format string, list []T, look table[T]) error {
	w := bufio.NewWriter(out)
	var err error
	switch format {
	case "json":
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		err = encoder.Encode(list)
	case "csv":
		records := csv.NewWriter(w)
		records.Write(look.header)
		for _, item := range list {
			records.Write(look.record(item))
		}
		records.Flush()
		err = records.Error()
	default:
		var rows [][]string
		for _, item := range list {
			cells := look.row(item)
			for i := range cells {
				cells[i] = report.Visible(cells[i])
			}
			rows = append(rows, cells)
		}
		err = terminal.Table(w, look.titles, rows, terminal.Options{})
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

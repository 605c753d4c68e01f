package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"

	"postlint/linter/lint"
	"postlint/linter/report"
	"postlint/linter/terminal"
)

// tableFormats are what "postlint status" and "postlint terms" print.
var tableFormats = []string{"text", "json", "csv"}

// A table says how a list of T looks as CSV, and as text.
type table[T any] struct {
	header []string
	record func(T) []string
	titles []lint.Message
	row    func(T) []any // strings, and messages
}

// writeTable writes a list as text for people, or as JSON or CSV for programs.
func writeTable[T any](c *Command, format string, list []T, look table[T]) error {
	w := bufio.NewWriter(c.Stdout)
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
		if len(list) == 0 && c.failed {
			return nil // why there is nothing has been said
		}
		var titles []string
		for _, title := range look.titles {
			titles = append(titles, c.language.Say(title))
		}
		var rows [][]string
		for _, item := range list {
			var cells []string
			for _, cell := range look.row(item) {
				cells = append(cells, report.Visible(c.say("%s", cell)))
			}
			rows = append(rows, cells)
		}
		err = terminal.Table(w, titles, rows, terminal.Options{})
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

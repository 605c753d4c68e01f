package terminal

import (
	"bufio"
	"io"
	"strings"
)

// leastColumn is how narrow the last column of a table may become. Where less
// is left, the terminal wraps the lines as it likes.
const leastColumn = 20

// Table writes rows under a header, with the columns aligned and the last one
// wrapped to the rest of the line. Rows may be shorter than the header.
func Table(out io.Writer, header []string, rows [][]string, o Options) error {
	w := bufio.NewWriter(out)
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row[:min(len(row), len(widths))] {
			widths[i] = max(widths[i], Columns(cell))
		}
	}
	left := 0
	for _, n := range widths[:len(widths)-1] {
		left += n + 2
	}
	rest := o.Width - left
	if o.Width == 0 || rest < leastColumn {
		rest = 0
	}
	o.writeRow(w, header, bold, widths, left, rest)
	for _, row := range rows {
		o.writeRow(w, row, plain, widths, left, rest)
	}
	return w.Flush()
}

// writeRow writes a row whose last column begins after left columns and has
// rest of them, if that is not 0.
func (o Options) writeRow(w *bufio.Writer, row []string, st style, widths []int, left, rest int) {
	last := len(widths) - 1
	var line strings.Builder
	blanks := 0 // not yet written: a line does not end with them
	for i := range row[:min(len(row), last)] {
		if row[i] != "" {
			line.WriteString(strings.Repeat(" ", blanks) + o.paint(st, row[i]))
			blanks = 0
		}
		blanks += widths[i] - Columns(row[i]) + 2
	}
	if len(row) > last && row[last] != "" {
		lines := []string{row[last]}
		if rest > 0 {
			lines = Wrap(row[last], rest)
		}
		for i, s := range lines {
			if i > 0 {
				line.WriteString("\n")
				blanks = left
			}
			line.WriteString(strings.Repeat(" ", blanks) + o.paint(st, s))
		}
	}
	w.WriteString(line.String() + "\n")
}

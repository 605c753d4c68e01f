package terminal

import (
	"bufio"
	"io"
	"strings"
)

// leastColumn is how narrow text may become.
const leastColumn = 20

// comfortable is how many columns the last column of a table needs to stand
// beside the others.
const comfortable = 40

// below is how far the last column is indented where it stands below.
const below = 4

// Table writes rows under a header, with the columns aligned and the last one
// wrapped to the rest of the line, or set below the others where too little is
// left of it. Rows may be shorter than the header.
func Table(out io.Writer, header []string, rows [][]string, o Options) error {
	w := bufio.NewWriter(out)
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row[:min(len(row), len(widths))] {
			widths[i] = max(widths[i], Columns(cell))
		}
	}
	last := len(widths) - 1
	left := 0
	for _, n := range widths[:last] {
		left += n + 2
	}
	rest := 0 // of the line; 0 where nothing is wrapped
	if o.Width > 0 && left+widths[last] > o.Width {
		if rest = o.Width - left; rest < comfortable {
			left, rest = below, max(leastColumn, o.Width-below)
		}
	}
	o.writeRow(w, header, bold, widths, left, rest)
	for _, row := range rows {
		o.writeRow(w, row, plain, widths, left, rest)
	}
	return w.Flush()
}

// writeRow writes a row whose last column begins after left columns, below the
// others if these take more, and has rest of them, if that is not 0.
func (o Options) writeRow(w *bufio.Writer, row []string, st style, widths []int, left, rest int) {
	last := len(widths) - 1
	var line strings.Builder
	blanks, taken := 0, 0 // blanks are not yet written: a line does not end with them
	for i := range row[:min(len(row), last)] {
		if row[i] != "" {
			line.WriteString(strings.Repeat(" ", blanks) + o.paint(st, row[i]))
			blanks = 0
		}
		blanks += widths[i] - Columns(row[i]) + 2
		taken += widths[i] + 2
	}
	if len(row) > last && row[last] != "" {
		lines := []string{row[last]}
		if rest > 0 {
			lines = Wrap(row[last], rest)
		}
		for i, s := range lines {
			if i > 0 || taken > left {
				line.WriteString("\n")
				blanks = left
			}
			line.WriteString(strings.Repeat(" ", blanks) + o.paint(st, s))
		}
	}
	w.WriteString(line.String() + "\n")
}

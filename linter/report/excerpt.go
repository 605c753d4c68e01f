package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"postlint/linter/source"
	"postlint/linter/text"
)

// A cell is one character as a reader sees it, accents included.
type cell struct {
	text  string // as shown
	width int    // terminal columns
	at    int    // byte offset in the file
}

const tabStop = 4

// cells splits src, which begins at byte offset base of its file and has no
// line end, into what a terminal shows.
func cells(src []byte, base int) []cell {
	var list []cell
	column := 0
	clusters := displaywidth.BytesGraphemes(src)
	for clusters.Next() {
		c := cell{at: base}
		base += len(clusters.Value())
		if v := string(clusters.Value()); v == "\t" {
			c.width = tabStop - column%tabStop
			c.text = strings.Repeat(" ", c.width)
		} else {
			c.text = visible(v)
			c.width = displaywidth.String(c.text)
		}
		column += c.width
		list = append(list, c)
	}
	return list
}

// visible returns a grapheme cluster as a terminal may safely show it.
func visible(cluster string) string {
	var b strings.Builder
	for i, r := range cluster {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(cluster[i:], "\uFFFD"):
			fmt.Fprintf(&b, "<%02X>", cluster[i])
		case i == 0 && unicode.Is(unicode.M, r):
			b.WriteString("◌" + string(r)) // nothing before it that it could combine with
		case unicode.IsGraphic(r), i > 0 && joinsEmoji(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
	}
	return b.String()
}

// joinsEmoji reports whether r is an invisible part of emoji: the zero width
// joiner, or a tag of a regional flag.
func joinsEmoji(r rune) bool { return r == '\u200D' || 0xE0020 <= r && r <= 0xE007F }

// An excerpt is a line of a file as it is shown, cut to fit.
type excerpt struct {
	line   text.Span // the bytes that are shown
	text   string
	indent int // columns before the marker
	width  int // columns of the marker, at least 1

	cells []cell
	left  int // columns of the ellipsis before the first cell
}

// reach is how many bytes of a line are looked at on either side of the mark:
// more than any terminal shows, and few enough for a line of many megabytes.
const reach = 4096

// excerptOf cuts the line that span begins on to a number of columns.
func excerptOf(doc *source.Document, span text.Span, columns int) excerpt {
	line := doc.Lines.Span(doc.Position(span.Start).Line)
	window := text.Span{Start: max(line.Start, span.Start-reach), End: min(line.End, max(line.Start, span.Start)+reach)}
	for window.Start > line.Start && !utf8.RuneStart(doc.Src[window.Start]) {
		window.Start--
	}
	for window.End < line.End && !utf8.RuneStart(doc.Src[window.End]) {
		window.End++
	}
	all := cells(doc.Src[window.Start:window.End], window.Start)
	end := max(min(span.End, line.End), span.Start)
	from, to := fit(all, span.Start, end, columns)

	e := excerpt{cells: all[from:to], line: window}
	if from > 0 || window.Start > line.Start {
		e.left, e.text = 1, "…"
	}
	if from < len(all) {
		e.line.Start = all[from].at
	}
	if to < len(all) {
		e.line.End = all[to].at
	}
	e.indent = e.left
	for i, c := range e.cells {
		e.text += c.text
		next := e.line.End
		if i+1 < len(e.cells) {
			next = e.cells[i+1].at
		}
		switch {
		case next <= span.Start:
			e.indent += c.width
		case c.at < max(end, span.Start+1):
			e.width += c.width
		}
	}
	if to < len(all) || window.End < line.End {
		e.text += "…"
	}
	e.text = strings.TrimRight(e.text, " ")
	e.width = max(1, e.width)
	return e
}

// fit returns the range of cells to show: all of them if they fit, else those
// around the mark from byte start to byte end.
func fit(all []cell, start, end, columns int) (from, to int) {
	total, mark, first := 0, 0, len(all)
	for i, c := range all {
		total += c.width
		if c.at >= start && i < first {
			first = i
		}
		if c.at >= start && c.at < end {
			mark += c.width
		}
	}
	if total <= columns {
		return 0, len(all)
	}
	columns -= 2 // the ellipses
	before := max((columns-mark)/2, columns/6)
	from = first
	used := 0
	for from > 0 && used+all[from-1].width <= before {
		from--
		used += all[from].width
	}
	to = first
	for to < len(all) && used+all[to].width <= columns {
		used += all[to].width
		to++
	}
	for from > 0 && used+all[from-1].width <= columns {
		from--
		used += all[from].width
	}
	return from, to
}

// column returns the column, from 0, that a byte offset is shown at; ok is
// false when it is not shown.
func (e *excerpt) column(offset int) (column int, ok bool) {
	if offset < e.line.Start || offset > e.line.End {
		return 0, false
	}
	column = e.left
	for _, c := range e.cells {
		if c.at >= offset {
			break
		}
		column += c.width
	}
	return column, true
}

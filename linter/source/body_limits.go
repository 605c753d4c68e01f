package source

import (
	"bytes"
	"strings"
)

// Bodies beyond these limits get no views. Parsers of Markdown have inputs on
// which they take the square or the cube of the size, and recursion that Go
// cannot recover from when the stack runs out.
const (
	maxBodySize  = 4 << 20
	maxBodyDepth = 500  // list and quote markers at the start of one line
	maxBrackets  = 1000 // "[", "<", "*", "_", … each, in one paragraph
	maxHeadings  = 5000 // equal ones are numbered by trial
	maxLabels    = 5000 // link reference definitions and footnotes
)

// A census counts what costs goldmark more than its length.
type census struct {
	inline           [256]int // special bytes of the paragraph
	headings, labels int
}

// excessive reports whether the body src is beyond a limit.
func excessive(src []byte) bool {
	var c census
	for len(src) > 0 {
		line := src
		if n := bytes.IndexByte(src, '\n'); n >= 0 {
			line, src = src[:n], src[n+1:]
		} else {
			src = nil
		}
		if c.excess(line) {
			return true
		}
	}
	return false
}

// special are the bytes that goldmark looks back or ahead from. Closing
// brackets are not among them, for they cost nothing by themselves.
const special = "[*_`~<$\"'"

// excess counts a line in and reports whether that goes beyond a limit.
func (c *census) excess(line []byte) bool {
	text := bytes.TrimLeft(line, " \t>")
	switch {
	case len(bytes.Trim(text, "*_ \t\r")) == 0: // blank, or a thematic break
		c.inline = [256]int{}
		text = nil
	case text[0] == '#' || len(bytes.Trim(text, "=- \t\r")) == 0:
		c.headings++
	case bytes.IndexByte([]byte("-+|0123456789"), text[0]) >= 0, bytes.HasPrefix(text, []byte("* ")):
		c.inline = [256]int{} // a block of its own, or a row of a table
	case text[0] == '[' && bytes.Contains(text, []byte("]:")):
		c.labels++
		c.inline['[']--
	}
	for _, b := range []byte(special) {
		if n := bytes.Count(text, []byte{b}); n > 0 {
			if c.inline[b] += n; c.inline[b] > maxBrackets {
				return true
			}
		}
	}
	return c.headings > maxHeadings || c.labels > maxLabels ||
		len(line) > maxBodyDepth && containerMarkers(line) > maxBodyDepth
}

// containerMarkers counts what may open a quote, a list or a definition at the
// start of line.
func containerMarkers(line []byte) (n int) {
	for i, c := range line {
		blank := i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'
		switch {
		case c == '>', blank && strings.IndexByte("-+*:.)", c) >= 0:
			n++
		case c != ' ' && c != '\t' && (c < '0' || c > '9') && c != '.' && c != ')':
			return n
		}
	}
	return n
}

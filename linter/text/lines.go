package text

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"unicode/utf8"
)

// Lines maps byte offsets of one file to lines and columns. A line ends with
// LF, CRLF or the end of the file. Lines may be used from many goroutines.
type Lines struct {
	src    []byte
	once   sync.Once
	starts []int // of the lines; made when first asked for
}

// NewLines returns the lines of src, which must not be changed afterwards.
func NewLines(src []byte) *Lines { return &Lines{src: src} }

// index returns where the lines start, the first at 0.
func (l *Lines) index() []int {
	l.once.Do(func() {
		l.starts = make([]int, 1, bytes.Count(l.src, []byte("\n"))+1)
		for i := 0; ; {
			n := bytes.IndexByte(l.src[i:], '\n')
			if n < 0 {
				return
			}
			i += n + 1
			l.starts = append(l.starts, i)
		}
	})
	return l.starts
}

// A Position is a place in a file as people write it: both numbers start at 1
// and Column counts Unicode code points.
type Position struct{ Line, Column int }

func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// Count returns the number of lines, which is 1 for an empty file; a final
// line end opens one more, empty line.
func (l *Lines) Count() int { return len(l.index()) }

// Position converts a byte offset. An offset outside the file counts as its
// nearest end. Bytes that are not UTF-8 count as one code point each.
func (l *Lines) Position(offset int) Position {
	offset = min(max(offset, 0), len(l.src))
	line := l.line(offset)
	return Position{line + 1, utf8.RuneCount(l.src[l.index()[line]:offset]) + 1}
}

// line returns the line that holds offset, from 0.
func (l *Lines) line(offset int) int { return sort.SearchInts(l.index(), offset+1) - 1 }

// Span returns the bytes of a line, counted from 1, without its line end.
// A line that the file does not have gives the empty span at the file's end.
func (l *Lines) Span(line int) Span {
	starts := l.index()
	if line < 1 || line > len(starts) {
		return At(len(l.src))
	}
	s := Span{starts[line-1], len(l.src)}
	if line < len(starts) {
		s.End = starts[line] - 1
		if s.End > s.Start && l.src[s.End-1] == '\r' {
			s.End--
		}
	}
	return s
}

// LineOf returns the bytes of the line that holds offset, with its line end.
func (l *Lines) LineOf(offset int) Span {
	line, starts := l.line(min(max(offset, 0), len(l.src))), l.index()
	s := Span{starts[line], len(l.src)}
	if line+1 < len(starts) {
		s.End = starts[line+1]
	}
	return s
}

// Offset converts a position back. A column past the end of the line gives
// the line's end; a line that the file does not have gives the file's end.
func (l *Lines) Offset(p Position) int {
	s := l.Span(p.Line)
	for offset, column := s.Start, 1; ; column++ {
		if offset >= s.End || column >= p.Column {
			return min(offset, s.End)
		}
		_, size := utf8.DecodeRune(l.src[offset:s.End])
		offset += size
	}
}

// UTF16 converts a byte offset to the notation of the Language Server
// Protocol: line from 0, and UTF-16 code units from 0 into it.
func (l *Lines) UTF16(offset int) (line, unit int) {
	offset = min(max(offset, 0), len(l.src))
	line = l.line(offset)
	for _, r := range string(l.src[l.index()[line]:offset]) {
		unit++
		if r > 0xFFFF {
			unit++
		}
	}
	return line, unit
}

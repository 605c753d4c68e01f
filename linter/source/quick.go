package source

import (
	"bytes"
	"strings"

	"postlint/linter/text"
)

// A quickReader reads front matter that is as plain as most is, in one pass:
// one entry a line, scalars and lists of scalars, maps one below the other.
// What it makes of it is to the last span what the decoders and placers make;
// whatever it is not certain of it leaves to them, by saying no.
type quickReader struct {
	src  []byte
	pos  int
	end  int
	text string // src[base:end], which the strings of the result are parts of
	base int

	fields []Field // what the next fields are taken from
	values []Value
}

// newQuickReader returns a reader of content with room for as many fields as it has lines.
func newQuickReader(src []byte, content text.Span) *quickReader {
	head := src[content.Start:content.End]
	lines := bytes.Count(head, []byte("\n")) + 1
	return &quickReader{
		src: src, pos: content.Start, end: content.End, text: string(head), base: content.Start,
		fields: make([]Field, 0, lines), values: make([]Value, 0, lines+bytes.Count(head, []byte(","))),
	}
}

func (r *quickReader) newField() *Field {
	if len(r.fields) == cap(r.fields) {
		r.fields = make([]Field, 0, 8)
	}
	r.fields = r.fields[:len(r.fields)+1]
	return &r.fields[len(r.fields)-1]
}

func (r *quickReader) newValue() *Value {
	if len(r.values) == cap(r.values) {
		r.values = make([]Value, 0, 8)
	}
	r.values = r.values[:len(r.values)+1]
	return &r.values[len(r.values)-1]
}

// newScalar returns a value that is written at [start, end).
func (r *quickReader) newScalar(start, end int, style Style, kind Kind, data any) *Value {
	v := r.newValue()
	v.Start, v.End, v.Style, v.Kind, v.Data = start, end, style, kind, data
	return v
}

// slice returns a part of the front matter without copying it.
func (r *quickReader) slice(start, end int) string { return r.text[start-r.base : end-r.base] }

// peek returns the next byte, or 0 at the end.
func (r *quickReader) peek() byte {
	if r.pos < r.end {
		return r.src[r.pos]
	}
	return 0
}

// accept steps over b if it is next, and reports whether it was.
func (r *quickReader) accept(b byte) bool {
	if r.pos < r.end && r.src[r.pos] == b {
		r.pos++
		return true
	}
	return false
}

// spaces steps over spaces, and returns how many there were.
func (r *quickReader) spaces() int {
	start := r.pos
	for r.pos < r.end && r.src[r.pos] == ' ' {
		r.pos++
	}
	return r.pos - start
}

// lineEnd steps over spaces, a comment behind them, and the line end that must follow.
func (r *quickReader) lineEnd() bool {
	switch blank := r.spaces() > 0; {
	case r.pos == r.end:
		return true
	case blank && r.accept('#'):
		return r.comment()
	}
	return r.newline()
}

// newline steps over a line end, LF or CRLF, and reports whether there was one.
func (r *quickReader) newline() bool {
	if r.accept('\n') {
		return true
	}
	if r.pos+1 < r.end && r.src[r.pos] == '\r' && r.src[r.pos+1] == '\n' {
		r.pos += 2
		return true
	}
	return false
}

// comment steps over the rest of a line, which must hold nothing odd.
func (r *quickReader) comment() bool {
	for r.pos < r.end {
		switch n := plainRune(r.src[r.pos:r.end]); {
		case n == 0:
			return r.newline()
		default:
			r.pos += n
		}
	}
	return true
}

// quoted reads a string in quotes on one line, without escapes.
func (r *quickReader) quoted() (*Value, bool) {
	start := r.pos
	quote := r.src[start]
	style := DoubleQuoted
	if quote == '\'' {
		style = SingleQuoted
	}
	for r.pos++; r.pos < r.end; {
		b := r.src[r.pos]
		if b == quote {
			r.pos++
			return r.newScalar(start, r.pos, style, String, r.slice(start+1, r.pos-1)), true
		}
		if b == '\\' {
			return nil, false
		}
		n := plainRune(r.src[r.pos:r.end])
		if n == 0 {
			return nil, false
		}
		r.pos += n
	}
	return nil, false
}

// plainRune returns the length of the character that b begins with, or 0 for
// one that a reader might treat in a way of its own: controls, line ends,
// white space other than the blank, marks that cannot be seen, and what is not UTF-8.
func plainRune(b []byte) int {
	switch c := b[0]; {
	case c < ' ' || c == 0x7F:
		return 0
	case c < 0x80:
		return 1
	case c < 0xC2:
		return 0
	case c < 0xE0:
		if len(b) < 2 || !follows(b[1]) || c == 0xC2 && b[1] <= 0xA0 {
			return 0
		}
		return 2
	case c < 0xF0:
		if len(b) < 3 || !follows(b[1]) || !follows(b[2]) || c == 0xE0 && b[1] < 0xA0 || c == 0xED && b[1] > 0x9F {
			return 0
		}
		if c == 0xE1 && b[1] == 0x9A || c == 0xE2 && oddPunctuation(b[1], b[2]) ||
			c == 0xE3 && b[1] == 0x80 && b[2] == 0x80 || c == 0xEF && b[1] >= 0xB8 {
			return 0
		}
		return 3
	case c < 0xF4:
		if len(b) < 4 || !follows(b[1]) || !follows(b[2]) || !follows(b[3]) || c == 0xF0 && b[1] < 0x90 {
			return 0
		}
		return 4
	}
	return 0
}

func follows(b byte) bool { return b&0xC0 == 0x80 }

// oddPunctuation reports whether U+2000–U+206F, of which the last two bytes are
// given, is anything but a dash, a quote, a dot or a sign.
func oddPunctuation(b, c byte) bool {
	switch b {
	case 0x80:
		return c < 0x90 || c >= 0xA8 && c <= 0xAF
	case 0x81:
		return c >= 0x9F
	}
	return false
}

// isDigits reports whether s is nothing but digits, at least one.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isInteger reports whether s is a number without sign and leading zeroes that
// fits into 63 bits.
func isInteger(s string) bool {
	return isDigits(s) && len(s) <= 18 && (s[0] != '0' || len(s) == 1)
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// bareKeyEnd returns the offset after the letters, digits, "_" and "-" at the
// reader's place.
func (r *quickReader) bareKeyEnd() int {
	i := r.pos
	for i < r.end && (isLetter(r.src[i]) || isDigit(r.src[i]) || strings.IndexByte("_-", r.src[i]) >= 0) {
		i++
	}
	return i
}

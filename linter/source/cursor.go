package source

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"postlint/linter/text"
)

// A cursor reads front matter that a decoder has accepted, to find out where
// things are. It never leaves src[:end].
type cursor struct {
	src []byte
	pos int
	end int
}

// peek returns the byte at the cursor, or 0 at the end.
func (c *cursor) peek() byte {
	if c.pos < c.end {
		return c.src[c.pos]
	}
	return 0
}

// accept steps over b if it is next, and reports whether it was.
func (c *cursor) accept(b byte) bool {
	if c.pos < c.end && c.src[c.pos] == b {
		c.pos++
		return true
	}
	return false
}

// prefix reports whether s is next.
func (c *cursor) prefix(s string) bool {
	return bytes.HasPrefix(c.src[c.pos:c.end], []byte(s))
}

// spaces steps over spaces and tabs.
func (c *cursor) spaces() {
	for c.pos < c.end && (c.src[c.pos] == ' ' || c.src[c.pos] == '\t') {
		c.pos++
	}
}

// blank steps over white space, line ends and comments ("# …").
func (c *cursor) blank() {
	for c.pos < c.end {
		switch c.src[c.pos] {
		case ' ', '\t', '\n', '\r':
			c.pos++
		case '#':
			c.line()
		default:
			return
		}
	}
}

// line steps to the end of the line, before its line end.
func (c *cursor) line() {
	for c.pos < c.end && c.src[c.pos] != '\n' && c.src[c.pos] != '\r' {
		c.pos++
	}
}

// quoted steps over a string that begins at the cursor with quote and ends
// with the next one. escape, if not 0, hides the byte after it; with doubled
// set, a doubled quote stands for itself.
func (c *cursor) quoted(quote, escape byte, doubled bool) bool {
	if !c.accept(quote) {
		return false
	}
	for c.pos < c.end {
		b := c.src[c.pos]
		c.pos++
		switch {
		case b == escape && escape != 0:
			c.pos = min(c.pos+1, c.end)
		case b == quote && doubled && c.peek() == quote:
			c.pos++
		case b == quote:
			return true
		}
	}
	return false
}

// match steps over s, where white space in s and in the source count for
// nothing. Without a match the cursor stays.
func (c *cursor) match(s string) bool {
	pos, found := c.pos, false
	for _, want := range s {
		if unicode.IsSpace(want) {
			continue
		}
		for {
			r, size := utf8.DecodeRune(c.src[pos:c.end])
			if size == 0 {
				return false
			}
			pos += size
			if r == want {
				found = true
				break
			}
			if !unicode.IsSpace(r) {
				return false
			}
		}
	}
	if found {
		c.pos = pos
	}
	return found
}

// since returns the span from start to the cursor.
func (c *cursor) since(start int) text.Span { return text.Span{Start: start, End: max(start, c.pos)} }

// runeAt returns the span of the code point at offset, or of the one before
// it at the end of content. It is empty only if content is.
func runeAt(src []byte, content text.Span, offset int) text.Span {
	offset = min(max(offset, content.Start), content.End)
	for back := 1; back < utf8.UTFMax && offset-back >= content.Start && offset < content.End; back++ {
		if _, size := utf8.DecodeRune(src[offset-back : content.End]); size > back {
			offset -= back
			break
		}
	}
	if offset == content.End && offset > content.Start {
		_, size := utf8.DecodeLastRune(src[content.Start:offset])
		return text.Span{Start: offset - size, End: offset}
	}
	_, size := utf8.DecodeRune(src[offset:content.End])
	return text.Span{Start: offset, End: offset + size}
}

// wordAt returns the span of the text from offset to the next white space or
// bracket, at least one code point where there is one.
func wordAt(src []byte, content text.Span, offset int) text.Span {
	span := runeAt(src, content, offset)
	if n := bytes.IndexAny(src[span.End:content.End], " \t\r\n,]}"); n >= 0 {
		span.End += n
	} else {
		span.End = content.End
	}
	if at := src[span.Start:span.End]; len(at) > 0 && (unicode.IsSpace(rune(at[0])) || bytes.IndexByte([]byte(",]}[{"), at[0]) >= 0) {
		_, size := utf8.DecodeRune(at)
		span.End = span.Start + size
	}
	return span
}

package source

import (
	"bytes"

	"postlint/linter/text"
)

// markCode tells which shortcodes and dividers stand in code. Only goldmark
// knows that, so it is asked; but most posts hold nothing that could be code
// around these places, and for them the body need not be parsed.
func (d *Document) markCode() {
	if d.Markup != MarkupMarkdown {
		return
	}
	fence := d.firstFence()
	for i := range d.Shortcodes {
		if s := &d.Shortcodes[i]; d.mayBeCode(s.Span, fence) {
			s.InCode = d.Body().inCode(s.Span)
		}
	}
	for i := range d.Dividers {
		v := &d.Dividers[i]
		if !d.mayBeCode(v.Span, fence) {
			continue
		}
		body := d.Body()
		if v.Hugo { // which tears the code apart
			body = d.parseBody(plainDivider)
		}
		v.InCode = body.inCode(v.Span)
	}
}

// firstFence returns the offset of the first thing in the body that may be a
// fence.
func (d *Document) firstFence() int {
	first := len(d.Src)
	for _, fence := range []string{"```", "~~~"} {
		if n := bytes.Index(d.Src[d.BodyStart:first], []byte(fence)); n >= 0 {
			first = d.BodyStart + n
		}
	}
	return first
}

// mayBeCode reports whether s could be in code, for which there must be a
// fence before it, or four blanks or a tab before it on its line, or a
// backtick before it since the last blank line.
func (d *Document) mayBeCode(s text.Span, fence int) bool {
	if fence < s.Start {
		return true
	}
	before := d.Src[d.BodyStart:s.Start]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	if bytes.Contains(line, []byte("    ")) || bytes.IndexByte(line, '\t') >= 0 {
		return true
	}
	for {
		n := bytes.LastIndexByte(before, '\n')
		line := before[n+1:]
		if bytes.IndexByte(line, '`') >= 0 {
			return true
		}
		if n < 0 || len(bytes.TrimSpace(line)) == 0 && len(before) < s.Start-d.BodyStart {
			return false
		}
		before = before[:n]
	}
}

// inCode reports whether s is in a code block or a code span.
func (b *Body) inCode(s text.Span) bool {
	for _, c := range b.CodeBlocks {
		if c.Contains(s) {
			return true
		}
	}
	for _, c := range b.CodeSpans {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

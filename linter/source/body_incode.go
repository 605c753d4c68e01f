package source

import (
	"bytes"
	"sort"

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
	for i := range d.shortcodes {
		if s := &d.shortcodes[i]; d.mayBeCode(s.Span, fence) {
			s.InCode = d.parsed().inCode(s.Span)
		}
	}
	for i := range d.dividers {
		v := &d.dividers[i]
		if !d.mayBeCode(v.Span, fence) {
			continue
		}
		body := d.parsed()
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

// maxLookBack bounds the search for the start of a paragraph.
const maxLookBack = 4096

// mayBeCode reports whether s could be in code, for which there must be a
// fence before it, or four blanks or a tab before it on its line, or a
// backtick before it since the last blank line. What is too far back to see
// counts as there.
func (d *Document) mayBeCode(s text.Span, fence int) bool {
	if fence < s.Start {
		return true
	}
	start := max(d.BodyStart, s.Start-maxLookBack)
	before := d.Src[start:s.Start]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	if bytes.Contains(line, []byte("    ")) || bytes.IndexByte(line, '\t') >= 0 {
		return true
	}
	for first := true; ; first = false {
		n := bytes.LastIndexByte(before, '\n')
		line := before[n+1:]
		if bytes.IndexByte(line, '`') >= 0 {
			return true
		}
		if n < 0 {
			return start > d.BodyStart
		}
		if !first && len(bytes.TrimSpace(line)) == 0 {
			return false
		}
		before = before[:n]
	}
}

// inCode reports whether s is in a code block or a code span.
func (b *Body) inCode(s text.Span) bool {
	i := sort.Search(len(b.CodeBlocks), func(i int) bool { return b.CodeBlocks[i].End > s.Start })
	k := sort.Search(len(b.CodeSpans), func(k int) bool { return b.CodeSpans[k].End > s.Start })
	return i < len(b.CodeBlocks) && b.CodeBlocks[i].Contains(s) || k < len(b.CodeSpans) && b.CodeSpans[k].Contains(s)
}

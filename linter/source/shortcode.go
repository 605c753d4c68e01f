package source

import (
	"bytes"

	"github.com/gohugoio/hugo/parser/pageparser"

	"postlint/linter/message"
	"postlint/linter/text"
)

// A tagReader turns pageparser's items into shortcode tags.
type tagReader struct {
	d    *Document
	src  []byte // what the items' positions count from: the file from base on
	base int
	tag  *Shortcode // the tag being read; nil outside
}

// Hugo stops at the first broken tag. Reading goes on behind it, so that one
// run reports them all, but not for ever.
const maxBrokenTags = 100

// readTags reads the shortcode tags of the body, whose items are given.
func (d *Document) readTags(items pageparser.Items) {
	r := tagReader{d: d, src: d.Src}
	for range maxBrokenTags {
		next := r.read(items)
		if next < 0 {
			break
		}
		r = tagReader{d: d, src: d.Src[next:], base: next}
		items, _ = pageparser.ParseBytes(r.src, pageparser.Config{NoFrontMatter: true, NoSummaryDivider: true})
	}
	pairShortcodes(d.shortcodes)
}

// read takes in items up to the first error and returns the offset to go on
// from, or -1 at the end.
func (r *tagReader) read(items pageparser.Items) (next int) {
	for i, it := range items {
		switch {
		case it.IsError():
			return r.broken(it)
		case it.IsLeftShortcodeDelim():
			r.tag = &Shortcode{
				Span:     text.Span{Start: r.base + it.Pos()},
				Markdown: it.IsShortcodeMarkupDelimiter(), Partner: -1,
			}
		case r.tag == nil:
			r.escape(it)
		case it.IsShortcodeClose():
			if r.tag.Name == "" {
				r.tag.Closing = true
			} else {
				r.tag.SelfClose = true
			}
		case it.IsShortcodeName(), it.IsInlineShortcodeName():
			r.tag.Name, r.tag.NameSpan = string(it.Val(r.src)), r.span(it)
			r.tag.Inline = it.IsInlineShortcodeName()
		case it.IsShortcodeParamVal():
			r.value(it)
		case it.IsShortcodeParam():
			r.param(it, i+1 < len(items) && items[i+1].IsShortcodeParamVal())
		case it.IsRightShortcodeDelim():
			r.finish(r.base + it.Pos() + len(it.Val(r.src)))
		}
	}
	return -1
}

// span returns where an item stands in the file.
func (r *tagReader) span(it pageparser.Item) text.Span {
	start := r.base + it.Pos()
	return text.Span{Start: start, End: start + len(it.Val(r.src))}
}

// param notes a positional parameter, or the name of one whose value follows.
func (r *tagReader) param(it pageparser.Item, named bool) {
	p := Param{Value: string(it.Val(r.src)), Span: r.paramSpan(it)}
	if named {
		p.Name = p.Value
	}
	r.tag.Params = append(r.tag.Params, p)
}

// value notes the value of the parameter whose name came last.
func (r *tagReader) value(it pageparser.Item) {
	if n := len(r.tag.Params); n > 0 {
		p := &r.tag.Params[n-1]
		p.Value, p.Span = string(it.Val(r.src)), r.paramSpan(it)
	}
}

// paramSpan returns the span of a parameter as written. pageparser has
// dropped the backslashes of escaped quotes from the item's value and says
// nothing of its end, so that is looked for: the first quote not escaped.
func (r *tagReader) paramSpan(it pageparser.Item) text.Span {
	s := r.span(it)
	src := r.d.Src
	if s.End <= len(src) && bytes.Equal(src[s.Start:s.End], it.Val(r.src)) && !escapedQuote(src, s.Start) {
		return s
	}
	if escapedQuote(src, s.Start) {
		s.Start--
	}
	for s.End = s.Start; s.End < len(src) && src[s.End] != '"' && src[s.End] != '\n'; s.End++ {
		if src[s.End] == '\\' && s.End+1 < len(src) && src[s.End+1] == '"' {
			s.End++
		}
	}
	return s
}

// escapedQuote reports whether the byte at offset is a quote behind a backslash.
func escapedQuote(src []byte, offset int) bool {
	return offset > 0 && offset < len(src) && src[offset] == '"' && src[offset-1] == '\\'
}

// finish ends the tag. Hugo refuses one without a name.
func (r *tagReader) finish(end int) {
	r.tag.End = end
	if r.tag.Name == "" {
		r.d.problem(ShortcodeProblem, r.tag.Span, message.New("a shortcode without a name"), message.New("a name after the delimiter"))
	} else {
		r.d.shortcodes = append(r.d.shortcodes, *r.tag)
	}
	r.tag = nil
}

// escape notes the comment signs of a commented-out shortcode. pageparser
// leaves them out between two text items.
func (r *tagReader) escape(it pageparser.Item) {
	if !it.IsText() {
		return
	}
	s := r.span(it)
	src := r.d.Src
	if s.Len() == 3 && isShortcode(src[s.Start:]) && bytes.HasPrefix(src[s.End:], []byte("/*")) {
		r.d.escapes = append(r.d.escapes, text.Span{Start: s.End, End: s.End + 2})
	}
	if n := len(r.d.escapes); n%2 == 1 && s.Start >= r.d.escapes[n-1].End &&
		(bytes.HasPrefix(src[s.End:], []byte("*/>}}")) || bytes.HasPrefix(src[s.End:], []byte("*/%}}"))) {
		r.d.escapes = append(r.d.escapes, text.Span{Start: s.End, End: s.End + 2})
	}
}

// pairShortcodes matches closing tags with the nearest opening tag of their
// name; what was opened in between stands alone. Whether a shortcode must be
// closed is for its template to say, so an opening tag without a partner is
// nothing wrong in itself.
func pairShortcodes(tags []Shortcode) {
	var open []int
	for i := range tags {
		switch t := &tags[i]; {
		case t.SelfClose:
		case !t.Closing:
			open = append(open, i)
		default:
			for k := len(open) - 1; k >= 0; k-- {
				if tags[open[k]].Name == t.Name {
					t.Partner, tags[open[k]].Partner = open[k], i
					open = open[:k]
					break
				}
			}
		}
	}
	depth := 0
	for i := range tags {
		t := &tags[i]
		if t.Closing && t.Partner >= 0 {
			depth--
		}
		t.Depth = depth
		if !t.Closing && t.Partner >= 0 {
			depth++
		}
	}
}

package source

import (
	"bytes"
	"strings"

	"github.com/gohugoio/hugo-goldmark-extensions/passthrough"
	emoji "github.com/yuin/goldmark-emoji/ast"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"postlint/linter/text"
)

// inline notes what n holds, its children first.
func (b *builder) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		b.textRun(n)
		return
	case *ast.String:
		b.join = true
		return
	case *ast.CodeSpan:
		b.codeSpan(n)
		b.join = false
		return
	}
	b.join = false
	b.children(n)
	b.join = false
	switch n := n.(type) {
	case *ast.Link:
		b.link(n)
	case *ast.Image:
		b.image(n)
	case *ast.AutoLink:
		b.autoLink(n)
	case *ast.RawHTML:
		b.inlineHTML(n)
	case *east.FootnoteLink:
		b.footnoteLink(n)
	case *passthrough.PassthroughInline:
		b.hole(n.Segment.Start, n.Segment.Stop)
	}
	b.attributeAnchor(n)
}

// maxReplaced is the length of the longest source text that the typographer
// replaces by one string: "..." and "---".
const maxReplaced = 3

// textRun adds a piece of text to Texts: to the last one where nothing but
// what the typographer replaces stands in between, and without what is masked.
func (b *builder) textRun(n *ast.Text) {
	s := text.Span{Start: n.Segment.Start, End: n.Segment.Stop}
	if s.Len() == 0 {
		b.join = false
		return
	}
	b.extend(s.Start, s.End)
	if k := len(b.Texts) - 1; k >= 0 {
		gap := s.Start + b.base - b.Texts[k].End
		if gap == 0 || b.join && gap > 0 && gap <= maxReplaced && !b.mask.covers(text.Span{Start: s.Start - gap, End: s.Start}) {
			s.Start = b.Texts[k].Start - b.base
			b.Texts = b.Texts[:k]
		}
	}
	b.join = false
	b.mask.pieces(s, func(s text.Span) { b.Texts = append(b.Texts, b.span(s.Start, s.End)) })
}

// pieces calls f with the parts of s that are not masked.
func (m *mask) pieces(s text.Span, f func(text.Span)) {
	for i := m.after(s.Start); i < len(m.spans) && m.spans[i].Start < s.End; i++ {
		if m.spans[i].Start > s.Start {
			f(text.Span{Start: s.Start, End: m.spans[i].Start})
		}
		s.Start = min(m.spans[i].End, s.End)
	}
	if s.Len() > 0 {
		f(s)
	}
}

// text returns what a reader sees of n.
func (b *builder) text(n ast.Node) string {
	if t, ok := n.FirstChild().(*ast.Text); ok && t.NextSibling() == nil && len(b.mask.spans) == 0 {
		return strings.TrimSpace(resolve(t.Segment.Value(b.src)))
	}
	b.buf.Reset()
	b.appendText(&b.buf, n)
	return string(bytes.TrimSpace(b.buf.Bytes()))
}

func (b *builder) appendText(buf *bytes.Buffer, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.appendSegment(buf, c, c.IsRaw())
			if c.SoftLineBreak() || c.HardLineBreak() {
				buf.WriteByte('\n')
			}
		case *ast.String:
			buf.Write(entities(c.Value))
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					b.appendSegment(buf, t, true)
				}
			}
		case *ast.AutoLink:
			buf.Write(c.Label(b.src))
		case *ast.RawHTML:
			if isBreak(c.Segments.Value(b.src)) {
				buf.WriteByte('\n')
			}
		case *emoji.Emoji:
			if c.Value != nil {
				buf.WriteString(string(c.Value.Unicode))
			}
		case *passthrough.PassthroughInline:
			buf.Write(c.Segment.Value(b.src))
		default:
			b.appendText(buf, c)
		}
	}
}

// appendSegment adds the text of t without what is masked; raw text as it is.
func (b *builder) appendSegment(buf *bytes.Buffer, t *ast.Text, raw bool) {
	b.mask.pieces(text.Span{Start: t.Segment.Start, End: t.Segment.Stop}, func(s text.Span) {
		if raw {
			buf.Write(b.src[s.Start:s.End])
		} else {
			buf.Write(resolved(b.src[s.Start:s.End]))
		}
	})
}

// isBreak reports whether an inline tag is a line break.
func isBreak(tag []byte) bool {
	return len(tag) >= 4 && bytes.EqualFold(tag[:3], []byte("<br")) && (tag[3] == '>' || tag[3] == '/' || tag[3] == ' ')
}

// resolve returns b with backslash escapes and entities resolved.
func resolve(b []byte) string { return string(resolved(b)) }

func resolved(b []byte) []byte {
	if bytes.IndexByte(b, '\\') >= 0 {
		b = util.UnescapePunctuations(b)
	}
	return entities(b)
}

func entities(b []byte) []byte {
	if bytes.IndexByte(b, '&') >= 0 {
		b = util.ResolveEntityNames(util.ResolveNumericReferences(b))
	}
	return b
}

package source

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"postlint/linter/text"
)

// hole notes an inline in which brackets belong to no link.
func (b *builder) hole(start, end int) {
	for len(b.holes) > 0 && b.holes[len(b.holes)-1].Start >= start {
		b.holes = b.holes[:len(b.holes)-1] // within this one
	}
	b.holes = append(b.holes, text.Span{Start: start, End: end})
	b.extend(start, end)
}

// closing returns the "]" of the text that starts at offset, or -1. Outside of
// holes the brackets of a link's text are always balanced: an open one would
// have been the link's.
func (b *builder) closing(offset int) int {
	h := len(b.holes)
	for h > 0 && b.holes[h-1].Start >= offset {
		h--
	}
	open := 1
	for i := offset; i < len(b.src); i++ {
		if h < len(b.holes) && b.holes[h].Start == i {
			i = b.holes[h].End - 1
			h++
			continue
		}
		switch b.src[i] {
		case '\\':
			i++
		case '[':
			open++
		case ']':
			if open--; open == 0 {
				return i
			}
		}
	}
	return -1
}

// A written link is what stands in the source for one in the tree.
type written struct {
	end  int
	dest text.Span
	kind LinkKind
}

// after reads what follows the "]" at offset: a destination and title, a
// label, or nothing.
func (b *builder) after(offset int, dest, title []byte, ref *ast.ReferenceLink) (w written, ok bool) {
	i := offset + 1
	switch {
	case ref == nil:
		return b.target(i, dest, title)
	case ref.Type == ast.ReferenceLinkShortcut:
		return written{end: i, kind: ReferenceLink}, true
	}
	if i >= len(b.src) || b.src[i] != '[' {
		return w, false
	}
	end := unescaped(b.src, i+1, ']')
	return written{end: end + 1, kind: ReferenceLink}, end >= 0
}

// target reads (dest "title") at offset; dest and title are what goldmark read.
func (b *builder) target(offset int, dest, title []byte) (w written, ok bool) {
	if offset >= len(b.src) || b.src[offset] != '(' {
		return w, false
	}
	i := b.skipSpace(offset + 1)
	w.dest, i, ok = b.destination(i, dest)
	if !ok {
		return w, false
	}
	i = b.skipSpace(i)
	if i < len(b.src) && b.src[i] != ')' {
		closer := b.src[i]
		if closer == '(' {
			closer = ')'
		}
		if closer != '"' && closer != '\'' && closer != ')' {
			return w, false
		}
		end := unescaped(b.src, i+1, closer)
		if end < 0 || len(title) > 0 && !bytes.HasPrefix(b.src[i+1:end], title[:1]) {
			return w, false
		}
		i = b.skipSpace(end + 1)
	}
	w.end = i + 1
	return w, i < len(b.src) && b.src[i] == ')'
}

// destination finds dest, as goldmark read it, at offset and returns its span
// and the offset behind it.
func (b *builder) destination(offset int, dest []byte) (s text.Span, next int, ok bool) {
	angle := offset < len(b.src) && b.src[offset] == '<'
	if angle {
		offset++
	}
	if !bytes.HasPrefix(b.src[offset:], dest) {
		return s, 0, false
	}
	s = text.Span{Start: offset, End: offset + len(dest)}
	if !angle {
		return s, s.End, true
	}
	return s, s.End + 1, s.End < len(b.src) && b.src[s.End] == '>'
}

// unescaped returns the offset of the first c at or after offset without a
// backslash before it, or -1.
func unescaped(src []byte, offset int, c byte) int {
	for i := offset; i < len(src); i++ {
		switch src[i] {
		case '\\':
			if i+1 < len(src) && util.IsPunct(src[i+1]) {
				i++
			}
		case c:
			return i
		}
	}
	return -1
}

// skipSpace skips white space and, after a line end, the markers of the quotes
// around.
func (b *builder) skipSpace(i int) int {
	quotes := 0
	for ; i < len(b.src); i++ {
		switch c := b.src[i]; {
		case c == '\n':
			quotes = b.in.quotes
		case c == '>' && quotes > 0:
			quotes--
		case !util.IsSpace(c):
			return i
		}
	}
	return i
}

func (b *builder) link(n *ast.Link) {
	start := n.Pos()
	closing := b.closing(start + 1)
	if start < 0 || closing < 0 {
		return
	}
	w, ok := b.after(closing, n.Destination, n.Title, n.Reference)
	if !ok {
		return
	}
	b.hole(start, w.end)
	b.Links = append(b.Links, Link{
		Span: b.span(start, w.end), Kind: w.kind, TextSpan: b.span(start+1, closing),
		Dest: b.dest(n.Destination, w), DestSpan: b.destSpan(w), Title: resolve(n.Title),
		Text: b.text(n), HasImage: hasImage(n),
	})
	if w.kind == ReferenceLink {
		b.pending(n.Reference, n.Destination, len(b.Links)-1, false)
	}
}

func (b *builder) image(n *ast.Image) {
	start := n.Pos()
	closing := b.closing(start + 2)
	if start < 0 || closing < 0 {
		return
	}
	w, ok := b.after(closing, n.Destination, n.Title, n.Reference)
	if !ok {
		return
	}
	b.hole(start, w.end)
	b.Images = append(b.Images, Image{
		Span: b.span(start, w.end), Kind: w.kind, AltSpan: b.span(start+2, closing),
		Dest: b.dest(n.Destination, w), DestSpan: b.destSpan(w), Title: resolve(n.Title),
		Alt: b.text(n),
	})
	if w.kind == ReferenceLink {
		b.pending(n.Reference, n.Destination, len(b.Images)-1, true)
	}
}

// dest returns the decoded destination, or the destination as written where a
// shortcode has a part in it.
func (b *builder) dest(dest []byte, w written) string {
	if w.kind == InlineLink && b.mask.covers(w.dest) {
		return b.slice(w.dest.Start, w.dest.End)
	}
	return resolve(dest)
}

func (b *builder) destSpan(w written) text.Span {
	if w.kind != InlineLink {
		return text.Span{}
	}
	return b.span(w.dest.Start, w.dest.End)
}

// autoLink notes <https://…> and what linkify finds, which goldmark places at
// the character before.
func (b *builder) autoLink(n *ast.AutoLink) {
	label := n.Label(b.src)
	start := n.Pos()
	if start < 0 || len(label) == 0 {
		return
	}
	bare := !bytes.HasPrefix(b.src[start:], label)
	if bare {
		start++
	}
	if start >= len(b.src) || !bytes.HasPrefix(b.src[start:], label) {
		return
	}
	s := text.Span{Start: start, End: start + len(label)}
	if i := b.mask.after(s.End - 1); i < len(b.mask.spans) && b.mask.spans[i].Start < s.End {
		s.End = b.mask.spans[i].End // a name of a host has its limits, which must not cut a shortcode
	}
	whole := s
	if bare && b.src[start-1] == '<' && s.End < len(b.src) && b.src[s.End] == '>' {
		whole = text.Span{Start: s.Start - 1, End: s.End + 1}
	}
	b.hole(whole.Start, whole.End)
	written := b.slice(s.Start, s.End)
	b.Links = append(b.Links, Link{
		Span: b.span(whole.Start, whole.End), Kind: AutoLink,
		Dest: written, Text: written, DestSpan: b.span(s.Start, s.End), TextSpan: b.span(s.Start, s.End),
	})
}

func hasImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindImage || hasImage(c) {
			return true
		}
	}
	return false
}

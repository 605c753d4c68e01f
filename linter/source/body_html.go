package source

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"postlint/linter/text"
)

func (b *builder) htmlBlock(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return
	}
	s := text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	if n.HasClosure() {
		s.End = max(s.End, n.ClosureLine.Stop)
	}
	s = trimSpan(b.src, s)
	b.last = max(b.last, s.End)
	b.html(s, true, n.HTMLBlockType != ast.HTMLBlockType1)
}

func (b *builder) inlineHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	s := text.Span{Start: n.Segments.At(0).Start, End: n.Segments.At(n.Segments.Len() - 1).Stop}
	b.hole(s.Start, s.End)
	b.html(s, false, true)
}

// html notes a piece of HTML, unless it is but the mask of a shortcode.
// Scripts and styles (markup false) hold no comments.
func (b *builder) html(s text.Span, block, markup bool) {
	if i := b.mask.after(s.Start); i < len(b.mask.spans) && b.mask.spans[i].Contains(s) {
		return
	}
	b.RawHTML = append(b.RawHTML, RawHTML{Span: b.span(s.Start, s.End), Block: block})
	if markup {
		b.comments(s)
	}
	if b.markdown.unsafe {
		b.htmlAnchors(b.src[s.Start:s.End])
	}
}

// comments adds the HTML comments in s.
func (b *builder) comments(s text.Span) {
	for i := s.Start; i < s.End; {
		n := bytes.Index(b.src[i:s.End], []byte("<!--"))
		if n < 0 {
			return
		}
		start := i + n
		i = s.End
		if n := bytes.Index(b.src[start+2:s.End], []byte("-->")); n >= 0 { // <!--> is one, too
			i = start + 2 + n + 3
		}
		c := text.Span{Start: start, End: i}
		if k := b.mask.after(c.Start); k == len(b.mask.spans) || !b.mask.spans[k].Contains(c) {
			b.Comments = append(b.Comments, b.span(c.Start, c.End))
		}
	}
}

// htmlAnchors adds the ids in raw HTML, and the names of links, which work as
// such.
func (b *builder) htmlAnchors(src []byte) {
	z := html.NewTokenizer(bytes.NewReader(src))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, more := z.TagName()
			link := string(tag) == "a"
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				if k := string(key); k == "id" || k == "name" && link {
					b.anchor(string(value))
				}
			}
		}
	}
}

// anchor adds an id, unless a shortcode has a part in it.
func (b *builder) anchor(id string) {
	if id != "" && b.knownID(id) {
		b.Anchors = append(b.Anchors, id)
	}
}

// knownID reports whether id holds no mask of a shortcode, the shortest of
// which is {{<x>}}. goldmark lowers the case of the ids it makes.
func (b *builder) knownID(id string) bool {
	return len(b.mask.spans) == 0 || !strings.Contains(id, "XXXXXXX") && !strings.Contains(id, "xxxxxxx")
}

// id returns the id attribute of a node.
func (b *builder) id(n ast.Node) (id string, known bool) {
	value, ok := n.AttributeString("id")
	if !ok {
		return "", false
	}
	switch v := value.(type) {
	case []byte:
		id = string(v)
	case string:
		id = v
	}
	return id, id != "" && b.knownID(id)
}

func (b *builder) attributeAnchor(n ast.Node) {
	if id, known := b.id(n); known {
		b.Anchors = append(b.Anchors, id)
	}
}

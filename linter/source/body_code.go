package source

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"

	"postlint/linter/text"
)

// fenced notes a fenced code block. goldmark keeps the lines between the
// fences; the fences are looked for around them.
func (b *builder) fenced(n *ast.FencedCodeBlock) {
	start := b.start(n, "`~")
	if start < 0 {
		return
	}
	fence := b.src[start]
	width := run(b.src, start, fence)
	if width < 3 {
		return
	}
	opener := lineEnd(b.src, start)
	c := CodeBlock{Fenced: true}
	if n.Info != nil {
		s := trimSpan(b.src, text.Span{Start: n.Info.Segment.Start, End: n.Info.Segment.Stop})
		c.Info = b.slice(s.Start, s.End)
		b.infoAnchor(b.src[s.Start:s.End])
	}
	content := text.At(opener)
	if next := bytes.IndexByte(b.src[opener:], '\n'); next >= 0 {
		content = text.At(opener + next + 1)
	}
	if lines := n.Lines(); lines.Len() > 0 {
		content = text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop}
	}
	c.Content = b.span(content.Start, content.End)
	c.Span = b.span(start, b.fenceEnd(content, opener, fence, width))
	b.last = max(b.last, c.End-b.base)
	b.CodeBlocks = append(b.CodeBlocks, c)
}

// infoAnchor adds the id among the attributes of an info string: go {#x}.
func (b *builder) infoAnchor(info []byte) {
	brace := bytes.IndexByte(info, '{')
	if brace < 0 {
		return
	}
	attributes, _ := parser.ParseAttributes(gtext.NewReader(info[brace:]))
	for _, a := range attributes {
		if id, ok := a.Value.([]byte); ok && string(a.Name) == "id" {
			b.anchor(string(id))
		}
	}
}

// fenceEnd returns the end of the block: of the closing fence if the line after
// the content looks like one, else of the content. That line may turn out to
// open another block, see closeFences.
func (b *builder) fenceEnd(content text.Span, opener int, fence byte, width int) int {
	unclosed := max(opener, trimLineEnd(b.src, content).End)
	if content.End > 0 && content.End <= len(b.src) && b.src[content.End-1] == '\n' {
		i := b.skipPrefix(content.End)
		closer := run(b.src, i, fence)
		if closer >= width && lineEnd(b.src, i) == i+closer {
			return i + closer
		}
	}
	return unclosed
}

// trimLineEnd returns s without the line end it ends with.
func trimLineEnd(src []byte, s text.Span) text.Span {
	if s.End > s.Start && src[s.End-1] == '\n' {
		s.End--
	}
	if s.End > s.Start && src[s.End-1] == '\r' {
		s.End--
	}
	return s
}

// closeFences takes back closing fences that open the next block: a block in a
// quote or list ends with that, without a fence of its own.
func (b *builder) closeFences() {
	for i := 1; i < len(b.CodeBlocks); i++ {
		c := &b.CodeBlocks[i-1]
		if c.End > b.CodeBlocks[i].Start {
			c.End = max(c.Start, trimLineEnd(b.file, c.Content).End)
		}
	}
}

func (b *builder) indented(n *ast.CodeBlock) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return
	}
	s := trimLineEnd(b.src, text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop})
	b.last = max(b.last, s.End)
	b.CodeBlocks = append(b.CodeBlocks, CodeBlock{Span: b.span(s.Start, s.End), Content: b.span(s.Start, s.End)})
}

// codeSpan notes a code span: as many backticks as it begins with end it.
func (b *builder) codeSpan(n *ast.CodeSpan) {
	start := n.Pos()
	width := run(b.src, start, '`')
	if width == 0 {
		return
	}
	i := start + width
	if t, ok := n.LastChild().(*ast.Text); ok {
		i = max(i, t.Segment.Stop)
	}
	for i < len(b.src) {
		k := bytes.IndexByte(b.src[i:], '`')
		if k < 0 {
			return
		}
		i += k
		closer := run(b.src, i, '`')
		i += closer
		if closer == width {
			b.CodeSpans = append(b.CodeSpans, b.span(start, i))
			b.hole(start, i)
			return
		}
	}
}

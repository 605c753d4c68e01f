package source

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"postlint/linter/text"
)

// A builder makes the views out of goldmark's tree. Its own offsets are those
// of the masked body; everything in the views is shifted to the file.
type builder struct {
	Body
	markdown *Markdown
	file     []byte
	base     int
	mask     *mask
	src      []byte // of the mask

	in     surroundings
	last   int         // where the last block ends
	marked int         // where the last list marker ends
	holes  []text.Span // inlines in which brackets mean nothing, of the current block
	extent text.Span   // of the inlines seen in the current block
	join   bool        // the last text run goes on behind a typographic replacement

	buf       bytes.Buffer // of text
	undefined []pendingRef
	footnotes map[int]*footnoteRefs
}

// surroundings are the containers a block is in.
type surroundings struct {
	quotes        int
	list, inTable bool
}

func newBody(d *Document, divider dividerMask) *Body {
	markdown := d.markdown
	if markdown == nil {
		m, err := defaultMarkdown()
		if err != nil {
			panic(err) // Hugo's defaults do not load: parseBody reports it
		}
		markdown = m
	}
	m := newMask(d, divider)
	tree, err := markdown.parse(m.src)
	if err != nil {
		panic(err)
	}
	b := &builder{markdown: markdown, file: d.Src, base: d.BodyStart, mask: m, src: m.src}
	b.children(tree)
	b.resolve()
	b.finishFootnotes()
	b.sort()
	body := b.Body // a copy, which keeps neither the tree nor the mask alive
	return &body
}

// span makes a span of the file.
func (b *builder) span(start, end int) text.Span {
	return text.Span{Start: start + b.base, End: end + b.base}
}

// slice returns the text of the file at offsets into the body.
func (b *builder) slice(start, end int) string {
	return string(b.file[start+b.base : end+b.base])
}

func (b *builder) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.node(c)
	}
}

// within visits the children of n in other surroundings.
func (b *builder) within(in surroundings, n ast.Node) {
	outer := b.in
	b.in = in
	b.children(n)
	b.in = outer
}

// node dispatches on the kinds of nodes; those it does not know are containers.
func (b *builder) node(n ast.Node) {
	if n.Type() == ast.TypeInline {
		b.inline(n)
		b.last = max(b.last, b.extent.End)
		return
	}
	b.attributeAnchor(n)
	in := b.in
	switch n := n.(type) {
	case *ast.Heading:
		b.heading(n)
	case *ast.Paragraph, *ast.TextBlock, *east.DefinitionTerm:
		b.paragraph(n)
	case *ast.FencedCodeBlock:
		b.fenced(n)
	case *ast.CodeBlock:
		b.indented(n)
	case *ast.HTMLBlock:
		b.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
		b.definition(n)
	case *ast.Blockquote:
		in.quotes++
		b.within(in, n)
	case *ast.List:
		in.list = true
		b.within(in, n)
	case *ast.ListItem:
		b.listItem(n)
	case *east.Table:
		in.inTable = true
		b.table(n)
		b.within(in, n)
	case *east.TableCell:
		b.paragraph(n)
	case *east.Footnote:
		b.footnote(n)
	default:
		b.children(n)
		if _, end, ok := b.lines(n); ok {
			b.last = max(b.last, end)
		}
	}
}

// lines returns the first and the last byte of a block's text, and false for
// one without.
func (b *builder) lines(n ast.Node) (start, end int, ok bool) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0, 0, false
	}
	s := trimSpan(b.src, text.Span{Start: lines.At(0).Start, End: lines.At(lines.Len() - 1).Stop})
	return s.Start, s.End, s.Len() > 0
}

func (b *builder) paragraph(n ast.Node) {
	b.holes, b.join, b.extent = b.holes[:0], false, text.Span{}
	b.children(n)
	start, end, ok := b.lines(n)
	if !ok { // a part of a paragraph that the passthrough extension took apart
		start, end, ok = b.markedExtent()
	}
	if !ok {
		return
	}
	b.last = max(b.last, end)
	p := Paragraph{
		Span: b.span(start, end), Text: b.text(n),
		InList: b.in.list, InQuote: b.in.quotes > 0, InTable: b.in.inTable,
	}
	if p.Text == "" && b.mask.covers(text.Span{Start: start, End: end}) {
		return
	}
	b.Paragraphs = append(b.Paragraphs, p)
}

// extend notes that an inline of the current block stands at start to end.
func (b *builder) extend(start, end int) {
	if b.extent.IsZero() {
		b.extent = text.Span{Start: start, End: end}
	}
	b.extent = text.Span{Start: min(b.extent.Start, start), End: max(b.extent.End, end)}
}

// markedExtent returns where the inlines of the current block stand, with the
// signs of emphasis around them.
func (b *builder) markedExtent() (start, end int, ok bool) {
	const signs = "*_~=+^"
	s := trimSpan(b.src, b.extent)
	if s.Len() == 0 {
		return 0, 0, false
	}
	for s.Start > 0 && strings.IndexByte(signs, b.src[s.Start-1]) >= 0 {
		s.Start--
	}
	for s.End < len(b.src) && strings.IndexByte(signs, b.src[s.End]) >= 0 {
		s.End++
	}
	return s.Start, s.End, true
}

func (b *builder) heading(n *ast.Heading) {
	b.holes, b.join = b.holes[:0], false
	b.children(n)
	h := Heading{Level: n.Level, Text: b.text(n)}
	start, ok := b.start(n, "#"), false
	if hashes := run(b.src, start, '#'); hashes == n.Level && isBlankAt(b.src, start+hashes) {
		h.Marker, ok = b.span(start, start+hashes), true
		h.Span = b.span(start, max(start+hashes, lineEnd(b.src, start)))
	} else if first, end, lines := b.lines(n); lines {
		var marker text.Span
		if marker, ok = b.underline(end, n.Level); ok {
			h.Setext = true
			h.Marker, h.Span = b.span(marker.Start, marker.End), b.span(first, marker.End)
		}
	}
	if !ok {
		return
	}
	b.last = max(b.last, h.End-b.base)
	if id, known := b.id(n); known {
		h.ID = id
	}
	b.Headings = append(b.Headings, h)
}

// start returns where a block begins that begins with one of the bytes in set,
// or -1. goldmark counts the columns of a tab before the block as bytes, so its
// own answer is up to three bytes too far there.
func (b *builder) start(n ast.Node, set string) int {
	pos := n.Pos()
	if pos < 0 {
		return -1
	}
	begins := func(i int) bool { return i < len(b.src) && strings.IndexByte(set, b.src[i]) >= 0 }
	if begins(pos) && !b.behindTab(pos) {
		return pos
	}
	for i := max(b.marked, pos-3, 0); i < pos; i++ {
		if begins(i) && i > 0 && (isBlankAt(b.src, i-1) || b.src[i-1] == '>') && b.behindTab(i) {
			return i
		}
	}
	if begins(pos) {
		return pos
	}
	return -1
}

// behindTab reports whether there is a tab before offset on its line.
func (b *builder) behindTab(offset int) bool {
	line := b.src[bytes.LastIndexByte(b.src[:offset], '\n')+1 : offset]
	return bytes.IndexByte(line, '\t') >= 0
}

// underline returns the marker of a setext heading whose text ends at end. It
// stands on the next line, except where goldmark has made something else of
// the lines in between: attributes or a table.
func (b *builder) underline(end, level int) (marker text.Span, ok bool) {
	c := byte('=')
	if level == 2 {
		c = '-'
	}
	for start := b.nextLine(end); start < len(b.src); start = b.nextLine(start) {
		end := lineEnd(b.src, start)
		if end == start {
			return marker, false
		}
		if n := run(b.src, start, c); start+n == end {
			return text.Span{Start: start, End: end}, true
		}
	}
	return marker, false
}

// nextLine returns where the line after that of offset begins to say something.
func (b *builder) nextLine(offset int) int {
	n := bytes.IndexByte(b.src[offset:], '\n')
	if n < 0 {
		return len(b.src)
	}
	return b.skipPrefix(offset + n + 1)
}

// skipPrefix skips what the containers around put before a line.
func (b *builder) skipPrefix(i int) int {
	quotes := b.in.quotes
	for ; i < len(b.src); i++ {
		switch c := b.src[i]; {
		case c == '>' && quotes > 0:
			quotes--
		case c != ' ' && c != '\t':
			return i
		}
	}
	return i
}

// run counts the bytes c at offset.
func run(src []byte, offset int, c byte) (n int) {
	if offset < 0 {
		return 0
	}
	for offset+n < len(src) && src[offset+n] == c {
		n++
	}
	return n
}

func isBlankAt(src []byte, offset int) bool {
	return offset >= len(src) || src[offset] == ' ' || src[offset] == '\t' || src[offset] == '\n' || src[offset] == '\r'
}

func (b *builder) listItem(n *ast.ListItem) {
	start := b.start(n, "-+*0123456789")
	end := max(start, 0)
	for end < len(b.src) && b.src[end] >= '0' && b.src[end] <= '9' {
		end++
	}
	ordered := end > start
	end++ // the bullet, or the "." or ")"
	outer := b.last
	b.last, b.marked = end, end
	at := len(b.ListItems)
	if list, ok := n.Parent().(*ast.List); ok && start >= 0 && end <= len(b.src) && b.src[end-1] == list.Marker {
		b.ListItems = append(b.ListItems, ListItem{Marker: b.span(start, end), Ordered: ordered})
	}
	b.children(n)
	if at < len(b.ListItems) && b.ListItems[at].Marker == b.span(start, end) {
		b.ListItems[at].Span = b.span(start, b.last)
	}
	b.last = max(b.last, outer)
}

func (b *builder) table(n *east.Table) {
	header, ok := n.FirstChild().(*east.TableHeader)
	if !ok {
		return
	}
	s := text.Span{Start: header.Pos(), End: lineEnd(b.src, b.nextLine(header.Pos()))}
	if row, ok := n.LastChild().(*east.TableRow); ok {
		s.End = lineEnd(b.src, row.Pos())
	}
	s = trimSpan(b.src, s)
	b.last = max(b.last, s.End)
	b.Tables = append(b.Tables, Table{Span: b.span(s.Start, s.End), Columns: len(n.Alignments)})
}

// sort brings the views into the order of the file: footnotes stand at the
// tree's end, and what is nested is made before what it is nested in.
func (b *builder) sort() {
	sortBySpan(b.Headings, func(v Heading) text.Span { return v.Span })
	sortBySpan(b.Links, func(v Link) text.Span { return v.Span })
	sortBySpan(b.Images, func(v Image) text.Span { return v.Span })
	sortBySpan(b.CodeBlocks, func(v CodeBlock) text.Span { return v.Span })
	sortBySpan(b.CodeSpans, func(v text.Span) text.Span { return v })
	sortBySpan(b.Paragraphs, func(v Paragraph) text.Span { return v.Span })
	sortBySpan(b.ListItems, func(v ListItem) text.Span { return v.Span })
	sortBySpan(b.Tables, func(v Table) text.Span { return v.Span })
	sortBySpan(b.Footnotes, func(v Footnote) text.Span { return v.Span })
	sortBySpan(b.RawHTML, func(v RawHTML) text.Span { return v.Span })
	sortBySpan(b.Comments, func(v text.Span) text.Span { return v })
	sortBySpan(b.Definitions, func(v Definition) text.Span { return v.Span })
	sortBySpan(b.Texts, func(v text.Span) text.Span { return v })
	b.closeFences()
}

func sortBySpan[T any](s []T, span func(T) text.Span) {
	order := func(x, y T) int { return byStart(span(x), span(y)) }
	if !slices.IsSortedFunc(s, order) {
		slices.SortStableFunc(s, order)
	}
}

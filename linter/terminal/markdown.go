package terminal

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

const codeIndent = "    "

var parser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// Markdown writes a CommonMark text for reading on a terminal. Code is
// indented and never wrapped, so that it can be copied; the rest is wrapped.
// What has no place on a terminal, such as HTML, is written as it stands.
func Markdown(out io.Writer, src string, o Options) error {
	page := page{w: bufio.NewWriter(out), src: []byte(src), Options: o}
	page.blocks(parser.Parse(text.NewReader(page.src)), "", "")
	return page.w.Flush()
}

// A page is a text that is being written.
type page struct {
	Options
	w       *bufio.Writer
	src     []byte
	started bool // there is something on the page
}

// blocks writes the blocks below parent with a blank line between them. first
// stands before the first line, rest before the others.
func (p *page) blocks(parent ast.Node, first, rest string) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if p.started && n.PreviousSibling() != nil && !tight(n) {
			p.line(strings.TrimRight(rest, " "))
		}
		p.block(n, first, rest)
		first = rest
		p.started = true
	}
}

// tight reports whether a block follows the one before it without a blank line.
func tight(n ast.Node) bool {
	for up := n.Parent(); up != nil; up = up.Parent() {
		if list, ok := up.(*ast.List); ok {
			return list.IsTight
		}
	}
	return false
}

func (p *page) block(n ast.Node, first, rest string) {
	switch n := n.(type) {
	case *ast.Heading:
		st := bold
		if n.Level == 1 {
			st = title
		}
		p.paragraph(n, st, first, rest)
	case *ast.Paragraph, *ast.TextBlock:
		p.paragraph(n, plain, first, rest)
	case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
		p.code(n, first, rest)
	case *ast.List:
		p.list(n, first, rest)
	case *ast.Blockquote:
		bar := p.paint(dim, "│") + " "
		p.blocks(n, first+bar, rest+bar)
	case *ast.ThematicBreak:
		p.line(first + p.paint(dim, "───"))
	case *extast.Table:
		p.table(n, first, rest)
	default:
		p.blocks(n, first, rest)
	}
}

func (p *page) line(s string) { p.w.WriteString(s + "\n") }

func (p *page) paragraph(n ast.Node, st style, first, rest string) {
	width := 0
	if p.Width > 0 {
		width = max(leastColumn, p.Width-Columns(bare(rest)))
	}
	for _, s := range p.wrap(words(p.inline(n, st)), width) {
		p.line(first + s)
		first = rest
	}
}

// code writes the lines of a block as they are.
func (p *page) code(n ast.Node, first, rest string) {
	lines := n.Lines()
	var all []string
	for i := range lines.Len() {
		line := lines.At(i)
		all = append(all, string(line.Value(p.src)))
	}
	if html, ok := n.(*ast.HTMLBlock); ok && html.HasClosure() {
		all = append(all, string(html.ClosureLine.Value(p.src)))
	}
	for _, s := range all {
		s = printable(strings.ReplaceAll(strings.TrimRight(s, "\r\n"), "\t", codeIndent))
		if s == "" {
			p.line(strings.TrimRight(first, " "))
		} else {
			p.line(first + codeIndent + p.paint(code, s))
		}
		first = rest
	}
}

func (p *page) list(n *ast.List, first, rest string) {
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "- "
		if n.IsOrdered() {
			mark = fmt.Sprintf("%d%c ", number, n.Marker)
			number++
		}
		if item.PreviousSibling() != nil && !n.IsTight {
			p.line(strings.TrimRight(rest, " "))
		}
		if item.FirstChild() == nil {
			p.line(first + strings.TrimRight(mark, " "))
		}
		p.blocks(item, first+mark, rest+strings.Repeat(" ", len(mark)))
		first = rest
	}
}

// table writes a table of the GitHub kind.
func (p *page) table(n *extast.Table, first, rest string) {
	var rows [][]string
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, strings.Join(Options{}.wrap(words(p.inline(cell, plain)), 0), " "))
		}
		rows = append(rows, cells)
	}
	if len(rows) == 0 || len(rows[0]) == 0 {
		return
	}
	o := p.Options
	if o.Width > 0 {
		o.Width = max(leastColumn, o.Width-Columns(bare(rest)))
	}
	var b strings.Builder
	Table(&b, rows[0], rows[1:], o) // writing to b does not fail
	for line := range strings.Lines(b.String()) {
		p.w.WriteString(first + line)
		first = rest
	}
}

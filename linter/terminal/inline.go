package terminal

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inline returns the text within a block in pieces of one style.
func (p *page) inline(n ast.Node, st style) (list []piece) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			s := c.Value(p.src)
			if !c.IsRaw() {
				s = unescaped(s)
			}
			list = append(list, piece{st, printable(string(s))})
			switch {
			case c.HardLineBreak():
				list = append(list, piece{plain, "\n"})
			case c.SoftLineBreak():
				list = append(list, piece{plain, " "})
			}
		case *ast.String:
			list = append(list, piece{st, printable(string(c.Value))})
		case *ast.CodeSpan:
			list = append(list, p.codeSpan(c)...)
		case *ast.Emphasis:
			list = append(list, p.inline(c, emphasis(st, c.Level))...)
		case *ast.Link:
			list = append(list, p.link(p.inline(c, underline), string(c.Destination))...)
		case *ast.Image:
			list = append(list, p.link(p.inline(c, italic), string(c.Destination))...)
		case *ast.AutoLink:
			list = append(list, piece{underline, printable(string(c.URL(p.src)))})
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				segment := c.Segments.At(i)
				list = append(list, piece{st, printable(string(segment.Value(p.src)))})
			}
		default:
			list = append(list, p.inline(c, st)...)
		}
	}
	return list
}

// codeSpan returns code in its colour, or in backquotes where there is none.
func (p *page) codeSpan(n *ast.CodeSpan) (list []piece) {
	var s string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			s += string(t.Value(p.src))
		}
	}
	s = printable(lineEnd.ReplaceAllString(s, " "))
	if p.Color {
		return []piece{{code, s}}
	}
	return []piece{{plain, "`" + s + "`"}}
}

var lineEnd = regexp.MustCompile(`\r?\n`)

// link returns the text of a link with the address after it, unless that says
// no more than the text.
func (p *page) link(label []piece, destination string) []piece {
	shown := ""
	for _, l := range label {
		shown += l.text
	}
	switch {
	case shown == destination || destination == "":
		return label
	case shown == "":
		return []piece{{underline, printable(destination)}}
	}
	return append(label, piece{plain, " "}, piece{dim, "(" + printable(destination) + ")"})
}

// emphasis returns the style of emphasised text within st.
func emphasis(st style, level int) style {
	added := italic
	if level > 1 {
		added = bold
	}
	if st == plain || st == added {
		return added
	}
	return st + ";" + added
}

// unescaped resolves the entities and the backslashes of Markdown.
func unescaped(s []byte) []byte {
	return util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s)))
}

var escape = regexp.MustCompile("\x1b\\[[0-9;]*m")

// bare returns s without styles.
func bare(s string) string { return escape.ReplaceAllString(s, "") }

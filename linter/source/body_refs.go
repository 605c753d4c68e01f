package source

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"postlint/linter/text"
)

// A pendingRef is a link or image whose definition is still to come.
type pendingRef struct {
	label string // normalised
	index int    // in Links or Images
	image bool
	dest  text.Span // of the destination, if known
}

func (b *builder) pending(ref *ast.ReferenceLink, dest []byte, index int, image bool) {
	b.undefined = append(b.undefined, pendingRef{util.ToLinkReference(ref.Value), index, image, b.place(dest)})
}

// place returns where part stands in the file if it is a part of the body's
// own memory, as slices that goldmark cuts from its source are.
func (b *builder) place(part []byte) text.Span {
	start := cap(b.src) - cap(part)
	if len(part) == 0 || start < 0 || start+len(part) > len(b.src) || &b.src[start] != &part[0] {
		return text.Span{}
	}
	return b.span(start, start+len(part))
}

// resolve gives references the destination of their definition. Of several
// the first one counts.
func (b *builder) resolve() {
	if len(b.undefined) == 0 {
		return
	}
	first := make(map[string]*Definition, len(b.Definitions))
	for i := range b.Definitions {
		def := &b.Definitions[i]
		label := util.ToLinkReference([]byte(def.Label))
		if known := first[label]; known == nil || def.Start < known.Start {
			first[label] = def
		}
	}
	for _, ref := range b.undefined {
		def := first[ref.label]
		if def == nil { // in a footnote that Hugo drops
			def = &Definition{Dest: resolve(b.file[ref.dest.Start:ref.dest.End]), DestSpan: ref.dest}
		}
		if ref.image {
			b.Images[ref.index].Dest, b.Images[ref.index].DestSpan = def.Dest, def.DestSpan
		} else {
			b.Links[ref.index].Dest, b.Links[ref.index].DestSpan = def.Dest, def.DestSpan
		}
	}
}

func (b *builder) definition(n *ast.LinkReferenceDefinition) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return
	}
	start, end, _ := b.lines(n)
	closing := unescaped(b.src, start+1, ']')
	if start >= len(b.src) || b.src[start] != '[' || closing < 0 || closing+1 >= len(b.src) || b.src[closing+1] != ':' {
		return
	}
	dest, _, ok := b.destination(b.skipSpace(closing+2), n.Destination)
	if !ok {
		return
	}
	b.last = max(b.last, end)
	w := written{dest: dest}
	b.Definitions = append(b.Definitions, Definition{
		Span: b.span(start, max(end, dest.End)), Label: string(n.Label),
		Dest: b.dest(n.Destination, w), DestSpan: b.destSpan(w),
	})
}

// footnoteRefs gathers what is said of one footnote in different places.
type footnoteRefs struct {
	def  *Footnote
	refs []text.Span
}

func (b *builder) footnoteOf(index int) *footnoteRefs {
	if b.footnotes == nil {
		b.footnotes = map[int]*footnoteRefs{}
	}
	if b.footnotes[index] == nil {
		b.footnotes[index] = &footnoteRefs{}
	}
	return b.footnotes[index]
}

// footnoteLink notes a [^label]; goldmark places it at the "[" or at a "!"
// before.
func (b *builder) footnoteLink(n *east.FootnoteLink) {
	start := n.Pos()
	if start >= 0 && start < len(b.src) && b.src[start] == '!' {
		start++
	}
	if run(b.src, start, '[') == 0 {
		return
	}
	end := unescaped(b.src, start+1, ']')
	if end < 0 {
		return
	}
	b.hole(start, end+1)
	f := b.footnoteOf(n.Index)
	f.refs = append(f.refs, b.span(start, end+1))
	if !b.markdown.prefixed {
		again := ""
		if n.RefIndex > 0 {
			again = strconv.Itoa(n.RefIndex)
		}
		b.Anchors = append(b.Anchors, "fnref"+again+":"+strconv.Itoa(n.Index))
	}
}

func (b *builder) footnote(n *east.Footnote) {
	start := b.start(n, "[")
	outer := b.last
	b.last, b.marked, b.extent = 0, max(start, 0), text.Span{}
	b.children(n)
	if start >= 0 {
		if colon := unescaped(b.src, start, ':'); colon >= 0 {
			b.last = max(b.last, colon+1)
		}
		f := &Footnote{Span: b.span(start, max(b.last, start+1)), Label: string(n.Ref)}
		if !b.markdown.prefixed {
			f.ID = "fn:" + strconv.Itoa(n.Index)
			b.Anchors = append(b.Anchors, f.ID)
		}
		b.footnoteOf(n.Index).def = f
	}
	b.last = max(b.last, outer)
}

func (b *builder) finishFootnotes() {
	for index := 1; index <= len(b.footnotes); index++ {
		if f := b.footnotes[index]; f != nil && f.def != nil {
			sortBySpan(f.refs, func(s text.Span) text.Span { return s })
			f.def.Refs = f.refs
			b.Footnotes = append(b.Footnotes, *f.def)
		}
	}
}

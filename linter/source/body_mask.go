package source

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"postlint/linter/text"
)

// filler is the letter that stands for what Hugo replaces. Like the
// placeholders of Hugo, a run of it is a word to Markdown.
const filler = 'X'

// dividerMask tells what becomes of Hugo's summary divider.
type dividerMask int

const (
	maskDivider  dividerMask = iota // a paragraph of its own, as Hugo has it
	plainDivider                    // nothing: it stays the comment that it is to Markdown
)

// A mask is the body as Hugo hands it to goldmark, with the offsets of the file.
type mask struct {
	src   []byte      // the body; shared with the file where nothing is masked
	spans []text.Span // what is masked, as offsets into src, sorted and apart
}

// newMask makes the body of d ready for goldmark.
func newMask(d *Document, divider dividerMask) *mask {
	m := &mask{src: d.Src[d.BodyStart:]}
	hugo := slices.IndexFunc(d.dividers, func(v Divider) bool { return v.Hugo })
	if len(d.shortcodes) == 0 && len(d.escapes) == 0 && hugo < 0 {
		return m
	}
	m.src = bytes.Clone(m.src)
	m.shortcodes(d)
	if hugo >= 0 {
		m.divider(d.dividers[hugo].Shift(-d.BodyStart), divider)
	}
	m.escapes(d)
	return m
}

// escapes masks the comment signs in {{</* … */>}}, which Hugo drops.
func (m *mask) escapes(d *Document) {
	var free []text.Span
	for _, s := range d.escapes {
		if s = s.Shift(-d.BodyStart); !m.covers(s) {
			free = append(free, s)
		}
	}
	for _, s := range free {
		m.fill(s, '.')
	}
	if len(free) > 0 {
		slices.SortFunc(m.spans, byStart)
	}
}

func byStart(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) }

func (m *mask) fill(s text.Span, c byte) {
	for i := s.Start; i < s.End; i++ {
		m.src[i] = c
	}
	m.spans = append(m.spans, s)
}

// comment fills s with an HTML comment on one line. At the start of a line that
// is a block of its own which ends no other HTML block and leaves whatever
// follows to begin afresh.
func (m *mask) comment(s text.Span) {
	m.fill(s, filler)
	copy(m.src[s.Start:], "<!--")
	copy(m.src[s.End-3:], "-->")
}

// shortcodes masks the tags. Hugo has taken them out of the text before
// goldmark sees it, line ends in them included. A tag of a pair alone on its
// line sets off what is between the tags, for Hugo renders that by itself.
func (m *mask) shortcodes(d *Document) {
	skip := 0
	for i, t := range d.shortcodes {
		s := t.Shift(-d.BodyStart)
		switch {
		case i < skip:
		case t.Partner > i && opaque(t.Name):
			s.End = d.shortcodes[t.Partner].End - d.BodyStart
			m.comment(s)
			skip = t.Partner + 1
		case t.Partner >= 0 && m.alone(s):
			m.comment(s)
		default:
			m.fill(s, filler)
		}
	}
}

// alone reports whether nothing but blanks and quote markers shares a line
// with s.
func (m *mask) alone(s text.Span) bool {
	start := bytes.LastIndexByte(m.src[:s.Start], '\n') + 1
	end := lineEnd(m.src, s.End)
	return len(bytes.Trim(m.src[start:s.Start], " \t>")) == 0 && len(bytes.TrimSpace(m.src[s.End:end])) == 0
}

// divider masks Hugo's divider. Hugo puts a paragraph in its place and in that
// of the white space behind it.
func (m *mask) divider(s text.Span, how dividerMask) {
	if m.covers(s) || how == plainDivider {
		return
	}
	m.fill(s, filler)
	slices.SortFunc(m.spans, byStart)
	copy(m.src[s.Start:], "\n\n")
	copy(m.src[s.End-2:], "\n\n")
	for i := s.End; i < len(m.src) && strings.IndexByte(" \t\n\v\f\r", m.src[i]) >= 0; i++ {
		m.src[i] = '\n'
	}
}

// covers reports whether a masked byte lies in s.
func (m *mask) covers(s text.Span) bool {
	i := m.after(s.Start)
	return i < len(m.spans) && m.spans[i].Start < s.End
}

// after returns the index of the first masked span that ends after offset.
func (m *mask) after(offset int) int {
	i, _ := slices.BinarySearchFunc(m.spans, offset+1, func(s text.Span, end int) int { return s.End - end })
	return i
}

// opaque reports whether what stands between the tags of a shortcode is not
// Markdown. Only "highlight" is Hugo's own; the other names are those that
// themes and their manuals use for code, formulas, diagrams and raw HTML.
func opaque(name string) bool {
	switch strings.ToLower(name[strings.LastIndexByte(name, '/')+1:]) {
	case "highlight", "code", "chroma", "prism", "gist", "terminal", "console", "cmd",
		"raw", "rawhtml", "raw-html", "raw_html", "html", "unsafe", "svg", "css", "style", "script", "js", "javascript", "json",
		"math", "katex", "mathjax", "latex", "tex", "equation", "asciinema",
		"mermaid", "diagram", "plantuml", "uml", "graphviz", "dot", "goat", "d2", "kroki", "flowchart", "viz",
		"chart", "chartjs", "echarts", "plotly", "vega", "markmap", "mindmap", "abc", "typeit":
		return true
	}
	return strings.HasSuffix(name, ".inline") // a template
}

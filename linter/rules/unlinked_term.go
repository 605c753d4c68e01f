package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var unlinkedTerm = lint.Rule{
	Name:     "unlinked-term",
	Summary:  "first mention of a term that is not linked to the glossary",
	Family:   lint.Glossary,
	Severity: lint.Info,
	Since:    "0.1.0",
	Policy:   true,
	Fix:      lint.UnsafeFix,
	Checker:  unlinkedTermChecker{},
}

type unlinkedTermChecker struct {
	Entries bool `doc:"look at the entries of the glossary as well"`
}

func (c unlinkedTermChecker) Check(p *lint.Pass) {
	if _, inGlossary := p.Site.EntryName(p.Path); !p.IsPost() || inGlossary && !c.Entries {
		return
	}
	mentions := p.Site.Glossary(p.Language).Mentions(p.Src, p.BodyStart)
	explained := map[*site.Entry]bool{}
	if e := ownEntry(p); e != nil {
		explained[e] = true
	}
	tags := p.Shortcodes()
	var where *proseMap
	for _, m := range mentions {
		for len(tags) > 0 && tags[0].End <= m.Start {
			if name, ok := entryOfShortcode(tags[0]); ok {
				explained[p.Site.Glossary(p.Language).Entry(name.Value)] = true
			}
			tags = tags[1:]
		}
		if m.Entry == nil || explained[m.Entry] || len(tags) > 0 && tags[0].Start < m.End {
			continue
		}
		if where == nil {
			where = newProseMap(p)
		}
		switch where.placeOf(m.Span) {
		case inLink:
			explained[m.Entry] = true
		case inProse:
			explained[m.Entry] = true
			reportUnlinked(p, m)
		}
	}
}

func reportUnlinked(p *lint.Pass, m site.Mention) {
	shown := strings.Join(strings.Fields(p.Slice(m.Span)), " ")
	d := lint.Diagnostic{
		Span:    m.Span,
		Message: lint.Msg("%q is not linked to its entry in the glossary", shown),
		Effect:  lint.Msg("readers who do not know the term must look it up"),
	}
	link := "[" + shown + "](" + m.Entry.Page.RelPermalink + ")"
	if s, there := p.Site.Shortcodes()[termShortcode]; there && !s.Embedded {
		link = `{{< ` + termShortcode + ` "` + m.Entry.Name + `" "` + shown + `" >}}`
	}
	if !strings.ContainsAny(shown, "\"\\`[]<>{}") {
		d.Fixes = []lint.Fix{{Title: lint.Msg("Link %q", shown), Unsafe: true, Edits: []text.Edit{text.Replace(m.Span, link)}}}
	}
	p.Report(d)
}

// A proseMap tells where in a body a piece of text stands.
type proseMap struct {
	p                   *lint.Pass
	texts, links, apart []text.Span // apart: headings, quotations, descriptions of images
}

type place int

const (
	elsewhere place = iota // in code, HTML, an address, a heading, a quotation
	inProse
	inLink
)

func newProseMap(p *lint.Pass) *proseMap {
	body := p.Body()
	m := &proseMap{p: p, texts: body.Texts}
	for _, l := range body.Links {
		m.links = append(m.links, l.Span)
	}
	for _, h := range body.Headings {
		m.apart = append(m.apart, h.Span)
	}
	for _, paragraph := range body.Paragraphs {
		if paragraph.InQuote {
			m.apart = append(m.apart, paragraph.Span)
		}
	}
	for _, i := range body.Images {
		m.apart = append(m.apart, i.Span)
	}
	return m
}

func (m *proseMap) placeOf(s text.Span) place {
	switch {
	case holds(m.links, s.Start):
		return inLink
	case !holds(m.texts, s.Start), !holds(m.texts, s.End-1), slices.ContainsFunc(m.apart, s.Overlaps), shownOtherwise(m.p, s):
		return elsewhere
	}
	return inProse
}

// holds reports whether one of some sorted, disjoint spans has the byte at offset.
func holds(spans []text.Span, offset int) bool {
	i, _ := slices.BinarySearchFunc(spans, offset, func(s text.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	return i < len(spans) && spans[i].Start <= offset
}

package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var undefinedTerm = lint.Rule{
	Name:     "undefined-term",
	Summary:  "name that no entry of the glossary has",
	Family:   lint.Glossary,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  undefinedTermChecker{},
}

type undefinedTermChecker struct{}

func (undefinedTermChecker) Check(p *lint.Pass) {
	if p.Site.Contract.Glossary.Section == "" {
		return
	}
	checkTermShortcodes(p)
	checkTermLinks(p)
	if e := ownEntry(p); e != nil {
		checkTermLists(p, e)
	}
}

func checkTermShortcodes(p *lint.Pass) {
	if !callsShortcodes(p) {
		return
	}
	if _, there := p.Site.Shortcodes()[termShortcode]; !there {
		return
	}
	for _, c := range p.Shortcodes() {
		name, ok := entryOfShortcode(c)
		if !ok {
			continue
		}
		span := name.Span
		if span.Len() == 0 {
			span = c.NameSpan
		}
		entry := p.Site.Glossary(p.Language).Entry(name.Value)
		switch {
		case !isDefined(p, name.Value):
			p.Report(undefined(p, name.Value, span, lint.Msg("Hugo stops here and publishes nothing")))
		case entry != nil && p.Site.Builds(p.Page) && !p.Site.Builds(entry.Page):
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: lint.Msg("the entry %q is %s", name.Value, unpublished(entry.Page)),
				Effect:  lint.Msg("Hugo stops here and publishes nothing"),
				Related: []lint.Related{entryRelated(entry, text.Span{}, lint.Msg("the entry"))},
			})
		}
	}
}

func checkTermLinks(p *lint.Pass) {
	broken := brokenLinks(p, func(dest string, t site.Target) bool { return namesNoEntry(p, dest, t) })
	for _, l := range broken {
		name, _ := linkedEntryName(p, l.Dest)
		p.Report(undefined(p, name, l.Span, lint.Msg("readers who follow the link get “page not found”")))
	}
}

// namesNoEntry reports whether a link asks for an entry of the glossary that is not there.
func namesNoEntry(p *lint.Pass, dest string, t site.Target) bool {
	if t.Kind != site.Missing || t.WrongCase || p.RelPermalink == "" {
		return false
	}
	_, ok := linkedEntryName(p, dest)
	return ok
}

// checkTermLists looks at the entries that an entry names.
func checkTermLists(p *lint.Pass, e *site.Entry) {
	for _, list := range [][]site.EntryText{e.Related, e.ConfusedWith} {
		for _, name := range list {
			if !isDefined(p, name.Text) {
				p.ReportAs(lint.Warning, undefined(p, name.Text, name.Span, lint.Msg("the page of this entry leaves it out")))
			}
		}
	}
}

func undefined(p *lint.Pass, name string, span text.Span, effect lint.Message) lint.Diagnostic {
	d := lint.Diagnostic{Span: span, Message: lint.Msg("the glossary has no entry %q", name), Effect: effect}
	if near := text.Closest(name, p.Site.Glossary(p.Language).EntryNames()); near != "" {
		d.Effect = lint.Msg("%s; did you mean %q?", effect, near)
	}
	return d
}

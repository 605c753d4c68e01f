package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var duplicateTerm = lint.Rule{
	Name:     "duplicate-term",
	Summary:  "name that two entries of the glossary share",
	Family:   lint.Glossary,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  duplicateTermChecker{},
}

type duplicateTermChecker struct{}

func (duplicateTermChecker) Check(p *lint.Pass) {
	e := ownEntry(p)
	if e == nil {
		return
	}
	g := p.Site.Glossary(p.Language)
	seen := map[text.Span]bool{}
	for _, name := range e.Names {
		called := g.Called(name.Text)
		for i, other := range called {
			if other.Entry != e || seen[other.Name.Span] {
				continue
			}
			seen[other.Name.Span] = true
			for k, first := range called {
				if k == i || !p.Site.Builds(first.Entry.Page) || k > i && p.Site.Builds(p.Page) || isKnownAbbreviation(g, other, first) {
					continue
				}
				reportSharedName(p, other.Name, first)
				break
			}
		}
	}
}

// isKnownAbbreviation reports whether two entries share an abbreviation and tell
// their readers so: one says that it is confused with the other.
func isKnownAbbreviation(g *site.Glossary, a, b site.Naming) bool {
	return a.Name.Kind == site.AbbreviationName && b.Name.Kind == site.AbbreviationName && g.Confuses(a.Entry, b.Entry)
}

func reportSharedName(p *lint.Pass, name site.EntryText, first site.Naming) {
	d := lint.Diagnostic{
		Span:    name.Span,
		Message: lint.Msg("%q is the name of two entries", name.Text),
		Effect:  lint.Msg("readers cannot tell which of them is meant"),
		Related: []lint.Related{entryRelated(first.Entry, first.Name.Span, lint.Msg("the other"))},
	}
	if !strings.EqualFold(first.Name.Text, name.Text) {
		d.Message = lint.Msg("%q and %q are the names of two entries", name.Text, first.Name.Text)
		d.Effect = lint.Msg("readers who search without accents find both")
	}
	p.Report(d)
}

package rules

import (
	"postlint/linter/lint"
	"postlint/linter/text"
)

var orphanTerm = lint.Rule{
	Name:     "orphan-term",
	Summary:  "entry of the glossary that nothing leads to",
	Family:   lint.Glossary,
	Severity: lint.Info,
	Since:    "0.1.0",
	Checker:  orphanTermChecker{},
}

type orphanTermChecker struct{}

func (orphanTermChecker) Check(p *lint.Pass) {
	e := ownEntry(p)
	if e == nil || !p.Site.Builds(p.Page) || p.Site.IsLinked(e) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    titleSpan(p),
		Message: lint.Msg("no post and no other entry leads to %q", e.Title()),
		Effect:  lint.Msg("readers find it only in the list of all entries"),
	})
}

// titleSpan returns the title in the front matter, or where the page begins.
func titleSpan(p *lint.Pass) text.Span {
	if f := p.FrontMatter.Lookup("title"); f != nil && f.Value.Len() > 0 {
		return f.Value.Span
	}
	return startSpan(p)
}

package rules

import (
	"slices"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

var misspelledSummaryDivider = lint.Rule{
	Name:     "misspelled-summary-divider",
	Summary:  "summary divider that Hugo does not see",
	Family:   lint.Summary,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  misspelledSummaryDividerChecker{},
}

type misspelledSummaryDividerChecker struct{}

func (misspelledSummaryDividerChecker) Check(p *lint.Pass) {
	if !hasSummary(p) || hugoDivider(p) != nil {
		return
	}
	for _, d := range p.Dividers() {
		if d.InCode || inShortcode(p, d.Span) {
			continue
		}
		want := dividerOf(p.Markup)
		found := lint.Diagnostic{
			Span:    d.Span,
			Message: lint.Msg("%q is not a summary divider to Hugo", d.Text),
			Effect:  lint.Msg("readers of lists and feeds get an automatic summary; Hugo takes only %q", want),
		}
		honoured := slices.Contains(p.Site.Contract.Summary.Dividers, d.Text)
		if honoured {
			found.Effect = lint.Msg("this theme honours it; Hugo itself and other themes see only %q", want)
		}
		// At the top of the post the right spelling would cut the summary down to nothing.
		if !blank(p.Src[p.BodyStart:d.Start]) {
			found.Fixes = []lint.Fix{{Title: lint.Msg("Use `%s`", want), Edits: []text.Edit{text.Replace(d.Span, want)}}}
		}
		if honoured {
			p.ReportAs(lint.Warning, found)
		} else {
			p.Report(found)
		}
		return // a second one is repeated-summary-divider's once this one is right
	}
}

// dividerOf returns what Hugo takes for a summary divider in a markup.
func dividerOf(m source.Markup) string {
	if m == source.MarkupOrg {
		return "# more"
	}
	return "<!--more-->"
}

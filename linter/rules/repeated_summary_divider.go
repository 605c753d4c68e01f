package rules

import (
	"postlint/linter/lint"
)

var repeatedSummaryDivider = lint.Rule{
	Name:     "repeated-summary-divider",
	Summary:  "second summary divider",
	Family:   lint.Summary,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  repeatedSummaryDividerChecker{},
}

type repeatedSummaryDividerChecker struct{}

func (repeatedSummaryDividerChecker) Check(p *lint.Pass) {
	if !hasSummary(p) {
		return
	}
	first := hugoDivider(p)
	for i := range p.Dividers() {
		d := &p.Dividers()[i]
		if d.InCode {
			continue
		}
		if first == nil {
			first = d
		}
		if d == first {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    d.Span,
			Message: lint.Msg("second summary divider"),
			Effect:  lint.Msg("Hugo divides at the first one and leaves this one in the page as a comment"),
			Related: []lint.Related{{Path: p.Document.Path, Span: first.Span, Message: lint.Msg("the first one is here")}},
		})
	}
}

package rules

import (
	"postlint/linter/lint"
)

var dividerInCode = lint.Rule{
	Name:     "divider-in-code",
	Summary:  "summary divider within code, where Hugo divides all the same",
	Family:   lint.Summary,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  dividerInCodeChecker{},
}

type dividerInCodeChecker struct{}

func (dividerInCodeChecker) Check(p *lint.Pass) {
	if len(p.Dividers()) == 0 {
		return
	}
	d := hugoDivider(p)
	if d == nil || !d.InCode {
		return
	}
	found := lint.Diagnostic{
		Span:    d.Span,
		Message: lint.Msg("%q stands in code, and Hugo takes it for the summary divider", d.Text),
		Effect:  lint.Msg("it is missing from the code, and the summary ends here"),
	}
	for _, later := range p.Dividers() {
		if later.Start > d.Start && !later.InCode && later.Text == dividerOf(p.Markup) {
			found.Related = []lint.Related{{Path: p.Document.Path, Span: later.Span, Message: lint.Msg("this divider has no effect")}}
			break
		}
	}
	p.Report(found)
}

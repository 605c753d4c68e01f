package rules

import (
	"postlint/linter/lint"
	"postlint/linter/text"
)

var unknownAllowance = lint.Rule{
	Name:     "unknown-allowance",
	Summary:  "allowance of a rule that does not exist",
	Family:   lint.Allowing,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	On:       lint.Both,
	Checker:  unknownAllowanceChecker{},
}

type unknownAllowanceChecker struct{}

func (unknownAllowanceChecker) Check(p *lint.Pass) {
	for _, a := range p.Allowances() {
		names := make([]string, len(All))
		known := false
		for i, r := range All {
			names[i] = r.Name
			known = known || r.Name == a.Rule
		}
		if known {
			continue
		}
		d := lint.Diagnostic{Span: a.RuleSpan, Message: lint.Msg("no rule is called %q", a.Rule), Effect: lint.Msg("nothing is allowed by it")}
		if name := text.Closest(a.Rule, names); name != "" {
			span := a.RuleSpan
			if a.Element >= 0 {
				span = text.Span{Start: span.Start + 1, End: span.End - 1}
			}
			if p.Slice(span) == a.Rule {
				d.Fixes = []lint.Fix{{Title: lint.Msg("Allow %q, which was probably meant", name), Unsafe: true, Edits: []text.Edit{text.Replace(span, name)}}}
			}
		}
		p.Report(d)
	}
}

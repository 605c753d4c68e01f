package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var malformedFrontMatter = lint.Rule{
	Name:     "malformed-front-matter",
	Summary:  "front matter that Hugo cannot parse",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  malformedFrontMatterChecker{},
}

type malformedFrontMatterChecker struct{}

func (malformedFrontMatterChecker) Check(p *lint.Pass) {
	if p.Kind == site.Copied {
		return // Hugo does not look into it
	}
	for _, problem := range p.Problems() {
		if problem.Kind != source.FrontMatterProblem {
			continue
		}
		effect := lint.Msg("Hugo stops here, and no page of the site is built")
		if !problem.Expected.IsZero() {
			effect = lint.Msg("%s; expected %s", effect, problem.Expected)
		}
		p.Report(lint.Diagnostic{Span: problem.Span, Message: lint.Msg("%s", problem.Message), Effect: effect})
	}
}

package rules

import (
	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/vietnamese"
)

var invalidUTF8 = lint.Rule{
	Name:     "invalid-utf8",
	Summary:  "file that is not UTF-8",
	Family:   lint.Text,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  invalidUTF8Checker{},
}

type invalidUTF8Checker struct{}

func (invalidUTF8Checker) Check(p *lint.Pass) {
	for _, problem := range p.Problems() {
		if problem.Kind != source.EncodingProblem {
			continue
		}
		d := lint.Diagnostic{
			Span:    problem.Span,
			Message: lint.Msg("%s", problem.Message),
			Effect:  lint.Msg("readers see boxes or wrong letters; %s was expected", problem.Expected),
		}
		if _, encoding, ok := vietnamese.DecodeLegacy(p.Src); ok {
			d.Message = lint.Msg("%s; the file is probably Vietnamese in %s", problem.Message, encoding)
		}
		p.Report(d)
	}
}

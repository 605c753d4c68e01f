package rules

import (
	"slices"

	"postlint/linter/lint"
)

var unreviewedAI = lint.Rule{
	Name:     "unreviewed-ai",
	Summary:  "machine-written text that nobody is named to have reviewed",
	Family:   lint.Attribution,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Checker:  unreviewedAIChecker{Levels: []string{"ai-assisted"}},
}

type unreviewedAIChecker struct {
	Levels []string `doc:"The levels of AI attribution that need a reviewer."`
}

func (c unreviewedAIChecker) Check(p *lint.Pass) {
	f := aiField(p, "level")
	if f == nil {
		return
	}
	if level, _ := f.Value.Text(); !slices.Contains(c.Levels, level) || filled(aiField(p, "reviewed_by")) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    f.Value.Span,
		Message: lint.Msg("level %s without reviewed_by", p.Slice(f.Value.Span)),
		Effect:  lint.Msg("readers are not told who answers for the text"),
	})
}

package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var unknownAILevel = lint.Rule{
	Name:     "unknown-ai-level",
	Summary:  "level of AI attribution that the theme does not know",
	Family:   lint.Attribution,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  unknownAILevelChecker{},
}

type unknownAILevelChecker struct{}

func (unknownAILevelChecker) Check(p *lint.Pass) {
	f := aiField(p, "level")
	if f == nil {
		return
	}
	level, ok := f.Value.Text()
	levels := p.Site.Contract.AI.Levels
	if ok && slices.Contains(levels, level) {
		return
	}
	meant := text.Closest(level, levels)
	// A site that never heard of the contract may have an "ai" table of its own.
	if meant == "" && !declares(p, "ai") {
		return
	}
	d := lint.Diagnostic{
		Span:    f.Value.Span,
		Message: lint.Msg("%s is not a level of AI attribution", strings.TrimSpace(p.Slice(f.Value.Span))),
		Effect:  lint.Msg("the note beside the post cannot say what the machine did; expected one of %s", strings.Join(levels, ", ")),
	}
	if meant != "" && ok {
		edits, _ := p.ReplaceValue(f.Value, meant)
		d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q", meant), Unsafe: true, Edits: edits}}
	}
	p.Report(d)
}

// declares reports whether the site or its theme has [params.postlint.NAME].
func declares(p *lint.Pass, name string) bool {
	own, _ := p.Site.Config.Params["postlint"].(map[string]any)
	return own[name] != nil
}

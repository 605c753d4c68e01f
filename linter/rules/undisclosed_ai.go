package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
)

var undisclosedAI = lint.Rule{
	Name:     "undisclosed-ai",
	Summary:  "text says that a machine wrote it, the front matter does not",
	Family:   lint.Attribution,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  undisclosedAIChecker{},
}

type undisclosedAIChecker struct{}

func (undisclosedAIChecker) Check(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied || disclosesAI(p) {
		return
	}
	if p.FrontMatter.Format != "" && !p.Readable() {
		return
	}
	notes := findAINotes(p)
	if len(notes) == 0 {
		return
	}
	note, level := notes[0], "ai-assisted" // one note is enough to ask for the table
	if note.Author {
		level = "ai-autonomous"
	}
	p.Report(lint.Diagnostic{
		Span:    note.Span,
		Message: lint.Msg("%q says that %s wrote this, and the front matter has no [%s]", p.Slice(note.Span), note.Tool, p.Site.Contract.AI.Table),
		Effect:  lint.Msg("readers of lists, feeds and search results are not told"),
		Fixes: []lint.Fix{{
			Title:  lint.Msg("Add [%s] with level %q", p.Site.Contract.AI.Table, level),
			Unsafe: true,
			Edits:  disclose(p, note.Tool, level),
		}},
	})
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var misplacedDraft = lint.Rule{
	Name:     "misplaced-draft",
	Summary:  "draft flag inside another key, where Hugo does not look",
	Family:   lint.Publication,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  misplacedDraftChecker{},
}

type misplacedDraftChecker struct{}

func (misplacedDraftChecker) Check(p *lint.Pass) {
	if !concerns(p) || p.State == site.Draft || p.FrontMatter.Lookup("draft") != nil {
		return
	}
	for _, table := range p.FrontMatter.Fields {
		if !keepsNoDraft(p, table) {
			continue
		}
		for _, f := range table.Value.Fields {
			if !strings.EqualFold(f.Key, "draft") || !saysYes(f.Value) {
				continue
			}
			edits, _ := p.Move([]*source.Field{f}, []string{"draft"})
			p.Report(lint.Diagnostic{
				Span:    f.KeySpan,
				Message: lint.Msg("%q stands in %q, where Hugo does not look for it", f.Key, table.Key),
				Effect:  lint.Msg("the draft is published; expected it at the top level"),
				Related: []lint.Related{{Path: p.Document.Path, Span: keySpan(table), Message: lint.Msg("%q begins here", table.Key)}},
				Fixes:   []lint.Fix{{Title: lint.Msg("Move it to the top level"), Edits: edits}},
			})
		}
	}
}

// keepsNoDraft reports whether a draft flag in that table can only be the
// post's own: the table is one of Hugo's, Zola's or the contract's, and no
// template reads a draft flag from it. What a TOML header swallowed is
// swallowed-key's.
func keepsNoDraft(p *lint.Pass, table *source.Field) bool {
	if table.Value.Kind != source.Map {
		return false
	}
	name, c := strings.ToLower(table.Key), p.Site.Contract
	switch name {
	case "params", "extra", "taxonomies":
		return true
	}
	if p.FrontMatter.Format == source.TOML && !table.Header.IsZero() {
		return false
	}
	return tableKeys[name] != nil || isImageTable(c.Image.Keys, name) ||
		c.Declared && (strings.EqualFold(name, c.AI.Table) || strings.EqualFold(name, c.Glossary.Table))
}

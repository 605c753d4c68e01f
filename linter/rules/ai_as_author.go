package rules

import (
	"regexp"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

var aiAsAuthor = lint.Rule{
	Name:     "ai-as-author",
	Summary:  "machine named as the author",
	Family:   lint.Attribution,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  aiAsAuthorChecker{},
}

type aiAsAuthorChecker struct{}

// wholeTool matches a name that is a tool's and nothing else: "Claude" is one of
// the tools, and a first name, so it counts only with its maker's words.
var wholeTool = regexp.MustCompile(`(?i)^\s*(?:` + toolPattern + `|openai|ai|a\.i\.|trí tuệ nhân tạo)\s*$`)

func (aiAsAuthorChecker) Check(p *lint.Pass) {
	for _, key := range []string{"author", "authors"} {
		f := p.FrontMatter.Lookup(key)
		if f == nil {
			continue
		}
		values := f.Value.Elements
		if f.Value.Kind == source.String {
			values = []*source.Value{f.Value}
		}
		for i, v := range values {
			name, ok := v.Text()
			if !ok || !wholeTool.MatchString(name) || strings.EqualFold(strings.TrimSpace(name), "claude") {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    v.Span,
				Message: lint.Msg("%q is named as the author", name),
				Effect:  lint.Msg("a machine cannot answer for a post; name the person who does, and the machine in [%s]", p.Site.Contract.AI.Table),
				Fixes:   attribute(p, f, i, len(values), toolOr(name)),
			})
		}
	}
}

// attribute returns the fix that moves the machine from the authors to the
// table of AI attribution.
func attribute(p *lint.Pass, f *source.Field, i, authors int, tool string) []lint.Fix {
	var edits []text.Edit
	ok := false
	if authors == 1 {
		edits, ok = p.Remove(f)
	} else {
		edits, ok = p.RemoveElement(f.Value, i)
	}
	if !ok {
		return nil
	}
	if !disclosesAI(p) {
		added := disclose(p, tool, "ai-autonomous")
		if added == nil || overlap(edits, added) {
			return nil
		}
		edits = append(edits, added...)
	}
	return []lint.Fix{{Title: lint.Msg("Move %q to [%s]", tool, p.Site.Contract.AI.Table), Unsafe: true, Edits: edits}}
}

func overlap(a, b []text.Edit) bool {
	for _, x := range a {
		for _, y := range b {
			if text.Conflict(x, y) {
				return true
			}
		}
	}
	return false
}

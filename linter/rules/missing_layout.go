package rules

import (
	"strings"

	"postlint/linter/lint"
)

var missingLayout = lint.Rule{
	Name:     "missing-layout",
	Summary:  "layout that no template has",
	Family:   lint.Theme,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  missingLayoutChecker{},
}

type missingLayoutChecker struct{}

func (missingLayoutChecker) Check(p *lint.Pass) {
	f := p.FrontMatter.Lookup("layout")
	if f == nil || !concerns(p) {
		return
	}
	layout, ok := f.Value.Text()
	if !ok || strings.TrimSpace(layout) == "" || p.Site.HasLayout(layout) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    f.Value.Span,
		Message: lint.Msg("neither the site nor its theme has a template %q", layout),
		Effect:  lint.Msg("Hugo shows the page with the usual one, and says nothing"),
	})
}

package rules

import (
	"postlint/linter/lint"
	"postlint/linter/templates"
)

var removedTemplateCall = lint.Rule{
	Name:     "removed-template-call",
	Summary:  "template that uses what Hugo removed or is about to",
	Family:   lint.Theme,
	Severity: lint.Error,
	Since:    "0.1.0",
	On:       lint.SiteFiles,
	Checker:  removedTemplateCallChecker{},
}

type removedTemplateCallChecker struct{}

func (removedTemplateCallChecker) Check(p *lint.Pass) {
	if !overTemplate(p) {
		return
	}
	facts, _ := p.Site.Templates()
	for _, call := range inTemplate(p, facts.Calls, func(c templates.Call) templates.Place { return c.Place }) {
		r := call.Removal
		d := lint.Diagnostic{Span: call.Span}
		switch {
		case r.Removed && r.Instead != "":
			d.Message = lint.Msg("Hugo removed %s, deprecated since %s; use %s", r.Name, r.Since, r.Instead)
		case r.Removed:
			d.Message = lint.Msg("Hugo removed %s, deprecated since %s", r.Name, r.Since)
		case r.Instead != "":
			d.Message = lint.Msg("Hugo is about to remove %s, deprecated since %s; use %s", r.Name, r.Since, r.Instead)
		default:
			d.Message = lint.Msg("Hugo is about to remove %s, deprecated since %s", r.Name, r.Since)
		}
		if r.Removed {
			d.Effect = lint.Msg("the site does not build where this runs")
			p.Report(d)
			continue
		}
		d.Effect = lint.Msg("a release to come does not build the site")
		p.ReportAs(lint.Warning, d)
	}
}

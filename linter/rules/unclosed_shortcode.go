package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var unclosedShortcode = lint.Rule{
	Name:     "unclosed-shortcode",
	Summary:  "shortcode that is not closed, or closed for nothing",
	Family:   lint.Shortcode,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  unclosedShortcodeChecker{},
}

type unclosedShortcodeChecker struct{}

func (unclosedShortcodeChecker) Check(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied {
		return
	}
	stops := lint.Msg("Hugo stops here and publishes nothing")
	for _, problem := range p.Problems() {
		if problem.Kind != source.ShortcodeProblem {
			continue
		}
		d := lint.Diagnostic{Span: problem.Span, Message: lint.Msg("%s", problem.Message), Effect: stops}
		if !problem.Expected.IsZero() {
			d.Message = lint.Msg("%s; expected %s", problem.Message, problem.Expected)
		}
		p.Report(d)
	}
	if !callsShortcodes(p) {
		return
	}
	for _, c := range p.Shortcodes() {
		s, there := p.Site.Shortcodes()[strings.ToLower(c.Name)]
		inner, sure := readsInner(p, s)
		if !there || !sure || c.Inline {
			continue
		}
		d := lint.Diagnostic{Span: c.NameSpan, Effect: stops}
		switch {
		case inner && !c.Closing && !c.SelfClose && c.Partner < 0:
			d.Message = lint.Msg("the shortcode %q is never closed", c.Name)
		case !inner && c.Closing:
			d.Message = lint.Msg("the shortcode %q must not be closed: its template reads nothing between tags", c.Name)
		case !inner && c.SelfClose:
			d.Message = lint.Msg("the shortcode %q must not close itself: its template reads nothing between tags", c.Name)
		default:
			continue
		}
		p.Report(d)
	}
}

package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var unknownShortcode = lint.Rule{
	Name:     "unknown-shortcode",
	Summary:  "shortcode that neither the site, its theme nor Hugo has",
	Family:   lint.Shortcode,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  unknownShortcodeChecker{},
}

type unknownShortcodeChecker struct{}

// removedShortcodes came with Hugo once; calling one is an error now, which
// names what to use.
var removedShortcodes = map[string]string{"gist": "", "twitter": "x", "twitter_simple": "x_simple"}

func (unknownShortcodeChecker) Check(p *lint.Pass) {
	if !callsShortcodes(p) {
		return
	}
	known := p.Site.Shortcodes()
	for i, c := range p.Shortcodes() {
		if !isTag(c) {
			continue
		}
		s, there := known[strings.ToLower(c.Name)]
		instead, removed := removedShortcodes[s.Name]
		d := lint.Diagnostic{Span: c.NameSpan}
		switch {
		case !there:
			d.Message = lint.Msg("there is no shortcode %q", c.Name)
			d.Effect = lint.Msg("Hugo stops here and publishes nothing")
			names := shortcodeNames(p)
			slices.Sort(names)
			instead = text.Closest(c.Name, names)
		case s.Embedded && removed:
			d.Message = lint.Msg("Hugo no longer has the shortcode %q", c.Name)
			d.Effect = lint.Msg("the build fails, and readers do not see what it stood for")
		default:
			continue
		}
		if instead != "" {
			edits := []text.Edit{text.Replace(c.NameSpan, instead)}
			if c.Partner > i {
				edits = append(edits, text.Replace(p.Shortcodes()[c.Partner].NameSpan, instead))
			}
			d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q", instead), Unsafe: true, Edits: edits}}
		}
		p.Report(d)
	}
}

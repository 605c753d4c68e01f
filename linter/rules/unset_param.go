package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/templates"
)

var unsetParam = lint.Rule{
	Name:     "unset-param",
	Summary:  "site parameter that a template prints and no configuration sets",
	Family:   lint.Theme,
	Severity: lint.Warning,
	Since:    "0.1.0",
	On:       lint.SiteFiles,
	Checker:  unsetParamChecker{},
}

type unsetParamChecker struct{}

func (unsetParamChecker) Check(p *lint.Pass) {
	if !overTemplate(p) || len(p.Site.Config.Files) == 0 {
		return
	}
	facts, ok := p.Site.Templates()
	if !ok {
		return
	}
	seen := map[string]bool{}
	for _, r := range inTemplate(p, facts.Reads, func(r templates.Read) templates.Place { return r.Place }) {
		name := strings.Join(r.Key, ".")
		if !r.Site || !r.Bare || r.Common || seen[name] || strings.Contains(name, "[]") || !isUnset(p, r.Key) {
			continue
		}
		seen[name] = true
		name = strings.Join(append(slices.Clone(r.Key[:len(r.Key)-1]), r.Name), ".")
		d := lint.Diagnostic{Span: r.Span, Effect: lint.Msg("readers see nothing there")}
		if meant := setInstead(p, facts, r.Key); meant != "" {
			d.Message = lint.Msg("no configuration sets site.Params.%s; did you mean %q, which one sets?", name, meant)
			p.Report(d)
		} else if !p.Site.IsTheme() {
			d.Message = lint.Msg("no configuration sets site.Params.%s, and the template has no substitute", name)
			p.ReportAs(lint.Info, d)
		}
	}
}

// isUnset reports whether the configuration does not have a parameter, and has
// no list or text where the table around it would be.
func isUnset(p *lint.Pass, key []string) bool {
	for n := range key {
		value, set := p.Site.Param(key[:n+1]...)
		if !set {
			return true
		}
		if _, isTable := asTable(value); !isTable {
			return false
		}
	}
	return false
}

// setInstead returns the parameter beside an unset one, or beside the first
// unset table around it, that was probably meant: it is set, and no template reads it.
func setInstead(p *lint.Pass, facts *templates.Facts, key []string) string {
	n := 0
	for n < len(key)-1 {
		if _, set := p.Site.Param(key[:n+1]...); !set {
			break
		}
		n++
	}
	above := key[:n]
	table, _ := p.Site.Param(above...)
	settings, _ := asTable(table)
	var candidates []string
	for name := range settings {
		if !readsParam(p, facts, append(slices.Clone(above), name)) {
			candidates = append(candidates, name)
		}
	}
	meant := misspelled(key[n], candidates, func(string) bool { return false })
	if meant == "" {
		return ""
	}
	return strings.Join(append(slices.Clone(above), meant), ".")
}

// readsParam reports whether a template, a shortcode in a post or Hugo itself
// reads a parameter of the site, or may do so.
func readsParam(p *lint.Pass, facts *templates.Facts, key []string) bool {
	name := key[len(key)-1]
	if _, read := facts.Reading(true, key...); read || facts.Open(true, key...) || facts.Mentions(name) {
		return true
	}
	if len(key) == 1 && (name == "mainsections" || name == "postlint") {
		return true
	}
	return (&keyReader{p, facts}).isArgument(strings.Join(key, "."))
}

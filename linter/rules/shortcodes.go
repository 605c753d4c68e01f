package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

// callsShortcodes reports whether Hugo looks for the templates of the shortcodes
// in a file, and postlint knows which there are.
func callsShortcodes(p *lint.Pass) bool {
	return len(p.Shortcodes()) > 0 && p.Kind != site.Shadowed && p.Kind != site.Copied && p.Site.HasTheme()
}

// readsInner reports whether the template of a shortcode reads what stands
// between its tags. ok is false where there are several that differ.
func readsInner(p *lint.Pass, s site.Shortcode) (inner, ok bool) {
	if s.Embedded || len(s.Files) == 1 {
		return s.Inner, true
	}
	if !s.Inner {
		return false, true
	}
	return true, allTemplates(p, s, func(template string) bool { return strings.Contains(template, ".Inner") })
}

// shortcodeNames lists the shortcodes that posts can call, sorted.
func shortcodeNames(p *lint.Pass) []string {
	var names []string
	for name := range p.Site.Shortcodes() {
		if !strings.HasPrefix(name, "1__") {
			names = append(names, name)
		}
	}
	return names
}

// isTag reports whether c calls a template: closing tags and those with their
// template in the post do not.
func isTag(c source.Shortcode) bool { return !c.Closing && !c.Inline }

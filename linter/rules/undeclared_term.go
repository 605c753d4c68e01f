package rules

import (
	"slices"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var undeclaredTerm = lint.Rule{
	Name:     "undeclared-term",
	Summary:  "term that a closed taxonomy does not have",
	Family:   lint.Taxonomy,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Fix:      lint.UnsafeFix,
	Checker:  undeclaredTermChecker{},
}

type undeclaredTermChecker struct {
	Closed []string `doc:"Taxonomies, by their plurals, that have no terms but those with a page of their own. Without it these are all that have such a page."`
}

func (c undeclaredTermChecker) Check(p *lint.Pass) {
	for _, t := range p.Terms {
		if !c.isClosed(p.Site, t.Taxonomy) || p.Site.TermPage(t, p.Language) != nil {
			continue
		}
		d := lint.Diagnostic{
			Span:    t.Span,
			Message: lint.Msg("%q is not among the terms of %s", t.Name, t.Taxonomy),
			Effect:  lint.Msg("its list has no page that introduces it; expected one of the terms with a page, or a new page for this one"),
		}
		if t.Span.IsZero() {
			d.Span = startSpan(p)
		}
		names := declaredNames(p.Site, t.Taxonomy, p.Language)
		meant := sameLetters(t.Name, names)
		if meant == "" {
			meant = text.Closest(t.Name, names)
		}
		if meant != "" {
			d.Effect = lint.Msg("its list has no page that introduces it; did you mean %q?", meant)
			d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q", meant), Unsafe: true, Edits: useName(p, t, meant)}}
		}
		p.Report(d)
	}
}

func (c undeclaredTermChecker) isClosed(x *site.Index, taxonomy string) bool {
	if len(c.Closed) > 0 {
		return slices.Contains(c.Closed, taxonomy)
	}
	return len(x.TermPages(taxonomy)) > 0
}

// declaredNames returns the terms of a taxonomy that have a page in a language, as
// most posts write them; a term that no post has is called by its key.
func declaredNames(x *site.Index, taxonomy, language string) []string {
	var names []string
	for _, page := range x.TermPages(taxonomy) {
		if page.Language != language {
			continue
		}
		key, uses := lastPart(page.Path), 0
		name := key
		for _, n := range x.TermNames(taxonomy) {
			if n.Key == key && len(n.Pages) > uses {
				name, uses = n.Name, len(n.Pages)
			}
		}
		names = append(names, name)
	}
	return names
}

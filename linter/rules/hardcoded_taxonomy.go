package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/templates"
)

var hardcodedTaxonomy = lint.Rule{
	Name:     "hardcoded-taxonomy",
	Summary:  "template that names a taxonomy the site does not have",
	Family:   lint.Theme,
	Severity: lint.Warning,
	Since:    "0.1.0",
	On:       lint.SiteFiles,
	Checker:  hardcodedTaxonomyChecker{},
}

type hardcodedTaxonomyChecker struct{}

func (hardcodedTaxonomyChecker) Check(p *lint.Pass) {
	if !overTemplate(p) || p.Site.IsTheme() || len(p.Site.Config.Taxonomies) == 0 {
		return
	}
	facts, ok := p.Site.Templates()
	if !ok || facts.AllTaxonomies || facts.Open(false) || showsTerms(p, facts) {
		return
	}
	for _, t := range inTemplate(p, namedTaxonomies(facts), func(t templates.Taxonomy) templates.Place { return t.Place }) {
		if !isTaxonomy(p, t.Name) {
			p.Report(lint.Diagnostic{
				Span:    t.Span,
				Message: lint.Msg("the site has no taxonomy %q; it has %s", t.Name, enumerate(plurals(p.Site))),
				Effect:  lint.Msg("no template shows the terms of its posts"),
			})
		}
	}
}

// namedTaxonomies lists where templates name a taxonomy, also as the key that
// its terms stand under where the name is one that Hugo has by default.
func namedTaxonomies(facts *templates.Facts) []templates.Taxonomy {
	list := slices.Clone(facts.Taxonomies)
	for _, r := range facts.Reads {
		if !r.Site && len(r.Key) == 1 && r.Path != "" && slices.Contains(hugoTaxonomies, r.Key[0]) {
			list = append(list, templates.Taxonomy{Place: r.Place, Name: r.Key[0]})
		}
	}
	return list
}

// showsTerms reports whether a template reads the terms of a taxonomy that the
// site has: then a further name is one that the template can do without.
func showsTerms(p *lint.Pass, facts *templates.Facts) bool {
	for _, t := range p.Site.Config.Taxonomies {
		name := strings.ToLower(t.Plural)
		if _, read := facts.Reading(false, name); read || facts.Mentions(name) {
			return true
		}
	}
	return slices.ContainsFunc(facts.Taxonomies, func(t templates.Taxonomy) bool { return isTaxonomy(p, t.Name) })
}

func plurals(x *site.Index) []string {
	var list []string
	for _, t := range x.Config.Taxonomies {
		list = append(list, t.Plural)
	}
	return list
}

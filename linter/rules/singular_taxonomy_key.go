package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
)

var singularTaxonomyKey = lint.Rule{
	Name:     "singular-taxonomy-key",
	Summary:  "singular name of a taxonomy as the key, where Hugo reads the plural",
	Family:   lint.Taxonomy,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  singularTaxonomyKeyChecker{},
}

type singularTaxonomyKeyChecker struct{}

func (singularTaxonomyKeyChecker) Check(p *lint.Pass) {
	for _, t := range p.Site.Config.Taxonomies {
		if isTaxonomy(p, t.Singular) {
			continue
		}
		if isOwnParameter(p, t) {
			continue
		}
		f := p.FrontMatter.Lookup(t.Singular)
		if f == nil || !canBeTerms(f.Value) || isEmpty(f.Value) {
			continue
		}
		d := lint.Diagnostic{
			Span:    f.KeySpan,
			Message: lint.Msg("key %q names no taxonomy; Hugo reads %q", f.Key, t.Plural),
			Effect:  lint.Msg("the post is in no list of %s", t.Plural),
		}
		plural := p.FrontMatter.Lookup(t.Plural)
		if plural != nil {
			d.Effect = lint.Msg("its terms are in no list of %s", t.Plural)
			d.Related = []lint.Related{{Path: p.Document.Path, Span: plural.KeySpan, Message: lint.Msg("Hugo reads this")}}
		} else if edits, ok := p.Rename(f, t.Plural); ok {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Rename the key to %q", t.Plural), Edits: edits}}
		}
		p.Report(d)
	}
}

// isOwnParameter reports whether the site uses the singular as a parameter of its
// own: post after post has it, and the plural is the exception or never used.
func isOwnParameter(p *lint.Pass, t site.TaxonomyConfig) bool {
	const many = 10
	singular := p.Site.KeyUses(t.Singular)
	return singular >= many && singular > 2*p.Site.KeyUses(t.Plural)
}

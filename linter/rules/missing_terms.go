package rules

import (
	"slices"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var missingTerms = lint.Rule{
	Name:     "missing-terms",
	Summary:  "post without a term of a taxonomy",
	Family:   lint.Taxonomy,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Checker:  missingTermsChecker{},
}

type missingTermsChecker struct {
	Taxonomies []string `doc:"The taxonomies in which every post must have a term; all that the site declares, if empty."`
}

func (c missingTermsChecker) Check(p *lint.Pass) {
	if !p.IsPost() || p.FrontMatter.Format != source.NoFormat && !p.Readable() {
		return
	}
	var missing []string
	span, zolaTerms := startSpan(p), readZola(p).taxonomies
	for _, t := range p.Site.Config.Taxonomies {
		if len(c.Taxonomies) > 0 && !slices.Contains(c.Taxonomies, t.Plural) ||
			slices.ContainsFunc(p.Terms, func(u site.Term) bool { return u.Taxonomy == t.Plural }) ||
			hasZolaTerms(zolaTerms, t.Plural) {
			continue
		}
		if f := p.FrontMatter.Lookup(t.Plural); f != nil && len(missing) == 0 {
			span = f.KeySpan
		}
		missing = append(missing, t.Plural)
	}
	if len(missing) > 0 {
		p.Report(lint.Diagnostic{
			Span:    span,
			Message: lint.Msg("the post has no term of %s", enumerate(missing)),
			Effect:  lint.Msg("readers do not come across it there"),
		})
	}
}

// hasZolaTerms reports whether the post has terms of a taxonomy where Zola reads
// them: zola-front-matter says so, and its fix moves them.
func hasZolaTerms(table *source.Field, taxonomy string) bool {
	return table != nil && slices.ContainsFunc(table.Value.Fields, func(f *source.Field) bool {
		return f.Key == taxonomy && !isEmpty(f.Value)
	})
}

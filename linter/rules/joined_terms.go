package rules

import (
	"strings"

	"postlint/linter/lint"
)

var joinedTerms = lint.Rule{
	Name:     "joined-terms",
	Summary:  "several terms written as one string",
	Family:   lint.Taxonomy,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  joinedTermsChecker{},
}

type joinedTermsChecker struct{}

func (joinedTermsChecker) Check(p *lint.Pass) {
	for _, t := range p.Site.Config.Taxonomies {
		f := p.FrontMatter.Lookup(t.Plural)
		if f == nil {
			continue
		}
		joined, ok := f.Value.Text()
		if !ok {
			continue // an element of a list is one term, and may well have a comma
		}
		terms := splitTerms(joined)
		if len(terms) < 2 {
			continue
		}
		d := lint.Diagnostic{
			Span:    f.Value.Span,
			Message: lint.Msg("%q is one term of %s", joined, t.Plural),
			Effect:  lint.Msg("the post is in one list that nobody looks for, and not in those of %s", enumerate(terms)),
		}
		if edits, ok := p.ReplaceValue(f.Value, terms); ok {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Make it a list: %s", enumerate(terms)), Edits: edits}}
		}
		p.Report(d)
	}
}

// splitTerms returns the terms of a string that joins them with commas or
// semicolons; one term or none when it does not.
func splitTerms(s string) (terms []string) {
	separator := ","
	if !strings.Contains(s, separator) {
		separator = ";"
	}
	for _, part := range strings.Split(s, separator) {
		if part = strings.TrimSpace(part); part != "" {
			terms = append(terms, part)
		}
	}
	return terms
}

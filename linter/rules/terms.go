package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

// canBeTerms reports whether a value could be terms: a string, or a list of scalars.
func canBeTerms(v *source.Value) bool {
	switch v.Kind {
	case source.String:
		return true
	case source.List:
		for _, e := range v.Elements {
			if e.Kind == source.List || e.Kind == source.Map {
				return false
			}
		}
		return true
	}
	return false
}

// isEmpty reports whether a value is an empty string or list.
func isEmpty(v *source.Value) bool {
	s, ok := v.Text()
	return ok && strings.TrimSpace(s) == "" || v.Kind == source.List && len(v.Elements) == 0
}

// isSingular reports whether key is the singular of a taxonomy of the site and
// the plural of none.
func isSingular(p *lint.Pass, key string) bool {
	for _, t := range p.Site.Config.Taxonomies {
		if strings.EqualFold(t.Singular, key) {
			return !isTaxonomy(p, key)
		}
	}
	return false
}

// sameLetters returns the name that differs from key only in accents, letter
// case, hyphens, underscores and blanks, or "".
func sameLetters(key string, names []string) string {
	bare := func(s string) string { return strings.ReplaceAll(vietnamese.Slug(s), "-", "") }
	for _, n := range names {
		if b := bare(key); b != "" && b == bare(n) {
			return n
		}
	}
	return ""
}

// oneLetterOff returns the name, of five letters or more, that has one letter
// more, less or other than key, or two of them swapped; "" when there is none.
func oneLetterOff(key string, names []string) string {
	for _, n := range names {
		if len(n) >= 5 && text.Distance(key, n) == 1 {
			return n
		}
	}
	return ""
}

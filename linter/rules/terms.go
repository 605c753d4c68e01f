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
	plain := ""
	for _, n := range names {
		if isASCII(key) && isASCII(n) {
			if sameASCIILetters(key, n) {
				return n
			}
			continue
		}
		if plain == "" {
			plain = bare(key)
		}
		if plain != "" && plain == bare(n) {
			return n
		}
	}
	return ""
}

func bare(s string) string { return strings.ReplaceAll(vietnamese.Slug(s), "-", "") }

// sameASCIILetters is for a comparison of bare ASCII, which most keys are.
func sameASCIILetters(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && !isLetterOrDigit(rune(a[i])) {
			i++
		}
		for j < len(b) && !isLetterOrDigit(rune(b[j])) {
			j++
		}
		switch {
		case i == len(a) || j == len(b):
			return i == len(a) && j == len(b) && strings.ContainsFunc(a, isLetterOrDigit)
		case a[i] != b[j] && (a[i]|0x20 != b[j]|0x20 || a[i] < 'A' || b[j] < 'A'):
			return false
		}
		i, j = i+1, j+1
	}
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

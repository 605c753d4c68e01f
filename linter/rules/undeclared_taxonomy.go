package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
)

var undeclaredTaxonomy = lint.Rule{
	Name:     "undeclared-taxonomy",
	Summary:  "key of a taxonomy that the site does not declare",
	Family:   lint.Taxonomy,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  undeclaredTaxonomyChecker{},
}

type undeclaredTaxonomyChecker struct{}

// hugoTaxonomies are those that a site has until it declares its own.
var hugoTaxonomies = []string{"tags", "categories"}

func (undeclaredTaxonomyChecker) Check(p *lint.Pass) {
	taxonomies := p.Site.Config.Taxonomies
	if len(taxonomies) == 0 {
		return // a site that turned taxonomies off means it
	}
	var plurals []string
	for _, f := range p.FrontMatter.Fields {
		if !canBeTerms(f.Value) || isEmpty(f.Value) || isTaxonomy(p, f.Key) || isSingular(p, f.Key) {
			continue
		}
		if plurals == nil {
			for _, t := range taxonomies {
				plurals = append(plurals, t.Plural)
			}
		}
		meant := meantTaxonomy(p, f, plurals)
		isMeant := meant != ""
		if !isMeant && !slices.Contains(hugoTaxonomies, strings.ToLower(f.Key)) {
			continue
		}
		d := lint.Diagnostic{
			Span:    f.KeySpan,
			Message: lint.Msg("%q is not a taxonomy of this site, which has %s", f.Key, enumerate(plurals)),
			Effect:  lint.Msg("its terms have no pages, and the post is in no list of them"),
		}
		if isMeant {
			d.Message = lint.Msg("%q is not a taxonomy of this site; %q is", f.Key, meant)
			if edits, ok := p.Rename(f, meant); ok {
				d.Fixes = []lint.Fix{{Title: lint.Msg("Rename the key to %q", meant), Unsafe: true, Edits: edits}}
			}
		}
		p.Report(d)
	}
}

// meantTaxonomy returns the taxonomy that a key of terms misspells, or "".
func meantTaxonomy(p *lint.Pass, f *source.Field, plurals []string) string {
	meant := sameLetters(f.Key, plurals)
	if meant == "" && f.Value.Kind == source.List && !knownKey(f.Key) {
		meant = oneLetterOff(f.Key, plurals)
	}
	if meant == "" || p.FrontMatter.Lookup(meant) != nil {
		return ""
	}
	return meant
}

// knownKey reports whether a top-level key means something to Hugo or to many
// themes, so that it is not taken for a misspelled one.
func knownKey(key string) bool {
	key = strings.ToLower(key)
	_, known := hugoKeys[key]
	return known || slices.Contains(hugoTaxonomies, key) ||
		slices.Contains([]string{"author", "authors", "images", "videos", "audio", "series", "topics", "projects"}, key)
}

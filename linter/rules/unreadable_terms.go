package rules

import (
	"slices"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var unreadableTerms = lint.Rule{
	Name:     "unreadable-terms",
	Summary:  "terms in a form that Hugo reads as none",
	Family:   lint.Taxonomy,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  unreadableTermsChecker{},
}

type unreadableTermsChecker struct{}

func (unreadableTermsChecker) Check(p *lint.Pass) {
	if !concerns(p) || p.Kind == site.Hidden {
		return
	}
	for _, t := range p.Site.Config.Taxonomies {
		f := termsField(p, t.Plural)
		if f == nil || slices.ContainsFunc(p.Terms, func(term site.Term) bool { return term.Taxonomy == t.Plural }) {
			continue
		}
		what, bad := notTerms(f.Value)
		if bad == nil {
			continue
		}
		d := lint.Diagnostic{
			Span:    keySpan(f),
			Message: lint.Msg("%q holds %s, which Hugo cannot read as terms", f.Key, what),
			Effect:  lint.Msg("the post is in no list of %s; expected a list of names", t.Plural),
		}
		if bad != f.Value && bad.Kind == source.List {
			d.Span = bad.Span
		}
		if texts := flatTexts(f.Value); texts != nil {
			edits, _ := p.ReplaceValue(f.Value, texts)
			d.Fixes = []lint.Fix{{Title: lint.Msg("Write %s", shown(texts)), Unsafe: true, Edits: edits}}
		}
		p.Report(d)
	}
}

// termsField returns the field that Hugo reads a page's terms of one taxonomy
// from, given by its plural, or nil.
func termsField(p *lint.Pass, plural string) *source.Field {
	if f := p.FrontMatter.Lookup("params", plural); f != nil {
		return f
	}
	return p.FrontMatter.Lookup(plural)
}

// notTerms returns what of a value keeps Hugo from reading terms, and names
// it: a table, or a table or list in a list. One is enough for the whole list
// to be dropped.
func notTerms(v *source.Value) (what lint.Message, bad *source.Value) {
	if v.Kind == source.Map && len(v.Fields) > 0 {
		return lint.Msg("a table"), v
	}
	bad = nested(v)
	switch {
	case bad == nil:
		return lint.Message{}, nil
	case bad.Kind == source.Map:
		return lint.Msg("a table in a list"), bad
	}
	return lint.Msg("a list within a list"), bad
}

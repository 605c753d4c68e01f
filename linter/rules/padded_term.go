package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var paddedTerm = lint.Rule{
	Name:     "padded-term",
	Summary:  "term with blanks too many",
	Family:   lint.Taxonomy,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  paddedTermChecker{},
}

type paddedTermChecker struct{}

func (paddedTermChecker) Check(p *lint.Pass) {
	for _, t := range p.Terms {
		tidy := singleBlanks(t.Name)
		if tidy == t.Name || tidy == "" || t.Span.IsZero() {
			continue
		}
		d := lint.Diagnostic{
			Span:    t.Span,
			Message: lint.Msg("%q is not the term %q to Hugo", t.Name, tidy),
			Effect:  lint.Msg("it gets a list of its own at %q", "/"+t.Taxonomy+"/"+t.Key+"/"),
			Fixes:   []lint.Fix{{Title: lint.Msg("Use %q", tidy), Edits: useName(p, t, tidy)}},
		}
		if !isTermOf(p, t.Taxonomy, tidy) {
			p.ReportAs(lint.Warning, d) // nobody is kept from another list
			continue
		}
		d.Effect = lint.Msg("the post is missing in the list of %q and stands in one of its own at %q", tidy, "/"+t.Taxonomy+"/"+t.Key+"/")
		p.Report(d)
	}
}

// singleBlanks takes the blanks off both ends of a term, and leaves one where
// several stand together. Blanks that are not ASCII's stay inside, where they may be meant.
func singleBlanks(term string) string {
	ascii := func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }
	return strings.Join(strings.FieldsFunc(strings.TrimSpace(term), ascii), " ")
}

// isTermOf reports whether a post in the page's language has a term of that
// name, if in another letter case.
func isTermOf(p *lint.Pass, taxonomy, name string) bool {
	return slices.ContainsFunc(p.Site.TermNames(taxonomy), func(n site.TermName) bool {
		return strings.EqualFold(n.Name, name) &&
			slices.ContainsFunc(n.Pages, func(o *site.Page) bool { return o.Language == p.Language })
	})
}

// useName returns the edits that give a term another name, or take it out where
// that is in the list already.
func useName(p *lint.Pass, t site.Term, name string) []text.Edit {
	f := termsField(p, t.Taxonomy)
	if f == nil {
		return nil
	}
	for i, e := range f.Value.Elements {
		if e.Span != t.Span {
			continue
		}
		for _, other := range f.Value.Elements {
			if s, ok := other.Text(); ok && s == name {
				edits, _ := p.RemoveElement(f.Value, i)
				return edits
			}
		}
	}
	if v := termValue(p, t); v != nil {
		edits, _ := p.ReplaceValue(v, name)
		return edits
	}
	return nil
}

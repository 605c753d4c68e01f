package rules

import (
	"golang.org/x/text/unicode/norm"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var conflictingTerms = lint.Rule{
	Name:     "conflicting-terms",
	Summary:  "term that other posts spell differently",
	Family:   lint.Taxonomy,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  conflictingTermsChecker{},
}

type conflictingTermsChecker struct{}

func (conflictingTermsChecker) Check(p *lint.Pass) {
	for _, t := range p.Terms {
		spellings := p.Site.Spellings(p.Page, t)
		if len(spellings) < 2 || t.Span.IsZero() || spellings[0].Name == t.Name {
			continue
		}
		usual := spellings[0]
		d := lint.Diagnostic{
			Span:    t.Span,
			Message: lint.Msg("%q is spelled %q in %d other posts", t.Name, usual.Name, len(usual.Pages)),
			Effect:  lint.Msg("Hugo makes one term of them, and which spelling readers see changes from build to build"),
			Related: usedAt(usual, t.Taxonomy),
		}
		if len(usual.Pages) == 1 {
			d.Message = lint.Msg("%q is spelled %q in another post", t.Name, usual.Name)
		}
		if usual.Key != t.Key {
			d.Effect = lint.Msg("readers get two terms for one, each with a part of the posts")
		}
		if norm.NFC.String(t.Name) == norm.NFC.String(usual.Name) {
			d.Message = lint.Msg("%q looks like the term of other posts and is stored otherwise: %s here, %s there",
				t.Name, codePointsApart(t.Name, usual.Name), codePointsApart(usual.Name, t.Name))
			if usual.Key != t.Key {
				d.Effect = lint.Msg("readers get two terms that look the same, each with a part of the posts")
			}
		}
		if v := termValue(p, t); v != nil {
			if edits, ok := p.ReplaceValue(v, usual.Name); ok {
				d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q", usual.Name), Unsafe: true, Edits: edits}}
			}
		}
		p.Report(d)
	}
}

// usedAt points at the first use of a spelling.
func usedAt(n site.TermName, taxonomy string) []lint.Related {
	for _, t := range n.Pages[0].Terms {
		if t.Taxonomy == taxonomy && t.Name == n.Name && !t.Span.IsZero() {
			return []lint.Related{{Path: n.Pages[0].Document.Path, Span: t.Span, Message: lint.Msg("%q is used here", n.Name)}}
		}
	}
	return nil
}

// codePointsApart lists the code points of the first letter in which a differs from b.
func codePointsApart(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	for i > 0 && !norm.NFC.PropertiesString(a[i:]).BoundaryBefore() {
		i--
	}
	next := norm.NFC.NextBoundaryInString(a[i:], true)
	return codePoints([]byte(a[i : i+max(next, 0)]))
}

// termValue returns the value in the front matter that a term was read from,
// or nil when it comes from elsewhere.
func termValue(p *lint.Pass, t site.Term) *source.Value {
	for _, path := range [][]string{{"params", t.Taxonomy}, {t.Taxonomy}} {
		f := p.FrontMatter.Lookup(path...)
		if f == nil {
			continue
		}
		if f.Value.Span == t.Span {
			return f.Value
		}
		for _, v := range f.Value.Elements {
			if v.Span == t.Span {
				return v
			}
		}
	}
	return nil
}

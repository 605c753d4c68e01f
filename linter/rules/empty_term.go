package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var emptyTerm = lint.Rule{
	Name:     "empty-term",
	Summary:  "term without a letter",
	Family:   lint.Taxonomy,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  emptyTermChecker{},
}

type emptyTermChecker struct{}

func (emptyTermChecker) Check(p *lint.Pass) {
	if !concerns(p) || p.Kind == site.Hidden {
		return
	}
	for _, t := range p.Site.Config.Taxonomies {
		f := termsField(p, t.Plural)
		if f == nil {
			continue
		}
		if s, ok := f.Value.Text(); ok && s != "" && strings.TrimSpace(s) == "" {
			reportBlank(p, f.Value, t.Plural, removeField(p, f))
			continue
		}
		if canBeTerms(f.Value) {
			reportEmptyElements(p, f, t.Plural)
		}
	}
}

// reportEmptyElements reports a list's elements without a letter, all together.
// Of blanks Hugo makes a term; "" and null it passes over, but a template that goes through
// the front matter itself does not.
func reportEmptyElements(p *lint.Pass, f *source.Field, taxonomy string) {
	var first, blank *source.Value
	n := 0
	for _, e := range f.Value.Elements {
		s, isText := e.Text()
		if e.Kind != source.Null && (!isText || strings.TrimSpace(s) != "") {
			continue
		}
		if n++; first == nil {
			first = e
		}
		if s != "" && blank == nil {
			blank = e
		}
	}
	switch {
	case first == nil:
	case blank != nil:
		reportBlank(p, blank, taxonomy, withoutEmpty(p, f))
	default:
		d := lint.Diagnostic{
			Span:    emptySpan(f, first),
			Message: lint.Msg("an empty term of %s", taxonomy),
			Effect:  lint.Msg("Hugo skips what is empty; a theme that lists the front matter's own terms shows a tag without a name"),
			Fixes:   []lint.Fix{{Title: lint.Msg("Remove it"), Edits: withoutEmpty(p, f)}},
		}
		if n > 1 {
			d.Message = lint.Msg("%d empty terms of %s", n, taxonomy)
			d.Fixes[0].Title = lint.Msg("Remove them")
		}
		p.ReportAs(lint.Info, d)
	}
}

func reportBlank(p *lint.Pass, v *source.Value, taxonomy string, edits []text.Edit) {
	p.Report(lint.Diagnostic{
		Span:    v.Span,
		Message: lint.Msg("a term of %s is nothing but blanks", taxonomy),
		Effect:  lint.Msg("readers get a list without a name"),
		Fixes:   []lint.Fix{{Title: lint.Msg("Remove it"), Edits: edits}},
	})
}

// emptySpan returns the place of an empty element; where nothing is written,
// that of the key.
func emptySpan(f *source.Field, e *source.Value) text.Span {
	if e.Span.Len() == 0 {
		return f.KeySpan
	}
	return e.Span
}

// withoutEmpty returns the edits that leave a list only its elements with a letter.
func withoutEmpty(p *lint.Pass, f *source.Field) []text.Edit {
	var kept []any
	for _, e := range f.Value.Elements {
		s, isText := e.Text()
		if e.Kind != source.Null && (!isText || strings.TrimSpace(s) != "") {
			kept = append(kept, e.Data)
		}
	}
	if len(kept) == 0 {
		edits, _ := p.ReplaceValue(f.Value, []string{})
		return edits
	}
	var edits []text.Edit
	for i, e := range f.Value.Elements {
		s, isText := e.Text()
		if e.Kind != source.Null && (!isText || strings.TrimSpace(s) != "") {
			continue
		}
		removal, ok := p.RemoveElement(f.Value, i)
		if !ok || overlap(edits, removal) {
			edits, _ = p.ReplaceValue(f.Value, kept)
			return edits
		}
		edits = append(edits, removal...)
	}
	return edits
}

// removeField returns the edits that take a field out of the front matter.
func removeField(p *lint.Pass, f *source.Field) []text.Edit {
	edits, _ := p.Remove(f)
	return edits
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var missingField = lint.Rule{
	Name:     "missing-field",
	Summary:  "post without a field that the site asks for",
	Family:   lint.FrontMatter,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Checker:  missingFieldChecker{Fields: []string{"title", "date"}},
}

type missingFieldChecker struct {
	Fields []string `doc:"The keys every post must set; dots lead into tables, as in cover.alt."`
}

func (c missingFieldChecker) Check(p *lint.Pass) {
	if !p.IsPost() || len(p.Problems()) > 0 {
		return
	}
	missing := lint.Once(p, &missingFieldsKey, func() (missing []string) {
		for _, field := range c.Fields {
			if !hasField(p, field) {
				missing = append(missing, field)
			}
		}
		return missing
	})
	if len(missing) > 0 {
		asked := lint.Msg("this site asks every post for it")
		if len(missing) > 1 {
			asked = lint.Msg("this site asks every post for them")
		}
		p.Report(lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("the post has no %s", enumerate(missing)),
			Effect:  asked,
		})
	}
}

// missingFieldsKey is where missing-field leaves what it reports, so that a
// schema that requires the same does not say so again.
var missingFieldsKey byte

// hasField reports whether the page has a value for a key that is not empty,
// from its front matter, a cascade or, for a date, its file name.
func hasField(p *lint.Pass, field string) bool {
	switch strings.ToLower(field) {
	case "title":
		return strings.TrimSpace(p.Title) != ""
	case "date":
		return !p.Dates.Date.IsZero()
	case "lastmod":
		return !p.Dates.Lastmod.IsZero()
	case "publishdate":
		return !p.Dates.PublishDate.IsZero()
	}
	if isTaxonomy(p, field) {
		for _, t := range p.Terms {
			if strings.EqualFold(t.Taxonomy, field) {
				return true
			}
		}
		return false
	}
	var value any = p.Params
	for _, key := range strings.Split(strings.ToLower(field), ".") {
		table, ok := asTable(value)
		if !ok {
			return false
		}
		value = table[key]
	}
	return !isBlank(value)
}

// isBlank reports whether a parameter says nothing; false and 0 say something.
func isBlank(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return len(v) == 0
	case []string:
		return len(v) == 0
	}
	table, ok := asTable(value)
	return ok && len(table) == 0
}

// startSpan returns the opening delimiter of the front matter, or the first
// line of a page that has none.
func startSpan(p *lint.Pass) text.Span {
	if p.FrontMatter.Span.IsZero() {
		return firstLine(p, text.Span{End: len(p.Src)})
	}
	return openingSpan(p)
}

package rules

import (
	"time"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var futureDate = lint.Rule{
	Name:     "future-date",
	Summary:  "date in the future, until which the post is not published",
	Family:   lint.Publication,
	Severity: lint.Info,
	Since:    "0.1.0",
	Checker:  futureDateChecker{},
}

type futureDateChecker struct{}

func (futureDateChecker) Check(p *lint.Pass) {
	if p.State != site.Future || !concerns(p) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    dateSpan(p, p.Dates.PublishDate),
		Message: lint.Msg("the post is dated %s, in the future", p.Dates.PublishDate.Format(time.DateOnly)),
		Effect:  lint.Msg("Hugo leaves it out until a build after that"),
	})
}

// dateSpan returns the value in the front matter that a date of the page comes
// from, or the opening delimiter when it comes from elsewhere (the file's name, a cascade).
func dateSpan(p *lint.Pass, t time.Time) text.Span {
	for _, f := range p.FrontMatter.Fields {
		if f.Value.Kind == source.List || f.Value.Kind == source.Map {
			continue
		}
		if d, err := p.ParseDate(f.Value.Data); err == nil && d.Equal(t) && f.Value.Kind != source.Null {
			return f.Value.Span
		}
	}
	return openingSpan(p)
}

// openingSpan returns the opening delimiter of the front matter.
func openingSpan(p *lint.Pass) text.Span {
	return firstLine(p, p.FrontMatter.Span)
}

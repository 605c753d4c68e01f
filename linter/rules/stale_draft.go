package rules

import (
	"time"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var staleDraft = lint.Rule{
	Name:     "stale-draft",
	Summary:  "draft that nobody has touched for long",
	Family:   lint.Publication,
	Severity: lint.Info,
	Since:    "0.1.0",
	Policy:   true,
	Checker:  staleDraftChecker{Days: 180},
}

type staleDraftChecker struct {
	Days int `doc:"How many days after its date, or the date of its last change, a draft is stale."`
}

func (c staleDraftChecker) Check(p *lint.Pass) {
	if p.State != site.Draft || !concerns(p) {
		return
	}
	last := p.Dates.Date
	if p.Dates.Lastmod.After(last) {
		last = p.Dates.Lastmod
	}
	days := int(p.Site.Now.Sub(last) / (24 * time.Hour))
	if last.IsZero() || days <= c.Days {
		return
	}
	span := dateSpan(p, last)
	if f := p.FrontMatter.Lookup("draft"); f != nil {
		span = f.KeySpan
	}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: lint.Msg("the draft was last touched on %s, %d days ago", last.Format(time.DateOnly), days),
		Effect:  lint.Msg("readers wait for it; finish it or let it go"),
	})
}

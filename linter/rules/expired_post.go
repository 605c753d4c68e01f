package rules

import (
	"time"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var expiredPost = lint.Rule{
	Name:     "expired-post",
	Summary:  "expiry date in the past, since which the post is not published",
	Family:   lint.Publication,
	Severity: lint.Info,
	Since:    "0.1.0",
	Checker:  expiredPostChecker{},
}

type expiredPostChecker struct{}

func (expiredPostChecker) Check(p *lint.Pass) {
	if p.State != site.Expired || !concerns(p) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    dateSpan(p, p.Dates.ExpiryDate),
		Message: lint.Msg("the post expired on %s", p.Dates.ExpiryDate.Format(time.DateOnly)),
		Effect:  lint.Msg("Hugo leaves it out"),
	})
}

package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
)

var duplicateURL = lint.Rule{
	Name:     "duplicate-url",
	Summary:  "URL that another page has, too",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  duplicateURLChecker{},
}

type duplicateURLChecker struct{}

func (duplicateURLChecker) Check(p *lint.Pass) {
	for _, page := range everywhere(p) {
		if reportCollisions(p, page) {
			return
		}
	}
}

// reportCollisions reports what is published over a page, or will be once the
// page itself is. A draft is no trouble to the page whose URL it has: it is
// reported at the draft.
func reportCollisions(p *lint.Pass, page *site.Page) bool {
	if !hugoReads(page) {
		return false
	}
	var others []site.Publication
	for _, other := range p.Site.Collisions(page) {
		if other.Page == nil || other.Page.Document != page.Document && hugoReads(other.Page) && p.Site.Builds(other.Page) {
			others = append(others, other)
		}
	}
	if len(others) == 0 {
		return false
	}
	d := lint.Diagnostic{
		Span:    urlSpan(p),
		Message: lint.Msg("%q is also the URL of %s", page.RelPermalink, whatIs(others[0])),
		Effect:  lint.Msg("one overwrites the other, and which one readers get changes from build to build"),
	}
	if n := len(others) - 1; n > 0 {
		d.Message = lint.Msg("%q is also the URL of %s and %d more", page.RelPermalink, whatIs(others[0]), n)
		d.Effect = lint.Msg("only one of them is published, and which one changes from build to build")
	}
	for _, other := range others {
		if other.Page != nil {
			d.Related = append(d.Related, lint.Related{
				Path: other.Page.Document.Path, Span: startOf(other.Page), Message: lint.Msg("it has the same URL"),
			})
		}
	}
	switch {
	case p.Site.Builds(page):
		p.Report(d)
	case page.State != site.Expired:
		d.Effect = lint.Msg("once this draft is published, one overwrites the other")
		if page.State == site.Future {
			d.Effect = lint.Msg("once this post is published, one overwrites the other")
		}
		p.ReportAs(lint.Warning, d)
	default:
		return false
	}
	return true
}

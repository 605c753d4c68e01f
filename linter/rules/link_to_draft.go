package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
)

var linkToDraft = lint.Rule{
	Name:     "link-to-draft",
	Summary:  "link to a page that is not published",
	Family:   lint.Publication,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  linkToDraftChecker{},
}

type linkToDraftChecker struct{}

func (linkToDraftChecker) Check(p *lint.Pass) {
	if p.State != site.Published || p.RelPermalink == "" || !mayLinkTo(p, isUnpublished) {
		return
	}
	for _, link := range p.Body().Links {
		target := p.Site.ResolveLink(p.Page, link.Dest)
		if !isUnpublished(target) {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    link.DestSpan,
			Message: lint.Msg("%q leads to %s", link.Dest, unpublished(target.Page)),
			Effect:  lint.Msg("readers get “page not found”"),
			Related: []lint.Related{{Path: target.Page.Document.Path, Message: lint.Msg("the page")}},
		})
	}
}

// isUnpublished reports whether a target is a page that readers cannot get.
func isUnpublished(t site.Target) bool {
	return t.Kind == site.PageTarget && t.Page != nil && t.Page.State != site.Published
}

// unpublished says why readers do not get to see a page.
func unpublished(page *site.Page) lint.Message {
	switch page.State {
	case site.Future:
		return lint.Msg("a page dated %s, in the future", page.Dates.PublishDate.Format("2006-01-02"))
	case site.Expired:
		return lint.Msg("a page that expired on %s", page.Dates.ExpiryDate.Format("2006-01-02"))
	}
	return lint.Msg("a draft")
}

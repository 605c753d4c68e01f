package rules

import (
	"bytes"

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
	if p.State != site.Published || p.RelPermalink == "" || !mayLink(p.Src[p.BodyStart:]) {
		return
	}
	for _, link := range p.Body().Links {
		target := p.Site.Resolve(p.Page, link.Dest)
		if target.Kind != site.PageTarget || target.Page == nil || target.Page.State == site.Published {
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

// mayLink reports whether a body can hold a link to another page of the site.
func mayLink(body []byte) bool {
	return bytes.Contains(body, []byte("](")) || bytes.Contains(body, []byte("]:")) || bytes.Contains(body, []byte("://"))
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

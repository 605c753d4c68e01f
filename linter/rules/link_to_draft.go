package rules

import (
	"bytes"
	"strings"

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
	if p.State != site.Published || p.RelPermalink == "" || !mayLeadAway(p) {
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

// mayLeadAway looks for what may be a link to such a page before the Markdown
// is parsed, which is a hundred times as slow: in most posts there is none.
func mayLeadAway(p *lint.Pass) bool {
	body := p.Src[p.BodyStart:]
	for _, opening := range []string{"](", "]:", "://"} {
		for at := 0; ; {
			i := bytes.Index(body[at:], []byte(opening))
			if i < 0 {
				break
			}
			at += i + len(opening)
			start := at
			if opening == "://" {
				start -= len("https://")
				if start < 0 || body[start] != 'h' {
					start = at - len("http://")
				}
			}
			dest, plain := destination(body[max(start, 0):])
			if opening == "://" {
				dest = strings.TrimRight(dest, ".,;:!?*_~") // punctuation of the sentence
			}
			if !plain || isUnpublished(p.Site.ResolveLink(p.Page, dest)) {
				return true
			}
		}
	}
	return false
}

// destination returns the link destination that b begins with. plain is false
// where only a Markdown parser can tell.
func destination(b []byte) (dest string, plain bool) {
	b = bytes.TrimLeft(b, " \t\r\n")
	if end := bytes.IndexAny(b, ") \t\r\n>\"'|]"); end >= 0 {
		b = b[:end]
	}
	return string(b), !bytes.ContainsAny(b, `<(\&{%`)
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

package rules

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var emptyLinkText = lint.Rule{
	Name:     "empty-link-text",
	Summary:  "link without a text",
	Family:   lint.Link,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  emptyLinkTextChecker{},
}

type emptyLinkTextChecker struct{}

func (emptyLinkTextChecker) Check(p *lint.Pass) {
	body := p.Src[p.BodyStart:]
	if p.Kind == site.Shadowed || p.Kind == site.Copied || !mayContain(p, "</") && !mayLackText(body) {
		return
	}
	for _, l := range p.Body().Links {
		written := p.Slice(l.TextSpan)
		if l.Kind == source.AutoLink || !isBlank(l.Text) || !isBlank(l.Title) || strings.ContainsAny(written, "<{") ||
			l.HasImage && p.Site.HasRenderHook("image") || hasOwnLinkHook(p) || shownOtherwise(p, l.Span) {
			continue
		}
		d := lint.Diagnostic{
			Span:    l.Span,
			Message: lint.Msg("the link to %q has no text", l.Dest),
			Effect:  lint.Msg("readers do not see it, and a screen reader has no name for it"),
		}
		if l.HasImage {
			d.Message = lint.Msg("the link to %q is an image without alternative text", l.Dest)
			d.Effect = lint.Msg("a screen reader has no name for it")
		}
		p.Report(d)
	}
	for _, s := range shownHTML(p) {
		checkAnchors(p, s)
	}
}

// mayLackText reports whether a body may have a link with neither letter nor
// digit between its brackets; the Markdown of most posts need not be parsed to see that it has none.
func mayLackText(body []byte) bool {
	for at := 0; ; at++ {
		i := bytes.IndexByte(body[at:], ']')
		if i < 0 {
			return false
		}
		start := at
		at += i
		if at+1 == len(body) || body[at+1] != '(' && body[at+1] != '[' {
			continue
		}
		if open := bytes.LastIndexByte(body[start:at], '['); open < 0 || !bytes.ContainsFunc(body[start+open:at], isLetterOrDigit) {
			return true
		}
	}
}

// checkAnchors reports the <a href> elements in s that hold nothing. Those with
// a class or data for a script to fill them, and the marks beside headings, are
// left alone.
func checkAnchors(p *lint.Pass, s text.Span) {
	for _, tag := range startTags(p, s) {
		href, ok := attributeOf(tag.Token, "href")
		if tag.Data != "a" || !ok || len(tag.Attr) > 1 || isBlank(href) || strings.HasPrefix(href, "#") {
			continue
		}
		rest := bytes.TrimLeft(p.Src[tag.End:], " \t\r\n")
		if !bytes.HasPrefix(bytes.ToLower(rest[:min(len(rest), 3)]), []byte("</a")) || tag.Type != html.StartTagToken {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    tag.Span,
			Message: lint.Msg("the link to %q has no text", href),
			Effect:  lint.Msg("readers do not see it, and a screen reader has no name for it"),
		})
	}
}

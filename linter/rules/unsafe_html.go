package rules

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var unsafeHTML = lint.Rule{
	Name:     "unsafe-html",
	Summary:  "HTML in a post that a sanitiser would strip",
	Family:   lint.HTML,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  unsafeHTMLChecker{},
}

type unsafeHTMLChecker struct {
	AllowElements []string `doc:"Elements that may stand in posts although the policy strips them: [\"iframe\", \"style\"]."`
}

func (c unsafeHTMLChecker) Check(p *lint.Pass) {
	switch {
	case p.Kind == site.Shadowed || p.Kind == site.Copied:
	case p.Markup == source.MarkupHTML:
		c.check(p, text.Span{Start: p.BodyStart, End: len(p.Src)})
	case p.Markup == source.MarkupMarkdown && p.Site.Config.Unsafe && bytes.IndexByte(p.Src[p.BodyStart:], '<') >= 0:
		for _, h := range p.Body().RawHTML {
			c.check(p, h.Span)
		}
	}
}

// check reports the tags and attributes within s that the policy strips.
func (c unsafeHTMLChecker) check(p *lint.Pass, s text.Span) {
	z := html.NewTokenizer(bytes.NewReader(p.Src[s.Start:s.End]))
	for at := s.Start; ; {
		kind := z.Next()
		raw := z.Raw()
		span := text.Span{Start: at, End: at + len(raw)}
		at = span.End
		switch kind {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			// Token reads the tag; the raw bytes must be kept first.
			tag := bytes.Clone(raw)
			token := z.Token()
			if !slices.Contains(c.AllowElements, token.Data) {
				checkTag(p, token, tag, span)
			}
		}
	}
}

func checkTag(p *lint.Pass, token html.Token, raw []byte, span text.Span) {
	name := text.Span{Start: span.Start, End: span.Start + 1 + len(token.Data)}
	kept, ok := sanitised(token)
	if !ok {
		if effect, acts := activeElements[token.Data]; acts {
			p.Report(lint.Diagnostic{
				Span:    name,
				Message: lint.Msg("a sanitiser would strip <%s>", token.Data),
				Effect:  effect,
			})
			return
		}
	}
	for _, a := range token.Attr {
		if slices.Contains(kept, a.Key) || !activeAttribute(a) {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    attributeSpan(raw, span, a.Key),
			Message: lint.Msg("a sanitiser would strip %s=%q from <%s>", a.Key, short(a.Val, 40), token.Data),
			Effect:  lint.Msg("it runs a script in the reader's browser"),
		})
	}
}

// activeElements are the elements that do something by themselves. Anything
// else that the policy does not know, such as SVG, MathML or an element of a
// framework, only draws, and is left alone.
var activeElements = func() map[string]lint.Message {
	runs := lint.Msg("it runs a script in the reader's browser")
	frames := lint.Msg("it shows another site's page within this one")
	asks := lint.Msg("it asks readers for input and sends it somewhere")
	control := lint.Msg("it is a control that only a form or a script gives a meaning")
	page := lint.Msg("it changes the page around the post")
	return map[string]lint.Message{
		"script": runs, "object": runs, "embed": runs, "applet": runs,
		"iframe": frames, "frame": frames, "frameset": frames, "portal": frames,
		"form": asks, "input": control, "textarea": control, "select": control, "button": control,
		"style": page, "link": page, "meta": page, "base": page, "title": page, "html": page, "head": page, "body": page,
	}
}()

// activeAttribute reports whether an attribute can run a script: an event
// handler, or a URL that is a script itself.
func activeAttribute(a html.Attribute) bool {
	if strings.HasPrefix(a.Key, "on") && len(a.Key) > 4 || a.Key == "srcdoc" {
		return true
	}
	value := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, a.Val))
	return strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "vbscript:") || strings.HasPrefix(value, "data:text/html")
}

// sanitised passes one start tag through the policy and returns the names of
// the attributes that are left; ok is false when the element itself is gone.
func sanitised(token html.Token) (kept []string, ok bool) {
	out := postPolicy().Sanitize(token.String())
	z := html.NewTokenizer(strings.NewReader(out))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil, false
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				kept = append(kept, a.Key)
			}
			return kept, true
		}
	}
}

// attributeSpan finds the name of an attribute in a tag as written; where that
// fails, as for a name given twice, it is the tag's.
func attributeSpan(raw []byte, span text.Span, name string) text.Span {
	lower := bytes.ToLower(raw)
	for at := 1; ; {
		i := bytes.Index(lower[at:], []byte(name))
		if i < 0 {
			return span
		}
		at += i
		end := at + len(name)
		before, after := lower[at-1], byte('>')
		if end < len(lower) {
			after = lower[end]
		}
		if bytes.IndexByte([]byte(" \t\r\n\"'/"), before) >= 0 && bytes.IndexByte([]byte(" \t\r\n=>/"), after) >= 0 {
			return text.Span{Start: span.Start + at, End: span.Start + end}
		}
		at = end
	}
}

var anything = regexp.MustCompile(`(?s)^.*$`)

// postPolicy is bluemonday's policy for what people write, widened by media and
// by the attributes and schemes that posts are full of.
var postPolicy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.RequireParseableURLs(false)
	p.RequireNoFollowOnLinks(false)
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("http", "https", "mailto", "tel", "ftp", "sms", "geo", "magnet", "xmpp", "irc", "ircs", "matrix")
	p.AllowDataURIImages()
	p.AllowDataAttributes()
	p.AllowNoAttrs().Globally()
	p.AllowElements("audio", "video", "source", "track", "picture")
	p.AllowAttrs("class", "style", "id", "name", "type", "value").Matching(anything).Globally()
	p.AllowAttrs("href").OnElements("a", "area")
	p.AllowAttrs("src").OnElements("img", "audio", "video", "source", "track")
	p.AllowAttrs("poster").OnElements("video")
	p.AllowAttrs("srcset").Matching(anything).OnElements("img", "source")
	return p
})

package rules

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var omittedHTML = lint.Rule{
	Name:     "omitted-html",
	Summary:  "HTML that Hugo leaves out",
	Family:   lint.HTML,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  omittedHTMLChecker{},
}

type omittedHTMLChecker struct{}

func (omittedHTMLChecker) Check(p *lint.Pass) {
	if p.Site.Config.Unsafe || len(p.Site.Config.Files) == 0 || p.Markup != source.MarkupMarkdown ||
		p.Kind == site.Shadowed || p.Kind == site.Copied || !mayHaveTag(p.Src[p.BodyStart:]) {
		return
	}
	pieces := p.Body().RawHTML
	for i := 0; i < len(pieces); i++ {
		h := pieces[i]
		if shownOtherwise(p, h.Span) {
			continue
		}
		if h.Block {
			if tag, ok := firstTag(p, h.Span); ok {
				p.Report(lint.Diagnostic{
					Span:    tag,
					Message: lint.Msg("Hugo leaves out this HTML: the site does not allow it"),
					Effect:  lint.Msg("readers do not get what stands in it"),
				})
			}
			continue
		}
		if name, end := inlineTag(p, h.Span); name != "" && !end {
			p.Report(lint.Diagnostic{
				Span:    h.Span,
				Message: lint.Msg("Hugo leaves out %s: the site does not allow HTML", short(p.Slice(h.Span), 40)),
				Effect:  tagEffect(name, p.Slice(h.Span)),
			})
			i += within(p, pieces[i:], name)
		}
	}
}

// within returns how many of the pieces after the first, a start tag, belong to
// its element, the end tag included; none when that is not in the paragraph.
func within(p *lint.Pass, pieces []source.RawHTML, name string) int {
	for i, h := range pieces[1:] {
		if h.Block || bytes.Contains(p.Src[pieces[0].End:h.Start], []byte("\n\n")) {
			break
		}
		if other, end := inlineTag(p, h.Span); end && other == name {
			return i + 1
		}
	}
	return 0
}

// tagEffect says what the loss of an inline tag comes to.
func tagEffect(name, tag string) lint.Message {
	switch {
	case name == "br":
		return lint.Msg("the line goes on without a break")
	case !isElement(name) && !strings.ContainsAny(tag, "=/"):
		return lint.Msg("readers do not see it; if it is not meant as HTML, put it in backticks")
	case voidElements[name], slices.Contains(replacedElements, name):
		return lint.Msg("readers see nothing in its place")
	}
	return lint.Msg("readers get its text without what it does")
}

// isElement reports whether HTML has an element of that name. The atoms have
// the names of attributes too, among them such as people put between angle
// brackets for something to be filled in.
func isElement(name string) bool {
	return atom.Lookup([]byte(name)) != 0 && !slices.Contains(attributesOnly, name)
}

// attributesOnly are names of attributes that no element has.
var attributesOnly = []string{
	"accept", "action", "async", "charset", "checked", "class", "color", "cols", "command", "content", "coords", "data-src",
	"datetime", "default", "dir", "disabled", "download", "event", "face", "for", "headers", "height", "hidden", "high",
	"href", "icon", "id", "image", "is", "key", "kind", "lang", "list", "low", "max", "media", "message", "method", "min",
	"mode", "multiple", "name", "next", "open", "pattern", "placeholder", "poster", "prompt", "public", "readonly", "rel",
	"required", "role", "rows", "scope", "selected", "size", "sizes", "sort", "sorted", "src", "start", "step", "target",
	"type", "updated", "value", "version", "width", "wrap",
}

// replacedElements show something else than their text.
var replacedElements = []string{"audio", "canvas", "iframe", "math", "object", "picture", "svg", "video"}

// voidElements have no end tag.
var voidElements = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// firstTag returns the first tag in a block of HTML. ok is false when no reader
// misses anything: the block is all comments and end tags.
func firstTag(p *lint.Pass, s text.Span) (tag text.Span, ok bool) {
	z := html.NewTokenizer(bytes.NewReader(p.Src[s.Start:s.End]))
	for at := s.Start; ; {
		kind := z.Next()
		span := text.Span{Start: at, End: at + len(z.Raw())}
		at = span.End
		if kind == html.ErrorToken {
			return text.Span{}, false
		}
		if shownOtherwise(p, span) {
			continue
		}
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			return cmp.Or(tag, span), true
		case html.EndTagToken:
			tag = cmp.Or(tag, span)
		case html.TextToken:
			if !tag.IsZero() && !isBlank(p.Slice(span)) {
				return tag, true
			}
		}
	}
}

// inlineTag returns the name of an inline tag, "" for a comment or the like.
func inlineTag(p *lint.Pass, s text.Span) (name string, end bool) {
	z := html.NewTokenizer(bytes.NewReader(p.Src[s.Start:s.End]))
	switch z.Next() {
	case html.StartTagToken, html.SelfClosingTagToken:
		tag, _ := z.TagName()
		return string(tag), false
	case html.EndTagToken:
		tag, _ := z.TagName()
		return string(tag), true
	}
	return "", false
}

// mayHaveTag reports whether a body may have an HTML element: a "<" before a
// letter. Comments, among them the summary divider, are none.
func mayHaveTag(body []byte) bool {
	for {
		i := bytes.IndexByte(body, '<')
		if i < 0 || i+1 == len(body) {
			return false
		}
		if c := body[i+1] | 0x20; 'a' <= c && c <= 'z' {
			return true
		}
		body = body[i+1:]
	}
}

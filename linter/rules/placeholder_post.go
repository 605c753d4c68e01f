package rules

import (
	"bytes"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var placeholderPost = lint.Rule{
	Name:     "placeholder-post",
	Summary:  "published post that was never written",
	Family:   lint.Publication,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  placeholderPostChecker{},
}

type placeholderPostChecker struct{}

func (placeholderPostChecker) Check(p *lint.Pass) {
	if !p.IsPost() || p.State != site.Published || !concerns(p) || p.Markup != source.MarkupMarkdown {
		return
	}
	span, message := placeholder(p)
	if message.IsZero() {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: message,
		Effect:  lint.Msg("the post is published; expected it written, or draft set to true"),
	})
}

// placeholder returns the first sign that a post was never written, or no message.
func placeholder(p *lint.Pass) (text.Span, lint.Message) {
	if title := p.FrontMatter.Lookup("title"); title != nil {
		s, _ := title.Value.Text()
		switch {
		case slices.Contains(placeholderTitles, strings.ToLower(strings.TrimSpace(s))):
			return title.Value.Span, lint.Msg("%q is no title", s)
		case isTemplate(s):
			return title.Value.Span, lint.Msg("%q is left over from an archetype", s)
		}
	}
	body := p.Src[p.BodyStart:]
	written := bytes.TrimSpace(withoutComments(body))
	switch {
	case len(written) == 0:
		if onlyBasics(p) {
			return startSpan(p), lint.Msg("the post has a head and no body")
		}
	case len(written) < 60 && slices.Contains(placeholderBodies, strings.ToLower(strings.Trim(string(written), " \t\r\n.…!:#*_-()[]"))):
		start := p.BodyStart + bytes.Index(body, written)
		return text.Span{Start: start, End: start + len(written)}, lint.Msg("%q is all that the post says", written)
	case p.Pairs().MayHave(fillerText) && bytes.Contains(written, []byte(fillerText)):
		if span, ok := filler(p); ok {
			return span, lint.Msg("the post begins with filler text")
		}
	}
	return text.Span{}, lint.Message{}
}

const fillerText = "ipsum dolor sit amet"

// placeholderTitles and placeholderBodies are what people write until they
// write something else, in lower case.
var (
	placeholderTitles = []string{"todo", "tbd", "fixme", "untitled", "chưa có tiêu đề"}
	placeholderBodies = []string{
		"todo", "tbd", "fixme", "wip", "coming soon", "to be written", "to be done", "work in progress",
		"đang cập nhật", "đang viết", "chưa viết", "viết sau", "sắp ra mắt", "nội dung đang được cập nhật", "nội dung đang cập nhật",
	}
)

// isTemplate reports whether a title holds an action of Hugo's archetypes.
func isTemplate(title string) bool {
	_, action, ok := strings.Cut(title, "{{")
	action, _, closed := strings.Cut(action, "}}")
	return ok && closed && (strings.Contains(action, ".Name") || strings.Contains(action, ".File") || strings.Contains(action, ".TranslationBaseName"))
}

// withoutComments returns body without the HTML comments at its start and end.
func withoutComments(body []byte) []byte {
	for {
		trimmed := bytes.TrimSpace(body)
		if !bytes.HasPrefix(trimmed, []byte("<!--")) {
			return body
		}
		end := bytes.Index(trimmed, []byte("-->"))
		if end < 0 {
			return body
		}
		body = trimmed[end+len("-->"):]
	}
}

// basics are the keys of a new post in Hugo's and the usual archetypes. A post
// with any other key may be made of that, as a gallery, a link or a search page is.
var basics = []string{"title", "date", "draft", "lastmod", "publishdate", "slug", "author", "authors", "toc", "math"}

// onlyBasics reports whether a post has a title and a date, and nothing else that
// a template could make a page of.
func onlyBasics(p *lint.Pass) bool {
	if !isSet(p, "title") || p.Dates.Date.IsZero() || len(p.Resources) > 0 || p.Section == "" || p.Section == "page" || p.Section == "pages" {
		return false
	}
	for _, key := range []string{"layout", "type", "outputs"} {
		if p.Params[key] != nil {
			return false // by a cascade
		}
	}
	for _, f := range p.FrontMatter.Fields {
		key := strings.ToLower(f.Key)
		if !slices.Contains(basics, key) && !isTaxonomy(p, key) && !isEmpty(f.Value) && f.Value.Kind != source.Null {
			return false
		}
	}
	return true
}

// filler returns the place of the "Lorem ipsum" that a post begins with.
func filler(p *lint.Pass) (text.Span, bool) {
	paragraphs := p.Body().Paragraphs
	if len(paragraphs) == 0 {
		return text.Span{}, false
	}
	const phrase = "lorem ipsum"
	first := paragraphs[0]
	if !strings.HasPrefix(strings.ToLower(strings.TrimSpace(first.Text)), phrase) {
		return text.Span{}, false
	}
	i := bytes.Index(bytes.ToLower(p.Src[first.Start:first.End]), []byte(phrase))
	if i < 0 {
		return first.Span, false
	}
	return text.Span{Start: first.Start + i, End: first.Start + i + len(phrase)}, true
}

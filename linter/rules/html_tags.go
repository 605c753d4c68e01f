package rules

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// An htmlTag is a start tag in the HTML of a body.
type htmlTag struct {
	text.Span
	html.Token
	raw []byte
}

// valueSpan returns where the value of an attribute stands, inside its quotes.
func (t htmlTag) valueSpan(name string) text.Span {
	at := attributeSpan(t.raw, t.Span, name)
	if at == t.Span {
		return t.Span
	}
	i := skipBlanks(t.raw, at.End-t.Start)
	if i >= len(t.raw) || t.raw[i] != '=' {
		return at
	}
	i = skipBlanks(t.raw, i+1)
	end := i
	if i < len(t.raw) && (t.raw[i] == '"' || t.raw[i] == '\'') {
		n := bytes.IndexByte(t.raw[i+1:], t.raw[i])
		if n < 0 {
			return at
		}
		i, end = i+1, i+1+n
	} else {
		for end < len(t.raw) && bytes.IndexByte([]byte(" \t\r\n>"), t.raw[end]) < 0 {
			end++
		}
	}
	return text.Span{Start: t.Start + i, End: t.Start + end}
}

func skipBlanks(b []byte, i int) int {
	for i < len(b) && bytes.IndexByte([]byte(" \t\r\n"), b[i]) >= 0 {
		i++
	}
	return i
}

// shownHTML lists the stretches of HTML in the body that readers get: in a
// post in HTML all of it, in Markdown the pieces that the site lets through.
func shownHTML(p *lint.Pass) []text.Span {
	switch {
	case p.Markup == source.MarkupHTML:
		return []text.Span{{Start: p.BodyStart, End: len(p.Src)}}
	case p.Markup == source.MarkupMarkdown && p.Site.Config.Unsafe && bytes.IndexByte(p.Src[p.BodyStart:], '<') >= 0:
		var spans []text.Span
		for _, h := range p.Body().RawHTML {
			spans = append(spans, h.Span)
		}
		return spans
	}
	return nil
}

// startTags lists the start tags within s. Those that a shortcode has a part in
// are left out.
func startTags(p *lint.Pass, s text.Span) (tags []htmlTag) {
	z := html.NewTokenizer(bytes.NewReader(p.Src[s.Start:s.End]))
	for at := s.Start; ; {
		kind := z.Next()
		raw := z.Raw()
		span := text.Span{Start: at, End: at + len(raw)}
		at = span.End
		switch kind {
		case html.ErrorToken:
			return tags
		case html.StartTagToken, html.SelfClosingTagToken:
			if slices.ContainsFunc(p.Shortcodes(), func(c source.Shortcode) bool { return c.Overlaps(span) }) {
				continue
			}
			// Token reads the tag; the raw bytes must be kept first.
			tag := htmlTag{Span: span, raw: bytes.Clone(raw)}
			tag.Token = z.Token()
			tags = append(tags, tag)
		}
	}
}

// attributeOf returns the value of an attribute of a tag.
func attributeOf(t html.Token, name string) (value string, ok bool) {
	for _, a := range t.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

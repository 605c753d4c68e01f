package rules

import (
	"slices"
	"strings"
	"unicode"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// foreignIDs are ids that Hugo's own templates and the scripts of comment
// systems and code blocks bring.
var foreignIDs = []string{"tableofcontents", "disqus_thread", "comments", "utterances", "giscus", "isso-thread", "remark42", "gitalk-container", "waline", "twikoo", "respond"}

// lacksAnchor reports whether the page that a link leads to certainly has
// nothing of the id that the link asks for, and what may have been meant.
func lacksAnchor(p *lint.Pass, t site.Target) (near string, lacks bool) {
	if t.Kind != site.Anchor && t.Kind != site.PageTarget || t.Page == nil || t.Redirect || t.WrongCase || !namesElement(t.Fragment) {
		return "", false
	}
	page := t.Page
	if page.Markup != source.MarkupMarkdown || page.RelPermalink == "" || page != p.Page && page.State != site.Published || page.Err != nil {
		return "", false
	}
	body := page.Body()
	if body.TooLarge || body.Problem != nil || slices.Contains(body.Anchors, t.Fragment) || !p.Site.KeepsHeadingIDs() {
		return "", false
	}
	if near = nearAnchor(t.Fragment, body.Anchors); near != "" && !mentioned(page, t.Fragment) {
		return near, true
	}
	return "", !p.Site.MayAddID(page, t.Fragment) && !mayHoldMoreIDs(p, page)
}

// namesElement reports whether a fragment asks for an element by its id: the
// top of the page needs none, and others are read by scripts.
func namesElement(fragment string) bool {
	lower := strings.ToLower(fragment)
	return fragment != "" && lower != "top" && !strings.ContainsAny(fragment, "/!=&?{}") && !strings.Contains(fragment, ":~:") &&
		!strings.HasPrefix(lower, "hl-") && !slices.Contains(foreignIDs, lower)
}

// mentioned reports whether a fragment stands in a shortcode tag of the page,
// which may make an id of it.
func mentioned(page *site.Page, fragment string) bool {
	return slices.ContainsFunc(page.Shortcodes(), func(c source.Shortcode) bool { return strings.Contains(page.Slice(c.Span), fragment) })
}

// nearAnchor returns the id that differs from fragment in letter case, accents,
// normal form or punctuation, or in one letter; "" where there is none.
func nearAnchor(fragment string, anchors []string) string {
	var named []string
	for _, a := range anchors {
		if !strings.HasPrefix(a, "fn:") && !strings.HasPrefix(a, "fnref") && digits(a) == digits(fragment) {
			named = append(named, a)
		}
	}
	if near := sameLetters(fragment, named); near != "" {
		return near
	}
	return oneLetterOff(fragment, named)
}

// digits returns the digits in s: ids that differ in a number are of different things.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// mayHoldMoreIDs reports whether shortcodes or code blocks may put ids on a page
// beside those that are known of its body.
func mayHoldMoreIDs(p *lint.Pass, page *site.Page) bool {
	for _, c := range page.Shortcodes() {
		s := p.Site.Shortcodes()[strings.ToLower(c.Name)]
		switch {
		case c.Inline || c.Markdown:
			return true
		case s.Embedded:
			if s.Name == "qr" {
				return true
			}
		case !allTemplates(p, s, addsNoID):
			return true
		}
	}
	for _, h := range page.Body().Headings {
		if h.ID == "" {
			return true
		}
	}
	for _, f := range page.Body().Footnotes {
		if f.ID == "" {
			return true
		}
	}
	for _, c := range page.Body().CodeBlocks {
		if strings.ContainsAny(c.Info, "{") {
			return true
		}
	}
	return false
}

// addsNoID reports whether what the template of a shortcode gives has no ids.
func addsNoID(template string) bool {
	for _, word := range []string{"id=", "ID=", "id =", "partial", "template", "readFile", "Content", "RenderString", "markdownify", "safeHTML", "Render"} {
		if strings.Contains(template, word) {
			return false
		}
	}
	return true
}

// describeAnchor says what is wrong with a fragment that its page lacks.
// span is that of the destination as written.
func describeAnchor(p *lint.Pass, t site.Target, near string, span text.Span) lint.Diagnostic {
	d := lint.Diagnostic{
		Span:    span,
		Message: lint.Msg("nothing on this page has the id %q", t.Fragment),
		Effect:  lint.Msg("the link does nothing"),
	}
	if t.Page != p.Page {
		d.Message = lint.Msg("nothing on the page has the id %q", t.Fragment)
		d.Effect = lint.Msg("readers get to the top of the page")
		d.Related = []lint.Related{{Path: t.Page.Document.Path, Message: lint.Msg("the page")}}
	}
	written := p.Slice(span)
	i := strings.LastIndexByte(written, '#')
	if i < 0 {
		return d
	}
	d.Span.Start += i
	if near != "" {
		d.Fixes = []lint.Fix{{
			Title: lint.Msg("Use %q", "#"+near), Unsafe: true,
			Edits: []text.Edit{text.Replace(text.Span{Start: d.Span.Start + 1, End: span.End}, asDestination(near))},
		}}
	}
	return d
}

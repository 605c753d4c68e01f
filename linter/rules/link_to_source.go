package rules

import (
	"net/url"
	"path"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var linkToSource = lint.Rule{
	Name:     "link-to-source",
	Summary:  "link to a post's file instead of its page",
	Family:   lint.Link,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  linkToSourceChecker{},
}

type linkToSourceChecker struct{}

func (linkToSourceChecker) Check(p *lint.Pass) {
	for _, l := range bodyLinks(p, linkTest{looks: namesSource, leads: isMissingSource}) {
		page := sourceOf(p, l)
		if page == nil {
			continue
		}
		d := lint.Diagnostic{
			Span:    l.Span,
			Message: lint.Msg("%q is the file of the page %s", l.Dest, page.RelPermalink),
			Effect:  lint.Msg("Hugo writes the link as it is, and readers get “page not found”"),
			Related: []lint.Related{{Path: page.Document.Path, Message: lint.Msg("the page")}},
		}
		if written, ok := pageReference(p, l, page); ok && l.Span.Len() > 0 {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Write `%s`", written), Unsafe: true, Edits: []text.Edit{text.Replace(l.Span, written)}}}
		}
		p.Report(d)
	}
}

// isMissingSource reports whether a link that ends like the name of a content
// file leads nowhere.
func isMissingSource(_ string, t site.Target) bool { return t.Kind == site.Missing }

// namesSource reports whether a destination ends like the name of a content file.
func namesSource(dest string) bool {
	switch strings.ToLower(path.Ext(pathOnly(dest))) {
	case ".md", ".markdown", ".mdown", ".org", ".adoc", ".asciidoc", ".pandoc", ".pdc", ".rst":
		return true
	}
	return false
}

// leadsToSource reports whether a broken link names the file of a post.
func leadsToSource(p *lint.Pass, l bodyLink) bool {
	return namesSource(l.Dest) && l.Target.Kind == site.Missing && sourceOf(p, l) != nil
}

// sourceOf returns the published page whose file a link names: relative to the
// file it stands in or, as ref reads it, to the content folder; or nil.
func sourceOf(p *lint.Pass, l bodyLink) *site.Page {
	u, err := url.Parse(l.Dest)
	if err != nil || u.Host != "" || u.Scheme != "" {
		return nil
	}
	page := p.Site.Page(path.Join(path.Dir(p.Document.Path), u.Path))
	if page == nil || strings.HasPrefix(u.Path, "/") {
		t, _ := p.Site.Ref(p.Page, u.Path, "")
		if page = t.Page; t.Kind != site.PageTarget {
			return nil
		}
	}
	if page.RelPermalink == "" {
		return nil
	}
	return page
}

// pageReference returns what to write for a link to a page's file: relref, which
// follows the page wherever it goes.
func pageReference(p *lint.Pass, l bodyLink, page *site.Page) (string, bool) {
	u, err := url.Parse(l.Dest)
	if err != nil || u.RawQuery != "" || strings.ContainsAny(u.Path+u.Fragment, "\"\\`{}\n") {
		return "", false
	}
	for _, ref := range []string{u.Path, page.Path} {
		if t, _ := p.Site.Ref(p.Page, ref, ""); t.Page != page {
			continue
		}
		if u.Fragment != "" {
			ref += "#" + u.Fragment
		}
		return `{{< relref "` + ref + `" >}}`, true
	}
	return "", false
}

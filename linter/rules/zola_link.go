package rules

import (
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

var zolaLink = lint.Rule{
	Name:     "zola-link",
	Summary:  "internal link of Zola, which Hugo does not follow",
	Family:   lint.Link,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  zolaLinkChecker{},
}

type zolaLinkChecker struct{}

func (zolaLinkChecker) Check(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied || !mayContain(p, "@/") {
		return
	}
	seen := map[text.Span]bool{}
	for _, l := range p.Links() {
		if !isZolaLink(l.Dest) || l.DestSpan.Len() == 0 || seen[l.DestSpan] {
			continue
		}
		seen[l.DestSpan] = true
		file, fragment, _ := strings.Cut(strings.TrimPrefix(l.Dest, "@/"), "#")
		d := lint.Diagnostic{
			Span:    l.DestSpan,
			Message: lint.Msg("%q is how Zola links to a post", l.Dest),
			Effect:  lint.Msg("Hugo writes it as it is, and the link leads nowhere"),
		}
		switch target := zolaTarget(p, file); {
		case target == nil:
			d.Message = lint.Msg("%q is how Zola links to a post, and there is no file %q", l.Dest, file)
		case target.State != site.Published:
			d.Effect = lint.Msg("the link leads nowhere, and relref would stop the build: the post it means is not published (%s)", target.State)
			d.Related = []lint.Related{{Path: target.Document.Path, Span: startOf(target), Message: lint.Msg("this is the post")}}
		default:
			d.Fixes = relrefTo(p, l, target, file, fragment)
		}
		p.Report(d)
	}
}

// isZolaLink reports whether a destination is one of Zola's internal links,
// which begin at the content folder with "@/" and name a Markdown file
// (www.getzola.org/documentation/content/linking). Nothing else looks like that.
func isZolaLink(dest string) bool {
	rest, ok := strings.CutPrefix(dest, "@/")
	rest, _, _ = strings.Cut(rest, "#")
	return ok && strings.HasSuffix(rest, ".md")
}

// zolaTarget returns the page of a file below the content folder, or nil.
func zolaTarget(p *lint.Pass, file string) *site.Page {
	if s, err := url.PathUnescape(file); err == nil {
		file = s
	}
	for _, dir := range p.Site.Config.ContentDirs {
		rel, err := filepath.Rel(p.Site.Root, filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			continue
		}
		if page := p.Site.Page(filepath.ToSlash(rel)); page != nil && page.RelPermalink != "" {
			return page
		}
	}
	return nil
}

// relrefTo returns the fix that writes the link as a relref, if that finds the
// page. Within a page in another language it has to say so.
func relrefTo(p *lint.Pass, l source.Link, target *site.Page, file, fragment string) []lint.Fix {
	language := ""
	if target.Language != p.Language {
		language = target.Language
	}
	for _, ref := range []string{"/" + path.Clean(file), target.Path} {
		found, ambiguous := p.Site.Ref(p.Page, ref, language)
		if found.Page != target || len(ambiguous) > 0 || strings.ContainsAny(ref, "\"\\`#?%") {
			continue
		}
		anchor, known := hugoAnchor(target, fragment)
		if anchor != "" {
			ref += "#" + anchor
		}
		call := `{{< relref "` + ref + `" >}}`
		if language != "" {
			call = `{{< relref path="` + ref + `" lang="` + language + `" >}}`
		}
		return []lint.Fix{{
			Title:  lint.Msg("Use `%s`", call),
			Unsafe: !known,
			Edits:  []text.Edit{text.Replace(l.DestSpan, call)},
		}}
	}
	return nil
}

// hugoAnchor returns Hugo's id of the heading that Zola gave an id, by which
// Zola means the slug of its text, numbered where it is not the first. known is
// false where there is no such heading: then the id stays.
func hugoAnchor(target *site.Page, id string) (anchor string, known bool) {
	if id == "" {
		return "", true
	}
	for _, a := range target.Anchors() {
		if a == id {
			return id, true
		}
	}
	count := map[string]int{}
	for _, h := range target.Headings() {
		slug := vietnamese.ZolaSlug(h.Text)
		own := slug
		if n := count[slug]; n > 0 {
			own = slug + "-" + strconv.Itoa(n)
		}
		count[slug]++
		if own == id && h.ID != "" {
			return h.ID, true
		}
	}
	return id, false
}

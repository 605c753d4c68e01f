package rules

import (
	"path"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var misnamedIndex = lint.Rule{
	Name:     "misnamed-index",
	Summary:  "_index.md where index.md was meant, or an index file in the wrong letter case",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  misnamedIndexChecker{},
}

type misnamedIndexChecker struct{}

func (misnamedIndexChecker) Check(p *lint.Pass) {
	base := path.Base(p.Document.Path)
	switch {
	case (p.IsPost() || p.Kind == site.Section) && isIndexName(p.Name) && lastPart(p.RelPermalink) == p.Name:
		// Only under disablePathToLower: otherwise Hugo takes any letter case.
		p.Report(lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("%q is not %q", base, strings.ToLower(base)),
			Effect:  lint.Msg("letter case counts on this site: the page is published at %q", p.RelPermalink),
		})
	case p.Kind == site.Section && p.Name == "_index" && isPostInSectionsClothes(p):
		p.Report(lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("%q makes a section of this post", base),
			Effect:  lint.Msg("it is missing among the posts of %s and in their feed; expected %q", path.Dir(p.Page.Path), strings.TrimPrefix(base, "_")),
		})
	}
}

func isIndexName(name string) bool {
	lower := strings.ToLower(name)
	return name != lower && (lower == "index" || lower == "_index")
}

// isPostInSectionsClothes reports whether a section is certainly a post: it has
// the date and the text of one, shows what lies beside it or has terms,
// stands among posts, and nothing is below it.
func isPostInSectionsClothes(p *lint.Pass) bool {
	if !p.Readable() || !isSet(p, "date") || isBlank(string(p.Src[p.BodyStart:])) || strings.Count(p.Page.Path, "/") < 2 {
		return false
	}
	for _, key := range []string{"cascade", "layout", "type", "outputs", "build", "url", "menu", "menus"} {
		if isSet(p, key) {
			return false
		}
	}
	if len(p.Terms) == 0 && !showsOwnImage(p) {
		return false
	}
	posts := false
	for _, other := range p.Site.Pages {
		switch {
		case strings.HasPrefix(other.Path, p.Page.Path+"/"):
			return false
		case other.Kind == site.PageKind && path.Dir(other.Path) == path.Dir(p.Page.Path) && other.FrontMatter.Format != source.NoFormat:
			posts = true
		}
	}
	return posts
}

// showsOwnImage reports whether the page shows an image that lies beside it.
func showsOwnImage(p *lint.Pass) bool {
	dir := path.Dir(p.Filename) + "/"
	if image, ok := featureImage(p); ok && strings.HasPrefix(image.Target.File, dir) {
		return true
	}
	if !mayShowImage(p.Src[p.BodyStart:]) {
		return false
	}
	for _, i := range shownImages(p) {
		if strings.HasPrefix(i.Target.File, dir) {
			return true
		}
	}
	return false
}

package rules

import (
	"path"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var swallowedPage = lint.Rule{
	Name:     "swallowed-page",
	Summary:  "post that an index.md turns into a part of its own page",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  swallowedPageChecker{},
}

type swallowedPageChecker struct{}

func (swallowedPageChecker) Check(p *lint.Pass) {
	// Without a URL of its own the bundle is headless, a store of pieces for templates.
	if p.Kind != site.Resource || p.Owner == nil || p.Owner.RelPermalink == "" || strings.HasPrefix(p.Name, "index.") {
		return
	}
	span, ok := signOfPost(p)
	if !ok {
		return
	}
	owner := path.Base(p.Owner.Document.Path)
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: lint.Msg("%s makes this post a resource of its own page", p.Owner.Document.Path),
		Effect:  lint.Msg("the post has no URL and is in no list; expected %q there", "_"+owner),
		Related: []lint.Related{{Path: p.Owner.Document.Path, Span: startOf(p.Owner), Message: lint.Msg("everything below this file belongs to it")}},
	})
}

// signOfPost returns the first thing about a page resource that makes no sense
// unless it was to be a page: its name, or a key that only pages have use for.
// A date alone is no sign where templates ask for the page resources of bundles.
func signOfPost(p *lint.Pass) (text.Span, bool) {
	if p.Name == "index" || p.Name == "_index" {
		return startSpan(p), true
	}
	if !p.Readable() {
		return text.Span{}, false
	}
	for _, f := range p.FrontMatter.Fields {
		if f.Value.Kind == source.Null || isEmpty(f.Value) {
			continue
		}
		switch key := strings.ToLower(f.Key); key {
		case "date":
			if p.Site.ShowsPageResources() {
				continue
			}
			return f.KeySpan, true
		case "draft", "slug", "url", "aliases", "publishdate", "expirydate":
			return f.KeySpan, true
		default:
			if isTaxonomy(p, key) && canBeTerms(f.Value) {
				return f.KeySpan, true
			}
		}
	}
	return text.Span{}, false
}

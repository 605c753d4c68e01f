package rules

import (
	"path"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var strayFile = lint.Rule{
	Name:     "stray-file",
	Summary:  "file under content that is not published as it was meant to be",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  strayFileChecker{},
}

type strayFileChecker struct{}

func (strayFileChecker) Check(p *lint.Pass) {
	switch {
	case p.Kind == site.Copied && p.FrontMatter.Format != source.NoFormat && !hasPage(p):
		ext := path.Ext(p.Document.Path)
		p.Report(lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("Hugo makes no page of a %s file", ext),
			Effect:  lint.Msg("it is copied as it is, front matter included; expected %q", strings.TrimSuffix(path.Base(p.Document.Path), ext)+".md"),
		})
	case p.IsPost() && isReadme(p) && p.Site.Builds(p.Page):
		p.ReportAs(lint.Warning, lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("%s is published at %q", path.Base(p.Document.Path), p.RelPermalink),
			Effect:  lint.Msg("readers find a page without a title in the lists; put it outside the content folder, or into ignoreFiles"),
		})
	}
}

// hasPage reports whether a content file of the same name lies beside a file:
// then this one is its source, as with R Markdown.
func hasPage(p *lint.Pass) bool {
	name := strings.TrimSuffix(p.Document.Path, path.Ext(p.Document.Path))
	for _, ext := range []string{".md", ".markdown", ".html"} {
		if p.Site.Page(name+ext) != nil {
			return true
		}
	}
	return false
}

// isReadme reports whether a page is a note about its folder: it is named so and
// has no front matter. Outside a Hugo site a folder is not read for its pages.
func isReadme(p *lint.Pass) bool {
	return strings.EqualFold(p.Name, "readme") && p.FrontMatter.Format == source.NoFormat &&
		p.RelPermalink != "" && len(p.Site.Config.Files) > 0
}

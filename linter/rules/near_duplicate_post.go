package rules

import (
	"cmp"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var nearDuplicatePost = lint.Rule{
	Name:     "near-duplicate-post",
	Summary:  "post with nearly the text of another",
	Family:   lint.Copying,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  nearDuplicatePostChecker{},
}

type nearDuplicatePostChecker struct{}

func (nearDuplicatePostChecker) Check(p *lint.Pass) {
	other, ok := p.Site.DuplicateOf(p.Page)
	if !ok {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    titleOrStart(p.Page),
		Message: lint.Msg("%d %% of the sentences stand in another post: %q", int(100*other.Shared), cmp.Or(other.Page.Title, other.Page.Document.Path)),
		Effect:  lint.Msg("readers find the same text twice, and search engines choose one of them"),
		Related: []lint.Related{{Path: other.Page.Document.Path, Span: titleOrStart(other.Page), Message: lint.Msg("the other post")}},
	})
}

// titleOrStart returns the place of a page's title, or where its body begins
// when it has none.
func titleOrStart(page *site.Page) text.Span {
	if f := page.FrontMatter.Lookup("title"); f != nil {
		return f.Value.Span
	}
	return text.At(page.BodyStart)
}

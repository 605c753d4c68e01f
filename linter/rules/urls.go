package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// everywhere lists the page in each language its file is published in.
func everywhere(p *lint.Pass) []*site.Page {
	return append([]*site.Page{p.Page}, p.Also...)
}

// hugoReads reports whether Hugo gets as far as to publish a page: what it
// stops at has no URL that anything could be said about.
func hugoReads(p *site.Page) bool {
	return p.Err == nil && (p.FrontMatter.Format == source.NoFormat || p.FrontMatter.Values != nil)
}

// urlSpan returns the place that says what a page's URL is: the value of url or
// of slug, else the start of the file.
func urlSpan(p *lint.Pass) text.Span {
	for _, key := range []string{"url", "slug"} {
		if f := p.FrontMatter.Lookup(key); f != nil && !isEmpty(f.Value) {
			return f.Value.Span
		}
	}
	return startSpan(p)
}

// startOf returns the first line of another page, for a related place: that of
// its title where it has one.
func startOf(p *site.Page) text.Span {
	if f := p.FrontMatter.Lookup("title"); f != nil {
		return f.Value.Span
	}
	return text.Span{}
}

// whatIs names a publication: a file, or a list that has none.
func whatIs(p site.Publication) lint.Message {
	switch {
	case p.Page != nil:
		return lint.Msg("%s", p.Page.Document.Path)
	case p.Kind == site.Home:
		return lint.Msg("the home page")
	case p.Kind == site.Section:
		return lint.Msg("the list of section %s", p.Path)
	}
	return lint.Msg("the list of %s", p.Path)
}

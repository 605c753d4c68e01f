package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var aliasConflict = lint.Rule{
	Name:     "alias-conflict",
	Summary:  "alias that is the URL of a page, or an alias of another one",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  aliasConflictChecker{},
}

type aliasConflictChecker struct{}

func (aliasConflictChecker) Check(p *lint.Pass) {
	reported := map[int]bool{}
	for _, page := range everywhere(p) {
		if !hugoReads(page) || !p.Site.Builds(page) {
			continue
		}
		for i, alias := range page.Aliases {
			if !reported[i] && reportAlias(p, page, i, alias) {
				reported[i] = true
			}
		}
	}
}

// reportAlias reports the worst that is wrong with one alias.
func reportAlias(p *lint.Pass, page *site.Page, i int, alias string) bool {
	var own, redirect, over *site.Publication
	for _, other := range p.Site.AliasCollisions(page, alias) {
		switch {
		case other.Page == page:
			own = &other
		case other.Page != nil && (!hugoReads(other.Page) || !p.Site.Builds(other.Page)):
		case other.Alias && redirect == nil:
			redirect = &other
		case !other.Alias && over == nil:
			over = &other
		}
	}
	d := lint.Diagnostic{Span: aliasSpan(p, page, i)}
	switch {
	case over != nil:
		d.Message = lint.Msg("alias %q is the URL of %s", alias, whatIs(*over))
		d.Effect = lint.Msg("one overwrites the other: the alias does nothing, or readers of that page are sent here")
		d.Related = relatedTo(over, lint.Msg("it has this URL"))
		p.Report(d)
	case own != nil:
		d.Message = lint.Msg("alias %q is the page's own URL", alias)
		d.Effect = lint.Msg("it does nothing")
		p.ReportAs(lint.Warning, d)
	case redirect != nil:
		d.Message = lint.Msg("alias %q is also an alias of %s", alias, whatIs(*redirect))
		d.Effect = lint.Msg("readers are sent to one of the two, and to which one changes from build to build")
		d.Related = relatedTo(redirect, lint.Msg("it has this alias"))
		p.ReportAs(lint.Warning, d)
	default:
		return false
	}
	return true
}

func relatedTo(other *site.Publication, message lint.Message) []lint.Related {
	if other.Page == nil {
		return nil
	}
	return []lint.Related{{Path: other.Page.Document.Path, Span: startOf(other.Page), Message: message}}
}

// aliasSpan returns the place of a page's alias i in its front matter; the start
// of the file where the alias comes from a cascade.
func aliasSpan(p *lint.Pass, page *site.Page, i int) text.Span {
	f := p.FrontMatter.Lookup("aliases")
	switch {
	case f == nil:
		return startSpan(p)
	case f.Value.Kind == source.List && len(f.Value.Elements) == len(page.Aliases):
		return f.Value.Elements[i].Span
	}
	return f.Value.Span
}

package rules

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var undeclaredLanguage = lint.Rule{
	Name:     "undeclared-language",
	Summary:  "file in a language that the site does not have",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  undeclaredLanguageChecker{},
}

type undeclaredLanguageChecker struct{}

func (undeclaredLanguageChecker) Check(p *lint.Pass) {
	name, code, ok := cutLanguage(p)
	if !ok || len(p.Site.Config.Files) == 0 {
		return
	}
	base := baseOf(p, name)
	if base == nil {
		return
	}
	d := lint.Diagnostic{
		Span:    startSpan(p),
		Message: lint.Msg("the site has no language %q (%s)", code, nameOfLanguage(code)),
		Effect:  lint.Msg("the file is a page of its own at %q, in %q, not a translation; expected a table [languages.%s]", p.RelPermalink, p.Language, code),
		Related: []lint.Related{{Path: base.Document.Path, Span: startOf(base), Message: lint.Msg("it seems to be a translation of this page")}},
	}
	if p.Kind == site.Resource {
		d.Effect = lint.Msg("the file is a resource of %s, which no reader sees; expected a table [languages.%s]", base.Document.Path, code)
	}
	p.Report(d)
}

// cutLanguage splits the name "a.fr" of a page's file where its end is the
// code of a language that the site does not have.
func cutLanguage(p *lint.Pass) (name, code string, ok bool) {
	if p.Kind != site.PageKind && p.Kind != site.Resource {
		return "", "", false
	}
	i := strings.LastIndexByte(p.Name, '.')
	if i <= 0 || !isLanguage(p.Name[i+1:]) {
		return "", "", false
	}
	name, code = p.Name[:i], p.Name[i+1:]
	declared := func(l string) bool { return strings.EqualFold(l, code) }
	return name, code, !slices.ContainsFunc(p.Site.Config.Languages, declared)
}

// isLanguage reports whether a part of a file's name is a language code of two
// letters (ISO 639-1), with or without a region: "fr", "pt-br".
func isLanguage(s string) bool {
	main, _, _ := strings.Cut(s, "-")
	if len(main) != 2 || s != strings.ToLower(s) && main != strings.ToLower(main) {
		return false
	}
	tag, err := language.Parse(s)
	if err != nil {
		return false
	}
	base, confidence := tag.Base()
	return confidence == language.Exact && base.String() == main
}

// baseOf returns the page that a file is a translation of: the one in its folder
// with the same name and no code, or that of a language that the site has.
func baseOf(p *lint.Pass, name string) *site.Page {
	dir, ext := path.Dir(p.Document.Path)+"/", path.Ext(p.Document.Path)
	for _, code := range append([]string{""}, p.Site.Config.Languages...) {
		if code != "" {
			code = "." + code
		}
		if base := p.Site.Page(dir + name + code + ext); base != nil {
			return base
		}
	}
	return nil
}

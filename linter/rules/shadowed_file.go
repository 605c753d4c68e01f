package rules

import (
	"path"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var shadowedFile = lint.Rule{
	Name:     "shadowed-file",
	Summary:  "post that Hugo drops for another file of the same path",
	Family:   lint.URL,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  shadowedFileChecker{},
}

type shadowedFileChecker struct{}

func (shadowedFileChecker) Check(p *lint.Pass) {
	if p.Kind != site.Shadowed || p.Owner == nil || meantToOverride(p) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    startSpan(p),
		Message: lint.Msg("Hugo drops this file: %s has the same path %q", p.Owner.Document.Path, p.Owner.Path),
		Effect:  lint.Msg("nobody gets to read it, and the build does not say so"),
		Related: []lint.Related{{Path: p.Owner.Document.Path, Span: startOf(p.Owner), Message: lint.Msg("this file is kept")}},
	})
}

// meantToOverride reports whether the file that is kept may be there to replace
// this one: it lies in another content folder, as a site's file does
// that replaces one of its theme. Outside a Hugo site the default language is a guess,
// and with it that a.md and a.en.md are one page.
func meantToOverride(p *lint.Pass) bool {
	if contentDir(p.Site, p.Page) != contentDir(p.Site, p.Owner) {
		return true
	}
	return len(p.Site.Config.Files) == 0 && languageCode(p.Page) != languageCode(p.Owner)
}

// contentDir returns the innermost content folder that a page's file lies in.
func contentDir(x *site.Index, p *site.Page) string {
	best := ""
	for _, dir := range x.Config.ContentDirs {
		if strings.HasPrefix(p.Filename, dir) && len(dir) > len(best) {
			best = dir
		}
	}
	return best
}

// languageCode returns what stands between the name of a page's file and its
// extension: "en" of "a.en.md".
func languageCode(p *site.Page) string {
	base := path.Base(p.Document.Path)
	return strings.TrimPrefix(path.Ext(strings.TrimSuffix(base, path.Ext(base))), ".")
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// termShortcode is the shortcode by which posts name an entry of the glossary.
const termShortcode = "term"

// ownEntry returns the glossary entry that a page is, or nil.
func ownEntry(p *lint.Pass) *site.Entry {
	name, ok := p.Site.EntryName(p.Path)
	if !ok {
		return nil
	}
	if e := p.Site.Glossary(p.Language).Entry(name); e != nil && e.Page.Document == p.Document {
		return e
	}
	return nil
}

// entryOfShortcode returns the first parameter of a shortcode that names an entry.
func entryOfShortcode(c source.Shortcode) (name source.Param, ok bool) {
	if !isTag(c) || !strings.EqualFold(c.Name, termShortcode) || len(c.Params) == 0 || c.Params[0].Name != "" {
		return source.Param{}, false
	}
	return c.Params[0], true
}

// isDefined reports whether Hugo finds a page under the name of an entry, or may
// find one that is not a file.
func isDefined(p *lint.Pass, name string) bool {
	if strings.TrimSpace(name) == "" {
		return false
	}
	if p.Site.Glossary(p.Language).Entry(name) != nil {
		return true
	}
	t, _ := p.Site.Ref(p.Page, "/"+p.Site.Contract.Glossary.Section+"/"+name, "")
	return t.Kind != site.Missing
}

// linkedEntryName returns the name in a link to an entry of the glossary, whether
// there is such an entry or not. ok is false for links to anything else.
func linkedEntryName(p *lint.Pass, dest string) (name string, ok bool) {
	base := glossaryURL(p)
	if base == "" || strings.Contains(dest, "://") || strings.HasPrefix(dest, "//") {
		return "", false
	}
	rest, ok := strings.CutPrefix(browserPath(p, dest), base)
	name = strings.TrimSuffix(rest, "/")
	return name, ok && name != "" && !strings.ContainsAny(name, "/.")
}

// glossaryURL returns the path that entries are published below, or "" where
// that is not the same for all.
func glossaryURL(p *lint.Pass) (base string) {
	for _, e := range p.Site.Glossary(p.Language).Entries {
		if before, ok := strings.CutSuffix(e.Page.RelPermalink, "/"+e.Name+"/"); ok {
			return before + "/"
		}
	}
	return ""
}

// entryRelated points at a place in the file of an entry.
func entryRelated(e *site.Entry, span text.Span, message lint.Message) lint.Related {
	return lint.Related{Path: e.Page.Document.Path, Span: span, Message: message}
}

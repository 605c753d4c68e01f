package rules

import (
	"net/url"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// urlFields are the front matter keys that Hugo makes a page's URL of. Which of
// them it takes is up to the permalink configuration.
var urlFields = []string{"slug", "url", "title", "date"}

// changesURL reports whether an edit within s may change the page's URL: s lies
// in the value of a key that the URL may come from, and the URL shows its traces.
func changesURL(p *lint.Pass, s text.Span) bool {
	if s.Start >= p.BodyStart {
		return false
	}
	for _, key := range urlFields {
		f := p.FrontMatter.Lookup(key)
		if f == nil || !f.Value.Contains(s) {
			continue
		}
		return key == "slug" || key == "url" || fromTitle(p)
	}
	return false
}

// fromTitle reports whether the last part of the page's URL may have been made
// of its title: neither its file's name nor its slug explains it.
func fromTitle(p *lint.Pass) bool {
	if p.RelPermalink == "" {
		return false
	}
	last := lastPart(p.RelPermalink)
	for _, name := range []string{p.Name, lastPart(p.Page.Path)} {
		if strings.EqualFold(name, last) {
			return false
		}
	}
	return p.FrontMatter.Lookup("slug") == nil && p.FrontMatter.Lookup("url") == nil
}

// lastPart returns the last part of a URL path, unescaped.
func lastPart(path string) string {
	path = strings.TrimSuffix(path, "/")
	part := path[strings.LastIndexByte(path, '/')+1:]
	if s, err := url.PathUnescape(part); err == nil {
		return s
	}
	return part
}

// withAlias adds to edits those that make the page's present URL an alias. ok is
// false when the two cannot be made together.
func withAlias(p *lint.Pass, edits []text.Edit) (all []text.Edit, ok bool) {
	alias := p.RelPermalink
	if s, err := url.PathUnescape(alias); err == nil {
		alias = s
	}
	f := p.FrontMatter.Lookup("aliases")
	var added []text.Edit
	switch {
	case f == nil:
		added, ok = p.Set([]string{"aliases"}, []string{alias})
	case f.Value.Kind == source.List:
		if slices.ContainsFunc(f.Value.Elements, func(v *source.Value) bool { s, _ := v.Text(); return s == alias }) {
			return edits, true
		}
		added, ok = p.AppendElement(f.Value, alias)
	case f.Value.Kind == source.String:
		old, _ := f.Value.Text()
		added, ok = p.ReplaceValue(f.Value, append(strings.Fields(old), alias))
	}
	if !ok || overlap(edits, added) {
		return nil, false
	}
	return append(slices.Clone(edits), added...), true
}

package rules

import (
	"strings"

	"github.com/gohugoio/hugo/common/hmaps"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A valueType is what Hugo casts the value of a key to.
type valueType int

const (
	textValue  valueType = iota // cast.ToString: lists and tables become ""
	textsValue                  // cast.ToStringSlice: a string is split at blanks
	numberValue
	flagValue
	tableValue
	dateValue // one of the keys that are dates unless [frontmatter] says otherwise
	otherValue
)

// hugoKeys are the top-level keys that Hugo reads itself, in lower case
// (hugolib/page__meta.go and pagemeta/page_frontmatter.go of v0.165.0).
var hugoKeys = map[string]valueType{
	"title": textValue, "linktitle": textValue, "summary": textValue, "description": textValue, "slug": textValue,
	"url": textValue, "type": textValue, "layout": textValue, "markup": textValue, "translationkey": textValue,
	"keywords": textsValue, "aliases": textsValue, "outputs": textsValue,
	"weight": numberValue,
	"draft":  flagValue, "headless": flagValue, "iscjklanguage": flagValue,
	"sitemap": tableValue, "build": tableValue, "cascade": tableValue, "sites": tableValue, "params": tableValue,
	"resources": otherValue, "menu": otherValue, "menus": otherValue,
	"date": dateValue, "lastmod": dateValue, "modified": dateValue, "publishdate": dateValue, "pubdate": dateValue,
	"published": dateValue, "expirydate": dateValue, "unpublishdate": dateValue,
}

// tableKeys are the keys, in lower case, that Hugo reads from the tables it
// knows. Whatever else stands in one of them reaches no reader.
var tableKeys = map[string][]string{
	"build":     {"list", "render", "publishresources"},
	"sitemap":   {"changefreq", "disable", "filename", "priority"},
	"resources": {"name", "params", "src", "title"},
}

// concerns reports whether Hugo reads the page's front matter for a page of its
// own: not for files that it publishes as they are, drops, or takes for a resource.
func concerns(p *lint.Pass) bool {
	if !p.Readable() {
		return false
	}
	switch p.Kind {
	case site.Resource, site.Copied:
		return false
	}
	return !isDropped(p)
}

// isDropped reports whether Hugo drops the file because another one has its
// path. Outside a Hugo site two languages may only seem to share one: which is the
// default language is a guess there.
func isDropped(p *lint.Pass) bool {
	return p.Kind == site.Shadowed && len(p.Site.Config.Files) > 0
}

// isTaxonomy reports whether the site declares a taxonomy of that plural, which
// is the key its terms stand under.
func isTaxonomy(p *lint.Pass, key string) bool {
	for _, t := range p.Site.Config.Taxonomies {
		if strings.EqualFold(t.Plural, key) {
			return true
		}
	}
	return false
}

// saysYes reports whether an author who wrote the value meant "yes": true, a
// list of nothing but it, or one of the words for it in common use.
func saysYes(v *source.Value) bool {
	switch data := v.Data.(type) {
	case bool:
		return data
	case string:
		switch strings.ToLower(strings.TrimSpace(data)) {
		case "true", "yes", "on", "y", "t", "1":
			return true
		}
	}
	return v.Kind == source.List && len(v.Elements) == 1 && saysYes(v.Elements[0])
}

// isSet reports whether a top-level key has a value.
func isSet(p *lint.Pass, key string) bool {
	f := p.FrontMatter.Lookup(key)
	return f != nil && f.Value.Kind != source.Null
}

// asTable returns a parameter as a table, whatever type Hugo gave it.
func asTable(value any) (map[string]any, bool) {
	switch table := value.(type) {
	case map[string]any:
		return table, true
	case hmaps.Params:
		return table, true
	}
	return nil, false
}

// keySpan returns the place to underline for a field: the header of a table,
// else the key.
func keySpan(f *source.Field) text.Span {
	if !f.Header.IsZero() {
		return f.Header
	}
	return f.KeySpan
}

// tableName returns what to call a table: its header, else its key in quotes.
func tableName(p *lint.Pass, f *source.Field) string {
	if !f.Header.IsZero() {
		return p.Slice(f.Header)
	}
	return `"` + f.Key + `"`
}

// written returns the text of a value, or any other value as the file has it,
// cut where it is long.
func written(p *lint.Pass, v *source.Value) string {
	const most = 40
	s, ok := v.Text()
	if !ok {
		s = strings.Join(strings.Fields(p.Slice(v.Span)), " ")
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// keysOf returns the keys of fields, as written.
func keysOf(fields []*source.Field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.Key
	}
	return keys
}

// enumerate joins names to `"a"`, `"a" and "b"`, `"a", "b" and "c"`.
func enumerate(names []string) lint.Message {
	quoted := make([]lint.Message, len(names))
	for i, name := range names {
		quoted[i] = lint.Msg("%s", `"`+name+`"`)
	}
	if last := len(names) - 1; last > 0 {
		return lint.Msg("%s and %s", message.Join(quoted[:last], ", "), quoted[last])
	}
	return message.Join(quoted, "")
}

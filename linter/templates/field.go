package templates

import (
	"strings"

	"postlint/linter/text"
)

// pageFields and pagesFields are the methods of pages and of the site that
// give pages.
var (
	pageFields = map[string]bool{"Page": true, "PageInner": true, "CurrentSection": true, "FirstSection": true,
		"NextInSection": true, "PrevInSection": true, "Home": true}
	pagesFields = map[string]bool{"Pages": true, "RegularPages": true, "RegularPagesRecursive": true, "Sections": true,
		"Translations": true, "AllTranslations": true, "Ancestors": true}
)

// field returns a field of a value, and notes what is read by it.
func (f *frame) field(v *value, name field) *value {
	if v == nil {
		v = anything
	}
	f.noteRemoved(v, name)
	key := strings.ToLower(name.name)
	result := f.parameters(v, key, name.span)
	if member, ok := v.dict[key]; ok {
		result = join(result, orNothing(member))
	}
	if v.has(taxonomies) {
		f.noteTaxonomy(name.name, name.span)
	}
	// A dict has no fields but its keys, and parameters none but theirs.
	if v.is&^number == 0 && (len(v.dict) > 0 || len(v.refs) > 0) {
		return orNothing(result)
	}
	return join(result, objectField(v, name.name))
}

// orNothing makes of nil a value that is nothing, rather than anything.
func orNothing(v *value) *value {
	if v == nil {
		return &value{}
	}
	return v
}

// objectField returns a field of what Hugo gives to templates.
func objectField(v *value, name string) *value {
	switch {
	case name == "Params":
		switch {
		case v.has(siteObject | language):
			return &value{refs: []ref{{site: true}}}
		case v.has(shortcode):
			return anything
		}
		return &value{refs: []ref{{}}}
	case name == "Site":
		return &value{is: siteObject}
	case name == "Language":
		return &value{is: language}
	case name == "Taxonomies":
		return &value{is: taxonomies}
	case name == "File":
		return &value{is: file}
	case name == "Parent" && v.has(shortcode):
		return &value{is: shortcode}
	case pageFields[name], v.is == page && (name == "Parent" || name == "Next" || name == "Prev"):
		return &value{is: page}
	case pagesFields[name]:
		return &value{is: pages}
	}
	return anything
}

// parameters reads a key of the parameters that v may be, and returns what it
// may be; nil if v is none.
func (f *frame) parameters(v *value, key string, span text.Span) (result *value) {
	if key == "" {
		return &value{}
	}
	for _, r := range v.refs {
		r = r.at(key)
		if r.deep() {
			f.open(r)
			continue
		}
		f.noteRead(r, span, false)
		result = join(result, &value{refs: []ref{r}})
	}
	if result != nil && len(result.refs) > maxRefs {
		f.escape(result)
		return anything
	}
	return result
}

func (f *frame) place(span text.Span) Place { return Place{f.tree.file.Path, span} }

func (f *frame) noteRead(r ref, span text.Span, common bool) {
	key := strings.Split(r.path, ".")
	name := key[len(key)-1]
	if written := string(f.tree.file.Src[span.Start:span.End]); strings.EqualFold(written, name) {
		name = written
	}
	f.facts.Reads = append(f.facts.Reads, Read{
		Place: f.place(span), Site: r.site, Key: key, Name: name, Bare: f.bare && f.guards == 0, Common: common,
	})
}

func (f *frame) noteTaxonomy(name string, span text.Span) {
	f.facts.Taxonomies = append(f.facts.Taxonomies, Taxonomy{f.place(span), strings.ToLower(name)})
}

// noteRemoved notes a method that Hugo removed, or is about to.
func (f *frame) noteRemoved(v *value, name field) {
	for _, r := range Removals {
		if f.dated == 0 && r.field == name.name && r.of(v) {
			f.facts.Calls = append(f.facts.Calls, Call{f.place(name.span), r})
			return
		}
	}
}

// names returns the strings that a value is one of: those written in the
// template, and those that the configuration has at a site's parameter. ok is
// false where it may be another.
func (a *analysis) names(v *value) (names []string, ok bool) {
	if v == nil || v.is&^number != 0 || v.dict != nil || v.elem != nil {
		return nil, false
	}
	names = append(names, v.texts...)
	for _, r := range v.refs {
		if !r.site {
			return nil, false
		}
		for _, set := range a.settings(r.path) {
			if s, isText := set.(string); isText {
				names = append(names, s)
			}
		}
	}
	return names, len(v.texts)+len(v.refs) > 0
}

package site

import (
	"cmp"
	"slices"
	"strings"

	"postlint/linter/source"
	"postlint/linter/text"
)

// pageTerms returns the terms of a page that has a file. A page without a URL, or
// one that is another's resource, is in no list of Hugo's; nor is any where
// disableKinds has "term".
func (n *node) pageTerms() []Term {
	if n.hidden() || n.bundled || !n.variant.all.IsKindEnabled("term") {
		return nil
	}
	count := 0
	for _, names := range n.terms {
		count += len(names)
	}
	if count == 0 {
		return nil
	}
	list := make([]Term, 0, count)
	for i, t := range n.variant.taxonomies {
		names := n.terms[i]
		if len(names) == 0 {
			continue
		}
		spans := n.termSpans(t.Plural)
		for i, name := range names {
			term := Term{Taxonomy: t.Plural, Name: name, Key: n.variant.placeOf(t, name).key}
			if len(spans) == len(names) {
				term.Span = spans[i]
			}
			list = append(list, term)
		}
	}
	return list
}

// termSpans returns the places of a page's terms in its front matter, of the
// same length as the terms unless they come from a cascade.
func (n *node) termSpans(plural string) []text.Span {
	fm := &n.head.doc.FrontMatter
	field := fm.Lookup("params", plural)
	if field == nil {
		field = fm.Lookup(plural)
	}
	if field == nil || field.Value == nil {
		return nil
	}
	if field.Value.Kind != source.List {
		return []text.Span{field.Value.Span}
	}
	var spans []text.Span
	for _, v := range field.Value.Elements {
		if s, ok := v.Text(); !ok || s != "" {
			spans = append(spans, v.Span)
		}
	}
	return spans
}

// A writtenTerm is a term as a page names it.
type writtenTerm struct{ taxonomy, name string }

// A termPlace is where a term's page is: its logical path without the
// taxonomy's, which is the term's key (terms with one key are one term to
// Hugo), and its key in the tree.
type termPlace struct{ key, tree string }

// placeOf returns the place of a term by its name.
func (v *variant) placeOf(t taxonomy, name string) termPlace {
	if place, ok := v.termPlaces[writtenTerm{t.Plural, name}]; ok {
		return place
	}
	return v.termPlace(t, name)
}

func (v *variant) termPlace(t taxonomy, name string) termPlace {
	base, _ := v.all.PathParser().ParseBaseAndBaseNameNoIdentifier("content", "/"+t.Plural+"/"+name+"/_index.md")
	key := strings.TrimPrefix(strings.TrimPrefix(base, t.key), "/")
	return termPlace{key: key, tree: t.key + "/" + key}
}

// A termID names a term across the site.
type termID struct{ taxonomy, key string }

// indexTerms gathers the uses of every term.
func (x *Index) indexTerms() {
	x.uses = map[termID][]*Page{}
	names := map[string]map[string]*TermName{}
	x.eachPage(func(p *Page) {
		for _, t := range p.Terms {
			id := termID{t.Taxonomy, t.Key}
			// Pages come one after the other, so one that has the term already is the last.
			if uses := x.uses[id]; len(uses) == 0 || uses[len(uses)-1] != p {
				x.uses[id] = append(uses, p)
			}
			if names[t.Taxonomy] == nil {
				names[t.Taxonomy] = map[string]*TermName{}
			}
			name := names[t.Taxonomy][t.Name]
			if name == nil {
				name = &TermName{Name: t.Name, Key: t.Key}
				names[t.Taxonomy][t.Name] = name
			}
			if n := len(name.Pages); n == 0 || name.Pages[n-1] != p {
				name.Pages = append(name.Pages, p)
			}
		}
	})
	x.termNames = map[string][]TermName{}
	for taxonomy, byName := range names {
		list := make([]TermName, 0, len(byName))
		for _, name := range byName {
			list = append(list, *name)
		}
		slices.SortFunc(list, func(a, b TermName) int { return cmp.Compare(a.Name, b.Name) })
		x.termNames[taxonomy] = list
	}
}

// eachPage calls do for every page in the order of the paths, those that a
// file has in further languages included.
func (x *Index) eachPage(do func(p *Page)) {
	for _, p := range x.Pages {
		do(p)
		for _, other := range p.Also {
			do(other)
		}
	}
}

// Uses returns every page that has a term, sorted by path.
func (x *Index) Uses(taxonomy, key string) []*Page { return x.uses[termID{taxonomy, key}] }

// TermNames returns, for one taxonomy, each term as it is written with the
// pages that write it so, sorted by name.
func (x *Index) TermNames(taxonomy string) []TermName { return x.termNames[taxonomy] }

// A TermName is one spelling of a term.
type TermName struct {
	Name  string
	Key   string
	Pages []*Page // sorted by path
}

package site

import (
	"strings"

	"github.com/gohugoio/hugo/common/types"
	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
)

// missingSection returns the section at the top that the page at key needs and
// no file makes, or nil. Its spelling is that of the first page found in it.
func (a *assembler) missingSection(key string) *post {
	p := a.posts[key][0]
	if p.bundled || a.isTaxonomy(key) {
		return nil
	}
	section := p.path.Section()
	if section == "" || a.posts["/"+section] != nil {
		return nil
	}
	name := "/" + p.path.Unnormalized().Section()
	root := a.parse(name + "/_index.md")
	if a.posts[root.Base()] != nil {
		return nil
	}
	return &post{path: root, early: pagemeta.PageConfigEarly{Kind: kinds.KindSection}}
}

func (a *assembler) isTaxonomy(key string) bool {
	for _, v := range a.variants {
		if _, ok := v.taxonomyAt(key); ok {
			return true
		}
	}
	return false
}

// completeHomes gives every variant a home page: those too that the cascade
// of the configuration keeps the home page out of.
func (a *assembler) completeHomes() {
	for _, v := range a.variants {
		if v.nodes[""] == nil {
			a.add(&node{post: a.synthetic("", kinds.KindHome, "/_index.md"), variant: v, key: "", cascades: a.cascades["/"]})
		}
	}
}

// completeSections gives every variant that has a page in a top section the
// section's own page.
func (a *assembler) completeSections() {
	for _, n := range a.nodes {
		if n.bundled || n.key == "" || strings.Count(n.key, "/") < 2 {
			continue
		}
		root := n.key[:1+strings.IndexByte(n.key[1:], '/')]
		if n.variant.nodes[root] != nil || a.posts[root] == nil {
			continue
		}
		first := a.posts[root][0]
		if n.isBranch() && a.isTaxonomy(n.key) || !first.path.IsBranchBundle() {
			continue
		}
		p := first
		if p.head != nil {
			p = &post{path: first.path, early: pagemeta.PageConfigEarly{Kind: kinds.KindSection}}
		}
		a.add(&node{post: p, variant: n.variant, key: root, cascades: a.inherited(root)})
	}
}

// growTerms makes the page of every term that a page uses. It needs the pages'
// parameters.
func (a *assembler) growTerms() []*node {
	before := len(a.nodes)
	for _, n := range a.nodes[:before] {
		if n.hidden() {
			continue
		}
		for i, t := range n.variant.taxonomies {
			for _, name := range n.terms[i] {
				a.growTerm(n.variant, t, name)
			}
		}
	}
	return a.nodes[before:]
}

func (a *assembler) growTerm(v *variant, t taxonomy, name string) {
	id := writtenTerm{t.Plural, name}
	place, ok := v.termPlaces[id]
	if !ok {
		place = v.termPlace(t, name)
		v.termPlaces[id] = place
	}
	key := strings.TrimSuffix(place.tree, "/")
	if v.nodes[key] != nil {
		return
	}
	path := a.parse("/" + t.Plural + "/" + name + "/_index.md")
	key = path.Base()
	p := &post{path: path, early: pagemeta.PageConfigEarly{Kind: kinds.KindTerm}}
	a.posts[key] = append(a.posts[key], p)
	a.add(&node{post: p, variant: v, key: key, cascades: a.inherited(key)})
}

// termNames returns the terms a page has in one taxonomy, as Hugo reads them:
// a string is one term, other scalars become strings, empty ones are none.
func termNames(params map[string]any, plural string) []string {
	value, ok := params[strings.ToLower(plural)]
	if !ok || value == nil {
		return nil
	}
	var names []string
	for _, name := range types.ToStringSlicePreserveString(value) {
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

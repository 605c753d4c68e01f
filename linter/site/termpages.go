package site

import (
	"strings"
	"sync"
)

// derived is what the index works out when rules first ask for it.
type derived struct {
	images         sync.Map // by absolute name: func() Image
	termPagesOnce  sync.Once
	termPages      map[string][]*Page // by the plural of their taxonomy
	staticOnce     sync.Once
	staticDirs     []string // absolute, with a separator at the end
	resourcesOnce  sync.Once
	showsResources bool
}

// TermPages returns the term pages of a taxonomy, given by its plural, that
// have a content file, sorted by path. The slice must not be changed.
func (x *Index) TermPages(taxonomy string) []*Page {
	x.derived.termPagesOnce.Do(func() {
		x.derived.termPages = map[string][]*Page{}
		x.eachPage(func(p *Page) {
			if p.Kind != TermKind || p.node == nil {
				return
			}
			if t, ok := p.node.variant.taxonomyAt(p.node.key); ok {
				x.derived.termPages[t.Plural] = append(x.derived.termPages[t.Plural], p)
			}
		})
	})
	return x.derived.termPages[taxonomy]
}

// TermPage returns the content file of a term's page in a language, or nil
// where the term has none.
func (x *Index) TermPage(t Term, language string) *Page {
	for _, v := range x.variants {
		for _, taxonomy := range v.taxonomies {
			if v.language != language || taxonomy.Plural != t.Taxonomy {
				continue
			}
			if n := v.nodes[taxonomy.key+"/"+strings.TrimPrefix(t.Key, "/")]; n != nil {
				return n.page
			}
		}
	}
	return nil
}

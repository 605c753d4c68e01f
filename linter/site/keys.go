package site

import (
	"strings"
	"sync"
)

// keyUses counts the top-level keys of the site's front matter, once.
type keyUses struct {
	once  sync.Once
	pages map[string]int // by key in lower case
}

// KeyUses returns how many files have a key at the top level of their front
// matter. Letter case does not matter.
func (x *Index) KeyUses(key string) int {
	x.keyUses.once.Do(func() {
		x.keyUses.pages = map[string]int{}
		for _, p := range x.Pages {
			for _, f := range p.FrontMatter.Fields {
				x.keyUses.pages[strings.ToLower(f.Key)]++
			}
		}
	})
	return x.keyUses.pages[strings.ToLower(key)]
}

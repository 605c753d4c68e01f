package site

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// spellings are the terms that readers would take for one, grouped once.
type spellings struct {
	once   sync.Once
	groups map[termID][]TermName
}

// Spellings returns how a page's term is written across the site, the most
// frequent spelling first, of equally frequent ones the composed one (NFC): names that Hugo makes one term of (they differ in letter
// case), and names that look the same and are two terms to Hugo (they differ in
// Unicode normal form). Its own is among them.
func (x *Index) Spellings(t Term) []TermName {
	x.spellings.once.Do(x.groupSpellings)
	return x.spellings.groups[termID{t.Taxonomy, norm.NFC.String(t.Key)}]
}

func (x *Index) groupSpellings() {
	x.spellings.groups = map[termID][]TermName{}
	for taxonomy, names := range x.termNames {
		for _, n := range names {
			id := termID{taxonomy, norm.NFC.String(n.Key)}
			x.spellings.groups[id] = append(x.spellings.groups[id], n)
		}
	}
	for _, group := range x.spellings.groups {
		slices.SortStableFunc(group, func(a, b TermName) int {
			return cmp.Or(cmp.Compare(len(b.Pages), len(a.Pages)), composedFirst(a.Name, b.Name), cmp.Compare(a.Name, b.Name))
		})
	}
}

func composedFirst(a, b string) int {
	switch x, y := norm.NFC.IsNormalString(a), norm.NFC.IsNormalString(b); {
	case x && !y:
		return -1
	case y && !x:
		return 1
	}
	return 0
}

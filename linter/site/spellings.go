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
	groups map[spellingID][]TermName
}

// A spellingID is what the spellings of one term have in common. Each language
// has terms of its own.
type spellingID struct{ language, taxonomy, key string }

// Spellings returns how a term of p is written across the pages of its language,
// the most frequent spelling first, of equally frequent ones the composed one
// (NFC): names that Hugo makes one term of (they differ in letter case), and names that
// look the same and are two terms to Hugo (they differ in Unicode normal form).
// Its own is among them.
func (x *Index) Spellings(p *Page, t Term) []TermName {
	x.spellings.once.Do(x.groupSpellings)
	return x.spellings.groups[spellingOf(p, t)]
}

func spellingOf(p *Page, t Term) spellingID {
	return spellingID{p.Language, t.Taxonomy, norm.NFC.String(t.Key)}
}

func (x *Index) groupSpellings() {
	groups := map[spellingID][]TermName{}
	x.eachPage(func(p *Page) {
		for _, t := range p.Terms {
			id := spellingOf(p, t)
			i := slices.IndexFunc(groups[id], func(n TermName) bool { return n.Name == t.Name })
			if i < 0 {
				i = len(groups[id])
				groups[id] = append(groups[id], TermName{Name: t.Name, Key: t.Key})
			}
			// Pages come in order, so a page that has the term twice is the last one.
			if n := &groups[id][i]; len(n.Pages) == 0 || n.Pages[len(n.Pages)-1] != p {
				n.Pages = append(n.Pages, p)
			}
		}
	})
	for _, group := range groups {
		slices.SortStableFunc(group, func(a, b TermName) int {
			return cmp.Or(cmp.Compare(len(b.Pages), len(a.Pages)), composedFirst(a.Name, b.Name), cmp.Compare(a.Name, b.Name))
		})
	}
	x.spellings.groups = groups
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

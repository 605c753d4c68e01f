package site

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"postlint/linter/vietnamese"
)

// spellings are the terms that readers would take for one, grouped once.
type spellings struct {
	once   sync.Once
	ids    map[spellingID]spellingID // by a term's own key
	groups map[spellingID][]TermName
	plain  map[spellingID]spellingID // of a term without its accents: the term
}

// A spellingID is what the spellings of one term have in common. Each language
// has terms of its own.
type spellingID struct{ language, taxonomy, key string }

// Spellings returns how a term of p is written across the pages of its language,
// the most frequent spelling first, of equally frequent ones the composed one
// (NFC): names that Hugo makes one term of (they differ in letter case, or have hyphens for
// blanks), and names that are two terms to Hugo and one to readers. Those differ in
// Unicode normal form or in the place of the tone mark (hòa, hoà), or one of them, of
// two words or more, has no accents at all and is the rarer one ("quan ly").
// Its own is among them.
func (x *Index) Spellings(p *Page, t Term) []TermName {
	x.spellings.once.Do(x.groupSpellings)
	id, ok := x.spellings.ids[spellingID{p.Language, t.Taxonomy, t.Key}]
	if !ok {
		id = spellingOf(p, t)
	}
	if accented, ok := x.spellings.plain[id]; ok {
		id = accented
	}
	return x.spellings.groups[id]
}

func spellingOf(p *Page, t Term) spellingID {
	key := norm.NFC.String(t.Key)
	return spellingID{p.Language, t.Taxonomy, vietnamese.WithToneStyle(key, vietnamese.Old)}
}

func (x *Index) groupSpellings() {
	groups, ids := map[spellingID][]TermName{}, map[spellingID]spellingID{}
	x.eachPage(func(p *Page) {
		for _, t := range p.Terms {
			own := spellingID{p.Language, t.Taxonomy, t.Key}
			id, ok := ids[own]
			if !ok {
				id = spellingOf(p, t)
				ids[own] = id
			}
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
	x.spellings.groups, x.spellings.ids, x.spellings.plain = groups, ids, joinPlain(groups)
}

// joinPlain adds the spellings without accents to the groups of those that have
// them, and returns which went where. A single word may be another one ("ma",
// "má"), and so may one that two accented ones fold to, or that is used as much.
func joinPlain(groups map[spellingID][]TermName) map[spellingID]spellingID {
	accented := map[spellingID][]spellingID{} // by the folded key
	for id := range groups {
		if !isASCII(id.key) {
			folded := spellingID{id.language, id.taxonomy, vietnamese.Fold(id.key)}
			accented[folded] = append(accented[folded], id)
		}
	}
	joined := map[spellingID]spellingID{}
	for plain, ids := range accented {
		group := groups[plain]
		if len(group) == 0 || len(ids) != 1 || !strings.Contains(plain.key, "-") {
			continue
		}
		if len(group[0].Pages) < len(groups[ids[0]][0].Pages) {
			groups[ids[0]] = append(groups[ids[0]], group...)
			joined[plain] = ids[0]
		}
	}
	return joined
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
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

package site

import (
	"strings"
	"time"

	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
)

// aggregateDates gives branch pages without any date the latest of the pages
// below them, and terms and taxonomies those of the pages that use them.
func (a *assembler) aggregateDates(now time.Time) {
	own := make([]pagemeta.Dates, len(a.nodes))
	for i, n := range a.nodes {
		own[i] = n.late.Dates
	}
	// Terms come second: a taxonomy that has dates from pages below it has its dates.
	undated := a.undated()
	for i, n := range a.nodes {
		if n.bundled || n.kind() == kinds.KindTerm || own[i].IsAllDatesZero() {
			continue
		}
		for above := range ancestors(n.key) {
			if branch := undated[n.variant][above]; branch != nil && branch.kind() != kinds.KindTerm {
				latest(&branch.late.Dates, own[i], now)
			}
		}
	}
	undated = a.undated()
	for i, n := range a.nodes {
		if !n.bundled && !own[i].IsAllDatesZero() && len(undated[n.variant]) > 0 {
			a.dateTerms(n, own[i], undated[n.variant], now)
		}
	}
}

// undated lists the branch pages without any date, by variant and key.
func (a *assembler) undated() map[*variant]map[string]*node {
	undated := map[*variant]map[string]*node{}
	for _, n := range a.nodes {
		if n.isBranch() && n.late.Dates.IsAllDatesZero() {
			if undated[n.variant] == nil {
				undated[n.variant] = map[string]*node{}
			}
			undated[n.variant][n.key] = n
		}
	}
	return undated
}

// dateTerms hands a page's dates to its terms and their taxonomies, and those
// of a term to its taxonomy.
func (a *assembler) dateTerms(n *node, dates pagemeta.Dates, undated map[string]*node, now time.Time) {
	hand := func(key string, from taxonomy) {
		for ; strings.HasPrefix(key, from.key); key = key[:strings.LastIndexByte(key, '/')] {
			if branch := undated[key]; branch != nil && (branch.kind() == kinds.KindTerm || branch.kind() == kinds.KindTaxonomy) {
				latest(&branch.late.Dates, dates, now)
			}
		}
	}
	if t, ok := n.variant.taxonomyAt(n.key); ok && n.kind() == kinds.KindTerm && n.key != t.key {
		hand(n.key[:strings.LastIndexByte(n.key, '/')], t)
	}
	if n.hidden() {
		return
	}
	for i, t := range n.variant.taxonomies {
		for _, name := range n.terms[i] {
			hand(n.variant.placeOf(t, name).tree, t)
		}
	}
}

// ancestors yields the keys above key, the home page's last.
func ancestors(key string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for key != "" {
			key = key[:strings.LastIndexByte(key, '/')]
			if !yield(key) {
				return
			}
		}
	}
}

// latest moves dates forward to those of another page.
func latest(dates *pagemeta.Dates, other pagemeta.Dates, now time.Time) {
	if other.Date.After(dates.Date) {
		dates.Date = other.Date
	}
	if other.Lastmod.After(dates.Lastmod) {
		dates.Lastmod = other.Lastmod
	}
	if other.PublishDate.After(dates.PublishDate) && other.PublishDate.Before(now) {
		dates.PublishDate = other.PublishDate
	}
}

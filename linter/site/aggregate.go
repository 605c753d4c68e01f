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
	undated := map[*variant]map[string]*node{}
	for _, n := range a.nodes {
		if n.isBranch() && n.late.Dates.IsAllDatesZero() {
			if undated[n.variant] == nil {
				undated[n.variant] = map[string]*node{}
			}
			undated[n.variant][n.key] = n
		}
	}
	own := make(map[*node]pagemeta.Dates, len(a.nodes))
	for _, n := range a.nodes {
		own[n] = n.late.Dates
	}
	for _, n := range a.nodes {
		if n.bundled || own[n].IsAllDatesZero() {
			continue
		}
		if n.kind() != kinds.KindTerm {
			for above := range ancestors(n.key) {
				if branch := undated[n.variant][above]; branch != nil && branch.kind() != kinds.KindTerm {
					latest(&branch.late.Dates, own[n], now)
				}
			}
		}
		a.dateTerms(n, own[n], undated[n.variant], now)
	}
}

// dateTerms hands a page's dates to its terms and their taxonomies.
func (a *assembler) dateTerms(n *node, dates pagemeta.Dates, undated map[string]*node, now time.Time) {
	if n.hidden() || len(undated) == 0 {
		return
	}
	for _, t := range n.variant.taxonomies {
		for _, name := range termNames(n.late.Params, t.Plural) {
			key := t.key + "/" + n.variant.termKey(t, name)
			for _, k := range []string{key, t.key} {
				if branch := undated[k]; branch != nil {
					latest(&branch.late.Dates, dates, now)
				}
			}
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

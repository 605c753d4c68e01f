package main

import (
	"cmp"
	slashpath "path"
	"slices"
	"strconv"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/vietnamese"
)

// A termEntry is one spelling of a term, and those that look like it.
type termEntry struct {
	Taxonomy string   `json:"taxonomy"`
	Term     string   `json:"term"`
	Key      string   `json:"key"` // as Hugo makes it part of the URL
	Posts    []string `json:"posts"`
	Like     []string `json:"like"`

	folded string
}

// terms prints the vocabulary: each spelling of each term with its posts.
// Spellings that differ only in letter case, accents or separators stand side
// by side.
func terms(c *Command, o *options, args []string) (int, error) {
	list := []termEntry{}
	err := c.eachSite(o, args, func(_ *target, x *site.Index, prefix string) {
		for _, t := range x.Config.Taxonomies {
			list = append(list, vocabulary(x, t.Plural, prefix)...)
		}
	})
	if err != nil {
		return trouble, err
	}
	return clean, writeTable(c, o.format, list, termTable)
}

var termTable = table[termEntry]{
	header: []string{"taxonomy", "term", "key", "posts", "like"},
	record: func(e termEntry) []string {
		return []string{e.Taxonomy, e.Term, e.Key, strconv.Itoa(len(e.Posts)), strings.Join(e.Like, "; ")}
	},
	titles: []lint.Message{lint.Msg("TAXONOMY"), lint.Msg("TERM"), lint.Msg("KEY"), lint.Msg("POSTS"), lint.Msg("LOOKS LIKE")},
	row: func(e termEntry) []any {
		return []any{e.Taxonomy, e.Term, e.Key, strconv.Itoa(len(e.Posts)), strings.Join(e.Like, ", ")}
	},
}

// vocabulary lists the spellings of one taxonomy in the order of their folded
// names.
func vocabulary(x *site.Index, taxonomy, prefix string) []termEntry {
	var list []termEntry
	same := map[string][]string{}
	for _, n := range x.TermNames(taxonomy) {
		e := termEntry{Taxonomy: taxonomy, Term: n.Name, Key: n.Key, Posts: []string{}, Like: []string{}, folded: fold(n.Name)}
		for _, p := range n.Pages {
			e.Posts = append(e.Posts, slashpath.Join(prefix, p.Document.Path))
		}
		same[e.folded] = append(same[e.folded], n.Name)
		list = append(list, e)
	}
	for i := range list {
		for _, name := range same[list[i].folded] {
			if name != list[i].Term {
				list[i].Like = append(list[i].Like, name)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b termEntry) int {
		return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(len(b.Posts), len(a.Posts)), cmp.Compare(a.Term, b.Term))
	})
	return list
}

// fold reduces a term to what its spellings have in common.
func fold(name string) string {
	return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(vietnamese.Fold(name))
}

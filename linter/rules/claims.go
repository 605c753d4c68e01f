package rules

import (
	"slices"
	"strings"

	"postlint/linter/site"
	"postlint/linter/text"
)

// A claim is a phrase that the glossary does not want to be said of an entry.
type claim struct {
	phrase site.EntryText
	of     *site.Entry // whose table has the phrase
	forms  [][]string  // stems without stop words
}

// claimsAgainst lists what should not be said of e: what it says itself is not its
// own, and what is the own of an entry it is confused with, unless it is e's own too.
func claimsAgainst(g *site.Glossary, e *site.Entry) (claims []claim) {
	var own [][]string
	for _, phrase := range e.Owns {
		own = append(own, formsOf(phrase.Text)...)
	}
	add := func(of *site.Entry, phrases []site.EntryText) {
		for _, phrase := range phrases {
			c := claim{phrase, of, formsOf(phrase.Text)}
			shared := slices.ContainsFunc(c.forms, func(form []string) bool {
				return len(form) < 2 || slices.ContainsFunc(own, func(o []string) bool { return isSubsequence(form, o) || isSubsequence(o, form) })
			})
			if !shared {
				claims = append(claims, c)
			}
		}
	}
	add(e, e.NotOwns)
	for _, other := range g.Entries {
		if other != e && len(other.Owns) > 0 && g.Confuses(e, other) {
			add(other, other.Owns)
		}
	}
	return claims
}

// formsOf returns the stems of a phrase, and those of the phrase with the two
// sides of its "and" exchanged: "strategy and vision".
func formsOf(phrase string) (forms [][]string) {
	var all []string
	for _, w := range lowerWords(phrase) {
		all = append(all, stem(w))
	}
	forms = append(forms, withoutStops(all))
	n := 1
	if isVietnamesePhrase(phrase) {
		n = 2 // syllables of a word
	}
	for i, w := range all {
		if (w == "and" || w == "va") && i >= n && i+n < len(all) {
			swapped := slices.Concat(all[:i-n], all[i+1:i+1+n], all[i-n:i], all[i+1+n:])
			forms = append(forms, withoutStops(swapped))
		}
	}
	return forms
}

func withoutStops(words []string) (kept []string) {
	for _, w := range words {
		if !stopStems[w] {
			kept = append(kept, w)
		}
	}
	return kept
}

// isSubsequence reports whether the words of a stand in b, in order.
func isSubsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}

// isVietnamesePhrase reports whether a phrase has letters that ASCII does not.
func isVietnamesePhrase(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return c >= 0x80 && inWord(c) }) >= 0
}

// matchAt returns the end of the words that say a claim, if they begin at i.
func (c *claim) matchAt(words []word, i int) (end int, ok bool) {
	for _, form := range c.forms {
		if end, ok = matchForm(form, words, i); ok {
			return end, true
		}
	}
	return 0, false
}

// Between the words of a phrase any stop words may stand, and, if the phrase has
// three words or more, a few others: "the overall long-term vision".
const mostOthers = 2

func matchForm(form []string, words []word, i int) (end int, ok bool) {
	if len(form) == 0 || words[i].stem != form[0] {
		return 0, false
	}
	k, others := 1, 0
	for i++; k < len(form); i++ {
		if i == len(words) || words[i].before == colon {
			return 0, false
		}
		switch w := words[i]; {
		case w.stem == form[k]:
			k++
		case stopStems[w.stem]:
		case len(form) >= 3 && others < mostOthers && w.entry == nil:
			others++
		default:
			return 0, false
		}
	}
	return i, true
}

// spanOf returns the bytes of some words.
func spanOf(words []word) text.Span {
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}
}

// stopStems are the stems of the words without which a phrase means the same.
var stopStems = func() map[string]bool {
	stems := map[string]bool{}
	for w := range wordSet("a an the of and to in for on it our your their whole entire và của các những một cho về trong mọi") {
		stems[stem(w)] = true
	}
	return stems
}()

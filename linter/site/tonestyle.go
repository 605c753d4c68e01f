package site

import (
	"strings"
	"sync"
	"unicode"

	"postlint/linter/vietnamese"
)

// toneStyles are where each language's pages put their tone marks, counted once.
type toneStyles struct {
	once   sync.Once
	styles map[string]vietnamese.ToneStyle // by language
}

// ToneStyle returns the place of the tone mark that most titles and terms of the
// pages in a language have, or Unknown where there are as many of one as of the
// other. Bodies are not looked at: that would take reading the whole site.
func (x *Index) ToneStyle(language string) vietnamese.ToneStyle {
	x.toneStyles.once.Do(func() {
		counts := map[string]int{} // more of the old style above 0, more of the new one below
		x.eachPage(func(p *Page) {
			counts[p.Language] += toneBalance(p.Title)
			for _, t := range p.Terms {
				counts[p.Language] += toneBalance(t.Name)
			}
		})
		x.toneStyles.styles = map[string]vietnamese.ToneStyle{}
		for language, n := range counts {
			switch {
			case n > 0:
				x.toneStyles.styles[language] = vietnamese.Old
			case n < 0:
				x.toneStyles.styles[language] = vietnamese.New
			}
		}
	})
	return x.toneStyles.styles[language]
}

// toneBalance returns how many more syllables of s are in the old style than in
// the new one.
func toneBalance(s string) (balance int) {
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch vietnamese.ToneStyleOf(word) {
		case vietnamese.Old:
			balance++
		case vietnamese.New:
			balance--
		}
	}
	return balance
}

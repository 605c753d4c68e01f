package text

import "unicode/utf8"

// Words finds any of a few words in bytes, many times faster than a regular
// expression does. Make one with [NewWords], once.
type Words struct {
	fold  bool
	words []string
	first [256][]string // by first byte
}

// NewWords returns a set of words, none of them empty. With fold, ASCII letters
// match in either case; the words themselves must then be in lower case.
func NewWords(fold bool, words ...string) *Words {
	w := &Words{fold: fold, words: words}
	for _, word := range words {
		w.first[word[0]] = append(w.first[word[0]], word)
		if upper := word[0]; fold && 'a' <= upper && upper <= 'z' {
			w.first[upper-'a'+'A'] = append(w.first[upper-'a'+'A'], word)
		}
	}
	return w
}

// In reports whether b holds one of the words, also within a longer one.
func (w *Words) In(b []byte) bool {
	for i, c := range b {
		for _, word := range w.first[c] {
			if len(b)-i >= len(word) && w.equal(b[i:i+len(word)], word) {
				return true
			}
		}
	}
	return false
}

func (w *Words) equal(b []byte, word string) bool {
	for i := range len(word) {
		c := b[i]
		if w.fold && c < utf8.RuneSelf && 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

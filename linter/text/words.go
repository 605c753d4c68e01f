package text

import "unicode/utf8"

// Words finds any of a few words in bytes, many times faster than a regular
// expression does. Make one with [NewWords], once.
type Words struct {
	fold  bool
	words []string
	pairs [1 << 16 / 64]uint64 // a bit for the first two bytes of every word
	byTwo map[uint16][]string
}

// NewWords returns a set of words of two bytes or more. With fold, ASCII letters
// match in either case; the words themselves must then be in lower case.
func NewWords(fold bool, words ...string) *Words {
	w := &Words{fold: fold, words: words, byTwo: map[uint16][]string{}}
	for _, word := range words {
		for _, first := range cases(word[0], fold) {
			for _, second := range cases(word[1], fold) {
				pair := uint16(first)<<8 | uint16(second)
				w.pairs[pair/64] |= 1 << (pair % 64)
				w.byTwo[pair] = append(w.byTwo[pair], word)
			}
		}
	}
	return w
}

// cases returns c, and its capital where that is to match as well.
func cases(c byte, fold bool) []byte {
	if fold && 'a' <= c && c <= 'z' {
		return []byte{c, c - 'a' + 'A'}
	}
	return []byte{c}
}

// In reports whether b holds one of the words, also within a longer one.
func (w *Words) In(b []byte) bool {
	if len(b) < 2 {
		return false
	}
	pair := uint16(b[0])
	for i := 1; i < len(b); i++ {
		pair = pair<<8 | uint16(b[i])
		if w.pairs[pair/64]&(1<<(pair%64)) != 0 && w.at(b[i-1:], pair) {
			return true
		}
	}
	return false
}

// at reports whether b begins with one of the words that begin with pair.
func (w *Words) at(b []byte, pair uint16) bool {
	for _, word := range w.byTwo[pair] {
		if len(b) >= len(word) && w.equal(b[:len(word)], word) {
			return true
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

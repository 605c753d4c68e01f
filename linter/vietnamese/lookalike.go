package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FindLookalikes finds words spelled with a letter of another alphabet that
// looks like the right one: eth and African D for đ (ðường, Ðà, Ɖà), and
// Cyrillic or Greek letters inside Latin words.
//
// It reports a word only when what the word should be is beyond doubt, so every
// run is Certain: with eth, that the word becomes a Vietnamese syllable and
// that it, or a word beside it, has Vietnamese marks; with Cyrillic and Greek,
// that every foreign letter has a Latin twin, that Latin letters stand on both
// sides of one of them, or that the text has no word in that alphabet (a
// Russian text inflects Latin names: "SDKа").
func FindLookalikes(s string) []Damage {
	if !maybeLookalike(s) {
		return nil
	}
	var all []span
	for w := range words(s) {
		all = append(all, w)
	}
	foreign := foreignWords(s, all)
	var found []Damage
	for i, w := range all {
		word := s[w.start:w.end]
		if text, ok := undoEth(word); ok && vietnameseNear(s, all, i, text) {
			found = append(found, Damage{Start: w.start, End: w.end, Text: text, Certain: true, Encoding: "look-alike of đ"})
		} else if text, script, ok := undoForeign(word, foreign); ok {
			found = append(found, Damage{Start: w.start, End: w.end, Text: text, Certain: true, Encoding: script + " letter in a Latin word"})
		}
	}
	return found
}

// maybeLookalike is the quick path: it says whether s has, next to each other
// as bytes of one character, anything FindLookalikes looks for.
func maybeLookalike(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		switch c := s[i]; {
		case c < 0xC3 || c > 0xD2:
		case c == 0xC3:
			if s[i+1] == 0xB0 || s[i+1] == 0x90 {
				return true
			}
		case c == 0xC6, c == 0xC9:
			if s[i+1] == 0x89 || s[i+1] == 0x96 {
				return true
			}
		case c >= 0xCE:
			if latinNeighbour(s, i) {
				return true
			}
		}
	}
	return false
}

// latinNeighbour says whether the Greek or Cyrillic letter at i touches an
// ASCII letter. In a word of mixed letters one does.
func latinNeighbour(s string, i int) bool {
	return i > 0 && asciiLetter(s[i-1]) || i+2 < len(s) && (asciiLetter(s[i+2]) || s[i+2] >= 0xC3 && s[i+2] <= 0xC6 || s[i+2] == 0xE1) ||
		i > 1 && s[i-1] >= 0x80 && !cyrillicOrGreekBefore(s, i)
}

func cyrillicOrGreekBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.In(r, unicode.Cyrillic, unicode.Greek) || !unicode.IsLetter(r)
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// undoEth writes đ for its twins at the start of a syllable, where alone
// Vietnamese has it.
func undoEth(word string) (string, bool) {
	r, size := utf8.DecodeRuneInString(word)
	d := "đ"
	switch r {
	case 'ð', 'ɖ':
	case 'Ð', 'Ɖ':
		d = "Đ"
	default:
		return "", false
	}
	text := d + word[size:]
	return text, IsSyllable(text)
}

// vietnameseNear says whether the word, or one of the two words on either side,
// is a syllable with a mark other than that of đ, which the twin may have.
func vietnameseNear(s string, all []span, i int, word string) bool {
	if y, ok := parse(word); ok && y.vowelMarked() && !phonetic(s, all[i]) {
		return true
	}
	for j := max(0, i-2); j <= min(len(all)-1, i+2); j++ {
		near := s[all[j].start:all[j].end]
		if undone, ok := undoEth(near); ok {
			near = undone
		}
		if y, ok := parse(near); j != i && ok && y.vowelMarked() {
			return !phonetic(s, all[i])
		}
	}
	return false
}

// phonetic says whether the word stands in the slashes or brackets of a
// phonetic transcription, where ð is the sound of "this".
func phonetic(s string, w span) bool {
	before, after := byte(0), byte(0)
	if w.start > 0 {
		before = s[w.start-1]
	}
	if w.end < len(s) {
		after = s[w.end]
	}
	return before == '/' || after == '/' || before == '[' && after == ']'
}

// vowelMarked says whether a vowel of the syllable has a mark that sets
// Vietnamese apart from most other languages: a horn, a breve, a hook or a dot,
// or two marks at once.
func (y *syllable) vowelMarked() bool {
	for _, l := range y.letters[:y.n] {
		switch {
		case l.base == hornO, l.base == hornU, l.base == breveA, l.tone == hoi, l.tone == nang:
			return true
		case l.base != strokeD && l.base < 'a' && l.tone != ngang:
			return true
		}
	}
	return false
}

// twins are the letters of other alphabets with the Latin letter they look
// like in every common typeface.
var twins = func() map[rune]rune {
	m := map[rune]rune{}
	pair := func(foreign, latin string) {
		to := []rune(latin)
		for i, r := range []rune(foreign) {
			m[r] = to[i]
		}
	}
	pair("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw")
	pair("АВЕКМНОРСТХУІЈЅ", "ABEKMHOPCTXYIJS")
	pair("ο", "o")
	pair("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")
	return m
}()

// undoForeign writes Latin letters for the twins in a word that is otherwise
// Latin.
func undoForeign(word string, foreign [2]bool) (text, script string, ok bool) {
	if strings.IndexFunc(word, func(r rune) bool { return r >= 0x0370 }) < 0 {
		return "", "", false
	}
	var b strings.Builder
	latin, replaced, between := 0, 0, false
	which := 0
	prevLatin, pending := false, false
	for _, r := range word {
		to, twin := twins[r]
		switch {
		case twin:
			replaced++
			if r < 0x0400 {
				which = 1
			}
			pending = pending || prevLatin
			prevLatin = false
			b.WriteRune(to)
		case unicode.Is(unicode.Latin, r):
			latin++
			between = between || pending
			pending, prevLatin = false, true
			b.WriteRune(r)
		case unicode.IsLetter(r):
			return "", "", false
		default:
			pending, prevLatin = false, false
			b.WriteRune(r)
		}
	}
	names := [2]string{"Cyrillic", "Greek"}
	sure := between || !foreign[which] && latin > replaced
	return b.String(), names[which], replaced > 0 && latin >= 2 && sure
}

// foreignWords says whether s has a word with Cyrillic letters and none of
// Latin, and the same for Greek.
func foreignWords(s string, all []span) (foreign [2]bool) {
	for _, w := range all {
		cyrillic, greek, latin := false, false, false
		for _, r := range s[w.start:w.end] {
			switch {
			case r >= 0x0400 && unicode.Is(unicode.Cyrillic, r):
				cyrillic = true
			case r >= 0x0370 && unicode.Is(unicode.Greek, r):
				greek = true
			case unicode.Is(unicode.Latin, r):
				latin = true
			}
		}
		foreign[0] = foreign[0] || cyrillic && !latin
		foreign[1] = foreign[1] || greek && !latin
	}
	return foreign
}

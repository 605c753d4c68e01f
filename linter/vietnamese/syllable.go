package vietnamese

import (
	"strings"
	"unicode/utf8"
)

// maxLetters is the length of the longest syllable, "nghiêng".
const maxLetters = 7

// A syllable is one orthographic syllable taken apart. Positions are indexes of
// letters, from 0.
type syllable struct {
	letters [maxLetters]letter
	n       int
	tone    tone
	at      int // the letter that carries the tone mark; meaningless for ngang
	start   int // first letter of the rime
	rime    rime
}

// A rime says where the tone mark goes and which tones exist.
type rime struct {
	old, new int8 // index of the marked letter, counted from the rime's start
	stop     bool // ends in p, t, c or ch: only sắc and nặng
}

// IsSyllable reports whether s is exactly one Vietnamese syllable: an onset, a
// rime and a tone that may stand together, with the tone mark where one of the
// two styles in use puts it (hòa, hoà). Letter case does not matter.
//
// Only composed text (NFC) is recognised: a string with combining marks, an
// empty string, several words, or anything that is not a letter gives false.
// A syllable that happens to need no mark ("ba", "trong") is a syllable too;
// "cac" is not, since a rime that ends in a stop takes sắc or nặng.
func IsSyllable(s string) bool {
	_, ok := parse(s)
	return ok
}

// parse takes one syllable apart.
func parse(s string) (syllable, bool) {
	var y syllable
	if len(s) == 0 || len(s) > maxLetters*utf8.UTFMax {
		return y, false
	}
	y.at = -1
	var key [maxLetters]byte
	for _, r := range s {
		l, ok := letterOf(r)
		if !ok || y.n == maxLetters {
			return y, false
		}
		if l.tone != ngang {
			if y.at >= 0 {
				return y, false
			}
			y.at, y.tone = y.n, l.tone
		}
		y.letters[y.n], key[y.n] = l, l.base
		y.n++
	}
	if !y.split(key[:y.n]) {
		return y, false
	}
	if y.tone == ngang {
		return y, !y.rime.stop
	}
	if y.rime.stop && y.tone != sac && y.tone != nang {
		return y, false
	}
	return y, y.at == y.start+int(y.rime.old) || y.at == y.start+int(y.rime.new)
}

// split finds the onset and the rime of the letters in key.
func (y *syllable) split(key []byte) bool {
	if special, ok := placeNames[string(key)]; ok {
		y.start, y.rime = 0, special
		return true
	}
	y.start = onsetLen(key)
	if y.start < 0 || y.start == len(key) {
		return false
	}
	onset, rest := key[:y.start], key[y.start:]
	r, ok := rimeSet(onset)[string(rest)]
	y.rime = r
	return ok && agree(onset, rest)
}

// onsetLen is the length of the onset that key starts with, 0 for none, -1 when
// key starts with letters that open no syllable. The i of "gì", "giêng" belongs
// to the rime, the i of "già", "giữ" to the onset.
func onsetLen(key []byte) int {
	vowel := 0
	for vowel < len(key) && !isVowel(key[vowel]) {
		vowel++
	}
	switch string(key[:vowel]) {
	case "q":
		if vowel < len(key) && key[vowel] == 'u' {
			return vowel + 1
		}
		return -1
	case "g":
		if len(key) >= 3 && key[1] == 'i' && isVowel(key[2]) && key[2] != circE {
			return 2
		}
		return 1
	}
	if vowel == 0 || onsets[string(key[:vowel])] {
		return vowel
	}
	return -1
}

func isVowel(b byte) bool { return strings.IndexByte("aAByeEioOPuU", b) >= 0 }

// rimeSet is the rimes that may follow the onset.
func rimeSet(onset []byte) map[string]rime {
	if string(onset) == "qu" {
		return rimesAfterQu
	}
	return rimes
}

// agree checks the spelling rules between onset and rime: c, g and ng are
// written k, gh and ngh before e, ê and i; y alone follows few onsets.
func agree(onset, rest []byte) bool {
	front := rest[0] == 'e' || rest[0] == circE || rest[0] == 'i'
	switch string(onset) {
	case "c":
		// The sound of "coa" is written "qua".
		return !front && rest[0] != 'y' && !glide(rest)
	case "k":
		return front || rest[0] == 'y'
	case "gh", "ngh":
		return front
	case "ng":
		return !front && rest[0] != 'y'
	case "g":
		return rest[0] == 'i' || !front && rest[0] != 'y'
	case "gi":
		return rest[0] != 'y' && rest[0] != 'i'
	}
	if rest[0] == 'y' {
		return len(onset) == 0 || string(onset) == "qu" || len(rest) == 1 && strings.Contains(" h l m n s t th v ", " "+string(onset)+" ")
	}
	return true
}

// glide says whether the rime starts with the w sound.
func glide(rest []byte) bool {
	if len(rest) < 2 {
		return false
	}
	switch string(rest[:2]) {
	case "oa", "oA", "oe", "uE", "uy", "uB", "uP":
		return true
	}
	return false
}

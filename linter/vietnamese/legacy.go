package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FindLegacy finds Vietnamese in an encoding older than Unicode that was pasted
// as windows-1252 or Latin-1: TCVN3 ("ViÖt"), VNI ("Vieät"), VISCII ("Vi®t")
// and windows-1258 ("Viêòt"). A run is a stretch of one line, from the first word
// that changes to the last, that is made of Vietnamese syllables throughout.
// Encoding is the name of the encoding.
//
// All of s is taken to be in one encoding. Nothing is reported unless words of s
// hold letters no language puts there (a capital or a symbol inside a small-
// letter word, two accented vowels in a row) and nearly all words with accents
// become syllables; a single such word is not enough. A run is Certain when the
// text has much of that and no other encoding explains half as much.
func FindLegacy(s string) []Damage {
	if !strange(s) {
		return nil
	}
	lines := legacyLines(s)
	best, second := bestCharset(lines)
	if !best.convincing() || second.good >= best.good {
		return nil
	}
	certain := best.odd >= 4 && 20*best.bad <= best.good && 2*second.good < best.good
	var found []Damage
	for _, l := range lines {
		for _, d := range l.runs(best.charset) {
			d.Encoding = best.charset.name
			d.Certain = certain && d.Alternatives == nil
			if !d.Certain && d.Alternatives == nil {
				d.Alternatives = []string{d.Text}
			}
			found = append(found, d)
		}
	}
	return found
}

// DecodeLegacy decodes a whole file that is Vietnamese in one of the encodings
// FindLegacy knows and returns its text, composed, and the encoding's name. ok
// is false, and text empty, when b is valid UTF-8 or when none of the encodings
// makes syllables of nearly all words with accents.
func DecodeLegacy(b []byte) (text, encoding string, ok bool) {
	if utf8.Valid(b) {
		return "", "", false
	}
	rs := make([]rune, len(b))
	for i, c := range b {
		rs[i] = rune(c)
		if c >= 0x80 && c < 0xA0 {
			rs[i] = cp1252[c-0x80]
		}
	}
	lines := legacyLines(string(rs))
	best, second := bestCharset(lines)
	if best.good == 0 || best.bad*10 > best.good || second.good >= best.good {
		return "", "", false
	}
	text, _ = best.charset.decode(rs)
	return text, best.charset.name, true
}

// A verdict is how well an encoding explains a text.
type verdict struct {
	charset charset
	good    int // words that change and become syllables
	odd     int // those of them no language writes like that
	bad     int // words with accents that do not
}

func (v verdict) convincing() bool {
	return v.good >= 2 && 8*v.odd >= v.good && v.odd >= 1 && 10*v.bad <= v.good
}

// bestCharset is the encoding that explains the lines best, and the next best.
func bestCharset(lines []legacyLine) (best, second verdict) {
	for _, c := range charsets {
		v := verdict{charset: c}
		for _, l := range lines {
			for _, w := range l.words(c) {
				v.add(l.runes[w.start:w.end])
			}
		}
		switch {
		case v.good-v.bad > best.good-best.bad:
			best, second = v, best
		case v.good-v.bad > second.good-second.bad:
			second = v
		}
	}
	return best, second
}

func (v *verdict) add(word []rune) {
	if asciiOnly(word) {
		return
	}
	text, ok := v.charset.syllable(word)
	switch {
	case !ok:
		v.bad++
	case text != string(word):
		v.good++
		if oddWord(word) {
			v.odd++
		}
	}
}

// capitals writes the syllable in capitals when all ASCII letters of the word
// are: the fonts of TCVN3 draw capitals from the codes of small letters.
func capitals(word []rune, text string) string {
	letters := 0
	for _, r := range word {
		if r < 0x80 {
			if !unicode.IsUpper(r) {
				return text
			}
			letters++
		}
	}
	if letters == 0 {
		return text
	}
	return strings.ToUpper(text)
}

// oddWord says whether the word is spelled like nothing but damage: a symbol
// between or before letters, a capital behind a small letter, or an accented
// vowel behind another vowel in a way only VNI and windows-1258 have.
func oddWord(word []rune) bool {
	for i, r := range word {
		if r < 0x80 {
			continue
		}
		if !unicode.IsLetter(r) || r == 'ª' || r == 'º' {
			if i+1 < len(word) {
				return true
			}
			continue
		}
		if i == 0 {
			continue
		}
		before := word[i-1]
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return true
		}
		if before >= 0x80 && unicode.IsLetter(before) {
			return true
		}
		if strings.ContainsRune("aeoAEO", before) && strings.ContainsRune("âåãäÂÅÃÄ", r) {
			return true
		}
	}
	return false
}

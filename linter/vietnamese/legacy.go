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
	certain := best.odd >= 4 && best.bad == 0 && 2*second.good < best.good
	var found []Damage
	for _, l := range lines {
		for _, d := range l.runs(best.charset) {
			d.Certain, d.Encoding = certain, best.charset.name
			if !certain {
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
	return v.good >= 2 && 4*v.odd >= v.good && v.odd >= 1 && 20*v.bad <= v.good
}

// bestCharset is the encoding that explains the lines best, and the next best.
func bestCharset(lines []legacyLine) (best, second verdict) {
	for _, c := range charsets {
		v := verdict{charset: c}
		for _, l := range lines {
			for _, w := range l.words {
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
	text, ok := v.charset.decode(word)
	switch {
	case !ok || !IsSyllable(text):
		v.bad++
	case !usualCase(text) && !usualCase(capitals(word, text)):
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
	if letters == 0 || letters == 1 && len(word) > 1 && !allUpper(text) {
		return text
	}
	return strings.ToUpper(text)
}

func allUpper(s string) bool { return s == strings.ToUpper(s) }

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

// A legacyLine is a line of text that may be in a legacy encoding.
type legacyLine struct {
	runes   []rune
	offsets []int
	words   []span // in runes
}

// legacyLines takes the lines apart, leaving out those that have letters of
// Vietnamese or another language beyond windows-1252: such a line is Unicode.
func legacyLines(s string) []legacyLine {
	var lines []legacyLine
	start := 0
	for start <= len(s) {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		if l, ok := newLegacyLine(s, span{start, end}); ok {
			lines = append(lines, l)
		}
		start = end + 1
	}
	return lines
}

func newLegacyLine(s string, at span) (legacyLine, bool) {
	base := newLayer(s, at)
	l := legacyLine{runes: base.runes, offsets: base.offsets}
	accents := false
	start := -1
	for i, r := range l.runes {
		_, isByte := byteOf(r)
		if r >= 0x80 && !isByte && unicode.IsLetter(r) {
			return l, false
		}
		if legacyWordRune(r) {
			accents = accents || r >= 0x80
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			l.words = append(l.words, span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		l.words = append(l.words, span{start, len(l.runes)})
	}
	return l, accents
}

// legacyWordRune says whether r may be part of a word: letters, and everything
// in windows-1252 that one of the encodings has a letter for.
func legacyWordRune(r rune) bool {
	if r < 0x80 {
		if r < 0x20 {
			return viscii[byte(r)] != 0
		}
		return asciiLetter(byte(r))
	}
	switch r {
	case 0xA0, '“', '”', '‘', '’', '–', '—', '…', '•':
		return false
	}
	_, ok := byteOf(r)
	return ok
}

// runs decodes the stretches of the line that are Vietnamese throughout.
func (l legacyLine) runs(c charset) []Damage {
	var found []Damage
	var first, last span
	open := false
	flush := func() {
		if open {
			found = append(found, l.damage(c, span{first.start, last.end}))
		}
		open = false
	}
	for _, w := range l.words {
		word := l.runes[w.start:w.end]
		text, ok := c.decode(word)
		switch {
		case !ok || !IsSyllable(text) || !usualCase(text) && !usualCase(capitals(word, text)):
			flush()
		case text == string(word):
		default:
			if !open {
				open, first = true, w
			}
			last = w
		}
	}
	flush()
	return found
}

// damage decodes one stretch word by word.
func (l legacyLine) damage(c charset, at span) Damage {
	var b strings.Builder
	done := at.start
	for _, w := range l.words {
		if w.start < at.start || w.end > at.end {
			continue
		}
		b.WriteString(string(l.runes[done:w.start]))
		word := l.runes[w.start:w.end]
		text, _ := c.decode(word)
		b.WriteString(capitals(word, text))
		done = w.end
	}
	return Damage{Start: l.offsets[at.start], End: l.offsets[at.end], Text: b.String()}
}

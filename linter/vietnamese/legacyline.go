package vietnamese

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A legacyLine is a line of text that may be in a legacy encoding.
type legacyLine struct {
	runes   []rune
	offsets []int
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

func newLegacyLine(s string, at span) (l legacyLine, ok bool) {
	base := newLayer(s, at)
	for _, r := range base.runes {
		_, isByte := byteOf(r)
		if r >= 0x80 && !isByte && unicode.IsLetter(r) {
			return l, false
		}
		ok = ok || isByte
	}
	return legacyLine{base.runes, base.offsets}, ok
}

// words divides the line into words, as positions of runes. Where the encoding
// has letters for quotation marks, they are letters if that makes more syllables
// of the line.
func (l legacyLine) words(c charset) []span {
	words := l.split(c, false)
	if !c.marksAreLetters {
		return words
	}
	rate := func(words []span) int {
		v := verdict{charset: c}
		for _, w := range words {
			v.add(l.runes[w.start:w.end])
		}
		return v.good - v.bad
	}
	if more := l.split(c, true); len(more) > 0 && rate(more) > rate(words) {
		return more
	}
	return words
}

func (l legacyLine) split(c charset, marks bool) []span {
	var words []span
	start := -1
	for i := range l.runes {
		if c.inWord(l.runes, i, marks) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			words = append(words, span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, span{start, len(l.runes)})
	}
	return words
}

// inWord says whether the rune at i may be part of a word: letters, everything
// in windows-1252 that one of the encodings has a letter for, and, with marks,
// quotation marks and dashes that touch a letter.
func (c charset) inWord(rs []rune, i int, marks bool) bool {
	r := rs[i]
	if r < 0x20 {
		return c.name == "VISCII" && viscii[byte(r)] != 0
	}
	if r < 0x80 {
		return asciiLetter(byte(r))
	}
	switch r {
	case 0xA0:
		return false
	case '“', '”', '‘', '’', '–', '—', '…', '•':
		return marks && (i > 0 && isASCIILetter(rs[i-1]) || i+1 < len(rs) && isASCIILetter(rs[i+1]))
	}
	_, ok := byteOf(r)
	return ok
}

func isASCIILetter(r rune) bool { return r < 0x80 && asciiLetter(byte(r)) }

// runs decodes the stretches of the line that are Vietnamese throughout. A word
// whose letter case the encoding lost is a run of its own, with both spellings
// as Alternatives.
func (l legacyLine) runs(c charset) []Damage {
	var found []Damage
	var stretch []span
	flush := func() {
		if len(stretch) > 0 {
			found = append(found, l.damage(c, stretch))
		}
		stretch = nil
	}
	words := l.words(c)
	for i, w := range words {
		word := l.runes[w.start:w.end]
		text, ok := c.syllable(word)
		switch {
		case !ok:
			flush()
		case c.caseless(word, text):
			flush()
			if text == string(word) {
				break
			}
			d := l.damage(c, words[i:i+1])
			d.Text, d.Alternatives = l.recase(words, i, d.Text)
			found = append(found, d)
		case text != string(word):
			stretch = append(stretch, w)
		}
	}
	flush()
	return found
}

// syllable decodes one word; ok is false when that is not a syllable.
func (c charset) syllable(word []rune) (text string, ok bool) {
	text, ok = c.decode(word)
	if !ok || !IsSyllable(text) {
		return text, false
	}
	if !usualCase(text) {
		text = capitals(word, text)
	}
	return text, usualCase(text)
}

// caseless says whether the capitals of a word are lost. The fonts of TCVN3 draw
// them from the codes of small letters, so only its ASCII letters tell, and a
// single capital does not say whether the rest are capitals too.
func (c charset) caseless(word []rune, text string) bool {
	if c.name != "TCVN3" {
		return false
	}
	lower, upper := asciiCase(word)
	first, _ := utf8.DecodeRuneInString(text)
	return word[0] >= 0x80 && unicode.IsLower(first) && upper == 0 || lower == 0 && upper == 1 && len(word) > 1
}

// asciiCase counts the ASCII letters of a word.
func asciiCase(word []rune) (lower, upper int) {
	for _, r := range word {
		switch {
		case r >= 0x80:
		case unicode.IsUpper(r):
			upper++
		default:
			lower++
		}
	}
	return lower, upper
}

// recase orders the spellings of a word without letter case by what stands
// before it: capitals behind capitals, one capital where a sentence starts.
func (l legacyLine) recase(words []span, i int, text string) (best string, all []string) {
	lower := strings.ToLower(text)
	first, size := utf8.DecodeRuneInString(lower)
	title := string(unicode.ToUpper(first)) + lower[size:]
	upper := strings.ToUpper(text)
	w := words[i]
	word := l.runes[w.start:w.end]
	small, _ := asciiCase(word)
	switch {
	case small > 0 && sentenceStart(l.runes, w.start):
		all = []string{title, lower}
	case small > 0:
		all = []string{lower, title}
	case l.inCapitals(words, i):
		all = []string{upper, title}
	case unicode.IsUpper(word[0]):
		all = []string{title, upper}
	case sentenceStart(l.runes, w.start):
		all = []string{title, lower, upper}
	default:
		all = []string{lower, title, upper}
	}
	return all[0], distinct(all)
}

// distinct leaves out what stands in the list already: a word of one letter has
// only two spellings.
func distinct(list []string) []string {
	var kept []string
	for _, s := range list {
		if !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// inCapitals says whether the words around show their letter case, and are in
// capitals.
func (l legacyLine) inCapitals(words []span, i int) bool {
	upper, lower := 0, 0
	for j := max(0, i-4); j <= min(len(words)-1, i+4); j++ {
		if j == i {
			continue
		}
		small, big := asciiCase(l.runes[words[j].start:words[j].end])
		lower, upper = lower+small, upper+big
	}
	return upper > 2*lower
}

// damage decodes one stretch word by word. The words between those of the
// stretch need no decoding, and no word is split by one.
func (l legacyLine) damage(c charset, stretch []span) Damage {
	var b strings.Builder
	first, last := stretch[0], stretch[len(stretch)-1]
	done := first.start
	for _, w := range stretch {
		b.WriteString(string(l.runes[done:w.start]))
		text, _ := c.syllable(l.runes[w.start:w.end])
		b.WriteString(text)
		done = w.end
	}
	return Damage{Start: l.offsets[first.start], End: l.offsets[last.end], Text: b.String()}
}

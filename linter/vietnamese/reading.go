package vietnamese

import (
	"strings"
	"unicode"
)

// A reading is one way to read a damaged word.
type reading struct {
	text     string
	end      int // position behind the word
	loss     loss
	syllable bool // text is a syllable in one of the usual letter cases
	splits   bool // another reading has one word where this has two
	score    int
}

// maxReadings bounds the readings of one word; a word of Vietnamese has at most
// two characters that can lose a byte. maxWord bounds the letters of a word of
// any language.
const (
	maxReadings = 256
	maxSteps    = 4096 // of the search for them
	maxWord     = 40
)

// readWord finds the readings of the word that starts at rs[p]. They share
// nothing but the start: a space may belong to the word in one and end it in
// another.
func readWord(rs []rune, p int, seen evidence) []reading {
	var all []reading
	steps := 0
	var walk func(p int, text []rune, l loss)
	walk = func(p int, text []rune, l loss) {
		if steps++; steps > maxSteps || len(all) >= maxReadings || len(text) > maxWord || l != 0 && len(text) > maxLetters {
			return // only a syllable may have lost bytes
		}
		if p < len(rs) {
			if s, ok := whole(rs, p); ok {
				if latinLetter(s.r) {
					walk(s.next, append(text[:len(text):len(text)], s.r), l)
					return
				}
			} else if lost := partial(rs, p, seen); len(lost) > 0 {
				for _, s := range lost {
					grown := append(text[:len(text):len(text)], s.r)
					if s.ends {
						all = append(all, reading{text: string(grown), end: s.next, loss: l | s.loss})
					} else {
						walk(s.next, grown, l|s.loss)
					}
				}
				return
			} else if unicode.IsLetter(rs[p]) && !symbolStart(rs, p) {
				walk(p+1, append(text[:len(text):len(text)], rs[p]), l)
				return
			}
		}
		all = append(all, reading{text: string(text), end: p, loss: l})
	}
	walk(p, nil, 0)
	for i := range all {
		all[i].syllable = IsSyllable(all[i].text) && usualCase(all[i].text)
	}
	return all
}

// latinLetter says whether r is a letter the words of a European language are
// spelled with.
func latinLetter(r rune) bool {
	_, ok := letterOf(r)
	return ok || r < 0x0180 && unicode.IsLetter(r) && r != 'ª' && r != 'º'
}

// usualCase says whether the word is in lower case, in upper case or
// capitalised.
func usualCase(word string) bool {
	n, upper, first := 0, 0, false
	for _, r := range word {
		if unicode.IsUpper(r) {
			upper++
			first = first || n == 0
		}
		n++
	}
	return upper == 0 || upper == n || upper == 1 && first
}

// syllables keeps the readings that are syllables and that the spaces behind
// them allow, and says of each whether it splits in two what another reads as
// one word.
func syllables(rs []rune, all []reading) []reading {
	var kept []reading
	longest, spaced := 0, 0
	for _, r := range all {
		if r.syllable {
			longest = max(longest, r.end)
			if r.loss&lostSpace != 0 {
				spaced = max(spaced, r.end)
			}
		}
	}
	for _, r := range all {
		if !r.syllable || has(kept, r) {
			continue
		}
		if r.end < spaced && spaced == longest && separated(rs, spaced) {
			continue
		}
		if r.end < longest {
			rest := strings.TrimLeft(string(rs[r.end:longest]), " ")
			r.splits = rest != ""
			if r.splits && (weight(rest) == 0 || weight(r.text) == 0) {
				continue
			}
		}
		kept = append(kept, r)
	}
	return kept
}

// separated says whether what follows a space taken for a byte shows that it
// was one: another space before the next word, or punctuation, which no space
// stands before.
func separated(rs []rune, p int) bool {
	if p >= len(rs) {
		return false
	}
	if rs[p] == ' ' {
		return p+1 < len(rs) && rs[p+1] != ' '
	}
	return strings.ContainsRune(",.;:!?)…", rs[p])
}

// has says whether the list has a reading of the same text and end; the first
// is the one with the likelier loss.
func has(list []reading, r reading) bool {
	for _, k := range list {
		if k.text == r.text && k.end == r.end {
			return true
		}
	}
	return false
}

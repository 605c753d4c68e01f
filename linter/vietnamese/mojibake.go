package vietnamese

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The values of Damage.Encoding that FindMojibake gives.
const (
	ReadAsCP1252      = "UTF-8 read as windows-1252"
	ReadAsCP1252Twice = "UTF-8 read as windows-1252, twice"
)

// FindMojibake finds text that was UTF-8 and was read as windows-1252 or
// Latin-1, once or twice, and what it was: "quáº£n lÃ½" was "quản lý", "â€œ" was
// “, "ðŸ˜‰" was 😉. A run is a word or a symbol; neighbouring damaged words are
// runs of their own, in order and disjoint.
//
// Programs on the way drop bytes: U+00AD and the bytes windows-1252 leaves
// undefined vanish, U+00A0 becomes a space. Such a word is repaired when a
// letter in the gap makes it a syllable ("thuáºt", "thuật"). The run is Certain
// when nothing was lost, or when one letter only does, in the letter case of the
// word and given what the rest of s shows of the losses; otherwise Alternatives
// has every reading, ordered by how common the words are and by the words
// beside them. Passing a whole text rather than its words one by one therefore
// gives more certainty.
//
// Undamaged text of any language is left alone. Letters such as Ã and á followed
// by a symbol (MAÇÃ”, «será»…) are damage only where that cannot be anything
// else, or next to a word where it cannot. Text without such pairs is only
// scanned.
func FindMojibake(s string) []Damage {
	lines := suspects(s)
	if len(lines) == 0 {
		return nil
	}
	var seen, seenTwice evidence
	texts := make([]layer, len(lines))
	peeled := make([]layer, len(lines))
	for i, l := range lines {
		texts[i] = newLayer(s, l)
		seen.gather(texts[i].runes)
		if p, ok := texts[i].peel(); ok {
			peeled[i] = p
			seenTwice.gather(p.runes)
		}
	}
	var found []Damage
	for i := range lines {
		once := texts[i].repair(seen, ReadAsCP1252)
		if len(peeled[i].deep) > 0 {
			once = merge(peeled[i].deepRepairs(seenTwice), once, peeled[i].deep)
		}
		found = append(found, once...)
	}
	return found
}

// merge adds to the repairs of text damaged twice those of text damaged once,
// where they touch neither the others nor what was undone for them.
func merge(twice, once []Damage, deep []span) []Damage {
	taken := make([]span, 0, len(twice))
	for _, d := range twice {
		taken = append(taken, span{d.Start, d.End})
	}
	out := twice
	for _, d := range once {
		if !touches(taken, d.Start, d.End) && !touches(deep, d.Start, d.End) {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b Damage) int { return a.Start - b.Start })
	return out
}

// suspects is the quick path: the lines of s that have a character damage
// starts with, followed by one that goes with it. Every such character is C3
// and another byte in UTF-8, which is rare enough to look for with a byte
// search.
func suspects(s string) []span {
	var lines []span
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], 0xC3)
		if j < 0 {
			break
		}
		i += j
		if !suspect(s, i) {
			i += 2
			continue
		}
		start := strings.LastIndexByte(s[:i], '\n') + 1
		end := len(s)
		if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
			end = i + n
		}
		lines = append(lines, span{start, end})
		i = end
	}
	return lines
}

// suspect looks at the character at i, whose first byte is C3, and the byte or
// two behind it.
func suspect(s string, i int) bool {
	if i+1 >= len(s) {
		return false
	}
	rest := s[i+2:]
	if s[i+1] == 0x83 { // Ã may have lost what follows
		return rest != "" && rest[0] >= utf8.RuneSelf || i > 0 && (s[i-1] >= 'a' && s[i-1] <= 'z' || s[i-1] >= utf8.RuneSelf)
	}
	if rest == "" || rest[0] < utf8.RuneSelf {
		return false
	}
	switch c := s[i+1]; {
	case c == 0xA1: // á
		return strings.HasPrefix(rest, "º") || strings.HasPrefix(rest, "»")
	case c == 0xB0: // ð
		return strings.HasPrefix(rest, "Ÿ")
	case c >= 0x82 && c <= 0xB4: // Â to ô, the lead bytes
		r, _ := utf8.DecodeRuneInString(rest)
		b, ok := byteOf(r)
		return ok && (b < 0xC0 || c <= 0x86)
	}
	return false
}

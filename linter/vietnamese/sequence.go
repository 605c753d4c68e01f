package vietnamese

import (
	"unicode"
	"unicode/utf8"
)

// A loss is what happened to the last byte of a character, as flags: several
// characters of a word may have lost theirs in different ways.
type loss uint8

const (
	lostHyphen  loss = 1 << iota // U+00AD, the soft hyphen, was dropped
	lostControl                  // a byte windows-1252 leaves undefined was dropped
	lostSpace                    // U+00A0 became a space, which the reading takes back
	lostMerged                   // U+00A0 became a space and was merged or trimmed away
	lostNBSP                     // U+00A0 was dropped
)

// A sequence is one way to read the runes of a line, from some position on, as
// one character of UTF-8.
type sequence struct {
	r    rune
	next int // the position behind it
	loss loss
	ends bool // the word ends here, before a space that is a separator
}

// whole reads a complete character at rs[p]: a lead byte and all its
// continuation bytes. The result is never ASCII, a control character, a
// private-use character or U+FFFD.
func whole(rs []rune, p int) (sequence, bool) {
	s, ok := decode(rs, p)
	return s, ok && s.r >= 0xA0 && s.r != utf8.RuneError && !unicode.Is(unicode.Co, s.r)
}

// decode is whole without the limits.
func decode(rs []rune, p int) (sequence, bool) {
	lead, ok := byteOf(rs[p])
	if !ok {
		return sequence{}, false
	}
	n := 0
	switch {
	case lead >= 0xC2 && lead < 0xE0:
		n = 2
	case lead >= 0xE0 && lead < 0xF0:
		n = 3
	case lead >= 0xF0 && lead < 0xF5:
		n = 4
	}
	if n == 0 || p+n > len(rs) {
		return sequence{}, false
	}
	raw := [utf8.UTFMax]byte{lead}
	for i := 1; i < n; i++ {
		b, ok := byteOf(rs[p+i])
		if !ok || b >= 0xC0 {
			return sequence{}, false
		}
		raw[i] = b
	}
	r, size := utf8.DecodeRune(raw[:n])
	return sequence{r: r, next: p + n}, size == n
}

// lostLetters are the Vietnamese letters whose last byte is U+00AD, U+00A0 or
// undefined in windows-1252, by the bytes that are left of them.
var lostLetters = map[string][]struct {
	r    rune
	last byte
}{
	"\xC3":     {{'í', 0xAD}, {'à', 0xA0}, {'Á', 0x81}, {'Í', 0x8D}, {'Ý', 0x9D}},
	"\xC4":     {{'Đ', 0x90}},
	"\xC6":     {{'Ơ', 0xA0}},
	"\xE1\xBA": {{'ậ', 0xAD}, {'Ạ', 0xA0}},
	"\xE1\xBB": {{'ề', 0x81}, {'ọ', 0x8D}, {'ỏ', 0x8F}, {'ờ', 0x9D}, {'ử', 0xAD}, {'Ố', 0x90}, {'Ỡ', 0xA0}},
}

// partial reads a character at rs[p] whose last byte was lost: every letter it
// may have been, in every way the byte may have gone, as far as the losses seen
// elsewhere in the text allow.
func partial(rs []rune, p int, seen evidence) []sequence {
	key, next := partialKey(rs, p)
	var all []sequence
	for _, l := range lostLetters[key] {
		switch {
		case l.last == 0xAD:
			if !seen.keptHyphen {
				all = append(all, sequence{r: l.r, next: next, loss: lostHyphen})
			}
		case l.last == 0xA0:
			if !seen.keptNBSP {
				all = append(all, lostSpaces(rs, next, l.r, seen)...)
			}
		case !seen.keptControl:
			all = append(all, sequence{r: l.r, next: next, loss: lostControl})
		}
	}
	return all
}

// partialKey is the bytes at rs[p] that lostLetters knows, "" for none.
func partialKey(rs []rune, p int) (key string, next int) {
	switch rs[p] {
	case 'Ã':
		return "\xC3", p + 1
	case 'Ä':
		return "\xC4", p + 1
	case 'Æ':
		return "\xC6", p + 1
	case 'á':
		if p+1 < len(rs) && rs[p+1] == 'º' {
			return "\xE1\xBA", p + 2
		}
		if p+1 < len(rs) && rs[p+1] == '»' {
			return "\xE1\xBB", p + 2
		}
	}
	return "", p
}

// lostSpaces is the ways a last byte A0 may have gone, given what follows.
func lostSpaces(rs []rune, next int, r rune, seen evidence) []sequence {
	var all []sequence
	atSpace := next < len(rs) && rs[next] == ' '
	if atSpace {
		all = append(all, sequence{r: r, next: next + 1, loss: lostSpace})
	}
	if (atSpace || next == len(rs)) && !seen.spacesKept {
		all = append(all, sequence{r: r, next: next, loss: lostMerged, ends: true})
	}
	if !atSpace && next < len(rs) && !seen.nbspIsSpace {
		all = append(all, sequence{r: r, next: next, loss: lostNBSP})
	}
	return all
}

// evidence is what a text shows of how its bytes were lost. One program treats
// a whole text alike, so a loss seen once rules out the others.
type evidence struct {
	keptHyphen  bool // a soft hyphen that ends a character is still there
	keptControl bool // so is an undefined byte
	keptNBSP    bool // so is U+00A0
	nbspIsSpace bool // U+00A0 became a space
	spacesKept  bool // and that space stands beside the one between words
}

// gather reads the evidence off one line.
func (e *evidence) gather(rs []rune) {
	for p := range rs {
		key, next := partialKey(rs, p)
		if key == "" || next >= len(rs) {
			continue
		}
		switch r := rs[next]; {
		case r == 0xAD:
			e.keptHyphen = true
		case r == 0xA0:
			e.keptNBSP = true
		case r >= 0x80 && r < 0xA0:
			e.keptControl = true
		case r == ' ' && key == "\xC3":
			e.gatherSpace(rs[next:])
		}
	}
}

// gatherSpace looks at what follows Ã. Two spaces before a word are the byte and
// the separator; a space before letters that are no word but end one (Ã ng,
// Ã m) is the byte.
func (e *evidence) gatherSpace(rest []rune) {
	if len(rest) > 2 && rest[1] == ' ' && rest[2] != ' ' {
		e.nbspIsSpace, e.spacesKept = true, true
		return
	}
	end := 1
	for end < len(rest) && wordRune(rest[end]) {
		end++
	}
	switch string(rest[1:end]) {
	case "m", "n", "ng", "nh":
		e.nbspIsSpace = true
	}
}

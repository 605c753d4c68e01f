package vietnamese

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FindDecomposed finds the characters written as a letter and separate marks
// that Unicode has one code point for, with the composed form (NFC). Neighbouring
// ones are one run. Every run is Certain.
//
// It looks at what programs decompose: Latin, Greek and Cyrillic letters with
// combining marks (U+0300–U+036F), kana with a sound mark and Hangul in
// separate jamo. Marks that have no composed form, and scripts where both
// spellings are in use (Bengali, Devanagari, Arabic), are not reported.
func FindDecomposed(s string) []Damage {
	var found []Damage
	if !mayHaveMarks(s) {
		return nil
	}
	for from := 0; ; {
		at := nextMark(s, from)
		if at < 0 {
			return found
		}
		start, end := cluster(s, at, from)
		from = end
		was := s[start:end]
		now := norm.NFC.String(was)
		if utf8.RuneCountInString(now) >= utf8.RuneCountInString(was) {
			continue
		}
		if n := len(found); n > 0 && found[n-1].End == start {
			found[n-1].End, found[n-1].Text = end, found[n-1].Text+now
			continue
		}
		found = append(found, Damage{Start: start, End: end, Text: now, Certain: true, Encoding: "decomposed Unicode (NFD)"})
	}
}

// mayHaveMarks says whether s has a byte, or two, that a mark begins with. It
// looks for each with the processor's own search, which is much faster than a
// loop over the bytes.
func mayHaveMarks(s string) bool {
	for _, lead := range []byte{0xCC, 0xCD, 0xE3} {
		if strings.IndexByte(s, lead) >= 0 {
			return true
		}
	}
	return strings.Contains(s, "\xE1\x85") || strings.Contains(s, "\xE1\x86") || strings.Contains(s, "\xE1\x87")
}

// nextMark is where the next mark at or after from begins, or -1. It looks at
// lead bytes only, so text without marks costs one comparison or two per byte.
func nextMark(s string, from int) int {
	for i := from; i < len(s); i++ {
		switch s[i] {
		case 0xCC: // U+0300–U+033F
			return i
		case 0xCD: // U+0340–U+037F
			if i+1 < len(s) && s[i+1] < 0xB0 {
				return i
			}
		case 0xE1: // U+1160–U+11FF: Hangul vowels and finals
			if i+1 < len(s) && s[i+1] >= 0x85 && s[i+1] <= 0x87 {
				if r, _ := utf8.DecodeRuneInString(s[i:]); jamoTail(r) {
					return i
				}
			}
		case 0xE3: // U+3099, U+309A: sound marks of kana
			if strings.HasPrefix(s[i:], "\u3099") || strings.HasPrefix(s[i:], "\u309A") {
				return i
			}
		}
	}
	return -1
}

func jamoTail(r rune) bool { return 0x1160 <= r && r <= 0x11FF }

func marks(r rune) bool {
	return combining(r) || jamoTail(r) || r == 0x3099 || r == 0x309A
}

// cluster is the base character before the mark at byte at, not before limit,
// with all the marks that follow it.
func cluster(s string, at, limit int) (start, end int) {
	_, size := utf8.DecodeLastRuneInString(s[limit:at])
	start, end = at-size, at
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !marks(r) {
			break
		}
		end += size
	}
	return start, max(end, at+1)
}

package vietnamese

import "strings"

// strange is the quick path of FindLegacy: it says whether s has two characters
// side by side that one of the legacy encodings leaves there and undamaged text
// hardly ever has. It looks at bytes only: C2 and C3 start the upper half of
// Latin-1 in UTF-8.
func strange(s string) bool {
	leap := strings.IndexByte(s, 0xC2) < 0 // from one C3 to the next
	for i := 0; i+1 < len(s); i++ {
		if leap {
			j := strings.IndexByte(s[i:len(s)-1], 0xC3)
			if j < 0 {
				return false
			}
			if i += j; i > 0 && s[i-1] >= 0xC2 { // no UTF-8: it may be any byte of a character
				leap, i = false, -1
				continue
			}
		}
		c := s[i]
		if c < 0xC2 {
			continue
		}
		before, after := byte(0), byte(0)
		if i > 0 {
			before = s[i-1]
		}
		if i+2 < len(s) {
			after = s[i+2]
		}
		switch {
		case c == 0xC2:
			// A symbol in a word, or before an accented letter.
			if after == 0xC3 && s[i+1] != 0xA0 || after == 0xC2 && s[i+1] == 0xAE {
				return true
			}
			if s[i+1] != 0xA0 && asciiLetter(after) && (asciiLetter(before) || s[i+1] == 0xAE) {
				return true
			}
		case c == 0xC3 && after == 0xC3:
			return true
		case c == 0xC3 && s[i+1] <= 0x9F:
			// A capital behind a small letter.
			if 'a' <= before && before <= 'z' {
				return true
			}
		case c == 0xC3:
			if marksVowel(before, s[i+1]) {
				return true
			}
		}
		i++
	}
	return false
}

// marksVowel says whether VNI has the vowel and, as the second byte of its
// UTF-8, the mark.
func marksVowel(vowel, mark byte) bool {
	switch vowel | 0x20 {
	case 'a', 'e', 'o':
		// â, å, ã, ä
		return mark == 0xA2 || mark == 0xA5 || mark == 0xA3 || mark == 0xA4
	}
	return false
}

package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form in which two spellings of one term are equal: lower case,
// without the marks of Latin letters, đ as d. "Đường dẫn" and "duong dan" fold
// alike, composed or decomposed.
//
// Letters of Latin that are not a base and a mark get their usual ASCII
// spelling (ß ss, æ ae, ø o, ł l). Other scripts keep their marks, which there
// are vowels and consonants, but are lower-cased and composed. Everything else,
// invalid bytes included, stays as it is. Fold is idempotent.
func Fold(s string) string {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf && !('A' <= s[i] && s[i] <= 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			// A mark after an ASCII letter is dropped below.
			b.WriteByte(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch l, ok := letterOf(r); {
		case ok:
			b.WriteByte(l.plain())
		case r == utf8.RuneError && size == 1:
			b.WriteByte(c)
		case combining(r) && afterLatin(b.String()):
		default:
			foldRune(&b, r)
		}
		i += size
	}
	return norm.NFC.String(b.String())
}

// combining says whether r is one of the marks that Latin letters take.
func combining(r rune) bool { return 0x0300 <= r && r <= 0x036F }

// afterLatin says whether what is folded so far ends in a letter whose marks
// are dropped: by now that is an ASCII letter.
func afterLatin(folded string) bool {
	if folded == "" {
		return false
	}
	c := folded[len(folded)-1]
	return 'a' <= c && c <= 'z'
}

// foldRune writes a letter that Vietnamese does not use.
func foldRune(b *strings.Builder, r rune) {
	r = unicode.ToLower(r)
	if ascii, ok := latinSpelling[r]; ok {
		b.WriteString(ascii)
		return
	}
	if !unicode.Is(unicode.Latin, r) {
		b.WriteRune(r)
		return
	}
	for _, d := range norm.NFD.String(string(r)) {
		if ascii, ok := latinSpelling[d]; ok {
			b.WriteString(ascii)
		} else if !combining(d) {
			b.WriteRune(unicode.ToLower(d))
		}
	}
}

// latinSpelling is the usual ASCII spelling of the lower-case Latin letters
// that do not decompose.
var latinSpelling = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'ð': "d", 'þ': "th",
	'ħ': "h", 'ı': "i", 'ĸ': "k", 'ŋ': "ng", 'ŧ': "t", 'ſ': "s", 'ɖ': "d",
	'ƀ': "b", 'ɓ': "b", 'ɗ': "d", 'ƒ': "f", 'ɠ': "g", 'ɨ': "i", 'ƙ': "k",
	'ɲ': "n", 'ƥ': "p", 'ʀ': "r", 'ƭ': "t", 'ʈ': "t", 'ʋ': "v", 'ƴ': "y", 'ƶ': "z",
}

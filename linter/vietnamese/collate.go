package vietnamese

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compare orders a and b as a Vietnamese dictionary does and returns -1, 0 or
// +1. It is 0 only for equal strings, so sorting with it is deterministic.
//
// The order is that of the language's collation in CLDR, in levels over the
// whole string: letters first (a ă â b c d đ e ê … o ô ơ … u ư …), then tones
// (ngang, huyền, hỏi, ngã, sắc, nặng), then lower case before upper case, then
// bytes. Punctuation and spaces come before digits, digits before letters;
// letters of other scripts follow by code point. Composed and decomposed text
// differ at the last level only.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	ca, cb := compose(a), compose(b)
	for level := range 3 {
		if c := compareLevel(ca, cb, level); c != 0 {
			return c
		}
	}
	return strings.Compare(a, b)
}

func compose(s string) string {
	if norm.NFC.IsNormalString(s) {
		return s
	}
	return norm.NFC.String(s)
}

func compareLevel(a, b string, level int) int {
	for {
		ka, restA := nextKey(a)
		kb, restB := nextKey(b)
		if a == "" || b == "" {
			return cmp.Compare(len(a), len(b))
		}
		if c := cmp.Compare(ka[level], kb[level]); c != 0 {
			return c
		}
		a, b = restA, restB
	}
}

// A sortKey is the weight of one character at each level: letter, tone, case.
type sortKey [3]int32

func nextKey(s string) (sortKey, string) {
	if s == "" {
		return sortKey{}, ""
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 {
		return sortKey{unicode.MaxRune + int32(s[0])}, s[1:]
	}
	return keyOf(r), s[size:]
}

// Classes of characters, far enough apart to hold every code point.
const (
	classPunct  = 0
	classDigit  = 1 << 22
	classLetter = 2 << 22
	classOther  = 3 << 22
)

func keyOf(r rune) sortKey {
	if l, ok := letterOf(r); ok {
		key := sortKey{classLetter + letterRank[l.base], int32(l.tone), 0}
		if l.upper {
			key[2] = 1
		}
		return key
	}
	if unicode.IsDigit(r) {
		return sortKey{classDigit + r}
	}
	if !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return sortKey{classPunct + r}
	}
	// A foreign Latin letter sorts with the ASCII letter it looks like.
	if unicode.Is(unicode.Latin, r) {
		base := Fold(string(r))
		if base != "" && 'a' <= base[0] && base[0] <= 'z' {
			return sortKey{classLetter + letterRank[base[0]], int32(nang) + 1 + unicode.ToLower(r), boolKey(unicode.IsUpper(r))}
		}
	}
	return sortKey{classOther + unicode.ToLower(r), 0, boolKey(unicode.IsUpper(r))}
}

func boolKey(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// letterRank is the place of each base in the alphabet. The ASCII letters that
// Vietnamese lacks stand where the Latin alphabet has them.
var letterRank = func() (rank [128]int32) {
	for i := range len(alphabet) {
		rank[alphabet[i]] = int32(i)
	}
	return rank
}()

const alphabet = "aAB" + "bcdDeE" + "fghijklmnoOP" + "pqrstuUvwxyz"

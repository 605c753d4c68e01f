package rules

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

// Words with a tone mark that has two places are found wherever they stand, and
// nothing else is: the same as with a look at every word.
func TestToned(t *testing.T) {
	pieces := []string{"hòa", "hoà", "HOÀ", "Hòa", "hoạch", "thủy", "thuỷ", "Thuỵ", "quý", "khoẻ", "khỏe", "của", "mua", "và", "o", "u", "a",
		"oà", "òa", "ụy", "uỵ", "_", "1", " ", " ", " ", "”", "“", "–", ",", "\u0301", "\xff", "\xe1", "\xc3", "ß", "д", "\n"}
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		src := b.String()
		s := text.Span{Start: random.IntN(len(src) + 1), End: len(src)}
		p := &lint.Pass{Page: &site.Page{Document: &source.Document{Src: []byte(src)}}}
		got, want := slices.Collect(toned(p, s)), tonedWords(src, s)
		if !slices.Equal(got, want) {
			t.Fatalf("of %q from %d: %v, want %v", src, s.Start, got, want)
		}
		found += len(got)
	}
	if found < 1000 {
		t.Errorf("only %d words were found: the test shows little", found)
	}
}

func tonedWords(src string, s text.Span) (words []text.Span) {
	for at := s.Start; at < s.End; {
		word := text.Span{Start: at, End: at}
		for word.End < s.End {
			r, n := utf8.DecodeRuneInString(src[word.End:s.End])
			if !isWordRune(r) {
				break
			}
			word.End += n
		}
		if vietnamese.ToneStyleOf(src[word.Start:word.End]) != vietnamese.Unknown {
			words = append(words, word)
		}
		at = word.End
		if word.Len() == 0 {
			_, n := utf8.DecodeRuneInString(src[at:s.End])
			at += n
		}
	}
	return words
}

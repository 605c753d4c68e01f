package vietnamese

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Where a search finds something, one of its signs is there: in damaged samples,
// in random texts made of their letters, and in what is no UTF-8.
func TestSigns(t *testing.T) {
	signs := map[string][]string{
		"FindMojibake": MojibakeSigns(), "FindLegacy": LegacySigns(), "FindLookalikes": LookalikeSigns(), "FindDecomposed": DecomposedSigns(),
	}
	pieces := strings.SplitAfter(sample+lossy(sample), " ")
	for _, c := range sample + lossy(sample) + "ViÖt Nam, Vieät, Vi®t Viêòt ð Ð Ɖ ɖ аеο \u0301\u0323\u1161\u3099áº£ â€œ ðŸ˜‰" {
		pieces = append(pieces, string(c))
	}
	for b := 0x80; b < 0x100; b++ {
		pieces = append(pieces, string([]byte{byte(b)}))
	}
	damaged := strings.Fields("ViÖt ®­îc tiÕng kh«ng Vieät ñöôïc tieáng khoâng Vi®t Viêòt a\u0301n tie\u0302\u0301ng か\u3099 ðường Ðà sảп Рroduct")
	for range 150 {
		for _, word := range damaged {
			pieces = append(pieces, word+" ")
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	found := map[string]int{}
	for range 30_000 {
		var b strings.Builder
		for range 1 + random.IntN(16) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		for name, find := range finders {
			if len(find(text)) == 0 {
				continue
			}
			found[name]++
			if !slices.ContainsFunc(signs[name], func(sign string) bool { return strings.Contains(text, sign) }) {
				t.Fatalf("%s finds something in %q, which has none of its signs", name, text)
			}
		}
	}
	for name := range finders {
		if found[name] < 100 {
			t.Errorf("%s found something in %d texts only: the test shows little", name, found[name])
		}
	}
}

// A byte search and a look at every byte agree about legacy encodings.
func TestStrange(t *testing.T) {
	slowly := func(s string) bool { return strange(s + " \u00A0 ") } // a C2 makes it look at every byte
	pieces := []string{"a", "e", "o", "z", "A", " ", "á", "â", "ã", "É", "ệ", "đ", "ư", "\xC3", "\xE1", "\xBA", "\xC4", "ä", "ò"}
	random := rand.New(rand.NewPCG(5, 6))
	yes := 0
	for range 50_000 {
		var b strings.Builder
		for range random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		got, want := strange(b.String()+" "), slowly(b.String()+" ")
		if got != want {
			t.Fatalf("strange(%q) is %v, looking at every byte %v", b.String(), got, want)
		}
		if got {
			yes++
		}
	}
	if yes < 1000 || yes > 45_000 {
		t.Errorf("%d of 50,000 texts are strange: the test shows little", yes)
	}
}

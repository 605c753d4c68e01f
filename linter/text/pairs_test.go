package text

import (
	"bytes"
	"testing"
)

// A text has what its pairs say, and no search finds what they rule out.
func FuzzPairs(f *testing.F) {
	f.Add([]byte("một [liên kết](/a/)"), "](", "ộ")
	f.Add([]byte{}, "", "a")
	f.Add([]byte{0}, "\x00", "\x00\x00")
	f.Add([]byte("\xff\xff"), "\xff\xff", "\xff")
	var p Pairs
	f.Fuzz(func(t *testing.T, b []byte, s, sign string) {
		p.Gather(b)
		found := bytes.Contains(b, []byte(s))
		if may := p.MayHave(s); found && !may || len(s) == 2 && s[1] != 0 && found != may || len(s) == 1 && found != may {
			t.Errorf("MayHave(%q) of %q is %v", s, b, may)
		}
		if len(s) == 2 && p.Has(s[0], s[1]) != p.MayHave(s) {
			t.Errorf("Has(%q) of %q is not MayHave", s, b)
		}
		if len(sign) != 1 && len(sign) != 2 {
			return
		}
		signs := []string{sign, "\x01\x02"}
		if got, want := p.HasAny(NewSigns(signs...)), p.MayHave(signs[0]) || p.MayHave(signs[1]); got != want {
			t.Errorf("HasAny(%q) of %q is %v", signs, b, got)
		}
	})
}

// The same words are found by a scanner, by a set and by a plain search, wherever they begin.
func FuzzScanner(f *testing.F) {
	sets := []*Words{NewWords(true, "as an ai", "gpt", "đọc tiếp"), NewWords(false, "【", "turn0", "aaab"), NewWords(true, " »", "xyz!", "jj")}
	scanner := NewScanner(sets...)
	f.Add([]byte("x As An AI y"), uint8(1))
	f.Add([]byte("GPt"), uint8(0))
	f.Add([]byte("aaaab【"), uint8(3))
	f.Add([]byte(" » đọc TIẾP đọc Tiếp"), uint8(3))
	f.Fuzz(func(t *testing.T, b []byte, shift uint8) {
		b = append(bytes.Repeat([]byte{'a'}, int(shift%8)), b...)
		found := scanner.Scan(b)
		for _, set := range sets {
			want := false
			for _, word := range set.words {
				one := NewWords(set.fold, word)
				want = want || len(word) > 2 && one.In(b)
			}
			if got := found.Has(set); got != want {
				t.Errorf("Has(%q) of %q is %v", set.words, b, got)
			}
		}
		if found.Has(NewWords(false, "as an ai")) {
			t.Error("a set that the scanner does not know is found")
		}
	})
}

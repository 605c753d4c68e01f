package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestCommonLines(t *testing.T) {
	for _, c := range []struct{ name, old, new, changed string }{
		{"nothing", "", "", ""},
		{"the same", "a b c", "a b c", ""},
		{"all new", "", "a b", "a b"},
		{"deleted", "a b c", "a c", ""},
		{"changed", "a b c", "a x c", "x"},
		{"inserted before equal lines", "a a a", "x a a a", "x"},
		{"one more of the same", "a b a", "a b a a", "a"},
		{"a moved paragraph is new where it stands", "p q r s", "r p q s", "r"},
		{"repeated lines between changes", "x - y - z", "x2 - y2 - z2", "x2 y2 z2"},
		{"no line is there once", "a b a b", "b a b a", "a"},
	} {
		old, new := strings.Fields(c.old), strings.Fields(c.new)
		if got := strings.Join(withoutCommon(new, CommonLines(old, new)), " "); got != c.changed {
			t.Errorf("%s: changed %q, want %q", c.name, got, c.changed)
		}
	}
}

// withoutCommon returns the lines of new that are in no pair.
func withoutCommon(new []string, pairs []Pair) (changed []string) {
	for i, line := range new {
		if !slices.ContainsFunc(pairs, func(p Pair) bool { return p.New == i }) {
			changed = append(changed, line)
		}
	}
	return changed
}

// Whatever the texts are, pairs are equal lines and rise on both sides.
func TestCommonLinesAreInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := strings.Split("a b c d e f g h i j k l m n o p", " ")
	make := func() (lines []string) {
		for range random.IntN(40) {
			lines = append(lines, letters[random.IntN(1+random.IntN(len(letters)))])
		}
		return lines
	}
	for range 3000 {
		old, new := make(), make()
		last := Pair{-1, -1}
		for _, p := range CommonLines(old, new) {
			if p.Old <= last.Old || p.New <= last.New || old[p.Old] != new[p.New] {
				t.Fatalf("%q, %q: %v after %v", old, new, p, last)
			}
			last = p
		}
	}
}

func TestSplitLines(t *testing.T) {
	for src, want := range map[string][]string{
		"": nil, "\n": {""}, "a": {"a"}, "a\r\nb\n": {"a", "b"}, "a\n\n": {"a", ""}, "a\rb": {"a\rb"},
	} {
		if got := SplitLines([]byte(src)); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

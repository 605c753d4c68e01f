package vietnamese

import (
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestRepair damages clean Vietnamese text in each known way, repairs it and
// prints what came of it: whole posts, and then the same posts line by line, as
// the values of front matter are, where less shows how the bytes were lost.
func TestRepair(t *testing.T) {
	t.Run("sample", func(t *testing.T) { measure(t, []string{sample}, goals{}) })
	t.Run("posts", func(t *testing.T) { measure(t, vietnameseTexts(t), goals{best: true}) })
	t.Run("lines", func(t *testing.T) {
		var lines []string
		for _, d := range vietnameseTexts(t) {
			lines = append(lines, strings.Split(d, "\n")...)
		}
		measure(t, lines, goals{})
	})
}

// goals says which goals besides "nothing wrong" a measurement has to reach.
type goals struct{ best bool }

func measure(t *testing.T, texts []string, g goals) {
	for _, h := range harms {
		var y tally
		for _, text := range texts {
			y.count(norm.NFC.String(text), h)
		}
		t.Logf("%-32s %5d words damaged; certain %6.2f %%, of those right %7.3f %%, wrong %d; right with the best reading %6.2f %%",
			h.name, y.damaged, percent(y.certain, y.damaged), percent(y.right, y.certain), y.wrong, percent(y.best, y.damaged))
		if y.wrong > 0 {
			t.Errorf("%s: wrong: %s", h.name, strings.Join(top(y.mistakes, 20), "; "))
		}
		if got := percent(y.best, y.damaged); g.best && got < h.goal {
			t.Errorf("%s: %.2f %% right with the best reading, want %.0f %%: %s", h.name, got, h.goal, strings.Join(top(y.examples, 20), "; "))
		}
	}
}

func percent(n, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(n) / float64(of)
}

// top is the most frequent strings of a list.
func top(list []string, n int) []string {
	counts := map[string]int{}
	for _, s := range list {
		counts[s]++
	}
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if counts[keys[i]] != counts[keys[j]] {
			return counts[keys[i]] > counts[keys[j]]
		}
		return keys[i] < keys[j]
	})
	return keys[:min(n, len(keys))]
}

// A second pass finds nothing that a first one could have mended.
func TestRepairSettles(t *testing.T) {
	for _, h := range harms {
		damaged := h.do(sample)
		once := Repair(damaged, h.find(damaged), true)
		if again := h.find(once); len(again) > 0 {
			t.Errorf("%s: a second pass found %+v", h.name, again)
		}
	}
}

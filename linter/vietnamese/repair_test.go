package vietnamese

import (
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestRepair damages clean Vietnamese text in each known way, repairs it and
// prints what came of it.
func TestRepair(t *testing.T) {
	docs := vietnameseTexts(t)
	for _, h := range harms {
		var y tally
		for _, d := range docs {
			y.count(norm.NFC.String(d.text), h)
		}
		report(t, h, y)
	}
}

func report(t *testing.T, h harm, y tally) {
	t.Helper()
	percent := func(n, of int) float64 {
		if of == 0 {
			return 0
		}
		return 100 * float64(n) / float64(of)
	}
	t.Logf("%-34s %6d words damaged; certain %6.2f %%, of those right %7.3f %%; wrong %d; right with the best reading %6.2f %%",
		h.name, y.damaged, percent(y.certain, y.damaged), percent(y.right, y.certain), y.wrong, percent(y.best, y.damaged))
	if testing.Verbose() {
		t.Log(strings.Join(top(y.examples, 25), "; "))
	}
	if y.wrong > 0 {
		t.Errorf("%s: %d wrong: %s", h.name, y.wrong, strings.Join(top(y.mistakes, 10), "; "))
	}
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

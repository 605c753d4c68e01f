package text

import "strings"

// Closest returns the candidate that word was most likely meant to be, or ""
// when none is close: letter case does not count, and as many letters may be
// wrong, missing, extra or swapped as a third of the word has, at least one.
// Of equally close candidates the first one wins.
func Closest(word string, candidates []string) string {
	lower := []rune(strings.ToLower(word))
	best, limit := "", max(1, len(lower)/3)+1
	for _, c := range candidates {
		if d := distance(lower, []rune(strings.ToLower(c)), limit); d < limit {
			best, limit = c, d
		}
	}
	return best
}

// distance returns the number of insertions, deletions, substitutions and
// swaps of neighbours between a and b, or limit where there are at least that
// many (optimal string alignment).
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, ca := range a {
		row[0] = i + 1
		for j, cb := range b {
			cost := 1
			if ca == cb {
				cost = 0
			}
			row[j+1] = min(prev[j]+cost, prev[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && ca == b[j-1] && a[i-1] == cb {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, prev, row = prev, row, before
	}
	return min(prev[len(b)], limit)
}

// DistanceWithin is [Distance] up to limit, which it returns for any greater
// distance, and finds sooner.
func DistanceWithin(a, b string, limit int) int {
	return distance([]rune(strings.ToLower(a)), []rune(strings.ToLower(b)), limit)
}

// Distance returns how many letters of a must be inserted, deleted, replaced or
// swapped with a neighbour to get b. Letter case does not count.
func Distance(a, b string) int {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	return distance(x, y, len(x)+len(y)+1)
}

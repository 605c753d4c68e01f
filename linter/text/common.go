package text

import (
	"slices"
	"strings"
)

// A Pair is a line that two texts have in common, by its number in each, from 0.
type Pair struct{ Old, New int }

// CommonLines returns the lines that old and new have in common, in the order
// of both, as a patience diff finds them: lines that are there once on either
// side come first, and between them the longest common sequence. Lines are equal
// when their strings are. Where two stretches without such lines are too long to
// compare (4 million pairs), they have nothing in common.
func CommonLines(old, new []string) []Pair {
	c := commoner{old: old, new: new}
	c.compare(0, len(old), 0, len(new))
	return c.pairs
}

// A commoner collects the common lines of two texts from the front to the back.
type commoner struct {
	old, new []string
	pairs    []Pair
}

// compare compares old[a:b] with new[i:j].
func (c *commoner) compare(a, b, i, j int) {
	for a < b && i < j && c.old[a] == c.new[i] {
		c.pairs = append(c.pairs, Pair{a, i})
		a, i = a+1, i+1
	}
	end, tail := b, 0
	for end > a && j-tail > i && c.old[end-1] == c.new[j-tail-1] {
		end, tail = end-1, tail+1
	}
	c.middle(a, end, i, j-tail)
	for k := range tail {
		c.pairs = append(c.pairs, Pair{end + k, j - tail + k})
	}
}

// middle compares two stretches that neither begin nor end alike.
func (c *commoner) middle(a, b, i, j int) {
	if a == b || i == j {
		return
	}
	anchors := c.anchors(a, b, i, j)
	if len(anchors) == 0 {
		c.longest(a, b, i, j)
		return
	}
	for _, at := range anchors {
		c.compare(a, at.Old, i, at.New)
		c.pairs = append(c.pairs, at)
		a, i = at.Old+1, at.New+1
	}
	c.compare(a, b, i, j)
}

// anchors returns the longest row of lines that are there once on either side.
func (c *commoner) anchors(a, b, i, j int) []Pair {
	type place struct{ old, olds, news int }
	places := map[string]*place{}
	for k := a; k < b; k++ {
		p := places[c.old[k]]
		if p == nil {
			p = &place{}
			places[c.old[k]] = p
		}
		p.old, p.olds = k, p.olds+1
	}
	var once []Pair // in the order of new
	for k := i; k < j; k++ {
		if p := places[c.new[k]]; p != nil {
			p.news++
		}
	}
	for k := i; k < j; k++ {
		if p := places[c.new[k]]; p != nil && p.olds == 1 && p.news == 1 {
			once = append(once, Pair{p.old, k})
		}
	}
	return longestRising(once)
}

// longestRising returns the longest of the rows in pairs whose old numbers rise.
func longestRising(pairs []Pair) []Pair {
	var ends []int // of the rows of each length: the pair with the least old number
	before := make([]int, len(pairs))
	for k, p := range pairs {
		n, _ := slices.BinarySearchFunc(ends, p.Old, func(end, old int) int { return pairs[end].Old - old })
		before[k] = -1
		if n > 0 {
			before[k] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, k)
		} else {
			ends[n] = k
		}
	}
	row := make([]Pair, len(ends))
	for n, k := len(ends)-1, lastOf(ends); n >= 0; n, k = n-1, before[k] {
		row[n] = pairs[k]
	}
	return row
}

func lastOf(list []int) int {
	if len(list) == 0 {
		return -1
	}
	return list[len(list)-1]
}

// longest finds the longest common sequence of two stretches.
func (c *commoner) longest(a, b, i, j int) {
	rows, columns := b-a+1, j-i+1
	if rows*columns > 4<<20 {
		return
	}
	length := make([]int32, rows*columns) // of the sequence from here to the end
	for r := rows - 2; r >= 0; r-- {
		for k := columns - 2; k >= 0; k-- {
			if c.old[a+r] == c.new[i+k] {
				length[r*columns+k] = length[(r+1)*columns+k+1] + 1
			} else {
				length[r*columns+k] = max(length[(r+1)*columns+k], length[r*columns+k+1])
			}
		}
	}
	for r, k := 0, 0; r < rows-1 && k < columns-1; {
		switch {
		case c.old[a+r] == c.new[i+k]:
			c.pairs = append(c.pairs, Pair{a + r, i + k})
			r, k = r+1, k+1
		case length[(r+1)*columns+k] >= length[r*columns+k+1]:
			r++
		default:
			k++
		}
	}
}

// SplitLines returns the lines of src without their line ends, LF or CRLF. A
// final line end opens no further line.
func SplitLines(src []byte) []string {
	if len(src) == 0 {
		return nil
	}
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return lines
}

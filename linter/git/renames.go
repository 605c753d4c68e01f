package git

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"slices"

	"postlint/linter/text"
)

// Where it compares with the work tree, git follows the renames of files that
// it knows. A file that was moved without its knowledge is one that is gone and
// one that is new.

const (
	renameLimit = 1000    // files on either side that are compared with each other
	renameSize  = 1 << 20 // bytes of a file that is compared
)

// A candidate is a file that may be the one that was renamed, or is its new name.
type candidate struct {
	pair  int
	lines map[string]int // how often
	size  int            // bytes in lines
}

// followRenames makes one difference of a file that is gone and an untracked one
// that has at least half of its text, the most alike first.
func followRenames(pairs []pair) ([]pair, error) {
	var gone []entry
	var old, new []candidate
	place := map[string]int{}
	for i, p := range pairs {
		if p.old.isThere() && !p.new.isThere() && p.old.mode != linkMode && p.old.mode != gitlinkMode {
			gone = append(gone, p.old)
			place[p.old.path] = i
		}
	}
	if len(gone) == 0 || len(gone) > renameLimit {
		return pairs, nil
	}
	for i, p := range pairs {
		if p.old.isThere() || p.new.blob != "" || len(new) > renameLimit {
			continue
		}
		name := filepath.Join(p.new.repo.top, filepath.FromSlash(p.new.path))
		if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() || info.Size() > renameSize {
			continue
		}
		// What cannot be read is no rename.
		if src, err := os.ReadFile(name); err == nil {
			new = append(new, newCandidate(i, src))
		}
	}
	if len(new) == 0 {
		return pairs, nil
	}
	err := contents(gone, func(e entry, src []byte) {
		if len(src) <= renameSize {
			old = append(old, newCandidate(place[e.path], src))
		}
	})
	if err != nil {
		return nil, err
	}
	return join(pairs, old, new), nil
}

func newCandidate(pair int, src []byte) candidate {
	c := candidate{pair: pair, lines: map[string]int{}}
	for _, line := range text.SplitLines(src) {
		c.lines[line]++
		c.size += len(line) + 1
	}
	return c
}

// alike returns how much of the larger of two files is in the other, in percent.
func (c candidate) alike(o candidate) int {
	shared := 0
	for line, n := range c.lines {
		shared += min(n, o.lines[line]) * (len(line) + 1)
	}
	return 100 * shared / max(c.size, o.size, 1)
}

// join makes one of the pairs of candidates that are most alike.
func join(pairs []pair, old, new []candidate) []pair {
	type match struct{ old, new, alike int }
	var matches []match
	for _, o := range old {
		for _, n := range new {
			if path.Ext(pairs[o.pair].old.path) != path.Ext(pairs[n.pair].new.path) {
				continue
			}
			if alike := o.alike(n); alike >= 50 {
				matches = append(matches, match{o.pair, n.pair, alike})
			}
		}
	}
	slices.SortStableFunc(matches, func(a, b match) int { return cmp.Compare(b.alike, a.alike) })
	taken := map[int]bool{}
	for _, m := range matches {
		if !taken[m.old] && !taken[m.new] {
			pairs[m.old].new = pairs[m.new].new
			taken[m.old], taken[m.new] = true, true
			pairs[m.new] = pair{}
		}
	}
	return slices.DeleteFunc(pairs, func(p pair) bool { return !p.old.isThere() && !p.new.isThere() })
}

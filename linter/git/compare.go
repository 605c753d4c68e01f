package git

import (
	"bytes"
	"maps"
	"os"
	"slices"

	"postlint/linter/message"
)

// A Comparison is a state of the work tree's files beside an earlier one. Both
// are told as what stands in for the files of the work tree, by absolute name:
// nil where a file is not there. What differs from the work tree in neither is
// in neither.
type Comparison struct {
	Now   map[string][]byte // nothing, or what makes the index of the work tree
	Then  map[string][]byte
	Old   map[string]string // the earlier names of files that were renamed
	Notes []message.Message // what could not be compared
}

// Unchanged reports whether the two states are the same.
func (c *Comparison) Unchanged() bool {
	return maps.EqualFunc(c.Now, c.Then, func(a, b []byte) bool { return (a == nil) == (b == nil) && bytes.Equal(a, b) })
}

// A comparer collects the differences of one comparison.
type comparer struct {
	*Repository
	wanted func(name string) bool
	notes  []message.Message
}

// Since compares the work tree with a revision. Files that git neither knows
// nor ignores count as new. wanted tells the files that matter; nil means all.
// The error says that there is no such revision, and which may have been meant.
func (r *Repository) Since(rev string, wanted func(name string) bool) (*Comparison, error) {
	c := comparer{Repository: r, wanted: wanted}
	tree, err := r.tree(rev)
	if err != nil {
		return nil, err
	}
	pairs, err := c.sinceTree(r, tree)
	if err != nil {
		return nil, err
	}
	return c.comparison(nil, pairs)
}

// Staged compares the index, which the environment may name, with HEAD. Before
// the first commit everything in the index is new.
func (r *Repository) Staged() (*Comparison, error) {
	c := comparer{Repository: r}
	tree, err := r.headTree()
	if err != nil {
		return nil, err
	}
	pairs, err := c.between(r, "diff-index", "--cached", tree)
	if err != nil {
		return nil, err
	}
	unstaged, err := r.diff("diff-files")
	if err != nil {
		return nil, err
	}
	unmerged := map[string]bool{}
	for _, p := range unstaged {
		unmerged[p.old.path] = unmerged[p.old.path] || p.unmerged
	}
	unstaged = slices.DeleteFunc(unstaged, func(p pair) bool { return unmerged[p.old.path] })
	if unstaged, err = c.expand(unstaged, c.sinceTree); err != nil {
		return nil, err
	}
	untracked, err := r.untracked()
	if err != nil {
		return nil, err
	}
	for _, path := range untracked {
		unstaged = append(unstaged, r.added(path))
	}
	return c.comparison(unstaged, pairs)
}

// between returns the differences that a diff command finds between two states
// that git has objects of.
func (c *comparer) between(r *Repository, args ...string) ([]pair, error) {
	command := append([]string{args[0], "-M", "-l2000"}, args[1:]...)
	pairs, err := r.diff(command...)
	if err != nil {
		return nil, err
	}
	if args[0] != "diff-index" {
		return pairs, nil
	}
	return c.expand(pairs, nil)
}

// sinceTree returns the differences between a tree and the work tree.
func (c *comparer) sinceTree(r *Repository, tree string) ([]pair, error) {
	pairs, err := r.diff("diff-index", "-M", "-l2000", tree)
	if err != nil {
		return nil, err
	}
	untracked, err := r.untracked()
	if err != nil {
		return nil, err
	}
	gone := map[string]int{}
	for i, p := range pairs {
		if !p.new.isThere() {
			gone[p.old.path] = i
		}
	}
	for _, path := range untracked {
		// What was only taken out of the index is still there.
		if i, still := gone[path]; still {
			pairs[i].new = r.added(path).new
		} else {
			pairs = append(pairs, r.added(path))
		}
	}
	if pairs, err = followRenames(pairs); err != nil {
		return nil, err
	}
	return c.expand(pairs, c.sinceTree)
}

// added returns the difference that a new file of the work tree makes.
func (r *Repository) added(path string) pair {
	return pair{old: entry{r, path, noMode, ""}, new: entry{r, path, "100644", ""}}
}

// expand puts the files of submodules in the place of the commits that they
// are at: compared with their work tree by sinceTree, or commit with commit
// where that is nil. A submodule that is not there to be asked is worth a note.
func (c *comparer) expand(pairs []pair, sinceTree func(*Repository, string) ([]pair, error)) ([]pair, error) {
	var all []pair
	for _, p := range pairs {
		if p.old.mode != gitlinkMode && p.new.mode != gitlinkMode {
			all = append(all, p)
			continue
		}
		files, err := c.submodule(p, sinceTree)
		if err != nil {
			c.notes = append(c.notes, message.New("submodule %s: its earlier files are not there to compare with; it is read as it is now (%s)", p.old.path, message.Of(err)))
			continue
		}
		all = append(all, files...)
	}
	return all, nil
}

// submodule returns the differences between the files of a submodule.
func (c *comparer) submodule(p pair, sinceTree func(*Repository, string) ([]pair, error)) ([]pair, error) {
	sub, err := p.old.repo.submodule(p.new.path)
	switch {
	case err != nil:
		return nil, err
	case p.new.mode != gitlinkMode:
		return nil, message.Errorf("it was removed")
	case p.old.mode != gitlinkMode:
		tree, err := sub.output("hash-object", "-t", "tree", "--stdin")
		if err != nil {
			return nil, err
		}
		return sub.diff("diff-index", tree)
	case sinceTree != nil:
		return sinceTree(sub, p.old.blob)
	}
	return c.between(sub, "diff-tree", "-r", p.old.blob, p.new.blob)
}

// comparison reads the contents of differences: unstaged between what is
// compared and the work tree, pairs between the earlier state and that.
func (c *comparer) comparison(unstaged, pairs []pair) (*Comparison, error) {
	result := &Comparison{Now: map[string][]byte{}, Old: map[string]string{}, Notes: c.notes}
	if err := c.standIn(result.Now, unstaged); err != nil {
		return nil, err
	}
	result.Then = maps.Clone(result.Now)
	if err := c.standIn(result.Then, pairs); err != nil {
		return nil, err
	}
	for _, p := range pairs {
		if p.old.isThere() && p.new.isThere() && p.old.path != p.new.path {
			old := p.old.names()
			for i, name := range p.new.names() {
				result.Old[name] = old[min(i, len(old)-1)]
			}
		}
	}
	return result, nil
}

// standIn puts what was there before into overlay, and hides what was not.
func (c *comparer) standIn(overlay map[string][]byte, pairs []pair) error {
	var before []entry
	for _, p := range pairs {
		if !c.matters(p.old) && !c.matters(p.new) {
			continue
		}
		if p.new.isThere() {
			for _, name := range p.new.names() {
				overlay[name] = nil
			}
		}
		if p.old.isThere() && p.old.mode != linkMode {
			before = append(before, p.old)
		}
	}
	return contents(before, func(e entry, content []byte) {
		for _, name := range e.names() {
			// Of a file that was only touched git says that it differs.
			if now, err := os.ReadFile(name); err == nil && bytes.Equal(now, content) {
				delete(overlay, name)
			} else {
				overlay[name] = content
			}
		}
	})
}

// matters reports whether the caller wants to know of an entry.
func (c *comparer) matters(e entry) bool {
	return c.wanted == nil || slices.ContainsFunc(e.names(), c.wanted)
}

// names returns the absolute names of an entry, as the caller spells them.
func (e entry) names() []string { return e.repo.names(e.path) }

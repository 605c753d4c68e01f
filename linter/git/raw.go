package git

import (
	"strings"

	"postlint/linter/message"
)

// The modes of entries in trees and the index that are no plain files.
const (
	noMode      = "000000"
	linkMode    = "120000"
	gitlinkMode = "160000" // the commit that a submodule is at
)

// An entry is one file on one side of a comparison.
type entry struct {
	repo *Repository
	path string // relative to its top, slash-separated
	mode string // noMode where there is no file
	blob string // all zeros where only the work tree has the content
}

// isThere reports whether there is a file, a link or a submodule.
func (e entry) isThere() bool { return e.mode != noMode && e.mode != "" }

// A pair is an entry before and after.
type pair struct {
	old, new entry
	unmerged bool // the index has several contents: what counts lies in the work tree
}

// rawDiff reads the output of a diff command with --raw -z.
func (r *Repository) rawDiff(out []byte) ([]pair, error) {
	fields := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	var pairs []pair
	for len(fields) > 0 && fields[0] != "" {
		head := strings.Fields(strings.TrimPrefix(fields[0], ":"))
		paths := fields[1:]
		if len(head) != 5 || len(paths) == 0 {
			return nil, message.Errorf("git: not understood: %q", fields[0])
		}
		p := pair{old: entry{r, paths[0], head[0], head[2]}, new: entry{r, paths[0], head[1], head[3]}}
		taken := 1
		switch head[4][0] {
		case 'R', 'C':
			if len(paths) < 2 {
				return nil, message.Errorf("git: not understood: %q", fields[0])
			}
			p.new.path, taken = paths[1], 2
		case 'U':
			p.new.mode, p.unmerged = "100644", true
		}
		pairs, fields = append(pairs, p), paths[taken:]
	}
	return pairs, nil
}

// diff runs one of git's plumbing commands that compare. Configuration of
// users, such as external programs, colours and prefixes, has no hold on them.
func (r *Repository) diff(args ...string) ([]pair, error) {
	command := append([]string{args[0], "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv",
		"--no-color", "--ignore-submodules=dirty"}, args[1:]...)
	out, err := r.run(nil, command...)
	if err != nil {
		return nil, err
	}
	return r.rawDiff(out)
}

// untracked lists the files that git does not know and does not ignore.
// Repositories within are left out.
func (r *Repository) untracked() (paths []string, err error) {
	out, err := r.run(nil, "ls-files", "-z", "--others", "--exclude-standard")
	if err != nil {
		return nil, err
	}
	for path := range strings.SplitSeq(string(out), "\x00") {
		if path != "" && !strings.HasSuffix(path, "/") {
			paths = append(paths, path)
		}
	}
	return paths, nil
}

package git

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"postlint/linter/message"
)

// contents calls do with the content of each entry, as git's objects have it.
func contents(entries []entry, do func(e entry, content []byte)) error {
	for len(entries) > 0 {
		repo := entries[0].repo
		var own []entry
		entries = slices.DeleteFunc(slices.Clone(entries), func(e entry) bool {
			if e.repo == repo {
				own = append(own, e)
			}
			return e.repo == repo
		})
		if err := repo.contents(own, do); err != nil {
			return err
		}
	}
	return nil
}

// contents does the same for the entries of one repository, with one process.
func (r *Repository) contents(entries []entry, do func(e entry, content []byte)) error {
	var names bytes.Buffer
	for _, e := range entries {
		fmt.Fprintln(&names, e.blob)
	}
	out, err := r.run(names.Bytes(), "cat-file", "--batch")
	if err != nil {
		return err
	}
	for _, e := range entries {
		head, rest, _ := bytes.Cut(out, []byte("\n"))
		fields := strings.Fields(string(head))
		if len(fields) == 2 && fields[1] == "missing" {
			return message.Errorf("git has no content for %s (object %s); expected a complete clone: run git fetch", e.path, e.blob)
		}
		size := -1
		if len(fields) == 3 {
			size, _ = strconv.Atoi(fields[2])
		}
		if size < 0 || size >= len(rest) {
			return message.Errorf("git cat-file: not understood: %q", head)
		}
		// A content of its own, which is not nil when it is empty.
		do(e, append(make([]byte, 0, size), rest[:size]...))
		out = rest[size+1:]
	}
	return nil
}

// submodule returns the repository of the submodule at a path.
func (r *Repository) submodule(path string) (*Repository, error) {
	top := filepath.Join(r.top, filepath.FromSlash(path))
	if _, err := os.Lstat(filepath.Join(top, ".git")); err != nil {
		return nil, message.Errorf("it is not checked out")
	}
	sub := &Repository{top: top, seen: r.seen}
	for _, v := range r.env {
		// What a hook says of the repository around it is not true of this one.
		if name, _, _ := strings.Cut(v, "="); !slices.Contains(local, name) {
			sub.env = append(sub.env, v)
		}
	}
	return sub, nil
}

// local are the variables that are about one repository: git rev-parse --local-env-vars.
var local = append([]string{"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_GRAFT_FILE",
	"GIT_IMPLICIT_WORK_TREE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NO_REPLACE_OBJECTS", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE"}, relative...)

package main

import (
	"os"
	"path/filepath"
	"slices"
)

// base returns the folder that the paths of a report are relative to. People
// and their shells count from the working directory, forges from the root of
// the repository; JSON counts from the site.
func (c *Command) base(format string, sites []*checked) string {
	var roots []string
	for _, s := range sites {
		roots = append(roots, s.root)
	}
	switch {
	case len(roots) == 0:
		return c.Dir
	case slices.Contains([]string{"github", "gitlab", "sarif"}, format):
		if top := workTree(roots[0]); top != "" && !slices.ContainsFunc(roots, func(r string) bool { return !within(top, r) }) {
			return top
		}
		return common(roots)
	case format == "json" || format == "jsonl":
		return common(roots)
	}
	return c.Dir
}

// prefix returns the path from base to root with slashes, "" when they are the same.
func prefix(base, root string) string {
	rel, err := filepath.Rel(base, root)
	switch {
	case err != nil:
		return filepath.ToSlash(root) // another drive
	case rel == ".":
		return ""
	}
	return filepath.ToSlash(rel)
}

// workTree returns the root of the git work tree around dir, or "".
func workTree(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// common returns the deepest folder that holds all of dirs.
func common(dirs []string) string {
	top := dirs[0]
	for slices.ContainsFunc(dirs, func(d string) bool { return !within(top, d) }) {
		top = filepath.Dir(top)
	}
	return top
}

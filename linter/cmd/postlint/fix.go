package main

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/rogpeppe/go-internal/diff"

	"postlint/linter/lint"
	"postlint/linter/site"
)

// fixed fixes the pages of a checked site in memory.
func (c *Command) fixed(o *options, s *checked, overlay map[string][]byte) *lint.FixReport {
	fixer := lint.Fixer{
		Unsafe: o.unsafe,
		Load: func(fixes map[string][]byte) (*site.Index, error) {
			merged := make(map[string][]byte, len(overlay)+len(fixes))
			for _, m := range []map[string][]byte{overlay, fixes} {
				for name, src := range m {
					merged[name] = src
				}
			}
			return c.load(o, s.root, merged, s.index)
		},
		Run: func(x *site.Index) ([]lint.Diagnostic, []error) {
			pages := make([]*site.Page, 0, len(s.pages))
			for _, p := range s.pages {
				if page := x.Page(p.Document.Path); page != nil {
					pages = append(pages, page)
				}
			}
			found, errs := lint.Run(x, lint.Plan{Rules: s.config.Rules, Pages: pages, Jobs: o.jobs})
			return s.sieve.sift(x, found), errs
		},
	}
	r, errs := fixer.Fix(s.index, s.found)
	for _, err := range errs {
		c.errorf("%s", err)
	}
	if r.Unsettled {
		c.errorf("%s: fixes were still being offered after %d rounds; run postlint --fix again", s.root, lint.Rounds)
	}
	return r
}

// fix writes what the fixes have made: to the files, as a patch, or to
// standard output where the post came from standard input. The status is that
// of a patch: 1 where there is one.
func (c *Command) fix(o *options, sites []*checked) (status int, err error) {
	switch {
	case o.diff:
		return c.patch(sites)
	case o.stdin:
		return clean, c.print(func(w *bufio.Writer) {
			for _, s := range sites {
				for _, p := range s.pages {
					if page := s.index.Page(p.Document.Path); page != nil {
						w.Write(page.Src)
					}
				}
			}
		})
	}
	for _, s := range sites {
		whole := true
		for _, f := range s.fixes.Files {
			if err := c.write(f); err != nil {
				c.errorf("%s", err)
				whole = false
			}
		}
		if !whole {
			c.recheck(o, s)
		}
	}
	return clean, nil
}

// write replaces one file, which an interrupt does not cut short.
func (c *Command) write(f lint.FixedFile) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	return f.Write()
}

// recheck checks a site anew, since not every fix has reached its file.
func (c *Command) recheck(o *options, s *checked) {
	x, err := c.load(o, s.root, nil, nil)
	if err != nil {
		c.errorf("%s", err)
		return
	}
	s.index, s.pages = x, c.pages(o, x, s.target)
	s.found = c.run(o, s, x, s.pages)
	s.fixes.Fixed = nil
}

// patch prints the fixes as git would, so that "git apply" takes them. Names
// are relative to the work tree, where there is one.
func (c *Command) patch(sites []*checked) (status int, err error) {
	err = c.print(func(w *bufio.Writer) {
		for _, s := range sites {
			base := workTree(s.root)
			if base == "" {
				base = c.Dir
			}
			for _, f := range s.fixes.Files {
				status = faulty
				name, err := filepath.Rel(base, f.Filename)
				if err != nil || strings.HasPrefix(name, "..") {
					name = filepath.FromSlash(f.Path)
				}
				w.Write(gitDiff(filepath.ToSlash(name), f.Old, f.New))
			}
		}
	})
	return status, err
}

// gitDiff returns a patch of one file in the form of git.
func gitDiff(name string, old, new []byte) []byte {
	from, to := gitName("a/"+name), gitName("b/"+name)
	patch := diff.Diff("old", old, "new", new)
	if patch == nil {
		return nil
	}
	_, hunks, _ := strings.Cut(string(patch), "\n+++ new\n")
	// A name with a blank ends with a tab, or git would take what follows the blank for a date.
	end := func(s string) string {
		if strings.ContainsRune(s, ' ') && !strings.HasPrefix(s, `"`) {
			return s + "\t"
		}
		return s
	}
	return fmt.Appendf(nil, "diff --git %s %s\n--- %s\n+++ %s\n%s", from, to, end(from), end(to), hunks)
}

// gitName quotes a path as git does, where it must be.
func gitName(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r == '"' || r == '\\' || unicode.IsControl(r) }) {
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(rune(c)))
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

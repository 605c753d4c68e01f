package main

import (
	"errors"
	"io/fs"
	"os"
	slashpath "path"
	"path/filepath"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/site"
)

// A target is a site with the paths in it that are to be checked.
type target struct {
	root  string // absolute
	paths []path
}

// A path is a file or folder that the user named.
type path struct {
	arg  string // as written
	abs  string
	real string // abs without symbolic links
	file bool
}

// targets groups the arguments by site, in the order of their first mention.
// What cannot be found is said; the rest goes on.
func (c *Command) targets(o *options, args []string) ([]*target, error) {
	if o.site != "" {
		root, err := c.siteFlag(o.site)
		if err != nil {
			return nil, err
		}
		o.site = root
	}
	if len(args) == 0 {
		args = []string{"."}
		if o.site != "" {
			args = []string{o.site}
		}
	}
	var list []*target
	for i, arg := range args {
		p, err := c.path(arg, i == 0)
		if err != nil {
			c.errorf("%s", err)
			continue
		}
		roots := []string{o.site}
		if o.site == "" {
			roots = c.sites(o, p)
		}
		for _, root := range roots {
			i := slices.IndexFunc(list, func(t *target) bool { return t.root == root })
			if i < 0 {
				i, list = len(list), append(list, &target{root: root})
			}
			list[i].paths = append(list[i].paths, p)
		}
	}
	return list, nil
}

// siteFlag returns the folder that --site names.
func (c *Command) siteFlag(name string) (string, error) {
	abs := c.abs(name)
	switch info, err := os.Stat(abs); {
	case err != nil:
		return "", usagef("--site: %s: %w; %s", name, cause(err), c.instead(name, err, nil, lint.Msg("expected the folder of a Hugo site")))
	case !info.IsDir():
		return "", usagef("--site: %s is a file; expected the folder of a Hugo site", name)
	}
	return abs, nil
}

// path looks an argument up in the file system. The first one may have been
// meant as a subcommand.
func (c *Command) path(arg string, first bool) (path, error) {
	p := path{arg: arg, abs: c.abs(arg)}
	info, err := os.Stat(p.abs)
	if err != nil {
		var others []string
		if first {
			others = subcommandNames()
		}
		return p, message.Errorf("%s: %w; %s", arg, cause(err), c.instead(arg, err, others, lint.Msg("expected a file, a folder or a site")))
	}
	p.file = !info.IsDir()
	if p.real, err = filepath.EvalSymlinks(p.abs); err != nil {
		p.real = p.abs
	}
	return p, nil
}

func (c *Command) abs(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(c.Dir, name)
}

// sites returns the roots of the sites that p asks for: the one around it, or
// where there is none those below it.
func (c *Command) sites(o *options, p path) []string {
	if _, ok := site.FindRoot(p.abs); !ok && !p.file {
		if below := c.sitesBelow(o, p); len(below) > 0 {
			return below
		}
	}
	return []string{siteAround(p)}
}

// sitesBelow returns the sites with content in the folders below p, as in the
// repository of a theme, whose demo is one. They are worth a note.
func (c *Command) sitesBelow(o *options, p path) []string {
	below := sitesBelow(p.abs, 3)
	for _, root := range below {
		c.notef(o, "%s: no site with content; checking the one in %s", p.arg, filepath.ToSlash(root[len(p.abs)+1:]))
	}
	return below
}

// hasContent reports whether a site has the folder that most have their posts in.
func hasContent(root string) bool {
	info, err := os.Stat(filepath.Join(root, "content"))
	return err == nil && info.IsDir()
}

// sitesBelow returns the sites with content in the folders below dir, at most
// depth levels down, sorted.
func sitesBelow(dir string, depth int) (roots []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() || strings.HasPrefix(name, ".") || name == "node_modules" || name == "themes" {
			continue
		}
		sub := filepath.Join(dir, name)
		if root, ok := site.FindRoot(sub); ok && root == sub && hasContent(sub) {
			roots = append(roots, sub)
		} else if depth > 1 {
			roots = append(roots, sitesBelow(sub, depth-1)...)
		}
	}
	return roots
}

// siteAround returns the root of the site that p belongs to. Where there is no
// Hugo configuration, it is the folder above one named content, else the
// folder itself.
func siteAround(p path) string {
	if root, ok := site.FindRoot(p.abs); ok {
		return root
	}
	dir := p.abs
	if p.file {
		dir = filepath.Dir(dir)
	}
	for up := dir; filepath.Dir(up) != up; up = filepath.Dir(up) {
		if filepath.Base(up) == "content" {
			return filepath.Dir(up)
		}
	}
	return dir
}

// pages returns the pages of x that t names, in the order of the index.
// A path without any is worth a note.
func (c *Command) pages(o *options, x *site.Index, t *target) []*site.Page {
	if slices.ContainsFunc(t.paths, func(p path) bool { return p.holds(t.root) }) {
		return x.Pages
	}
	pages := []*site.Page{}
	used := make([]bool, len(t.paths))
	for _, page := range x.Pages {
		named := false
		for i, p := range t.paths {
			if p.holds(page.Filename) {
				named, used[i] = true, true
			}
		}
		if named {
			pages = append(pages, page)
		}
	}
	for i, p := range t.paths {
		if !used[i] && !p.failed(x) {
			c.notef(o, "%s: %s", p.arg, p.whyNothing(x))
		}
	}
	return pages
}

// holds reports whether name is p or lies below it.
func (p path) holds(name string) bool { return within(p.abs, name) || within(p.real, name) }

func within(dir, name string) bool {
	return dir == name || strings.HasPrefix(name, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// failed reports whether a file at or below p could not be read, which is said anyhow.
func (p path) failed(x *site.Index) bool {
	return slices.ContainsFunc(x.Failures, func(f site.Failure) bool { return p.holds(failedFile(x, f)) })
}

// sayFailures names the files that t asks for and that could not be read.
func (c *Command) sayFailures(t *target, x *site.Index) {
	for _, f := range x.Failures {
		if slices.ContainsFunc(t.paths, func(p path) bool { return p.holds(t.root) || p.holds(failedFile(x, f)) }) {
			c.errorf("%s: %s", slashpath.Join(prefix(c.Dir, x.Root), f.Path), f.Err)
		}
	}
}

func failedFile(x *site.Index, f site.Failure) string {
	return filepath.Join(x.Root, filepath.FromSlash(f.Path))
}

// whyNothing says why there is nothing to check at p.
func (p path) whyNothing(x *site.Index) lint.Message {
	inContent := slices.ContainsFunc(x.Config.ContentDirs, func(dir string) bool { return within(dir, p.abs) || within(dir, p.real) })
	switch {
	case !inContent:
		return lint.Msg("outside the site's content folders: nothing to check")
	case p.file:
		return lint.Msg("not a content file to Hugo: nothing to check")
	}
	return lint.Msg("no content files: nothing to check")
}

// cause strips the operation and the path from a file error.
func cause(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return e.Err
	}
	return err
}

package config

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"postlint/linter/site"
	"postlint/linter/source"
)

// A Setting is one to add to [params.postlint].
type Setting struct {
	Path  []string // below [params.postlint]
	Value any      // bool, int, string, []string, map[string]any
}

// An Addition is a configuration file with settings added, and nothing else changed.
type Addition struct {
	Filename string // absolute
	Path     string // relative to the site, with slashes
	Old, New []byte // Old is nil where there is no such file yet
	Left     []Setting
	Snippet  string // Left as the file would have to hold it
}

// Add adds settings to the site's own configuration, in the format that it is
// written in: where [params.postlint] is, else where other parameters are. A
// site without any configuration gets a hugo.toml. The settings must not be
// there yet. Left are those that cannot be added without changing what is there.
func Add(x *site.Index, settings []Setting) (Addition, error) {
	a, prefix, err := target(x)
	if err != nil {
		return a, err
	}
	a.New = bytes.Clone(a.Old)
	for _, s := range settings {
		if out, ok := set(a.Path, a.New, append(slices.Clone(prefix), s.Path...), s.Value); ok {
			a.New = out
		} else {
			a.Left = append(a.Left, s)
		}
	}
	a.Snippet = snippet(a.Path, prefix, a.Left)
	return a, nil
}

// snippet returns settings as a file of a format has them.
func snippet(name string, prefix []string, settings []Setting) string {
	var src []byte
	for _, s := range settings {
		if out, ok := set(name, src, append(slices.Clone(prefix), s.Path...), s.Value); ok {
			src = out
		}
	}
	return string(src)
}

// target chooses the file that settings go into, and the path of
// [params.postlint] in it.
func target(x *site.Index) (a Addition, prefix []string, err error) {
	type candidate struct {
		name   string
		src    []byte
		prefix []string
		rank   int
	}
	var best *candidate
	for _, name := range x.Config.Files {
		if !isOwn(x, name) {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return a, nil, err
		}
		base, _, _ := strings.Cut(filepath.Base(name), ".")
		c := candidate{name, src, append(slices.Clone(paramRoots(name, x.Config.DefaultLanguage)[0]), "postlint"), 0}
		fields := source.ParseData(name, src).FrontMatter.Fields
		switch {
		case lookup(fields, c.prefix) != nil:
			c.rank = 4
		case base == "params":
			c.rank = 3
		case base != "hugo" && base != "config":
			continue // config/_default/menus.toml and the like
		case lookup(fields, []string{"params"}) != nil:
			c.rank = 2
		default:
			c.rank = 1
		}
		if best == nil || c.rank > best.rank {
			best = &c
		}
	}
	if best == nil {
		best = &candidate{name: filepath.Join(x.Root, "hugo.toml"), prefix: []string{"params", "postlint"}}
	}
	rel, err := filepath.Rel(x.Root, best.name)
	if err != nil {
		return a, nil, err
	}
	return Addition{Filename: best.name, Path: filepath.ToSlash(rel), Old: best.src}, best.prefix, nil
}

// isOwn reports whether a configuration file is the site's own and holds for
// every language and environment.
func isOwn(x *site.Index, name string) bool {
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	if strings.Contains(base, ".") { // params.en.toml
		return false
	}
	dir := filepath.Dir(name)
	return dir == x.Root || dir == filepath.Join(x.Root, "config", "_default")
}

// Same reports whether got, as a configuration has it, is what was to be set;
// the letter case of keys does not matter.
func Same(want, got any) bool {
	switch want := want.(type) {
	case map[string]any:
		m, ok := asMap(got)
		if !ok || len(m) != len(want) {
			return false
		}
		for key, value := range want {
			if !Same(value, m[strings.ToLower(key)]) {
				return false
			}
		}
		return true
	case []string:
		list, ok := stringList(got)
		return ok && slices.Equal(list, want)
	}
	return want == got
}

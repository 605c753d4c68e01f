// Package templates reads the templates of a Hugo site without running them,
// and tells which front-matter keys, site parameters, translations and
// taxonomies they read.
//
// It follows values through variables, with, range, dict, partials and their
// arguments. Where a name is computed it claims nothing: see [Facts.Open].
package templates

import (
	"path"
	"strings"
	"text/template/parse"

	"postlint/linter/text"
)

// A File is one template of the site, its theme or a module.
type File struct {
	Name string // slash-separated, below layouts: "_partials/image.html"
	Path string // as reports have it: "theme/layouts/_partials/image.html"
	Src  []byte
}

// A Place is a span in a file.
type Place struct {
	Path string // of the [File]
	Span text.Span
}

// A tree is one template: a file, or a define in one.
type tree struct {
	*parse.Tree
	file *File
	name string // of the file or the define
	kind treeKind
}

// A treeKind tells what the dot of a template is.
type treeKind int

const (
	pageTree treeKind = iota
	partialTree
	shortcodeTree
	hookTree
	definedTree // only known where it is called
)

// parseFile returns the template of a file and those it defines.
func parseFile(f *File) ([]*tree, error) {
	set := map[string]*parse.Tree{}
	main := parse.New(f.Name)
	main.Mode = parse.SkipFuncCheck
	if _, err := main.Parse(string(f.Src), "", "", set); err != nil {
		return nil, err
	}
	trees := []*tree{{Tree: main, file: f, name: f.Name, kind: kindOf(f.Name)}}
	for name, t := range set {
		if t != main {
			trees = append(trees, &tree{Tree: t, file: f, name: name, kind: definedTree})
		}
	}
	return trees, nil
}

// kindOf tells what a file is from where it lies, in layouts old and new.
func kindOf(name string) treeKind {
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		switch path.Base(folder) {
		case "_partials", "partials":
			return partialTree
		case "_shortcodes", "shortcodes":
			return shortcodeTree
		case "_markup":
			return hookTree
		}
	}
	return pageTree
}

// stem returns what a partial is called by: its path below the folder of
// partials, without language, output format and extension.
func stem(name string) string {
	name = strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
	for _, folder := range []string{"_partials/", "partials/"} {
		name = strings.TrimPrefix(name, folder)
	}
	dir, base := path.Split(name)
	base, _, _ = strings.Cut(base, ".")
	return dir + base
}

// fields returns the names after the first dot of a node, each with its span.
// The parser keeps the offset of the first token that it joined to another.
func (t *tree) fields(n parse.Node) []field {
	switch n := n.(type) {
	case *parse.FieldNode:
		start := int(n.Pos)
		if len(n.Ident) > 1 {
			start -= len(n.Ident[0]) + 1
		}
		return t.chain(start, n.Ident)
	case *parse.VariableNode:
		return t.chain(int(n.Pos), n.Ident[1:])
	case *parse.ChainNode:
		return t.chain(int(n.Pos), n.Field)
	}
	return nil
}

// A field is one ".name".
type field struct {
	name string
	span text.Span // without the dot
}

func (t *tree) chain(start int, names []string) []field {
	list := make([]field, len(names))
	for i, name := range names {
		// The offset is sure for what the parser makes today; a name that is
		// not there would be a span on something else.
		if at := strings.Index(string(t.file.Src[min(max(start, 0), len(t.file.Src)):]), name); at >= 0 {
			start = max(start, 0) + at
		}
		list[i] = field{name, text.Span{Start: start, End: start + len(name)}}
		start += len(name)
	}
	return list
}

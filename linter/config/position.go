package config

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/source"
)

// An Error is something wrong with one key of [params.postlint].
type Error struct {
	File    string // relative to the site, with slashes; "" where the key is in no file, as with HUGO_PARAMS_… variables
	Line    int    // from 1
	Column  int    // in code points, from 1
	Key     string // as written, with the tables around it: "rules.missing-field.fields"; "" where a file that it names is wrong
	Problem lint.Message
}

// Error says where the key is and what is wrong with it.
func (e *Error) Error() string { return e.Message().String() }

// Message returns what e says.
func (e *Error) Message() lint.Message {
	if e.Key == "" {
		return lint.Msg("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Problem)
	}
	if e.File == "" {
		return lint.Msg("[params.postlint]: %s: %s", e.Key, e.Problem)
	}
	return lint.Msg("%s:%d:%d: %s: %s", e.File, e.Line, e.Column, e.Key, e.Problem)
}

// Errors lists everything that is wrong with a configuration, by file and place.
type Errors []*Error

// Error says each error in a line of its own.
func (list Errors) Error() string { return list.Message().String() }

// Message returns what list says.
func (list Errors) Message() lint.Message {
	var lines []lint.Message
	for _, e := range list {
		lines = append(lines, e.Message())
	}
	return message.Join(lines, "\n")
}

// locate reads the site's configuration files once more, for the places that
// Hugo does not keep.
func (r *reader) locate() {
	if _, ok := r.index.Config.Params["postlint"]; !ok {
		return // nothing will be asked for
	}
	for _, name := range r.candidates() {
		src, err := r.index.ReadFile(name)
		if err != nil {
			continue // then its keys have no place
		}
		rel, err := filepath.Rel(r.index.Root, name)
		if err != nil {
			rel = name
		}
		if doc := source.ParseData(filepath.ToSlash(rel), src); doc.FrontMatter.Fields != nil {
			r.files = append(r.files, doc)
		}
	}
}

// candidates lists the files that keys may stand in: those that Hugo read, and
// those in config directories beside them, the default environment's first.
func (r *reader) candidates() []string {
	list := slices.Clone(r.index.Config.Files)
	dirs := []string{r.index.Root}
	for _, name := range list {
		dirs = append(dirs, filepath.Dir(name))
	}
	for _, dir := range dirs {
		found, _ := filepath.Glob(filepath.Join(escape(dir), "config", "*", "*.*")) // sorted: "_" comes before letters
		for _, name := range found {
			if !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// escape makes a path a pattern that matches only itself.
func escape(path string) string {
	if filepath.Separator == '\\' {
		return path // there is no escaping where it separates
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// find returns the field at a path below [params.postlint], or nil.
func (r *reader) find(path []string) (doc *source.Document, field *source.Field) {
	path = append([]string{"postlint"}, path...)
	for _, doc := range r.files {
		for _, root := range paramRoots(doc.Path, r.index.Config.DefaultLanguage) {
			if field := lookup(doc.FrontMatter.Fields, append(slices.Clone(root), path...)); field != nil {
				return doc, field
			}
		}
	}
	return nil, nil
}

// paramRoots lists the paths in a configuration file below which parameters
// of the site stand, by the file's name.
func paramRoots(name, language string) [][]string {
	base, _, _ := strings.Cut(filepath.Base(name), ".")
	switch base {
	case "params": // config/_default/params.toml holds what is below [params]
		return [][]string{nil}
	case "languages":
		return [][]string{{language, "params"}}
	}
	return [][]string{{"params"}, {"languages", language, "params"}}
}

// lookup finds a path of keys without regard to letter case, also where a
// table is written in several places.
func lookup(fields []*source.Field, path []string) *source.Field {
	for _, f := range fields {
		if !strings.EqualFold(f.Key, path[0]) {
			continue
		}
		if len(path) == 1 {
			return f
		}
		if f.Value != nil {
			if found := lookup(f.Value.Fields, path[1:]); found != nil {
				return found
			}
		}
	}
	return nil
}

// errorf adds an error about the key at a path.
func (r *reader) errorf(path []string, format string, args ...any) {
	e := &Error{Key: strings.Join(path, "."), Problem: lint.Msg(format, args...)}
	if e.Key == "" {
		e.Key = "postlint"
	}
	if doc, field := r.find(path); field != nil {
		at := doc.Position(field.KeySpan.Start)
		e.File, e.Line, e.Column = doc.Path, at.Line, at.Column
		if n := len(path); n > 0 {
			e.Key = strings.Join(append(slices.Clone(path[:n-1]), field.Key), ".")
		}
	}
	r.errors = append(r.errors, e)
}

// place returns "file:line:column" of a path, as far as it is known.
func (r *reader) place(path []string) string {
	doc, field := r.find(path)
	if field == nil {
		return "[params.postlint]"
	}
	at := doc.Position(field.KeySpan.Start)
	return fmt.Sprintf("%s:%d:%d", doc.Path, at.Line, at.Column)
}

// sorted returns the errors by file and place.
func (r *reader) sorted() Errors {
	slices.SortStableFunc(r.errors, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Key, b.Key))
	})
	return r.errors
}

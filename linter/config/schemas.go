package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"postlint/linter/lint"
	"postlint/linter/schema"
	"postlint/linter/site"
)

// checkSchemas reports the schemas that cannot be used: at the setting that
// names a file that is not there, else in the file.
func (r *reader) checkSchemas() {
	wrong := r.index.SchemaErrors()
	uses := slices.SortedFunc(maps.Keys(wrong), func(a, b site.SchemaUse) int {
		return cmp.Or(cmp.Compare(a.Section, b.Section), cmp.Compare(a.Glob, b.Glob))
	})
	said := map[string]bool{}
	for _, use := range uses {
		path := []string{"sections", use.Section, "schema"}
		if use.Section == "" {
			path = []string{"schemas", use.Glob}
		}
		var pattern *site.GlobError
		var in *schema.Error
		switch err := wrong[use]; {
		case errors.As(err, &pattern):
			r.errorf(path, "not a pattern of paths (%v); expected one such as %q", pattern, "content/posts/**")
		case errors.As(err, &in) && in.Line == 0 && errors.Is(err, fs.ErrNotExist):
			r.errorf(path, "there is no file %q in the site; %s", use.File, lint.Meant(use.File, r.jsonFiles(use.File), lint.Msg("expected the path of a JSON Schema from the root of the site")))
		case errors.As(err, &in) && in.Line == 0:
			r.errorf(path, "%q cannot be read: %s", use.File, in.Problem)
		case errors.As(err, &in) && !said[fmt.Sprint(in.File, in.Line, in.Column)]:
			said[fmt.Sprint(in.File, in.Line, in.Column)] = true
			r.errors = append(r.errors, &Error{File: r.relative(in.File), Line: in.Line, Column: in.Column, Problem: in.Problem})
		}
	}
}

// relative returns a path relative to the site, with slashes.
func (r *reader) relative(name string) string {
	if rel, err := filepath.Rel(r.index.Root, name); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(name)
}

// jsonFiles lists the files beside one that is not there, relative to the site.
func (r *reader) jsonFiles(file string) []string {
	dir := filepath.Dir(filepath.Join(r.index.Root, filepath.FromSlash(file)))
	entries, _ := os.ReadDir(dir) // none where there is no such folder
	var names []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".json" {
			names = append(names, r.relative(filepath.Join(dir, e.Name())))
		}
	}
	return names
}

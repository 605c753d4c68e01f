package site

import (
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/gobwas/glob"
	"github.com/spf13/afero"

	"postlint/linter/schema"
)

// A SchemaUse says which posts a JSON Schema holds: those of a section, or those
// whose path a pattern matches.
type SchemaUse struct {
	Section string // in lower case, as [params.postlint.sections] has it; "" where there is a Glob
	Glob    string // in lower case, as [params.postlint.schemas] has it; "" where there is a Section
	File    string // as written: with slashes, relative to the site's root or to that of its theme
}

// A heldSchema is a use of a schema with what came of it.
type heldSchema struct {
	SchemaUse
	matches glob.Glob // nil for a section
	schema  *schema.Schema
	err     error
}

// schemas are the site's JSON Schemas, compiled when first asked for.
type schemas struct {
	once sync.Once
	held []heldSchema
}

// schemaUses reads the settings that name schemas, those of sections first,
// each sorted by name. Values of another type than expected are left aside:
// package config reports them with their place.
func schemaUses(params map[string]any) []SchemaUse {
	var uses []SchemaUse
	table, _ := asMap(params["postlint"])
	sections, _ := asMap(table["sections"])
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		settings, _ := asMap(sections[name])
		if file, ok := settings["schema"].(string); ok {
			uses = append(uses, SchemaUse{Section: strings.ToLower(name), File: file})
		}
	}
	globs, _ := asMap(table["schemas"])
	for _, pattern := range slices.Sorted(maps.Keys(globs)) {
		if file, ok := globs[pattern].(string); ok {
			uses = append(uses, SchemaUse{Glob: strings.ToLower(pattern), File: file})
		}
	}
	return uses
}

// heldSchemas compiles the schemas, each file once.
func (x *Index) heldSchemas() []heldSchema {
	x.schemas.once.Do(func() {
		compiled := map[string]heldSchema{}
		for _, use := range schemaUses(x.Config.Params) {
			held, ok := compiled[use.File]
			if !ok {
				held.schema, held.err = x.compileSchema(use.File)
				compiled[use.File] = held
			}
			held.SchemaUse = use
			if use.Glob != "" {
				var err error
				if held.matches, err = glob.Compile(strings.TrimPrefix(use.Glob, "/"), '/'); err != nil {
					held.schema, held.err = nil, &GlobError{use.Glob, err}
				}
			}
			x.schemas.held = append(x.schemas.held, held)
		}
	})
	return x.schemas.held
}

// A GlobError is a pattern that is none.
type GlobError struct {
	Glob string
	Err  error
}

func (e *GlobError) Error() string { return e.Err.Error() }

// compileSchema compiles the schema in a file, which the site may have or one
// of its themes.
func (x *Index) compileSchema(file string) (*schema.Schema, error) {
	read := func(name string) ([]byte, error) { return afero.ReadFile(x.hugo.fs.Source, name) }
	dirs := []string{x.Root}
	for _, module := range x.hugo.configs.Modules {
		if dir := module.Dir(); !slices.Contains(dirs, filepath.Clean(dir)) {
			dirs = append(dirs, filepath.Clean(dir))
		}
	}
	var first error
	for _, dir := range dirs {
		name := filepath.Join(dir, filepath.FromSlash(file))
		s, err := schema.Compile(name, read)
		var missing *schema.Error
		if errors.As(err, &missing) && missing.File == name && errors.Is(err, fs.ErrNotExist) {
			if first == nil {
				first = err
			}
			continue
		}
		return s, err
	}
	return nil, first
}

// SchemaErrors returns what is wrong with the schemas of the site, by the use
// that names them: a [*GlobError], or a [*schema.Error].
func (x *Index) SchemaErrors() map[SchemaUse]error {
	wrong := map[SchemaUse]error{}
	for _, held := range x.heldSchemas() {
		if held.err != nil {
			wrong[held.SchemaUse] = held.err
		}
	}
	return wrong
}

// Schemas returns the schemas that hold for a page, by the names of their
// files: for a post those of its section and of the patterns that match its
// path; for a section's own page those of the patterns that end in _index.
// Schemas that are wrong are not among them.
func (x *Index) Schemas(p *Page) map[string]*schema.Schema {
	var found map[string]*schema.Schema
	for _, held := range x.heldSchemas() {
		if held.schema == nil || !held.holds(p) {
			continue
		}
		if found == nil {
			found = map[string]*schema.Schema{}
		}
		found[held.File] = held.schema
	}
	return found
}

func (h *heldSchema) holds(p *Page) bool {
	if h.matches == nil {
		return p.Kind == PageKind && strings.ToLower(p.Section) == h.Section
	}
	switch p.Kind {
	case PageKind:
	case Home, Section, Taxonomy, TermKind:
		if !strings.Contains(h.Glob[strings.LastIndexByte(h.Glob, '/')+1:], "_index") {
			return false
		}
	default:
		return false
	}
	return h.matches.Match(strings.ToLower(p.Document.Path))
}

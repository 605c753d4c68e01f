package site

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"

	"postlint/linter/source"
	"postlint/linter/templates"
	"postlint/linter/text"
)

// readTemplates is what the index knows of its templates once they are asked for.
type readTemplates struct {
	once  sync.Once
	files []*templates.File
	names map[string]string // absolute, by path as reports have it
	facts *templates.Facts
}

// Templates returns what the templates of the site read. ok is false where
// they are not all known: there are none, a theme or a module is missing, or
// one does not parse.
func (x *Index) Templates() (facts *templates.Facts, ok bool) {
	t := x.templateFiles()
	return t.facts, x.HasTheme() && len(t.facts.Failures) == 0
}

// IsTheme reports whether what was loaded is a theme and no site: it has
// templates and no content.
func (x *Index) IsTheme() bool { return len(x.Pages) == 0 && x.layouts().any }

// Place says where a template is and on which line a place in it:
// "theme/layouts/_partials/image.html:12".
func (x *Index) Place(p templates.Place) string {
	for _, f := range x.templateFiles().files {
		if f.Path == p.Path {
			return p.Path + ":" + strconv.Itoa(text.NewLines(f.Src).Position(p.Span.Start).Line)
		}
	}
	return p.Path
}

func (x *Index) templateFiles() *readTemplates {
	t := &x.templates
	t.once.Do(func() {
		t.names = map[string]string{}
		for _, f := range x.readAll(x.hugo.base.Layouts.Fs) {
			named := &templates.File{Name: f.name, Path: x.templatePath(f), Src: f.src}
			t.files = append(t.files, named)
			t.names[named.Path] = f.filename
		}
		t.facts = templates.Analyze(t.files, x.allParams())
		t.facts.Mention(x.otherTexts(t.facts)...)
	})
	return t
}

// templatePath is how reports name a template: relative to the site, or where
// it belongs to a module elsewhere, as that has it.
func (x *Index) templatePath(f mountedFile) string {
	if within(x.Root, f.filename) {
		return x.rel(f.filename)
	}
	return "layouts/" + f.name
}

// otherTexts returns what besides the templates may name a parameter: assets
// that are executed as templates, translations with actions, and the configuration.
func (x *Index) otherTexts(facts *templates.Facts) (texts []string) {
	if facts.Mentions("ExecuteAsTemplate") {
		for _, f := range x.readAll(x.hugo.base.Assets.Fs) {
			if strings.Contains(string(f.src), "{{") {
				texts = append(texts, string(f.src))
			}
		}
	}
	for _, f := range x.readAll(x.hugo.base.I18n.Fs) {
		if strings.Contains(string(f.src), "{{") {
			texts = append(texts, string(f.src))
		}
	}
	for _, params := range x.allParams() {
		texts = append(texts, strs(params)...)
	}
	return texts
}

// strs returns the strings within v.
func strs(v any) (list []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []string:
		return v
	case []any:
		for _, e := range v {
			list = append(list, strs(e)...)
		}
	case map[string]any:
		for _, e := range v {
			list = append(list, strs(e)...)
		}
	}
	return list
}

// allParams returns [params] of every language, the default one first.
func (x *Index) allParams() []map[string]any {
	all := []map[string]any{x.Config.Params}
	for _, l := range x.Config.Languages {
		if conf := x.hugo.configs.LanguageConfigMap[l]; conf != nil && l != x.Config.DefaultLanguage {
			all = append(all, plain(conf.Params))
		}
	}
	return all
}

// Param returns what the configuration has at a path below [params] in lower
// case, in any language. ok is false where it has nothing.
func (x *Index) Param(path ...string) (value any, ok bool) {
	for _, params := range x.allParams() {
		value, ok = any(params), true
		for _, key := range path {
			table, isTable := value.(map[string]any)
			if value, ok = table[key]; !ok || !isTable {
				ok = false
				break
			}
		}
		if ok {
			return value, true
		}
	}
	return nil, false
}

// A mountedFile is a file of one of Hugo's merged file systems.
type mountedFile struct {
	name     string // slash-separated, within the file system
	filename string // absolute
	src      []byte
}

// readAll reads the files of a file system, sorted by name. What cannot be
// read is left out: Hugo says so itself.
func (x *Index) readAll(fs afero.Fs) (list []mountedFile) {
	walk := hugofs.NewWalkway(hugofs.WalkwayConfig{
		Fs: fs, Root: "", Logger: x.hugo.log, PathParser: x.hugo.configs.ContentPathParser,
		WalkFn: func(_ context.Context, name string, info hugofs.FileMetaInfo) error {
			base := filepath.Base(name)
			if info.IsDir() || base[0] == '.' || base[len(base)-1] == '~' {
				return nil
			}
			f, err := info.Meta().Open()
			if err != nil {
				return nil
			}
			defer f.Close()
			if src, err := io.ReadAll(f); err == nil {
				list = append(list, mountedFile{strings.TrimPrefix(filepath.ToSlash(name), "/"), info.Meta().Filename, src})
			}
			return nil
		},
	})
	if walk.Walk() != nil {
		return nil
	}
	slices.SortStableFunc(list, func(a, b mountedFile) int { return strings.Compare(a.name, b.name) })
	return list
}

// Files returns the site's own files beside its content that rules look at, as
// pages of the kinds [Template] and [Configuration], sorted by path. What a
// module brings, and a theme that is a repository of its own within the site,
// is for others to mend, and not among them.
func (x *Index) Files() []*Page {
	x.filesOnce.Do(func() {
		if x.hugo == nil {
			return // an index that was not loaded
		}
		add := func(filename string, kind Kind, parse func(string, []byte) *source.Document, src []byte) {
			if x.owns(filename) {
				x.files = append(x.files, &Page{Document: parse(x.rel(filename), src), Filename: filename, Kind: kind})
			}
		}
		for _, f := range x.templateFiles().files {
			add(x.templates.names[f.Path], Template, source.PlainFile, f.Src)
		}
		for _, name := range x.Config.Files {
			if src, err := afero.ReadFile(x.hugo.fs.Source, name); err == nil {
				add(name, Configuration, source.ParseData, src)
			}
		}
		slices.SortFunc(x.files, func(a, b *Page) int { return strings.Compare(a.Document.Path, b.Document.Path) })
		x.filesByPath = make(map[string]*Page, len(x.files))
		for _, f := range x.files {
			x.filesByPath[f.Document.Path] = f
		}
	})
	return x.files
}

// owns reports whether a file lies in the site's folder, and in no repository
// of its own there.
func (x *Index) owns(filename string) bool {
	if !within(x.Root, filename) {
		return false
	}
	for dir := filepath.Dir(filename); dir != x.Root && within(x.Root, dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return false
		}
	}
	return true
}

func within(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

// ReadKeys returns the front-matter keys that the configuration makes Hugo
// read: dates by [frontmatter], and the indices of related content. In lower case.
func (x *Index) ReadKeys() []string {
	var keys []string
	for _, v := range x.variants {
		f := v.conf.Frontmatter
		for _, list := range [][]string{f.Date, f.Lastmod, f.PublishDate, f.ExpiryDate} {
			keys = append(keys, list...)
		}
		for _, index := range v.conf.Related.Indices {
			keys = append(keys, strings.ToLower(index.Name))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

package site

import (
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/common/paths"

	"postlint/linter/source"
)

// addDisplaced adds the files that another file of the same logical path
// displaced, where no language has them.
func (x *Index) addDisplaced(a *assembler) {
	for h, by := range a.lost {
		if x.byFile[h.rel] != nil {
			continue
		}
		p := newPage(h, Shadowed)
		p.Owner, p.Language = by.page, by.variant.language
		x.register(p)
	}
}

// addUnseen adds the content files that Hugo's file system dropped because
// another file of the same folder has the same logical path.
func (x *Index) addUnseen(w *walk) {
	if len(w.unseen) == 0 {
		return
	}
	seen := map[string][]*Page{}
	for _, p := range x.Pages {
		if p.node != nil {
			key := filepath.Dir(p.Filename) + "\x00" + p.node.path.PathNoIdentifier()
			seen[key] = append(seen[key], p)
		}
	}
	for _, name := range w.unseen {
		pi := x.contentPath(name)
		if pi == nil || pi.Disabled() || !pi.IsContent() || pi.IsContentData() {
			continue
		}
		owner := sameLanguage(seen[filepath.Dir(name)+"\x00"+pi.PathNoIdentifier()], pi.Lang(), x)
		if owner == nil {
			continue
		}
		src, err := x.ReadFile(name)
		if err != nil {
			w.fail(name, err)
			continue
		}
		h := &head{file: &file{name: name, rel: x.rel(name), path: pi}}
		h.doc = source.Parse(h.rel, src, owner.node.variant.markdown)
		p := newPage(h, Shadowed)
		p.Owner, p.Language = owner, owner.Language
		x.register(p)
	}
}

// sameLanguage returns the page in the language that a file name says, or nil.
func sameLanguage(pages []*Page, language string, x *Index) *Page {
	if language == "" && len(pages) == 1 {
		return pages[0]
	}
	for _, p := range pages {
		if p.Language == language || language == "" && p.Language == x.Config.DefaultLanguage {
			return p
		}
	}
	return nil
}

// contentPath returns Hugo's reading of where a file on disk lies below the
// content mounts, or nil if no mount of the project has it.
func (x *Index) contentPath(name string) *paths.Path {
	places, err := x.hugo.base.Content.ReverseLookup(name, false)
	if err != nil || len(places) == 0 || !strings.HasPrefix(name, x.Root) {
		return nil
	}
	return x.hugo.configs.ContentPathParser.Parse("content", "/"+strings.TrimLeft(filepath.ToSlash(places[0].Path), "/"))
}

// noteAdapters notes what stands in for pages that only a template can tell.
func (x *Index) noteAdapters(w *walk) {
	for _, f := range w.adapters {
		x.adapters = append(x.adapters, f.path.Base())
		x.notef("%s is a content adapter: the pages it makes are not known", f.rel)
	}
	if x.Config.EnableGitInfo {
		x.notef("enableGitInfo: dates of the last commit are not known")
	}
}

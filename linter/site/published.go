package site

import (
	"context"
	"path"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
)

// published tells what Hugo writes into the publish folder besides pages, by
// path: "/images/a.png".
type published struct {
	files  map[string]string   // the absolute file it is copied from
	static map[string]string   // those of files that come from a static mount
	lists  map[string]bool     // made by Hugo alone: sitemap.xml, 404.html
	maybe  map[string]bool     // published only if a template asks for it
	folded map[string][]string // every path by its lower-case form
	byName map[string][]string // every path by its last element
}

// published lists the published files when they are first asked for.
func (x *Index) published() *published {
	x.publishedOnce.Do(func() {
		p := &published{
			files: map[string]string{}, static: map[string]string{}, lists: map[string]bool{}, maybe: map[string]bool{},
			folded: map[string][]string{}, byName: map[string][]string{},
		}
		x.addBundleFiles(p)
		x.addStatic(p)
		x.addStandalone(p)
		for name := range x.urls.files {
			p.note(name)
		}
		for name := range p.files {
			p.note(name)
		}
		x.publishedRead = p
	})
	return x.publishedRead
}

func (p *published) note(name string) {
	lower := strings.ToLower(name)
	p.folded[lower] = append(p.folded[lower], name)
	last := lastElement(name)
	p.byName[last] = append(p.byName[last], name)
}

// lastElement is the element of a published path that a reader knows it by:
// of "/a/b/index.html" it is "b".
func lastElement(name string) string {
	dir, base := path.Split(name)
	if base == "index.html" {
		return path.Base(dir)
	}
	return base
}

// addBundleFiles adds the files that are copied along with a page. Those of a
// page that is not published itself are so only where a template asks for them.
func (x *Index) addBundleFiles(p *published) {
	for _, n := range x.assembler.nodes {
		if len(n.urls) == 0 {
			continue
		}
		for _, f := range n.copies {
			target := path.Join("/", n.urls[0].dir, f.rel)
			if n.hidden() || !n.late.Build.PublishResources {
				p.maybe[target] = true
			} else {
				p.files[target] = f.name
			}
		}
	}
}

// addStatic adds what lies below the static mounts; a page's file wins over it
// only by the order of writing, so both stay.
func (x *Index) addStatic(p *published) {
	for _, fs := range x.hugo.base.Static {
		walkFs(fs.Fs, func(name string, info hugofs.FileMetaInfo) {
			p.files[path.Join("/", fs.PublishFolder, name)] = info.Meta().Filename
			p.static[name] = info.Meta().Filename
		})
	}
}

// walkFs calls do for every file of one of Hugo's file systems, by its
// slash-separated path.
func walkFs(fs afero.Fs, do func(name string, info hugofs.FileMetaInfo)) {
	// What cannot be listed is not published either.
	_ = hugofs.NewWalkway(hugofs.WalkwayConfig{
		Fs: fs, Logger: silentLogger(),
		WalkFn: func(_ context.Context, name string, info hugofs.FileMetaInfo) error {
			if !info.IsDir() {
				do("/"+strings.TrimLeft(filepath.ToSlash(name), "/"), info)
			}
			return nil
		},
	}).Walk()
}

// addStandalone adds the pages that Hugo makes of no content, and the
// redirects from the root to the default language.
func (x *Index) addStandalone(p *published) {
	for _, s := range x.assembler.standalone() {
		p.lists[s] = true
	}
	base := x.hugo.configs.Base
	home := x.variants[0].nodes[""]
	for _, v := range x.variants {
		prefix, _ := v.prefixes()
		p.lists[path.Join("/", prefix, "index.html")] = true
	}
	p.lists["/index.html"] = true
	if len(x.Config.Languages) > 1 && !base.DefaultContentLanguageInSubdir && home != nil && len(home.urls) > 0 {
		// With ugly URLs Hugo makes this /index.htmlvi/index.html.
		p.lists[path.Join(home.urls[0].link+x.variants[0].language, "index.html")] = true
	}
}

// assets lists the files that templates can ask for, by path.
func (x *Index) assets() map[string]string {
	x.assetsOnce.Do(func() {
		x.assetsRead = map[string]string{}
		walkFs(x.hugo.base.Assets.Fs, func(name string, info hugofs.FileMetaInfo) {
			x.assetsRead[name] = info.Meta().Filename
		})
	})
	return x.assetsRead
}

package site

import (
	"path"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/paths"
)

// addResources finds for every file below content that is not a page the pages
// it is a resource of, and where it is published.
//
// A file without a language belongs to the default one. It is published along
// with the page in its own language; the pages in other languages share it.
// Where its own language has no such page Hugo drops it, and index.en.md alone
// is without the picture beside it.
func (x *Index) addResources(plain []*file) {
	groups := map[string][]*file{}
	var keys []string
	for _, f := range plain {
		key := f.path.Base()
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], f)
	}
	for _, key := range keys {
		x.shareOut(x.assembler.ownersOf(key), groups[key])
	}
	for _, v := range x.variants {
		for key, n := range v.bundled {
			if owner, ok := x.assembler.ownerOf(key); ok && n.page != nil {
				x.ownResource(v, n, owner)
			}
		}
	}
	x.eachPage(func(p *Page) {
		slices.Sort(p.Resources)
		p.Resources = slices.Compact(p.Resources)
	})
}

// shareOut gives the files of one logical path to the variants of their
// owners. The first owner decides which variants have them, the last one where
// they are published.
func (x *Index) shareOut(owners []string, files []*file) {
	if len(owners) == 0 {
		return
	}
	last := owners[len(owners)-1]
	dir := unnormalizedDir(x.assembler.posts[last])
	chosen, shared := x.choose(owners[0], files)
	if shared == nil {
		return
	}
	for _, v := range x.variants {
		f := shared
		if own := chosen[v]; own != nil {
			f = own
			if n := v.nodes[last]; n != nil {
				n.copies = append(n.copies, bundleFile{relativeTo(dir, f), f.name})
			}
		}
		for _, owner := range owners {
			if n := v.nodes[owner]; n != nil {
				n.addResource(relativeTo(dir, f), f)
			}
		}
	}
}

// choose returns the file that each variant of the owner has for its own, and
// the one that the others share.
func (x *Index) choose(owner string, files []*file) (chosen map[*variant]*file, shared *file) {
	chosen = map[*variant]*file{}
	for _, v := range x.variants {
		n := v.nodes[owner]
		if n == nil {
			continue
		}
		for _, f := range files {
			if f.info.Meta().SitesMatrix.VectorSample() == v.vector {
				chosen[v] = f
				break
			}
		}
		if chosen[v] == nil && x.copiesResources(n) {
			chosen[v] = files[0]
		}
		if shared == nil {
			shared = chosen[v]
		}
	}
	return chosen, shared
}

func (n *node) addResource(rel string, f *file) {
	if n.resources == nil {
		n.resources = map[string]string{}
	}
	n.resources[rel] = f.name
	if n.page != nil {
		n.page.Resources = append(n.page.Resources, rel)
	}
}

// copiesResources reports whether every language gets its own copy of a
// bundle's files.
func (x *Index) copiesResources(n *node) bool {
	return n.variant.all.IsMultihost() ||
		n.early.ContentMediaType.IsMarkdown() && n.variant.conf.Markup.Goldmark.DuplicateResourceFiles
}

// relativeTo is the path of a file below a page's folder, letter case as on disk.
func relativeTo(dir string, f *file) string {
	return strings.TrimPrefix(f.path.Unnormalized().Path(), dir)
}

// A bundleFile is a file that Hugo copies along with a page.
type bundleFile struct {
	rel  string // its path below the page's folder, letter case as on disk
	name string // absolute
}

// ownResource links a content file in a leaf bundle to the bundle's page, in
// its own language or, failing that, in any.
func (x *Index) ownResource(v *variant, n *node, owner string) {
	rel := strings.TrimPrefix(n.path.Unnormalized().Path(), unnormalizedDir(x.assembler.posts[owner]))
	for _, candidate := range append([]*variant{v}, x.variants...) {
		if o := candidate.nodes[owner]; o != nil && o.page != nil {
			if n.page.Owner == nil {
				n.page.Owner = o.page
			}
			o.page.Resources = append(o.page.Resources, rel)
		}
	}
}

// unnormalizedDir is the folder of a bundle, with a slash at the end and its
// letter case as on disk.
func unnormalizedDir(posts []*post) string {
	if len(posts) == 0 {
		return "/"
	}
	p := posts[0]
	for _, other := range posts {
		if other.head != nil {
			p = other
		}
	}
	u := p.path.Unnormalized()
	if !u.IsBundle() {
		return paths.AddTrailingSlash(u.Base())
	}
	return paths.AddTrailingSlash(u.Dir())
}

// ownerOf returns the key of the nearest page above a file.
func (a *assembler) ownerOf(key string) (string, bool) {
	for dir := path.Dir(key); ; dir = path.Dir(dir) {
		if dir == "/" || dir == "." {
			return "", a.posts[""] != nil
		}
		if posts := a.posts[dir]; posts != nil && !posts[0].bundled {
			return dir, true
		}
	}
}

// ownersOf returns the keys of the pages that a file is a resource of, from the
// top: the nearest page above it and, a quirk of Hugo's, every page above it
// that is no branch: a.md has the files of the bundle a/b/ too.
func (a *assembler) ownersOf(key string) []string {
	nearest, ok := a.ownerOf(key)
	if !ok {
		return nil
	}
	owners := []string{nearest}
	for dir := nearest; dir != ""; {
		dir = dir[:strings.LastIndexByte(dir, '/')]
		if posts := a.posts[dir]; dir != "" && posts != nil && !posts[0].bundled && !posts[0].path.IsBranchBundle() {
			owners = append([]string{dir}, owners...)
		}
	}
	return owners
}

// linkTranslations joins the pages that are one page in several languages: by
// translationKey, else by logical path.
func (x *Index) linkTranslations() {
	if len(x.Config.Languages) < 2 {
		return
	}
	groups := map[string][]*Page{}
	for _, n := range x.assembler.nodes {
		if n.page == nil || n.hidden() || n.bundled {
			continue
		}
		key := "/" + n.key
		if n.late.TranslationKey != "" {
			key = n.late.TranslationKey
		}
		groups[key] = append(groups[key], n.page)
	}
	for _, group := range groups {
		for _, p := range group {
			for _, other := range group {
				if other != p && other.Language != p.Language {
					p.Translations = append(p.Translations, other)
				}
			}
			slices.SortStableFunc(p.Translations, func(a, b *Page) int { return x.languageOrder(a) - x.languageOrder(b) })
		}
	}
}

func (x *Index) languageOrder(p *Page) int { return slices.Index(x.Config.Languages, p.Language) }

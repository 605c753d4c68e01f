package site

import (
	"path"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/paths"
)

// A bundleFile is a file that Hugo copies, with the page it belongs to.
type bundleFile struct {
	*file
	key   string // in Hugo's tree
	owner string // key of the page it is a resource of
	rel   string // its path below the page's folder, letter case as on disk
}

// addResources finds for every file below content that is not a page the page
// it is a resource of.
func (x *Index) addResources(plain []*file) {
	a := x.assembler
	x.byOwner = map[string]map[string]string{}
	for _, f := range plain {
		b := &bundleFile{file: f, key: f.path.Base()}
		var ok bool
		if b.owner, ok = a.ownerOf(b.key); !ok {
			continue
		}
		b.rel = strings.TrimPrefix(f.path.Unnormalized().Path(), unnormalizedDir(a.posts[b.owner]))
		x.resources = append(x.resources, b)
		if x.byOwner[b.owner] == nil {
			x.byOwner[b.owner] = map[string]string{}
		}
		x.byOwner[b.owner][b.rel] = b.name
		for _, v := range x.variants {
			if n := v.nodes[b.owner]; n != nil && n.page != nil {
				n.page.Resources = append(n.page.Resources, b.rel)
			}
		}
	}
	for _, v := range x.variants {
		for key, n := range v.bundled {
			if owner, ok := a.ownerOf(key); ok && n.page != nil {
				x.ownResource(v, n, owner)
			}
		}
	}
	x.eachPage(func(p *Page) {
		slices.Sort(p.Resources)
		p.Resources = slices.Compact(p.Resources)
	})
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

// linkTranslations joins the pages that are one page in several languages: by
// translationKey, else by logical path.
func (x *Index) linkTranslations(a *assembler) {
	groups := map[string][]*Page{}
	for _, n := range a.nodes {
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

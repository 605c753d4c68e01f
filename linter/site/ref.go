package site

import (
	"net/url"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/common/paths"
)

// Ref finds what the ref and relref shortcodes make of a reference in a page's
// body: a logical path, a file name, or a bare page name, with an optional
// #fragment. language is that of the lang argument, "" for the page's own.
// Where a bare name fits several pages Hugo gives up: they are in ambiguous,
// sorted by path, and the target is Missing. A page that is a draft, future or expired is found
// here, although Hugo finds it only when it is built.
func (x *Index) Ref(from *Page, ref, language string) (t Target, ambiguous []*Page) {
	u, err := url.Parse(filepath.ToSlash(ref))
	v := x.inLanguage(from, language)
	if err != nil || v == nil || strings.Contains(ref, "{{") {
		return Target{Kind: Unknown}, nil
	}
	if u.Path == "" {
		return Target{Kind: Anchor, Page: from, Fragment: u.Fragment}, nil
	}
	n, several := x.findPage(v, from, u.Path, true)
	for _, s := range several {
		if s.page != nil {
			ambiguous = append(ambiguous, s.page)
		}
	}
	slices.SortFunc(ambiguous, func(a, b *Page) int { return strings.Compare(a.Document.Path, b.Document.Path) })
	t = nodeTarget(n)
	if t.Kind == Missing && (len(x.adapters) > 0 || x.missingModules()) {
		t.Kind = Unknown
	}
	t.Fragment = u.Fragment
	return t, ambiguous
}

// inLanguage returns from's variant in another language, nil where there is none.
func (x *Index) inLanguage(from *Page, language string) *variant {
	own := x.variantOf(from)
	if language == "" || language == own.language {
		return own
	}
	for _, v := range x.variants {
		if v.language == language {
			return v
		}
	}
	return nil
}

func nodeTarget(n *node) Target {
	switch {
	case n == nil:
		return Target{Kind: Missing}
	case n.page != nil:
		return Target{Kind: PageTarget, Page: n.page, node: n}
	}
	return Target{Kind: ListTarget, node: n}
}

// getPage is .GetPage of the page: like Ref, without bare names.
func (x *Index) getPage(from *Page, name string) (Target, bool) {
	n, _ := x.findPage(x.variantOf(from), from, name, false)
	return nodeTarget(n), n != nil
}

// findPage follows hugolib's pageFinder.
func (x *Index) findPage(v *variant, from *Page, ref string, isRef bool) (found *node, several []*node) {
	ref = paths.ToSlashTrimTrailing(ref)
	asked := ref
	if ref == "" {
		ref = "/"
	}
	var tries []string
	hasExt := paths.HasExt(ref)
	switch {
	case hasExt:
		tries = []string{ref}
	case ref == "/":
		tries = []string{"/_index.md"}
	case strings.HasSuffix(ref, "/index"):
		tries = []string{ref + "/index.md", ref + ".md"}
	default:
		tries = []string{ref + ".md"}
	}
	for _, try := range tries {
		if found, several = x.findTry(v, from, try, asked, hasExt, isRef); found != nil || several != nil {
			return found, several
		}
	}
	return nil, nil
}

func (x *Index) findTry(v *variant, from *Page, ref, asked string, hasExt, isRef bool) (*node, []*node) {
	parser := x.hugo.configs.ContentPathParser
	if !strings.HasPrefix(ref, "/") && from.node != nil {
		pi := from.node.path
		base := pi.ContainerDir()
		if pi.IsBranchBundle() || hasExt && strings.HasPrefix(ref, "../") {
			base = pi.Dir()
		}
		key, _ := parser.ParseBaseAndBaseNameNoIdentifier("content", path.Join(base, ref))
		if n := v.nodeAt(key); n != nil {
			return n, nil
		}
		if hasExt {
			if n := x.byDiskPath(v, filepath.Dir(from.Filename), asked); n != nil {
				return n, nil
			}
		}
	}
	if strings.HasPrefix(ref, ".") {
		return nil, nil
	}
	key, name := parser.ParseBaseAndBaseNameNoIdentifier("content", ref)
	if n := v.nodeAt(key); n != nil {
		return n, nil
	}
	if home := v.nodes[""]; hasExt && home != nil && home.head != nil {
		if n := x.byDiskPath(v, filepath.Dir(home.head.name), asked); n != nil {
			return n, nil
		}
	}
	if !isRef || strings.Contains(asked, "/") {
		return nil, nil
	}
	return x.only(x.names(v)[name])
}

// only returns the one page of a name. What is not published does not make a
// name ambiguous.
func (x *Index) only(named []*node) (*node, []*node) {
	if len(named) == 1 {
		return named[0], nil
	}
	var built []*node
	for _, n := range named {
		if n.stateOf(x.Now) == Published {
			built = append(built, n)
		}
	}
	if len(built) == 1 {
		return built[0], nil
	}
	return nil, named
}

// nodeAt returns the page with a tree key; "/" is the home page's too.
func (v *variant) nodeAt(key string) *node {
	if key == "/" {
		key = ""
	}
	return v.nodes[key]
}

// byDiskPath finds the page of a file by its place on the disk.
func (x *Index) byDiskPath(v *variant, dir, ref string) *node {
	name := filepath.Join(dir, filepath.FromSlash(ref))
	places, err := x.hugo.base.Content.ReverseLookup(name, true)
	if err != nil {
		return nil
	}
	for _, place := range places {
		pi := x.hugo.configs.ContentPathParser.Parse(place.Component, place.Path)
		if n := v.nodeAt(pi.Base()); n != nil {
			return n
		}
	}
	return nil
}

// names lists the pages of a variant by base name.
func (x *Index) names(v *variant) map[string][]*node {
	x.namesOnce.Do(func() {
		x.namesRead = map[*variant]map[string][]*node{}
		for _, v := range x.variants {
			byName := map[string][]*node{}
			for _, n := range v.nodes {
				name := n.path.BaseNameNoIdentifier()
				byName[name] = append(byName[name], n)
			}
			x.namesRead[v] = byName
		}
	})
	return x.namesRead[v]
}

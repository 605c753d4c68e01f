package site

import (
	"cmp"
	"slices"
	"strings"
)

// A Publication is something that Hugo publishes as a file.
type Publication struct {
	Page  *Page  // nil for a list that Hugo makes without a content file
	Kind  Kind   // of the page
	Path  string // the page's logical path: "/tags"
	Alias bool   // a redirect to the page, not the page itself
}

// Builds reports whether Hugo builds p now, in the site's environment: neither
// a draft nor a future or expired page, unless the configuration includes those.
func (x *Index) Builds(p *Page) bool {
	switch p.State {
	case Draft:
		return x.Config.BuildDrafts
	case Future:
		return x.Config.BuildFuture
	case Expired:
		return x.Config.BuildExpired
	}
	return true
}

// Collisions returns what else is published as the very file that p is: other
// pages, whether they are built now or not, and lists that Hugo makes, sorted by path.
// Redirects are left out: a page that has one is asked for [Index.AliasCollisions].
func (x *Index) Collisions(p *Page) []Publication {
	if p.RelPermalink == "" || p.node == nil || p.node.late.Build.Render != "always" {
		return nil
	}
	return x.publishedAs(p.node.urls[0].file, func(other placed) bool { return !other.alias && other.node != p.node })
}

// AliasCollisions returns what else is published as the redirect file of one
// of p's aliases: p itself, other pages and lists, redirects to other pages.
// There is nothing where Hugo makes no redirects.
func (x *Index) AliasCollisions(p *Page, alias string) []Publication {
	if p.RelPermalink == "" || p.node == nil || p.node.late.Build.Render != "always" || p.node.variant.conf.DisableAliases {
		return nil
	}
	file := aliasFile(alias, p.node.urls[0].format)
	return x.publishedAs(file, func(other placed) bool { return !other.alias || other.node != p.node })
}

// publishedAs lists what is published as a file and wanted.
func (x *Index) publishedAs(file string, wanted func(placed) bool) []Publication {
	all := x.urls.files[file]
	if len(all) < 2 && (len(all) == 0 || !wanted(all[0])) {
		return nil
	}
	var list []Publication
	for _, other := range all {
		n := other.node
		if !wanted(other) || n.late.Build.Render != "always" || n.page == nil && !x.makes(n) {
			continue
		}
		list = append(list, Publication{Page: n.page, Kind: Kind(n.kind()), Path: n.logicalPath(), Alias: other.alias})
	}
	slices.SortFunc(list, func(a, b Publication) int { return cmp.Compare(a.name(), b.name()) })
	return slices.Compact(list)
}

// name is what a publication is sorted by.
func (p Publication) name() string {
	if p.Page != nil {
		return p.Page.Document.Path
	}
	return p.Path
}

// makes reports whether Hugo certainly makes the page n, which has no file: a
// term or a section is there only with a page that is built.
func (x *Index) makes(n *node) bool {
	switch Kind(n.kind()) {
	case TermKind:
		t, _ := n.variant.taxonomyAt(n.key)
		key := strings.TrimPrefix(strings.TrimPrefix(n.key, t.key), "/")
		return slices.ContainsFunc(x.Uses(t.Plural, key), x.Builds)
	case Section:
		return slices.ContainsFunc(x.Pages, func(p *Page) bool { return p.node != nil && p.node.section == n && x.Builds(p) })
	}
	return true
}

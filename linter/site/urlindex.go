package site

import (
	"cmp"
	"slices"
)

// A urlIndex tells what is published where.
type urlIndex struct {
	pages map[string][]*Page  // by RelPermalink
	files map[string][]placed // by published file: "/bai-viet/a/index.html"
}

// A placed is what one published file comes from.
type placed struct {
	node  *node
	alias bool // a redirect to node
	main  bool // the output format that .RelPermalink is of, or another HTML page
}

// indexURLs notes every file that the pages are published as.
func (x *Index) indexURLs() {
	x.urls = urlIndex{pages: map[string][]*Page{}, files: map[string][]placed{}}
	for _, n := range x.assembler.nodes {
		if n.hidden() || n.bundled {
			continue
		}
		for i, u := range n.urls {
			x.urls.files[u.file] = append(x.urls.files[u.file], placed{node: n, main: i == 0 || u.format.IsHTML})
		}
		if n.page == nil {
			continue
		}
		x.urls.pages[n.page.RelPermalink] = append(x.urls.pages[n.page.RelPermalink], n.page)
		for _, file := range n.redirects() {
			x.urls.files[file] = append(x.urls.files[file], placed{node: n, alias: true})
		}
	}
	for _, pages := range x.urls.pages {
		slices.SortFunc(pages, func(a, b *Page) int { return cmp.Compare(a.Document.Path, b.Document.Path) })
	}
}

// PagesAt returns the pages that are published at a site-relative URL such as
// "/bai-viet/a/" (with the path of baseURL), sorted by path: more than one
// where they overwrite each other.
func (x *Index) PagesAt(url string) []*Page { return x.urls.pages[url] }

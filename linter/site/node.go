package site

import (
	"github.com/gohugoio/hugo/common/paths"
	"github.com/gohugoio/hugo/output"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
)

// A post is a content file in Hugo's tree, or a page that Hugo makes without
// one: a section, a taxonomy, a term, the home page. It becomes a node in each
// variant it is published in.
type post struct {
	head    *head // nil without a file
	path    *paths.Path
	early   pagemeta.PageConfigEarly
	cascade *page.PageMatcherParamsConfigs // its own
	bundled bool                           // a resource of a leaf bundle
	err     error                          // what makes Hugo stop at it
	unread  error                          // the same, of its front matter alone

	languages map[string]bool // those it is made in; nil means all
}

// weight ranks posts with one key: Hugo keeps the heavier.
func (p *post) weight() int {
	if p.head == nil {
		return 0
	}
	return p.head.info.Meta().Weight
}

// A node is a post in one variant: what Hugo calls a page.
type node struct {
	*post
	variant  *variant
	key      string
	cascades *page.PageMatcherParamsConfigs // inherited
	late     pagemeta.PageConfigLate
	err      error
	title    string
	terms    [][]string // as written, in the order of the variant's taxonomies
	outputs  output.Formats
	urls     []outputURL // one an output format, the main one first
	section  *node       // current section: itself for a branch
	page     *Page       // nil without a file

	resources map[string]string // absolute files by their path below the page's folder
	copies    []bundleFile      // those that are published along with this node
}

// An outputURL is where one output format of a page is published.
type outputURL struct {
	format  output.Format
	link    string // without the base path: "/bai-viet/a/"
	file    string // below the publish folder: "/bai-viet/a/index.html"
	dir     string // where resources of a bundle are published: "/bai-viet/a"
	dirLink string // the same as a link
}

func (n *node) kind() string { return n.early.Kind }

// isBranch reports whether other pages can be below n.
func (n *node) isBranch() bool {
	switch n.kind() {
	case "home", "section", "taxonomy", "term":
		return true
	}
	return false
}

// hidden reports whether n has no URL of its own.
func (n *node) hidden() bool { return n.late.Build.Render == pagemeta.Never }

// logicalPath is the page's path as templates see it.
func (n *node) logicalPath() string {
	if n.kind() == "home" {
		return "/"
	}
	return n.path.Base()
}

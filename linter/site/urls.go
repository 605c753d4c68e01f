package site

import (
	"net/url"
	"path"
	"strings"
	"time"

	"github.com/gohugoio/hugo/common/paths"
	"github.com/gohugoio/hugo/hugolib/sitesmatrix"
	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/source"
)

// locate computes where a node is published, with Hugo's own functions.
func (a *assembler) locate(n *node) {
	n.section = a.currentSection(n)
	d, err := a.targetDescriptor(n)
	if err != nil && n.err == nil {
		n.err = err
	}
	formats := n.outputs
	if n.late.Build.Render != "always" && len(formats) > 1 {
		formats = formats[:1]
	}
	n.urls = n.urls[:0]
	for _, format := range formats {
		d.Type = format
		t := page.CreateTargetPaths(d)
		n.urls = append(n.urls, outputURL{
			format: format, link: t.Link, file: "/" + strings.TrimPrefix(strings.ReplaceAll(t.TargetFilename, "\\", "/"), "/"),
			dir: t.SubResourceBaseTarget, dirLink: t.SubResourceBaseLink,
		})
	}
}

// targetDescriptor gathers what decides a page's path, as hugolib's page paths do.
func (a *assembler) targetDescriptor(n *node) (page.TargetPathDescriptor, error) {
	v := n.variant
	own, section := n.path, n.section.path
	if v.all.DisablePathToLower() {
		own, section = own.Unnormalized(), section.Unnormalized()
	}
	d := page.TargetPathDescriptor{
		PathSpec: v.paths, Kind: n.kind(), Path: own, Section: section,
		UglyURLs:    a.x.hugo.configs.GetFirstLanguageConfig().IsUglyURLs(n.path.Section()),
		ForcePrefix: v.all.IsMultihost(), URL: n.late.URL, BaseName: n.late.Slug,
	}
	if d.BaseName == "" {
		d.BaseName = own.BaseNameNoIdentifier()
	}
	d.PrefixFilePath, d.PrefixLink = v.prefixes()
	wrapped := &permalinkPage{anyPage: page.NopPage, n: n, a: a}
	var failure error
	if strings.Contains(d.URL, ":") {
		expanded, err := v.permalinks.ExpandPattern(d.URL, wrapped)
		if expanded != "" {
			d.URL, _ = url.QueryUnescape(expanded)
		}
		failure = err
	}
	expanded, err := v.permalinks.Expand(wrapped)
	if expanded != "" {
		expanded, _ = url.QueryUnescape(expanded)
		d.ExpandedPermalink = path.Clean(expanded)
	}
	return d, either(failure, err)
}

// prefixes returns the folders that role, version and language put before a
// file and before a link.
func (v *variant) prefixes() (file, link string) {
	if v.all.IsMultihost() {
		return joinPath(v.language, v.prefix), v.prefix
	}
	link = joinPath(v.prefix, v.all.LanguagePrefix())
	return link, link
}

func joinPath(parts ...string) string {
	return strings.Trim(path.Join(parts...), "/.")
}

// permalinks returns the page's URL with the path of baseURL, and the same
// with its host; both are empty when it has none.
func (n *node) permalinks() (relative, absolute string) {
	if n.hidden() || n.bundled || len(n.urls) == 0 {
		return "", ""
	}
	main := n.urls[0]
	t := page.TargetPaths{Link: main.link}
	return t.RelPermalink(n.variant.paths), t.PermalinkForOutputFormat(n.variant.paths, main.format)
}

// currentSection is the nearest branch page above n, or n itself.
func (a *assembler) currentSection(n *node) *node {
	if n.isBranch() {
		return n
	}
	if dir := n.path.Dir(); dir != "/" {
		if _, section := a.longestPrefix(n.variant, dir, (*node).isBranch); section != nil {
			return section
		}
	}
	return n.variant.nodes[""]
}

// longestPrefix looks s up as Hugo's tree does: the longest key of any variant
// that s begins with, if this variant has it and it is wanted; else the same
// for the folder above. A key need not end at a slash: "/docs/api" is found
// for "/docs/api-v2".
func (a *assembler) longestPrefix(v *variant, s string, wanted func(*node) bool) (string, *node) {
	for {
		for end := len(s); end >= 0; end-- {
			key := s[:end]
			if posts := a.posts[key]; posts == nil || posts[0].bundled {
				continue
			}
			if n := v.nodes[key]; n != nil && wanted(n) {
				return key, n
			}
			break
		}
		if s == "" || s == "/" {
			return "", v.nodes[""]
		}
		s = path.Dir(s)
	}
}

// firstSection is the section at the top that n lies in, or the home page.
func (a *assembler) firstSection(n *node) *node {
	dir := n.path.Dir()
	for dir != "/" && dir != "" {
		key, section := a.longestPrefix(n.variant, dir, (*node).isBranch)
		if section == nil || strings.Count(key, "/") < 2 {
			return section
		}
		dir = paths.Dir(dir)
	}
	return n.variant.nodes[""]
}

// parent is the branch page above n, nil for the home page.
func (a *assembler) parent(n *node) *node {
	if n.kind() == kinds.KindHome {
		return nil
	}
	for dir := n.path.ContainerDir(); dir != ""; dir = paths.Dir(dir) {
		_, above := a.longestPrefix(n.variant, dir, func(*node) bool { return true })
		if above == nil {
			break
		}
		if above.isBranch() {
			return above
		}
		if dir == "/" {
			break
		}
	}
	return n.variant.nodes[""]
}

// anyPage has another name than the method Page of the interface.
type anyPage = page.Page

// A permalinkPage shows Hugo's permalink expander as much of a page as it asks for.
type permalinkPage struct {
	anyPage // what is not asked for
	n       *node
	a       *assembler
}

func (p *permalinkPage) Date() time.Time                { return p.n.late.Dates.Date }
func (p *permalinkPage) Kind() string                   { return p.n.kind() }
func (p *permalinkPage) Path() string                   { return p.n.logicalPath() }
func (p *permalinkPage) PathInfo() *paths.Path          { return p.n.path }
func (p *permalinkPage) Section() string                { return p.n.path.Section() }
func (p *permalinkPage) Slug() string                   { return p.n.late.Slug }
func (p *permalinkPage) Title() string                  { return p.n.title }
func (p *permalinkPage) IsHome() bool                   { return p.n.kind() == kinds.KindHome }
func (p *permalinkPage) Site() page.Site                { return p.n.variant.site }
func (p *permalinkPage) SiteVector() sitesmatrix.Vector { return p.n.variant.vector }
func (p *permalinkPage) SectionsPath() string           { return p.a.currentSection(p.n).logicalPath() }

func (p *permalinkPage) File() *source.File {
	if p.n.head == nil {
		return nil
	}
	return source.NewFileInfo(p.n.head.info)
}

func (p *permalinkPage) SectionsEntries() []string {
	s := p.SectionsPath()
	if s == "/" {
		return nil
	}
	return strings.Split(s[1:], "/")
}

func (p *permalinkPage) CurrentSection() page.Page { return p.of(p.a.currentSection(p.n)) }

func (p *permalinkPage) FirstSection() page.Page {
	if section := p.a.firstSection(p.n); section != nil {
		return p.of(section)
	}
	return nil
}

func (p *permalinkPage) Parent() page.Page {
	if above := p.a.parent(p.n); above != nil {
		return p.of(above)
	}
	return nil
}

func (p *permalinkPage) Ancestors() page.Pages {
	var pages page.Pages
	for n := p.a.parent(p.n); n != nil; n = p.a.parent(n) {
		pages = append(pages, p.of(n))
	}
	return pages
}

func (p *permalinkPage) of(n *node) page.Page {
	return &permalinkPage{anyPage: page.NopPage, n: n, a: p.a}
}

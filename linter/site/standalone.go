package site

import (
	"path"
	"strings"

	"github.com/gohugoio/hugo/output"
	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
)

// standalone lists the files of the pages that Hugo makes of no content, in
// every variant: 404, the sitemaps, robots.txt. Cascades reach them too.
func (a *assembler) standalone() []string {
	base := a.x.hugo.configs.Base
	sitemap, index := output.SitemapFormat, output.SitemapIndexFormat
	if name := base.Sitemap.Filename; name != "" {
		stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
		sitemap.BaseName, index.BaseName = stem, stem
	}
	first := a.variants[:1]
	if a.variants[0].all.IsMultihost() {
		first = a.variants
	}
	files := a.standaloneFiles("/404.html", kinds.KindStatus404, output.HTTPStatus404HTMLFormat, a.variants)
	if base.EnableRobotsTXT {
		files = append(files, a.standaloneFiles("/_robots.txt", kinds.KindRobotsTXT, output.RobotsTxtFormat, first)...)
	}
	files = append(files, a.standaloneFiles("/_sitemap.xml", kinds.KindSitemap, sitemap, a.variants)...)
	v := a.variants[0].all
	if !v.IsMultihost() && (v.DefaultContentLanguageInSubdir() || v.IsMultilingual()) {
		files = append(files, a.standaloneFiles("/_sitemapindex.xml", kinds.KindSitemapIndex, index, first)...)
	}
	return files
}

// standaloneFiles returns where one of them is published in some variants.
func (a *assembler) standaloneFiles(name, kind string, format output.Format, variants []*variant) []string {
	var files []string
	for _, v := range variants {
		if !v.all.IsKindEnabled(kind) {
			continue
		}
		p := &post{path: a.parse(name), early: pagemeta.PageConfigEarly{Kind: kind}}
		n := &node{post: p, variant: v, key: name, cascades: a.cascades["/"]}
		a.describe(n)
		n.section = v.nodes[""]
		d, err := a.targetDescriptor(n)
		if err != nil || n.section == nil {
			continue
		}
		d.Type = format
		if n.late.Slug == "" && format.BaseName != "" {
			d.BaseName = format.BaseName
		}
		if kind == kinds.KindSitemap {
			d.ForcePrefix = true
			if v.all.IsMultilingual() && !v.all.IsMultihost() {
				d.PrefixFilePath = joinPath(v.prefix, v.language)
			}
		}
		files = append(files, path.Join("/", strings.ReplaceAll(page.CreateTargetPaths(d).TargetFilename, "\\", "/")))
	}
	return files
}

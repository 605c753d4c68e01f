package site

import (
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/common/paths"
	"github.com/gohugoio/hugo/hugolib/sitesmatrix"
	"github.com/gohugoio/hugo/media"
	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/resources/page/pagemeta"

	"postlint/linter/message"
)

// An assembler makes pages out of files as hugolib's allPagesAssembler does:
// along the sorted keys of one tree, so that a section comes before what is
// below it and its cascade can be handed down.
type assembler struct {
	x        *Index
	variants []*variant
	byVector map[sitesmatrix.Vector]*variant
	posts    map[string][]*post                        // by tree key
	cascades map[string]*page.PageMatcherParamsConfigs // by key and slash: what is inherited below
	nodes    []*node                                   // in the order of their making
	lost     map[*head]*node                           // files that another file displaced
	types    sync.Map                                  // of content, by file extension: contentType
}

func newAssembler(x *Index, variants []*variant) *assembler {
	a := &assembler{
		x: x, variants: variants, byVector: map[sitesmatrix.Vector]*variant{},
		posts: map[string][]*post{}, cascades: map[string]*page.PageMatcherParamsConfigs{},
		lost: map[*head]*node{},
	}
	for _, v := range variants {
		a.byVector[v.vector] = v
	}
	var fromConfig *page.PageMatcherParamsConfigs
	seen := map[string]bool{}
	for _, v := range variants {
		if !seen[v.language] {
			seen[v.language] = true
			fromConfig = fromConfig.Append(v.conf.Cascade)
		}
	}
	a.cascades["/"] = fromConfig
	return a
}

// newPost reads the front matter of a content file; nil stands for a file
// that is none or cannot be read. It may be called from many goroutines.
func (a *assembler) newPost(h *head) *post {
	if h.err != nil || !h.path.IsContent() {
		return nil
	}
	p := &post{head: h, path: h.path, bundled: h.path.Type() == paths.TypeContentResource}
	p.unread = a.readFrontMatter(p)
	if p.early.Kind == "" {
		p.early.Kind = a.kindOf(p)
	}
	return p
}

// plant puts a post into the tree.
func (a *assembler) plant(p *post) {
	key := p.path.Base()
	a.posts[key] = append(a.posts[key], p)
}

// parse returns Hugo's reading of a path below content.
func (a *assembler) parse(name string) *paths.Path {
	return a.x.hugo.configs.ContentPathParser.Parse("content", name)
}

// grow makes nodes of everything planted, and of the pages that Hugo adds: the
// home page, the sections at the top, taxonomies and terms.
func (a *assembler) grow() {
	a.plantTaxonomies()
	a.growKey("", a.synthetic("", kinds.KindHome, "/_index.md"))
	keys := make([]string, 0, len(a.posts))
	for key := range a.posts {
		if key != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		if section := a.missingSection(key); section != nil {
			a.posts[section.path.Base()] = []*post{section}
		}
		a.growKey(key, nil)
	}
	a.completeHomes()
	a.completeSections()
}

// synthetic returns a page without a file for key, which all variants get.
func (a *assembler) synthetic(key, kind, name string) *post {
	return &post{path: a.parse(key + name), early: pagemeta.PageConfigEarly{Kind: kind}}
}

// plantTaxonomies adds the page of every taxonomy, in the languages that
// declare it.
func (a *assembler) plantTaxonomies() {
	planted := map[string]*post{}
	for _, v := range a.variants {
		for _, t := range v.taxonomies {
			if t.key == "" || !a.taxonomiesWanted(v) {
				continue
			}
			p := planted[t.key]
			if p == nil {
				p = a.synthetic(t.key, kinds.KindTaxonomy, "/_index.md")
				p.languages = map[string]bool{}
				planted[t.key] = p
				a.posts[t.key] = append(a.posts[t.key], p)
			}
			p.languages[v.language] = true
		}
	}
}

func (a *assembler) taxonomiesWanted(v *variant) bool {
	return v.all.IsKindEnabled(kinds.KindTaxonomy) || v.all.IsKindEnabled(kinds.KindTerm)
}

// inherited returns the cascades that reach key from above.
func (a *assembler) inherited(key string) *page.PageMatcherParamsConfigs {
	for dir := path.Dir(key); ; dir = path.Dir(dir) {
		if c, ok := a.cascades[paths.AddTrailingSlash(dir)]; ok || dir == "/" || dir == "." {
			return c
		}
	}
}

// growKey makes the nodes of one key. extra, which may be nil, is a page
// without a file that serves the variants no file serves.
func (a *assembler) growKey(key string, extra *post) {
	inherited := a.inherited("/" + strings.TrimPrefix(key, "/"))
	if key == "" {
		inherited = a.cascades["/"]
	}
	posts := a.posts[key]
	// Hugo comes to the files of a folder before it goes into the folders, and the last one stays.
	slices.SortStableFunc(posts, func(a, b *post) int {
		return strings.Count(a.path.Path(), "/") - strings.Count(b.path.Path(), "/")
	})
	if extra != nil {
		posts = append([]*post{extra}, posts...)
		a.posts[key] = posts
	}
	made := map[*variant]*node{}
	for _, p := range posts {
		for _, v := range a.variantsOf(p, inherited) {
			n := &node{post: p, variant: v, key: key, cascades: inherited, err: p.err}
			if old := made[v]; old != nil {
				if old.weight() > n.weight() {
					a.displace(p.head, old)
					continue
				}
				a.displace(old.head, n)
			}
			made[v] = n
		}
	}
	below := inherited
	for _, v := range a.variants {
		if n := made[v]; n != nil {
			a.add(n)
			below = below.Prepend(n.cascade)
		}
	}
	if below.Len() > inherited.Len() {
		a.cascades[paths.AddTrailingSlash(key)] = below
	}
}

func (a *assembler) add(n *node) {
	if n.bundled {
		n.variant.bundled[n.key] = n
	} else {
		n.variant.nodes[n.key] = n
	}
	a.nodes = append(a.nodes, n)
}

// displace notes that Hugo drops a file in favour of another.
func (a *assembler) displace(h *head, by *node) {
	if h != nil && by.head != nil && h != by.head {
		a.lost[h] = by
	}
}

// variantsOf reads what decides where a post is published (kind, language,
// sites, its own cascade) and returns those variants.
func (a *assembler) variantsOf(p *post, inherited *page.PageMatcherParamsConfigs) []*variant {
	if p.early.SitesMatrix == nil {
		if err := a.compile(p, inherited); err != nil {
			p.err = err
		}
	}
	var variants []*variant
	if p.early.SitesMatrix == nil {
		return nil
	}
	p.early.SitesMatrix.ForEachVector(func(vector sitesmatrix.Vector) bool {
		if v := a.byVector[vector]; v != nil && (p.languages == nil || p.languages[v.language]) {
			variants = append(variants, v)
		}
		return true
	})
	return variants
}

// compile fills p.early. On an error Hugo stops; here the file still counts,
// as a page without parameters.
func (a *assembler) compile(p *post, inherited *page.PageMatcherParamsConfigs) error {
	conf := a.x.hugo.configs.GetFirstLanguageConfig()
	all := a.x.hugo.configs.AllSitesMatrix
	if p.head == nil {
		return p.early.CompileEarly(p.path, inherited, conf, nil, all, false)
	}
	err := p.unread
	meta := p.head.info.Meta()
	if compileErr := p.early.CompileEarly(p.path, inherited, conf, meta, meta.SitesMatrix, false); compileErr != nil && err == nil {
		err = compileErr
	}
	if err == nil {
		err = a.readCascade(p)
	}
	return err
}

// kindOf tells a file's kind from its place in the tree.
func (a *assembler) kindOf(p *post) string {
	key := p.path.Base()
	switch {
	case key == "":
		return kinds.KindHome
	case !p.path.IsBranchBundle():
		return kinds.KindPage
	}
	for _, v := range a.variants {
		if t, ok := v.taxonomyAt(key); ok {
			if t.key == key {
				return kinds.KindTaxonomy
			}
			return kinds.KindTerm
		}
	}
	return kinds.KindSection
}

// readFrontMatter copies the front matter, which Hugo changes as it reads it.
func (a *assembler) readFrontMatter(p *post) error {
	conf := a.x.hugo.configs.GetFirstLanguageConfig()
	var values map[string]any
	if p.head.doc != nil && p.head.doc.FrontMatter.Values != nil {
		values = cloneMap(p.head.doc.FrontMatter.Values)
	}
	ext := p.path.Ext()
	known := !hasKey(values, "markup") && a.knownType(ext, p)
	if err := p.early.SetMetaPreFromMap(ext, values, a.x.hugo.log, conf); err != nil {
		p.early.Content.Markup, p.early.ContentMediaType = "", media.Type{}
		return err
	}
	if known {
		return nil
	}
	if t := p.early.ContentMediaType; !t.IsZero() {
		if err := a.x.hugo.configs.Base.Security.CheckAllowedContent(t.Type); err != nil {
			return message.Errorf("%s is not allowed by security.allowContent", t.Type)
		}
	}
	if !hasKey(values, "markup") {
		a.types.Store(ext, contentType{p.early.Content.Markup, p.early.ContentMediaType})
	}
	return nil
}

// A contentType is what Hugo makes of a file extension, where front matter
// does not say otherwise; it is an allowed one.
type contentType struct {
	markup string
	media  media.Type
}

// knownType gives a post the content type of its extension, if one before it
// had the same, and reports whether that was so.
func (a *assembler) knownType(ext string, p *post) bool {
	known, ok := a.types.Load(ext)
	if ok {
		t := known.(contentType)
		p.early.Content.Markup, p.early.ContentMediaType = t.markup, t.media
	}
	return ok
}

// hasKey reports whether a map has a key in some letter case.
func hasKey(m map[string]any, key string) bool {
	for k := range m {
		if strings.EqualFold(k, key) {
			return true
		}
	}
	return false
}

func (a *assembler) readCascade(p *post) error {
	value, ok := p.early.Frontmatter["cascade"]
	if !ok {
		return nil
	}
	cascade, err := page.DecodeCascadeConfig(value)
	if err != nil {
		return &KeyError{"cascade", err}
	}
	if err := cascade.InitConfig(a.x.hugo.log, p.early.SitesMatrix, a.x.hugo.configs.ConfiguredDimensions); err != nil {
		return &KeyError{"cascade", err}
	}
	p.cascade = cascade
	return nil
}

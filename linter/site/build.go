package site

import (
	"cmp"
	"slices"

	"github.com/gohugoio/hugo/common/paths"

	"postlint/linter/source"
)

// build fills the index: it walks, reads, and makes pages of what it has read.
func (x *Index) build(o Options) error {
	variants, err := newVariants(x.hugo)
	if err != nil {
		return err
	}
	x.variants = variants
	w, err := x.walkContent(o.Jobs)
	if err != nil {
		return err
	}
	var contents []*file
	var plain []*file
	for _, f := range w.files {
		if f.path.IsContent() || looksLikePost(f.name) {
			contents = append(contents, f)
		}
		if !f.path.IsContent() {
			plain = append(plain, f)
		}
	}
	heads := x.readHeads(contents, o)
	a := newAssembler(x, variants)
	posts := make([]*post, len(heads))
	parallel(len(heads), o.Jobs, func(i int) { posts[i] = a.newPost(heads[i]) })
	for i, h := range heads {
		switch {
		case h.err != nil:
			w.fail(h.name, h.err)
		case h.path.IsContent():
			a.plant(posts[i])
		}
	}
	a.grow()
	parallel(len(a.nodes), o.Jobs, func(i int) { a.describe(a.nodes[i]) })
	terms := a.growTerms()
	parallel(len(terms), o.Jobs, func(i int) { a.describe(terms[i]) })
	a.aggregateDates(o.Now)
	parallel(len(a.nodes), o.Jobs, func(i int) { a.locate(a.nodes[i]) })
	parallel(len(a.nodes), o.Jobs, func(i int) { x.makePage(a.nodes[i]) })
	x.assembler = a
	x.collect(a, w, heads, plain)
	last := []func(){x.indexURLs, x.indexTerms, x.linkTranslations} // none depends on another
	parallel(len(last), o.Jobs, func(i int) { last[i]() })
	return nil
}

// collect turns nodes into pages and sorts everything.
func (x *Index) collect(a *assembler, w *walk, heads []*head, plain []*file) {
	x.byFile = map[string]*Page{}
	for _, n := range a.nodes {
		if n.page != nil {
			x.register(n.page)
		}
	}
	for _, h := range heads {
		if h.err == nil && !h.path.IsContent() && x.byFile[h.rel] == nil {
			p := newPage(h, Copied)
			p.Language = x.variants[0].language
			x.register(p)
		}
	}
	x.addDisplaced(a)
	x.addUnseen(w)
	for name, err := range w.failures {
		x.Failures = append(x.Failures, Failure{Path: x.rel(name), Err: err})
	}
	slices.SortFunc(x.Failures, func(a, b Failure) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(x.Pages, func(a, b *Page) int { return cmp.Compare(a.Document.Path, b.Document.Path) })
	x.addResources(plain)
	x.noteAdapters(w)
}

// newPage returns the page of a file with what the file alone tells.
func newPage(h *head, kind Kind) *Page {
	p := &Page{Document: h.doc, Filename: h.name, Kind: kind, State: Published}
	p.Section = h.path.Section()
	p.Name = h.path.Unnormalized().NameNoIdentifier()
	p.Path = h.path.Base()
	switch h.path.Type() {
	case paths.TypeLeaf:
		p.Bundle = Leaf
	case paths.TypeBranch:
		p.Bundle = Branch
	}
	if p.Path == "" {
		p.Path = "/"
	}
	return p
}

// register adds p; a file has one page in x.Pages, others are in its Also.
func (x *Index) register(p *Page) {
	if first := x.byFile[p.Document.Path]; first != nil {
		first.Also = append(first.Also, p)
		return
	}
	x.byFile[p.Document.Path] = p
	x.Pages = append(x.Pages, p)
}

// makePage makes the page of a node that has a file.
func (x *Index) makePage(n *node) {
	if n.head == nil {
		return
	}
	p := newPage(n.head, Kind(n.kind()))
	p.node, n.page = n, p
	p.Language = n.variant.language
	p.Title = n.title
	p.Slug = n.late.Slug
	p.RelPermalink, p.Permalink = n.permalinks()
	if len(n.urls) > 0 {
		p.Aliases = n.aliases(n.urls[0])
	}
	p.Dates = Dates(n.late.Dates)
	p.State = n.stateOf(x.Now)
	p.Params = n.late.Params
	p.Err = either(n.err, n.checkAliases())
	switch {
	case n.bundled:
		p.Kind = Resource
	case n.hidden() && n.late.Build.List == "never":
		p.Kind = Hidden
	}
	p.Terms = n.pageTerms()
}

// markdown returns the settings for the body of a file, by its language.
func (x *Index) markdown(f *file) *source.Markdown {
	vector := f.info.Meta().SitesMatrix.VectorSample()
	for _, v := range x.variants {
		if v.vector == vector {
			return v.markdown
		}
	}
	return nil
}

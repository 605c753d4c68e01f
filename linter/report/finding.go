package report

import (
	"path"
	"path/filepath"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A place is a span of a file as people write it.
type place struct {
	path       string           // relative to Report.Base, with slashes
	doc        *source.Document // nil where the file cannot be read
	span       text.Span        // within doc
	start, end text.Position    // end is that of the first code point after the span
}

// A finding is a diagnostic with its place resolved.
type finding struct {
	lint.Diagnostic
	place
	site *Site
}

// findings calls f with every diagnostic, in order.
func (r *Report) findings(f func(finding)) {
	for i := range r.Sites {
		s := &r.Sites[i]
		docs := documents{site: s}
		for _, d := range s.Diagnostics {
			f(finding{d, docs.place(d.Path, d.Span), s})
		}
	}
}

// documents finds the documents of one site. It remembers the last one,
// since diagnostics come sorted by path.
type documents struct {
	site *Site
	path string
	doc  *source.Document
}

func (ds *documents) place(name string, span text.Span) place {
	p := place{path: ds.name(name), doc: ds.find(name)}
	if p.doc == nil {
		p.start, p.end = text.Position{Line: 1, Column: 1}, text.Position{Line: 1, Column: 1}
		return p
	}
	p.span.Start = min(max(span.Start, 0), len(p.doc.Src))
	p.span.End = min(max(span.End, p.span.Start), len(p.doc.Src))
	p.start = p.doc.Position(p.span.Start)
	p.end = p.start
	if p.span.Len() > 0 {
		p.end = p.doc.Position(p.span.End)
	}
	return p
}

// name returns a path of the site relative to Report.Base.
func (ds *documents) name(name string) string {
	if ds.site.Within != "" {
		if rel, err := filepath.Rel(filepath.FromSlash(ds.site.Within), filepath.FromSlash(name)); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return path.Join(ds.site.Prefix, name)
}

func (ds *documents) find(name string) *source.Document {
	if page := ds.site.Index.Page(name); page != nil {
		return page.Document
	}
	if ds.doc == nil || ds.path != name {
		ds.path, ds.doc = name, nil
		// Not every place is in a post: it may be in a template or the configuration.
		if src, err := ds.site.Index.ReadFile(filepath.Join(ds.site.Index.Root, filepath.FromSlash(name))); err == nil {
			ds.doc = &source.Document{Path: name, Src: src, Lines: text.NewLines(src)}
		}
	}
	return ds.doc
}

// related returns the place of one of the finding's related places.
func (f *finding) related(r lint.Related) place {
	docs := documents{site: f.site}
	return docs.place(r.Path, r.Span)
}

// count says a number of things, in the singular or the plural.
func count(n int, one, many string) lint.Message {
	if n == 1 {
		return lint.Msg(one, n)
	}
	return lint.Msg(many, n)
}

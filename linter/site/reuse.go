package site

import (
	"reflect"
	"slices"

	"postlint/linter/source"
)

// reusable returns what finds the document of a file in [Options.Like]: nil for
// one that the overlay of either holds, and for all of them where bodies are
// read by other settings.
func (x *Index) reusable(o Options) func(f *file) *source.Document {
	like := o.Like
	if like == nil || !slices.EqualFunc(x.variants, like.variants, func(a, b *variant) bool {
		return a.vector == b.vector && a.language == b.language && reflect.DeepEqual(a.conf.Markup, b.conf.Markup)
	}) {
		return func(*file) *source.Document { return nil }
	}
	return func(f *file) *source.Document {
		page := like.byFile[f.rel]
		if page == nil || page.Filename != f.name || x.disk().overlays(f.name) || like.disk().overlays(f.name) {
			return nil
		}
		return page.Document
	}
}

// overlays reports whether a file is not the one on disk.
func (d *disk) overlays(name string) bool {
	_, ok := d.files[name]
	return ok || d.gone[name]
}

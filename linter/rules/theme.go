package rules

import (
	"slices"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/templates"
)

// overTemplate reports whether the pass is over a template.
func overTemplate(p *lint.Pass) bool { return p.Kind == site.Template }

// inTemplate returns those of a list of places in templates that are in the
// template of the pass.
func inTemplate[T any](p *lint.Pass, list []T, place func(T) templates.Place) []T {
	return slices.Collect(func(yield func(T) bool) {
		for _, e := range list {
			if place(e).Path == p.Document.Path && !yield(e) {
				return
			}
		}
	})
}

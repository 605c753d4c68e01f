// Package change tells the findings that a change has made from those that
// were there before it.
package change

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"postlint/linter/git"
	"postlint/linter/lint"
	"postlint/linter/site"
)

// A Filter knows one change of one site. A finding is the change's when
//
//   - its file is new, or
//   - its span touches a line that the change wrote, or
//   - it is in, or about, a key of the front matter that the change set, or
//   - the site did not have it before the change, as a link to a post that the
//     change deletes.
//
// A line that only moved was not written. A Filter must not be used by several
// goroutines at once.
type Filter struct {
	Comparison *git.Comparison

	// Before reads the site as it was before the change, and the rules for its
	// pages. It is called at most once, and only when that must be asked.
	Before func(overlay map[string][]byte) (*site.Index, func(*site.Page) []lint.Rule, error)
	// Jobs is how many pages are checked at once; all cores if less than 1.
	Jobs int

	now    *site.Index // the first that was asked about: as the change made it
	before *before
	unread error
	errs   []error
}

// Split divides what was found in x, in order, into what the change has made
// and what is older. x is the site after the change, or after fixes to that.
func (f *Filter) Split(x *site.Index, found []lint.Diagnostic) (made, older []lint.Diagnostic) {
	if f.now == nil {
		f.now = x
	}
	isMade := make([]bool, len(found))
	var asked []lint.Diagnostic // those that the state before the change decides about
	var places []int            // of those in found
	edits := map[string]*written{}
	for i, d := range found {
		page := x.Page(d.Path)
		if page == nil {
			continue
		}
		w, known := edits[d.Path]
		if !known {
			w = f.written(page)
			edits[d.Path] = w
		}
		if isMade[i] = w.touches(d); !isMade[i] {
			asked, places = append(asked, d), append(places, i)
		}
	}
	if len(asked) > 0 && !(f.Comparison.Unchanged() && x == f.now) {
		for n, old := range f.old(x, asked) {
			isMade[places[n]] = !old
		}
	}
	for i, d := range found {
		if isMade[i] {
			made = append(made, d)
		} else {
			older = append(older, d)
		}
	}
	return made, older
}

// Unread returns why the site could not be read as it was before the change, if
// that was asked for. What it already had is not known then, and only what the
// change touches is told as made by it.
func (f *Filter) Unread() error { return f.unread }

// Errs returns the defects of rules that came to light in the site as it was.
func (f *Filter) Errs() []error { return f.errs }

// written returns what the change has written of a page.
func (f *Filter) written(page *site.Page) *written {
	name := page.Filename
	if old, renamed := f.Comparison.Old[name]; renamed {
		name = old
	}
	old, differs := f.Comparison.Then[name]
	if !differs {
		// The change left the file alone; fixes may have written it.
		if first := f.now.Page(page.Document.Path); first != nil {
			old = first.Src
		}
	}
	if old == nil {
		return &written{document: page.Document, all: true}
	}
	return compare(page.Document.Path, old, page.Document)
}

// oldPath returns the path that a page's file had before the change.
func (f *Filter) oldPath(page *site.Page) string {
	if old, renamed := f.Comparison.Old[page.Filename]; renamed {
		return f.path(old)
	}
	return page.Document.Path
}

// renamer returns what makes a message of the site before the change one of now:
// with the new names of the files that it names.
func (f *Filter) renamer() func(lint.Message) lint.Message {
	if len(f.Comparison.Old) == 0 {
		return func(m lint.Message) lint.Message { return m }
	}
	var names []string
	for _, now := range slices.Sorted(maps.Keys(f.Comparison.Old)) {
		names = append(names, f.path(f.Comparison.Old[now]), f.path(now))
	}
	r := strings.NewReplacer(names...)
	return func(m lint.Message) lint.Message { return lint.Msg("%s", r.Replace(m.String())) }
}

// path returns an absolute name as findings have it.
func (f *Filter) path(name string) string {
	rel, err := filepath.Rel(f.now.Root, name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	return filepath.ToSlash(rel)
}

// Package baseline keeps the findings that a site has decided to live with for
// now, in a file beside it. They are known by rule, path and content, never by
// a line number: they stay known when text is added above them.
package baseline

import (
	"cmp"
	"slices"

	"postlint/linter/lint"
	"postlint/linter/site"
)

// DefaultName is the name of the file in the root of a site.
const DefaultName = ".postlint-baseline.json"

// An Entry is one known finding. Equal findings are there as often as they are known.
type Entry struct {
	Path        string `json:"path"` // slash-separated, relative to the site
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"` // of rule, path, marked line and marked text
	Message     string `json:"message"`     // what was found, in English, for people
}

func (a Entry) compare(b Entry) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message), cmp.Compare(a.Fingerprint, b.Fingerprint),
	)
}

// A Baseline is a set of known findings. Its zero value knows none.
type Baseline struct {
	entries []Entry // sorted
}

// Len returns how many findings are known.
func (b *Baseline) Len() int { return len(b.entries) }

// Split divides what was found in x, in order, into what is new and what is
// known. unmet are the entries that were not found again.
func (b *Baseline) Split(x *site.Index, found []lint.Diagnostic) (left, known []lint.Diagnostic, unmet []Entry) {
	if len(b.entries) == 0 {
		return found, nil, nil
	}
	var k lint.Known
	for _, e := range b.entries {
		k.Add(e.Fingerprint, e.Message)
	}
	for i, isKnown := range k.Take(found, func(d lint.Diagnostic) string { return fingerprint(x, d) }) {
		if isKnown {
			known = append(known, found[i])
		} else {
			left = append(left, found[i])
		}
	}
	for _, e := range b.entries {
		if k.Left(e.Fingerprint, e.Message) {
			unmet = append(unmet, e)
		}
	}
	return left, known, unmet
}

// Update returns the baseline of what was found in x. Of the entries of b, those
// stay that the check could not have found: looked reports whether it could.
func (b *Baseline) Update(x *site.Index, found []lint.Diagnostic, looked func(Entry) bool) *Baseline {
	entries := slices.DeleteFunc(slices.Clone(b.entries), looked)
	for _, d := range found {
		entries = append(entries, Entry{d.Path, d.Rule, fingerprint(x, d), d.Message.String()})
	}
	slices.SortFunc(entries, Entry.compare)
	return &Baseline{entries}
}

func fingerprint(x *site.Index, d lint.Diagnostic) string {
	if page := x.Page(d.Path); page != nil {
		return d.Fingerprint(d.Path, page.Document)
	}
	return d.Fingerprint(d.Path, nil)
}

package lint

import (
	"bytes"
	"fmt"
	"slices"

	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// Rounds is how often fixes are applied and the result checked again.
const Rounds = 10

// A FixedFile is a file that fixes change.
type FixedFile struct {
	Path     string // relative to the site
	Filename string // absolute
	Old, New []byte
}

// A FixReport tells what fixing did.
type FixReport struct {
	Files     []FixedFile  // sorted by path; nothing has been written yet
	Fixed     []Diagnostic // what the fixes were for, in the order they were applied
	Left      []Diagnostic // what is found in the result
	Index     *site.Index  // of the result
	Unsettled bool         // fixes were still being offered after the last round
}

// A Fixer fixes a site in memory, to a fixed point.
type Fixer struct {
	Unsafe bool // apply unsafe fixes as well

	// Load reads the site with contents that stand in for files, by absolute path.
	Load func(overlay map[string][]byte) (*site.Index, error)
	// Run checks a site.
	Run func(*site.Index) ([]Diagnostic, []error)
}

// Fix applies fixes until none is offered, at most [Rounds] times: each round's
// fixes are merged like commits with one parent, and a fix that would touch what
// another one changes waits for the next round. A fix after which the file would no
// longer parse is not applied. x and found are the first check's outcome.
func (f *Fixer) Fix(x *site.Index, found []Diagnostic) (*FixReport, []error) {
	report := &FixReport{Left: found, Index: x}
	overlay, original := map[string][]byte{}, map[string]*site.Page{}
	for round := 0; ; round++ {
		changed := false
		for path, ds := range byPath(report.Left) {
			page := report.Index.Page(path)
			if page == nil {
				continue
			}
			src, applied := merge(page.Document, ds, f.Unsafe)
			if len(applied) == 0 {
				continue
			}
			if round == Rounds {
				report.Unsettled = true
				break
			}
			changed = true
			report.Fixed = append(report.Fixed, applied...)
			overlay[page.Filename] = src
			if original[path] == nil {
				original[path] = page
			}
		}
		if !changed {
			break
		}
		index, err := f.Load(overlay)
		if err != nil {
			return report, []error{err}
		}
		left, errs := f.Run(index)
		report.Index, report.Left = index, left
		if len(errs) > 0 {
			return report, errs
		}
	}
	for path, page := range original {
		if src := overlay[page.Filename]; !bytes.Equal(src, page.Src) {
			report.Files = append(report.Files, FixedFile{path, page.Filename, page.Src, src})
		}
	}
	slices.SortFunc(report.Files, func(a, b FixedFile) int { return bytes.Compare([]byte(a.Path), []byte(b.Path)) })
	slices.SortStableFunc(report.Fixed, Diagnostic.compare)
	return report, nil
}

// byPath iterates over diagnostics file by file; ds is sorted by path.
func byPath(ds []Diagnostic) func(yield func(string, []Diagnostic) bool) {
	return func(yield func(string, []Diagnostic) bool) {
		for start := 0; start < len(ds); {
			end := start + 1
			for end < len(ds) && ds[end].Path == ds[start].Path {
				end++
			}
			if !yield(ds[start].Path, ds[start:end]) {
				return
			}
			start = end
		}
	}
}

// Applicable returns the fix that --fix applies to d: its first one, if that is
// safe or unsafe ones are wanted too. ok is false when there is none.
func (d Diagnostic) Applicable(unsafe bool) (fix Fix, ok bool) {
	if len(d.Fixes) == 0 || d.Fixes[0].Unsafe && !unsafe {
		return Fix{}, false
	}
	return d.Fixes[0], true
}

// merge applies to doc as many of the fixes as go together, and returns the
// new source with the diagnostics whose fixes are in it.
func merge(doc *source.Document, ds []Diagnostic, unsafe bool) ([]byte, []Diagnostic) {
	var edits []text.Edit
	var applied []Diagnostic
	for _, d := range ds {
		if fix, ok := d.Applicable(unsafe); ok && !conflicts(edits, fix.Edits) {
			edits = union(edits, fix.Edits)
			applied = append(applied, d)
		}
	}
	if len(applied) == 0 {
		return nil, nil
	}
	if src, ok := applyTo(doc, edits); ok {
		return src, applied
	}
	return mergeSound(doc, applied)
}

// mergeSound leaves out the fixes after which Hugo could not read the file. It
// tries one after the other, which merge spares itself where all of them are sound.
func mergeSound(doc *source.Document, ds []Diagnostic) (src []byte, applied []Diagnostic) {
	var edits []text.Edit
	for _, d := range ds {
		more := union(slices.Clone(edits), d.Fixes[0].Edits)
		if out, ok := applyTo(doc, more); ok {
			edits, src, applied = more, out, append(applied, d)
		}
	}
	return src, applied
}

// applyTo returns doc's source with edits, if Hugo reads that as well as it reads doc.
func applyTo(doc *source.Document, edits []text.Edit) (src []byte, ok bool) {
	src, err := text.Apply(doc.Src, edits)
	return src, err == nil && !worse(doc, src)
}

func conflicts(a, b []text.Edit) bool {
	for _, x := range a {
		for _, y := range b {
			if text.Conflict(x, y) {
				return true
			}
		}
	}
	return false
}

// union adds to a those edits of b that are not in it yet.
func union(a, b []text.Edit) []text.Edit {
	for _, e := range b {
		if !slices.Contains(a, e) {
			a = append(a, e)
		}
	}
	return a
}

// worse reports whether Hugo could read doc better than it could read src in
// its place.
func worse(doc *source.Document, src []byte) bool {
	after := doc.With(src)
	return len(after.Problems()) > len(doc.Problems()) ||
		doc.FrontMatter.Values != nil && after.FrontMatter.Values == nil
}

// String describes a fixed file for a message.
func (f FixedFile) String() string {
	return fmt.Sprintf("%s (%d → %d bytes)", f.Path, len(f.Old), len(f.New))
}

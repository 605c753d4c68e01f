// Package text holds byte spans, edits, and the mapping from byte offsets to
// the line and column notations people and protocols use.
//
// Every other package counts in bytes from the start of the file. Only report
// and lsp convert, and only through [Lines].
package text

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// A Span is the half-open byte range [Start, End) of a file.
type Span struct{ Start, End int }

// At returns the empty span at offset, where an insertion goes.
func At(offset int) Span { return Span{offset, offset} }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether s is the zero span, which stands for "nowhere".
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// An Edit replaces the bytes of Span with New.
type Edit struct {
	Span
	New string
}

// Insert returns the edit that puts s at offset.
func Insert(offset int, s string) Edit { return Edit{At(offset), s} }

// Replace returns the edit that puts s in the place of span.
func Replace(span Span, s string) Edit { return Edit{span, s} }

// Delete returns the edit that removes span.
func Delete(span Span) Edit { return Edit{span, ""} }

func compare(a, b Edit) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// Sort returns a copy of edits in the order of the file. Insertions at one
// place keep the order they were given in.
func Sort(edits []Edit) []Edit {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, compare)
	return sorted
}

// Apply returns src with edits applied. The edits may be in any order;
// it is an error for two of them to overlap or for one to leave src.
func Apply(src []byte, edits []Edit) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(src))
	last := 0
	for _, e := range Sort(edits) {
		if e.Start < last || e.End < e.Start || e.End > len(src) {
			return nil, fmt.Errorf("edit of bytes %d to %d overlaps another or leaves the file of %d bytes", e.Start, e.End, len(src))
		}
		out.Write(src[last:e.Start])
		out.WriteString(e.New)
		last = e.End
	}
	out.Write(src[last:])
	return out.Bytes(), nil
}

// Conflict reports whether a and b cannot both be applied: they share a byte,
// or one inserts inside the other, or both insert different text at one place.
// Equal edits do not conflict: applied together they are one edit.
func Conflict(a, b Edit) bool {
	if a == b {
		return false
	}
	switch {
	case a.Len() == 0 && b.Len() == 0:
		return a.Start == b.Start
	case a.Len() == 0:
		return b.Start < a.Start && a.Start < b.End
	case b.Len() == 0:
		return a.Start < b.Start && b.Start < a.End
	}
	return a.Overlaps(b.Span)
}

package rules

import (
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

// readable returns the stretches of the source whose letters readers see: the
// strings of the front matter, running text, and the alternative texts of images. The
// aliases are left out: an old URL is right as it was, damage included.
func readable(p *lint.Pass) []text.Span {
	return append(fieldTexts(nil, p.FrontMatter.Fields), p.Texts()...)
}

// fieldTexts appends the spans of every string among fields, at any depth.
func fieldTexts(spans []text.Span, fields []*source.Field) []text.Span {
	for _, f := range fields {
		if !strings.EqualFold(f.Key, "aliases") {
			spans = valueTexts(spans, f.Value)
		}
	}
	return spans
}

func valueTexts(spans []text.Span, v *source.Value) []text.Span {
	if v.Kind == source.String {
		return append(spans, v.Span)
	}
	for _, e := range v.Elements {
		spans = valueTexts(spans, e)
	}
	return fieldTexts(spans, v.Fields)
}

// sourceText returns the whole source as a string without a copy of it. A
// document's source never changes.
func sourceText(p *lint.Pass) string { return unsafe.String(unsafe.SliceData(p.Src), len(p.Src)) }

// A finding of damaged text covers the damage on one line that can be mended
// with the same certainty.
type damageRun struct {
	text.Span
	damages []vietnamese.Damage // offsets in the file
	certain bool
}

// damageRuns looks for damage in the parts of the file whose letters readers see.
func damageRuns(p *lint.Pass, find func(string) []vietnamese.Damage) (runs []damageRun) {
	for _, s := range readable(p) {
		var open [2]*damageRun // by certainty
		line := -1
		for _, d := range find(p.Slice(s)) {
			d.Start, d.End = d.Start+s.Start, d.End+s.Start
			if at := p.Lines.LineOf(d.Start).Start; at != line {
				runs, open, line = flush(runs, open), [2]*damageRun{}, at
			}
			i := 0
			if d.Certain {
				i = 1
			}
			if open[i] == nil {
				open[i] = &damageRun{Span: text.Span{Start: d.Start}, certain: d.Certain}
			}
			open[i].End = d.End
			open[i].damages = append(open[i].damages, d)
		}
		runs = flush(runs, open)
	}
	slices.SortStableFunc(runs, func(a, b damageRun) int { return a.Start - b.Start })
	return runs
}

func flush(runs []damageRun, open [2]*damageRun) []damageRun {
	for _, r := range open {
		if r != nil {
			runs = append(runs, *r)
		}
	}
	return runs
}

// edits returns what mends the run, with the best reading of each place.
func (r damageRun) edits() (edits []text.Edit) {
	for _, d := range r.damages {
		edits = append(edits, text.Replace(text.Span{Start: d.Start, End: d.End}, d.Text))
	}
	return edits
}

// mended returns the run's text as it reads after the edits.
func (r damageRun) mended(p *lint.Pass) string {
	shifted := make([]text.Edit, 0, len(r.damages))
	for _, e := range r.edits() {
		shifted = append(shifted, text.Edit{Span: e.Shift(-r.Start), New: e.New})
	}
	out, err := text.Apply(p.Src[r.Start:r.End], shifted)
	if err != nil {
		return p.Slice(r.Span)
	}
	return string(out)
}

// alternatives returns the other readings of a run that has just one damaged place.
func (r damageRun) alternatives() []string {
	if len(r.damages) != 1 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.damages[0].Alternatives), func(s string) bool { return s == r.damages[0].Text })
}

// wholeWords extends s to the borders of the words it begins and ends in.
func wholeWords(p *lint.Pass, s text.Span) text.Span {
	inWord := func(b byte) bool {
		return b >= utf8.RuneSelf || 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9'
	}
	for s.Start > 0 && inWord(p.Src[s.Start-1]) {
		s.Start--
	}
	for s.End < len(p.Src) && inWord(p.Src[s.End]) {
		s.End++
	}
	return s
}

// short cuts s to n code points for a message.
func short(s string, n int) string {
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return s
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

var legacyEncoding = lint.Rule{
	Name:     "legacy-encoding",
	Summary:  "Vietnamese for a font older than Unicode: TCVN3, VNI, VISCII",
	Family:   lint.Text,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  legacyEncodingChecker{},
}

type legacyEncodingChecker struct{}

var legacySigns = text.NewSigns(vietnamese.LegacySigns()...)

func (legacyEncodingChecker) Check(p *lint.Pass) {
	if !p.Pairs().HasAny(legacySigns) || len(vietnamese.FindLegacy(sourceText(p))) == 0 {
		return
	}
	// The post is judged as one text, since a title alone is too short to tell.
	all := joined{p: p}
	for _, s := range readable(p) {
		all.add(s)
	}
	for _, d := range vietnamese.FindLegacy(all.text.String()) {
		span, ok := all.span(d.Start, d.End)
		if !ok {
			continue
		}
		diagnostic := lint.Diagnostic{
			Span:    span,
			Message: lint.Msg("%q is Vietnamese in %s; it reads %q", short(p.Slice(span), 60), d.Encoding, short(d.Text, 60)),
			Effect:  lint.Msg("readers see the garbled letters"),
		}
		readings := d.Alternatives
		if len(readings) == 0 {
			readings = []string{d.Text}
		}
		for _, r := range readings {
			edits := []text.Edit{text.Replace(span, r)}
			if changesURL(p, span) {
				edits, _ = withAlias(p, edits)
			}
			diagnostic.Fixes = append(diagnostic.Fixes, lint.Fix{Title: lint.Msg("Write %q", short(r, 60)), Unsafe: true, Edits: edits})
		}
		p.Report(diagnostic)
	}
}

// A joined text is made of stretches of a post, one a line.
type joined struct {
	p      *lint.Pass
	text   strings.Builder
	starts []int // in text
	spans  []text.Span
}

func (j *joined) add(s text.Span) {
	j.starts = append(j.starts, j.text.Len())
	j.spans = append(j.spans, s)
	j.text.Write(j.p.Src[s.Start:s.End])
	j.text.WriteByte('\n')
}

// span returns the place in the post of a part of the text, and false for a
// part that is in more than one stretch.
func (j *joined) span(start, end int) (text.Span, bool) {
	for i, at := range j.starts {
		if s := j.spans[i]; at <= start && end <= at+s.Len() {
			return text.Span{Start: s.Start + start - at, End: s.Start + end - at}, true
		}
	}
	return text.Span{}, false
}

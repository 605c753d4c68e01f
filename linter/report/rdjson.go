package report

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// The Reviewdog Diagnostic Format. Its columns count bytes of UTF-8 from 1.
type (
	rdReport struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"related_locations,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// writeRDJSON writes what reviewdog reads. The first fix of a finding becomes
// a suggestion that a click applies.
func writeRDJSON(p *printer) error {
	r := rdReport{rdSource{"postlint"}, []rdDiagnostic{}}
	p.findings(func(f finding) {
		d := rdDiagnostic{
			Message: p.message(f.Diagnostic), Location: rdLocationOf(f.place),
			Severity: strings.ToUpper(f.Severity.String()), Code: rdCode{f.Rule},
		}
		for _, related := range f.Related {
			d.Related = append(d.Related, rdRelated{p.Localizer.Say(related.Message), rdLocationOf(f.related(related))})
		}
		if len(f.Fixes) > 0 && f.doc != nil {
			if whole, s, ok := suggestion(f, f.Fixes[0]); ok {
				// GitHub takes a suggestion only for the lines that the comment is on.
				d.Location.Range = rdRangeOf(f.doc, whole)
				d.Suggestions = []rdSuggestion{{*d.Location.Range, s}}
			}
		}
		r.Diagnostics = append(r.Diagnostics, d)
	})
	return p.encode(r)
}

// suggestion makes one replacement of a fix: of everything from the first to
// the last of its edits and the finding itself.
func suggestion(f finding, fix lint.Fix) (whole text.Span, replacement string, ok bool) {
	edits := text.Sort(fix.Edits)
	if len(edits) == 0 {
		return f.span, "", false
	}
	whole = text.Span{Start: min(f.span.Start, edits[0].Start), End: f.span.End}
	for i, e := range edits {
		whole.End = max(whole.End, e.End)
		edits[i].Span = e.Shift(-whole.Start)
	}
	if whole.Start < 0 || whole.End > len(f.doc.Src) {
		return whole, "", false
	}
	old := f.doc.Src[whole.Start:whole.End]
	b, err := text.Apply(old, edits)
	// A line end that stays would make the comment reach into the next line.
	for _, end := range []string{"\r\n", "\n"} {
		if bytes.HasSuffix(old, []byte(end)) && bytes.HasSuffix(b, []byte(end)) {
			whole.End, b = whole.End-len(end), b[:len(b)-len(end)]
			break
		}
	}
	// JSON has no bytes that are not UTF-8, not even those that would stay.
	return whole, string(b), err == nil && utf8.Valid(b)
}

func rdLocationOf(at place) rdLocation {
	l := rdLocation{Path: at.path}
	if at.doc != nil {
		l.Range = rdRangeOf(at.doc, at.span)
	}
	return l
}

func rdRangeOf(doc *source.Document, span text.Span) *rdRange {
	position := func(offset int) rdPosition {
		line := doc.Position(offset).Line
		return rdPosition{line, offset - doc.Lines.Span(line).Start + 1}
	}
	return &rdRange{position(span.Start), position(span.End)}
}

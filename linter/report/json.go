package report

import (
	"bytes"
	"encoding/json"

	"postlint/linter/lint"
	"postlint/linter/text"
)

type jsonReport struct {
	Version     int              `json:"version"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
	Summary     jsonSummary      `json:"summary"`
}

type jsonDiagnostic struct {
	Rule     string `json:"rule"`
	Family   string `json:"family"`
	Severity string `json:"severity"`
	jsonPlace
	Message string        `json:"message"`
	Related []jsonRelated `json:"related"`
	Fixes   []jsonFix     `json:"fixes"`
}

// A jsonPlace counts lines and code points from 1; the end is exclusive.
type jsonPlace struct {
	Path      string `json:"path"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

type jsonRelated struct {
	jsonPlace
	Message string `json:"message"`
}

type jsonFix struct {
	Title  string     `json:"title"`
	Unsafe bool       `json:"unsafe"`
	Edits  []jsonEdit `json:"edits"`
}

// A jsonEdit replaces the bytes from Start up to End, from 0.
type jsonEdit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

type jsonSummary struct {
	Files    int `json:"files"`
	Checked  int `json:"checked"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Fixable  int `json:"fixable"`
	Older    int `json:"older"`    // left out by --since or --staged
	Baseline int `json:"baseline"` // left out by the baseline
}

// writeJSON writes one object with every finding and the totals.
func writeJSON(p *printer) error {
	t := p.Totals()
	r := jsonReport{1, []jsonDiagnostic{}, jsonSummary{t.Files, t.Checked, t.Errors, t.Warnings, t.Infos, t.Fixable, t.Older, t.Known}}
	p.findings(func(f finding) { r.Diagnostics = append(r.Diagnostics, p.jsonDiagnostic(f)) })
	return p.encode(r)
}

// writeJSONLines writes one object a finding and line.
func writeJSONLines(p *printer) (err error) {
	encoder := json.NewEncoder(p)
	encoder.SetEscapeHTML(false)
	p.findings(func(f finding) {
		if err == nil {
			err = encoder.Encode(p.jsonDiagnostic(f))
		}
	})
	return err
}

func (p *printer) jsonDiagnostic(f finding) jsonDiagnostic {
	d := jsonDiagnostic{
		Rule: f.Rule, Family: string(f.Family), Severity: f.Severity.String(),
		jsonPlace: jsonPlaceOf(f.place), Message: p.message(f.Diagnostic),
		Related: []jsonRelated{}, Fixes: []jsonFix{},
	}
	for _, r := range f.Related {
		d.Related = append(d.Related, jsonRelated{jsonPlaceOf(f.related(r)), p.Localizer.Say(r.Message)})
	}
	for _, fix := range f.Fixes {
		d.Fixes = append(d.Fixes, p.jsonFix(fix))
	}
	return d
}

func jsonPlaceOf(at place) jsonPlace {
	return jsonPlace{at.path, at.start.Line, at.start.Column, at.end.Line, at.end.Column}
}

func (p *printer) jsonFix(fix lint.Fix) jsonFix {
	j := jsonFix{p.Localizer.Say(fix.Title), fix.Unsafe, []jsonEdit{}}
	for _, e := range text.Sort(fix.Edits) {
		j.Edits = append(j.Edits, jsonEdit{e.Start, e.End, e.New})
	}
	return j
}

// encode writes v as JSON for people and programs: indented, and with <, > and
// & as they are.
func (p *printer) encode(v any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := p.Write(b.Bytes())
	return err
}

package rules

import (
	"slices"
	"strings"
	"time"

	"postlint/linter/lint"
	"postlint/linter/source"
)

var malformedDate = lint.Rule{
	Name:     "malformed-date",
	Summary:  "date that Hugo cannot read, or reads as another one",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  malformedDateChecker{},
}

type malformedDateChecker struct{}

func (malformedDateChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	bad := p.BadDates()
	for _, f := range p.FrontMatter.Fields {
		key := strings.ToLower(f.Key)
		switch {
		case slices.Contains(bad, key) && key == "published" && f.Value.Kind == source.Bool:
			reportPublished(p, f)
		case slices.Contains(bad, key):
			p.Report(lint.Diagnostic{
				Span:    f.Value.Span,
				Message: lint.Msg("%q is not a date that Hugo can read", written(p, f.Value)),
				Effect:  lint.Msg("the build fails with an error that names no line; expected the form 2006-01-02 or 2006-01-02T15:04:05+07:00"),
				Fixes:   isoFix(p, f.Value),
			})
		case hugoKeys[key] == dateValue && f.Value.Kind == source.Integer:
			reportSeconds(p, f)
		case key == "date" && p.IsPost() && p.Dates.Date.IsZero() && !p.Site.Config.EnableGitInfo && (f.Value.Kind == source.Null || f.Value.Data == ""):
			p.ReportAs(lint.Warning, lint.Diagnostic{
				Span:    keySpan(f),
				Message: lint.Msg("%q is empty", f.Key),
				Effect:  lint.Msg("the post counts as written in the year 1 and is sorted last"),
			})
		}
	}
}

// reportPublished reports "published: true", which other generators have. Hugo
// reads it as a flag, too, but not before it has failed on it as a date.
func reportPublished(p *lint.Pass, f *source.Field) {
	d := lint.Diagnostic{
		Span:    f.Value.Span,
		Message: lint.Msg("%q is a date in Hugo, and %s is none", f.Key, p.Slice(f.Value.Span)),
		Effect:  lint.Msg("the build fails with an error that names no line; expected %q", "draft"),
	}
	published := f.Value.Data == true
	if p.FrontMatter.Lookup("draft") == nil {
		rename, ok := p.Rename(f, "draft")
		edits, ok2 := p.ReplaceValue(f.Value, !published)
		if ok && ok2 {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Write `draft` %t", !published), Unsafe: true, Edits: append(rename, edits...)}}
		}
	}
	p.Report(d)
}

// reportSeconds reports a number that looks like a year or a date. Hugo takes
// numbers for seconds since 1970.
func reportSeconds(p *lint.Pass, f *source.Field) {
	t, err := p.ParseDate(f.Value.Data)
	if err != nil || t.Year() > 1971 || t.Year() < 1970 || t.Unix() < 1000 {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    f.Value.Span,
		Message: lint.Msg("%s is read as a number of seconds since 1970", p.Slice(f.Value.Span)),
		Effect:  lint.Msg("the date is %s; expected the form 2006-01-02", t.UTC().Format(time.DateOnly)),
		Fixes:   isoFix(p, f.Value),
	})
}

// layouts are the ways to write a date that have one reading, with the form in
// which Hugo reads them. "02/01/2006" is not among them: it may be the second
// of January or the first of February.
var layouts = []struct{ layout, iso string }{
	{"2006-1-2", time.DateOnly}, {"2006/1/2", time.DateOnly}, {"2006.1.2", time.DateOnly},
	{"20060102", time.DateOnly}, {"2006年1月2日", time.DateOnly},
	{"2 January 2006", time.DateOnly}, {"January 2, 2006", time.DateOnly}, {"January 2 2006", time.DateOnly},
	{"Jan 2, 2006", time.DateOnly}, {"Jan 2 2006", time.DateOnly}, {"Monday, January 2, 2006", time.DateOnly}, {"Monday, 2 January 2006", time.DateOnly},
	{"2006-1-2 15:04", localTime}, {"2006-1-2 15:04:05", localTime}, {"2006-1-2T15:04", localTime}, {"2006-1-2T15:04:05", localTime},
	{"2006/1/2 15:04", localTime}, {"2006/1/2 15:04:05", localTime},
	{"2006-1-2T15:04Z07:00", time.RFC3339}, {"2006-1-2 15:04Z07:00", time.RFC3339}, {"2006-1-2 15:04 -0700", time.RFC3339},
	{"2006-1-2T15:04:05Z07", time.RFC3339}, {"2006-1-2 15:04:05 -07:00", time.RFC3339}, {"2006-1-2 15:04:05-0700", time.RFC3339},
	{"2006/1/2 15:04:05 -0700", time.RFC3339},
}

const localTime = "2006-01-02T15:04:05"

// isoFix returns the fix that writes a date in the form that everybody reads,
// where what is written has one reading and Hugo agrees.
func isoFix(p *lint.Pass, v *source.Value) []lint.Fix {
	s := strings.Trim(p.Slice(v.Span), "\"'[] \t")
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		iso := t.Format(l.iso)
		if _, err := p.ParseDate(iso); err != nil {
			return nil
		}
		edits, _ := p.ReplaceValue(v, iso)
		return []lint.Fix{{Title: lint.Msg("Write %s", iso), Unsafe: true, Edits: edits}}
	}
	return nil
}

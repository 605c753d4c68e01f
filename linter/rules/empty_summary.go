package rules

import (
	"bytes"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var emptySummary = lint.Rule{
	Name:     "empty-summary",
	Summary:  "summary divider with nothing before it",
	Family:   lint.Summary,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  emptySummaryChecker{},
}

type emptySummaryChecker struct{}

func (emptySummaryChecker) Check(p *lint.Pass) {
	if !hasSummary(p) {
		return
	}
	d := hugoDivider(p)
	if d == nil || !nothingShown(p, text.Span{Start: p.BodyStart, End: d.Start}) {
		return
	}
	found := lint.Diagnostic{
		Span:    d.Span,
		Message: lint.Msg("nothing stands before the summary divider"),
		Effect:  lint.Msg("lists and feeds show an empty summary"),
	}
	if f := p.FrontMatter.Lookup("summary"); f != nil {
		found.Related = []lint.Related{{Path: p.Document.Path, Span: f.KeySpan, Message: lint.Msg("the divider overrides this summary")}}
	}
	p.Report(found)
}

// nothingShown reports whether s holds only blanks and HTML comments.
func nothingShown(p *lint.Pass, s text.Span) bool {
	lead := bytes.TrimSpace(p.Src[s.Start:s.End])
	if len(lead) == 0 {
		return true
	}
	if !bytes.HasPrefix(lead, []byte("<!--")) {
		return false
	}
	at := s.Start
	for _, c := range p.Body().Comments {
		if c.End > s.End {
			break
		}
		if c.Start >= at {
			if !blank(p.Src[at:c.Start]) {
				return false
			}
			at = c.End
		}
	}
	return at > s.Start && blank(p.Src[at:s.End])
}

package rules

import (
	"bytes"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var emptySection = lint.Rule{
	Name:     "empty-section",
	Summary:  "heading with nothing under it",
	Family:   lint.Structure,
	Severity: lint.Info,
	Since:    "0.1.0",
	Checker:  emptySectionChecker{},
}

type emptySectionChecker struct{}

// Two lines in a row that end with a colon may be a sentence and a heading.
const fewestLabels = 3

func (emptySectionChecker) Check(p *lint.Pass) {
	if !p.IsPost() {
		return // a list page may end with a heading for its list
	}
	src := p.Src[p.BodyStart:]
	if mayHaveEmptyHeading(src) {
		reportEmptyHeadings(p)
	}
	if !p.Pairs().HasAny(labelSigns) {
		return
	}
	if mayFuse(src) || bytes.Contains(src, []byte(":\n\n")) || bytes.Contains(src, []byte(":\r\n\r\n")) {
		reportEmptyLabels(p)
	}
}

// mayHaveEmptyHeading reports whether a body may have a heading with nothing
// under it: two lines that may be headings with nothing but blank lines and comments
// between them, or one at the end.
func mayHaveEmptyHeading(body []byte) bool {
	open := false // the last line that says something may be a heading
	for line := range bytes.Lines(body) {
		if saysSomething(line) {
			open = false
			continue
		}
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || bytes.HasPrefix(line, []byte("<!--")):
		case line[0] == '#' || len(bytes.Trim(line, "=")) == 0 || len(bytes.Trim(line, "-")) == 0:
			if open {
				return true
			}
			open = true
		default:
			open = false
		}
	}
	return open
}

// saysSomething reports whether a line begins with an ASCII letter or digit, as
// lines of text do and headings, fences and comments do not. Others may as well.
func saysSomething(line []byte) bool {
	for _, c := range line {
		if c != ' ' && c != '\t' {
			return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
		}
	}
	return false
}

func reportEmptyHeadings(p *lint.Pass) {
	headings := p.Body().Headings
	for i, h := range headings {
		end, effect := len(p.Src), lint.Msg("the post ends there; text under it was expected")
		if i+1 < len(headings) {
			if headings[i+1].Level > h.Level {
				continue // what is under it has a heading of its own
			}
			end, effect = headings[i+1].Start, lint.Msg("the next heading follows at once; text under it was expected")
		}
		if h.Text == "" || !onlyComments(p, text.Span{Start: h.End, End: end}) {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    h.Span,
			Message: lint.Msg("there is nothing under the heading %q", h.Text),
			Effect:  effect,
		})
	}
}

// reportEmptyLabels reports headings that were pasted as plain lines and follow
// one another: "Product Owner Responsibilities:". They must stand between prose, as the
// fields of a form do not, and have two words or more.
func reportEmptyLabels(p *lint.Pass) {
	var lines []text.Span
	for _, paragraph := range p.Body().Paragraphs {
		if paragraph.InList || paragraph.InQuote || paragraph.InTable {
			continue
		}
		lines = append(lines, linesOf(p, paragraph.Span)...)
	}
	for i := 1; i < len(lines); {
		n := i
		for n < len(lines) && isLabel(p.Slice(lines[n])) && strings.Contains(p.Slice(lines[n]), " ") && adjacent(p, lines[n-1], lines[n]) {
			n++
		}
		if n-i >= fewestLabels && n < len(lines) && adjacent(p, lines[n-1], lines[n]) && isProse(p.Slice(lines[n])) && endsSentence(p.Slice(lines[i-1])) {
			for _, line := range lines[i : n-1] {
				p.Report(lint.Diagnostic{
					Span:    line,
					Message: lint.Msg("there is nothing under %q", strings.Trim(p.Slice(line), "*_")),
					Effect:  lint.Msg("another line like it follows at once; text under it was expected"),
				})
			}
		}
		i = max(n, i+1)
	}
}

// adjacent reports whether nothing but blank lines is between two lines.
func adjacent(p *lint.Pass, a, b text.Span) bool {
	return len(bytes.TrimSpace(p.Src[a.End:b.Start])) == 0
}

// onlyComments reports whether a stretch has nothing but blanks and comments.
func onlyComments(p *lint.Pass, s text.Span) bool {
	at := s.Start
	for _, c := range hidden(p) {
		if c.Start >= at && c.End <= s.End {
			if len(bytes.TrimSpace(p.Src[at:c.Start])) > 0 {
				return false
			}
			at = c.End
		}
	}
	return len(bytes.TrimSpace(p.Src[at:s.End])) == 0
}

// hidden returns the comments of a post and its summary dividers, in their order.
func hidden(p *lint.Pass) []text.Span {
	spans := slices.Clone(p.Body().Comments)
	for _, d := range p.Dividers() {
		if !d.InCode {
			spans = append(spans, d.Span)
		}
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	return spans
}

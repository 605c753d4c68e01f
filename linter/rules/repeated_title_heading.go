package rules

import (
	"bytes"
	"strings"

	"golang.org/x/text/unicode/norm"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var repeatedTitleHeading = lint.Rule{
	Name:     "repeated-title-heading",
	Summary:  "heading that says the title once more",
	Family:   lint.Structure,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  repeatedTitleHeadingChecker{},
}

type repeatedTitleHeadingChecker struct{}

func (repeatedTitleHeadingChecker) Check(p *lint.Pass) {
	if !p.IsPost() || !p.Readable() || p.FrontMatter.Lookup("title") == nil || !mayRepeatTitle(p) {
		return
	}
	headings := p.Body().Headings
	if len(headings) == 0 || bareText(headings[0].Text) != bareText(p.Title) || bareText(p.Title) == "" {
		return
	}
	h := headings[0]
	if !onlyComments(p, text.Span{Start: p.BodyStart, End: h.Start}) {
		return // further down it may head a part of the post
	}
	end := p.Lines.LineOf(h.End).End
	for end < len(p.Src) {
		line := p.Lines.LineOf(end)
		if line.Len() == 0 || len(bytes.TrimSpace(p.Src[line.Start:line.End])) > 0 {
			break
		}
		end = line.End
	}
	p.Report(lint.Diagnostic{
		Span:    h.Span,
		Message: lint.Msg("the heading %q repeats the title", h.Text),
		Effect:  lint.Msg("readers see it twice where the theme prints the title, as nearly all do"),
		Fixes: []lint.Fix{{
			Title:  lint.Msg("Remove the heading"),
			Unsafe: true,
			Edits:  []text.Edit{text.Delete(text.Span{Start: p.Lines.LineOf(h.Start).Start, End: end})},
		}},
	})
}

// mayRepeatTitle reports whether the first line that looks like a heading may
// be the title; markup in it, and what it links to, cannot be told yet.
func mayRepeatTitle(p *lint.Pass) bool {
	for _, line := range headingLines(p.Src[p.BodyStart:]) {
		return bytes.ContainsAny(line, "*_`[<{&\\") || !differ(line, p.Title) && bareText(string(line)) == bareText(p.Title)
	}
	return false
}

// differ reports whether two titles certainly differ, in more than letter case: the
// ASCII letters and digits that they begin with.
func differ(line []byte, title string) bool {
	if len(line) == 0 || title == "" {
		return false
	}
	a, b := line[0], title[0]
	return isASCIIWord(a) && isASCIIWord(b) && a|0x20 != b|0x20
}

// bareText is what two titles that read alike have in common: no letter case, no
// blanks around, no period or colon at the end, and composed letters.
func bareText(s string) string {
	return strings.ToLower(norm.NFC.String(strings.Join(strings.Fields(strings.TrimRight(s, " .:")), " ")))
}

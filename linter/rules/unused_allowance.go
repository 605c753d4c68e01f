package rules

import (
	"postlint/linter/lint"
	"postlint/linter/text"
)

var unusedAllowance = lint.Rule{
	Name:     "unused-allowance",
	Summary:  "allowance that allows nothing",
	Family:   lint.Allowing,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Last:     true,
	On:       lint.Both,
	Checker:  unusedAllowanceChecker{},
}

type unusedAllowanceChecker struct{}

func (unusedAllowanceChecker) Check(p *lint.Pass) {
	for _, a := range p.Allowances() {
		if a.Used || !p.Ran(a.Rule) {
			continue
		}
		p.Report(lint.Diagnostic{
			Span:    a.RuleSpan,
			Message: lint.Msg("%q is allowed, and there is nothing to allow", a.Rule),
			Effect:  lint.Msg("the next one would pass unseen"),
			Fixes:   []lint.Fix{{Title: lint.Msg("Remove the allowance"), Edits: withdraw(p, a)}},
		})
	}
}

// withdraw returns the edits that take an allowance out of the document, with
// its comment, its line or its key where nothing else stands there.
func withdraw(p *lint.Pass, a lint.Allowance) []text.Edit {
	switch {
	case a.Element >= 0 && a.Names > 1:
		edits, _ := p.RemoveElement(a.List, a.Element)
		return edits
	case a.Element >= 0:
		f := p.FrontMatter.Lookup("params", "postlint", "allow")
		if f == nil {
			f = p.FrontMatter.Lookup("postlint", "allow")
		}
		for f.Parent != nil && len(f.Parent.Value.Fields) == 1 {
			f = f.Parent
		}
		edits, _ := p.Remove(f)
		return edits
	case a.Names > 1:
		return []text.Edit{text.Delete(withSeparator(p.Src, a.RuleSpan))}
	}
	return []text.Edit{text.Delete(wholeBlock(p, a.Span))}
}

// wholeBlock returns the lines that s stands on alone, with one of the blank
// lines where they are between two.
func wholeBlock(p *lint.Pass, s text.Span) text.Span {
	lines := wholeLine(p, s)
	if lines == s || lines.Start <= p.BodyStart || lines.End >= len(p.Src) {
		return lines
	}
	before, after := p.Lines.LineOf(lines.Start-1), p.Lines.LineOf(lines.End)
	if blank(p.Src[before.Start:before.End]) && blank(p.Src[after.Start:after.End]) {
		lines.End = after.End
	}
	return lines
}

// withSeparator extends the span of a name in a list over the comma or blanks
// that part it from the next name or, for the last one, from the one before.
func withSeparator(src []byte, s text.Span) text.Span {
	end := s.End
	for end < len(src) && (src[end] == ',' || src[end] == ' ') {
		end++
	}
	if end > s.End && src[end] != ':' && src[end] != '-' {
		return text.Span{Start: s.Start, End: end}
	}
	start := s.Start
	for src[start-1] == ',' || src[start-1] == ' ' {
		start--
	}
	return text.Span{Start: start, End: s.End}
}

// wholeLine returns the span of the lines that s stands on, line end included, where
// nothing but blanks stands beside it; else s itself.
func wholeLine(p *lint.Pass, s text.Span) text.Span {
	first, last := p.Lines.LineOf(s.Start), p.Lines.LineOf(s.End)
	if !blank(p.Src[first.Start:s.Start]) || !blank(p.Src[s.End:last.End]) {
		return s
	}
	return text.Span{Start: first.Start, End: last.End}
}

func blank(b []byte) bool {
	for _, c := range b {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return false
		}
	}
	return true
}

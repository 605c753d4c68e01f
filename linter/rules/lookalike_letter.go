package rules

import (
	"fmt"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

var lookalikeLetter = lint.Rule{
	Name:     "lookalike-letter",
	Summary:  "letter of another alphabet that looks like the right one",
	Family:   lint.Text,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  lookalikeLetterChecker{},
}

type lookalikeLetterChecker struct{}

var lookalikeSigns = text.NewSigns(vietnamese.LookalikeSigns()...)

func (lookalikeLetterChecker) Check(p *lint.Pass) {
	if !p.Pairs().HasAny(lookalikeSigns) {
		return
	}
	// The file as a whole tells more than a title does: Russian inflects Latin names.
	known := map[int]bool{}
	for _, d := range vietnamese.FindLookalikes(sourceText(p)) {
		known[d.Start] = true
	}
	if len(known) == 0 {
		return
	}
	for _, run := range damageRuns(p, vietnamese.FindLookalikes) {
		for _, d := range run.damages {
			if known[d.Start] {
				reportLookalike(p, d)
			}
		}
	}
}

func reportLookalike(p *lint.Pass, d vietnamese.Damage) {
	span := text.Span{Start: d.Start, End: d.End}
	is, should := firstDifference(p.Slice(span), d.Text)
	edits, unsafe := []text.Edit{text.Replace(span, d.Text)}, changesURL(p, span)
	if unsafe {
		edits, _ = withAlias(p, edits)
	}
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: lint.Msg("%q has %s, which looks like %s", p.Slice(span), named(is), named(should)),
		Effect:  lint.Msg("it looks the same, and is another word to search, terms and URLs; screen readers spell it out"),
		Fixes:   []lint.Fix{{Title: lint.Msg("Write %q", d.Text), Unsafe: unsafe, Edits: edits}},
	})
}

// firstDifference returns the first characters in which a and b, spelled alike
// but for single letters, differ.
func firstDifference(a, b string) (x, y rune) {
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y {
			return x, y
		}
		a, b = a[n:], b[m:]
	}
	return utf8.RuneError, utf8.RuneError
}

// named shows a letter with its code point, since it looks like another: Đ (U+0110).
func named(r rune) string { return fmt.Sprintf("%c (U+%04X)", r, r) }

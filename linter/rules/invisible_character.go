package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var invisibleCharacter = lint.Rule{
	Name:     "invisible-character",
	Summary:  "character that nobody sees and that changes a word",
	Family:   lint.Text,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  invisibleCharacterChecker{},
}

type invisibleCharacterChecker struct{}

func (invisibleCharacterChecker) Check(p *lint.Pass) {
	if !mayHaveInvisible(p) || !mayBeInvisible(p.Src) {
		return
	}
	rightToLeft := strings.ContainsFunc(string(p.Src), isRightToLeft)
	for _, s := range append(keySpans(nil, p.FrontMatter.Fields), readable(p)...) {
		var runs []text.Span // of the same character in one word
		for at := s.Start; at < s.End; {
			run := text.Span{Start: at, End: at}
			for run.End < s.End {
				r, n := utf8.DecodeRune(p.Src[run.End:s.End])
				if invisible[r].IsZero() && !isControl(r) {
					break
				}
				run.End += n
			}
			if run.Len() == 0 {
				_, n := utf8.DecodeRune(p.Src[at:s.End])
				at += n
				continue
			}
			if harms(p, run, rightToLeft) {
				if len(runs) > 0 && !(wholeWords(p, runs[0]) == wholeWords(p, run) && firstRune(p, runs[0]) == firstRune(p, run)) {
					reportInvisible(p, runs)
					runs = nil
				}
				runs = append(runs, run)
			}
			at = run.End
		}
		if len(runs) > 0 {
			reportInvisible(p, runs)
		}
	}
}

// invisible names the characters that have no width, by Unicode.
var invisible = map[rune]lint.Message{
	0x00AD: lint.Msg("soft hyphen"),
	0x00A0: lint.Msg("no-break space"),
	0x061C: lint.Msg("arabic letter mark"),
	0x200B: lint.Msg("zero width space"),
	0x200C: lint.Msg("zero width non-joiner"),
	0x200D: lint.Msg("zero width joiner"),
	0x200E: lint.Msg("left-to-right mark"),
	0x200F: lint.Msg("right-to-left mark"),
	0x202A: lint.Msg("left-to-right embedding"),
	0x202B: lint.Msg("right-to-left embedding"),
	0x202C: lint.Msg("pop directional formatting"),
	0x202D: lint.Msg("left-to-right override"),
	0x202E: lint.Msg("right-to-left override"),
	0x2060: lint.Msg("word joiner"),
	0x2066: lint.Msg("left-to-right isolate"),
	0x2067: lint.Msg("right-to-left isolate"),
	0x2068: lint.Msg("first strong isolate"),
	0x2069: lint.Msg("pop directional isolate"),
	0xFEFF: lint.Msg("byte order mark"),
}

// mayHaveInvisible reports whether the file may have one of the characters.
func mayHaveInvisible(p *lint.Pass) bool {
	return p.Pairs().HasAny(controlSigns) || slices.ContainsFunc(invisibleChars, p.Pairs().MayHave)
}

var controlSigns = func() *text.Signs {
	var signs []string
	for r := range rune(utf8.RuneSelf) {
		if isControl(r) {
			signs = append(signs, string(r))
		}
	}
	return text.NewSigns(signs...)
}()

// invisibleChars are the characters themselves.
var invisibleChars = func() (chars []string) {
	for r := range invisible {
		chars = append(chars, string(r))
	}
	return chars
}()

// mayBeInvisible reports whether b has a byte that one of the characters begins
// with, followed by one that it goes on with.
func mayBeInvisible(b []byte) bool {
	for i, c := range b {
		if !beginsInvisible[c] {
			continue
		}
		if c < utf8.RuneSelf {
			return true
		}
		if r, _ := utf8.DecodeRune(b[i:]); !invisible[r].IsZero() {
			return true
		}
	}
	return false
}

// beginsInvisible has the first bytes of the characters, and control characters.
var beginsInvisible = func() (table [256]bool) {
	for r := range invisible {
		table[string(r)[0]] = true
	}
	for r := range rune(utf8.RuneSelf) {
		table[r] = isControl(r)
	}
	return table
}()

// isControl reports whether r is a control character that text has no use for.
// NUL is another rule's.
func isControl(r rune) bool {
	return r > 0 && r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7F
}

// harms reports whether a run of invisible characters does anything but what it
// is for.
func harms(p *lint.Pass, run text.Span, rightToLeft bool) bool {
	before, _ := utf8.DecodeLastRune(p.Src[:run.Start])
	after, _ := utf8.DecodeRune(p.Src[run.End:])
	inWord := isLatin(before) && isLatin(after)
	atWord := (isLatin(before) || unicode.IsSpace(before)) && (isLatin(after) || unicode.IsSpace(after)) && (isLatin(before) || isLatin(after))
	inHead := run.End <= p.BodyStart
	for _, r := range p.Slice(run) {
		switch {
		case isControl(r), r == 0xFEFF && !joinsScript(before) && !joinsScript(after):
			return true
		case r == 0x00A0:
			// In running text it keeps words on one line. A term with it is another
			// term, and a "#" before it makes no heading.
			if inHead && inTerm(p, run) || !inHead && opensHeading(p, run) {
				return true
			}
		case r == 0x00AD:
			// German and others mark where a long word may break; Vietnamese never does.
			if inWord && (inHead || p.Language == "vi") {
				return true
			}
		case r == 0x200B, r == 0x2060:
			if inWord || inHead && atWord {
				return true
			}
		case r == 0x200C, r == 0x200D:
			if inWord {
				return true
			}
		case !invisible[r].IsZero() && !rightToLeft && r != 0xFEFF:
			return true // marks of direction, and nothing to direct
		}
	}
	return false
}

// isLatin reports whether r is a letter of a script that is written without
// joiners, or a digit.
func isLatin(r rune) bool {
	return unicode.In(r, unicode.Latin) && unicode.IsLetter(r) || '0' <= r && r <= '9'
}

// joinsScript reports whether r is of a script that writes no blanks between
// words, where an old byte order mark may keep words together.
func joinsScript(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Arabic)
}

func isRightToLeft(r rune) bool {
	return r >= 0x0590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

func inTerm(p *lint.Pass, s text.Span) bool {
	return slices.ContainsFunc(p.Terms, func(t site.Term) bool { return t.Span.Contains(s) })
}

// opensHeading reports whether only "#"s stand before s on its line.
func opensHeading(p *lint.Pass, s text.Span) bool {
	start := strings.TrimLeft(p.Slice(text.Span{Start: p.Lines.LineOf(s.Start).Start, End: s.Start}), " ")
	return start != "" && len(start) <= 6 && strings.Trim(start, "#") == ""
}

// reportInvisible reports runs of the same invisible character in one word as
// one finding.
func reportInvisible(p *lint.Pass, runs []text.Span) {
	run := runs[0]
	word := wholeWords(p, run)
	first := firstRune(p, run)
	d := lint.Diagnostic{
		Span:    word,
		Message: lint.Msg("%q holds U+%04X (%s)", p.Slice(word), first, unicodeName(first)),
		Effect:  lint.Msg("it looks the same, and is another word to search, terms and URLs"),
	}
	instead := ""
	switch {
	case isControl(first):
		d.Effect = lint.Msg("readers see nothing or a box, and no search finds the word")
		if first == '\v' || first == '\f' {
			instead = " "
		}
	case first == 0x00A0:
		instead = " "
		if run.Start >= p.BodyStart {
			d.Effect = lint.Msg("readers see the # and no heading")
		}
	case first >= 0x202A && first <= 0x202E, first >= 0x2066 && first <= 0x2069:
		d.Effect = lint.Msg("what follows may be shown in another order than it is stored")
	}
	edits, unsafe := make([]text.Edit, len(runs)), changesURL(p, run)
	for i, r := range runs {
		edits[i] = text.Replace(r, instead)
	}
	if unsafe {
		edits, _ = withAlias(p, edits)
	}
	title := lint.Msg("Remove it")
	if instead != "" {
		title = lint.Msg("Write a blank")
	}
	d.Fixes = []lint.Fix{{Title: title, Unsafe: unsafe, Edits: edits}}
	p.Report(d)
}

func firstRune(p *lint.Pass, s text.Span) rune {
	r, _ := utf8.DecodeRune(p.Src[s.Start:s.End])
	return r
}

func unicodeName(r rune) lint.Message {
	if name := invisible[r]; !name.IsZero() {
		return name
	}
	return lint.Msg("control character")
}

// keySpans appends the spans of all keys among fields, at any depth.
func keySpans(spans []text.Span, fields []*source.Field) []text.Span {
	for _, f := range fields {
		spans = append(spans, f.KeySpan)
		spans = keySpans(spans, f.Value.Fields)
	}
	return spans
}

package rules

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var fusedLines = lint.Rule{
	Name:     "fused-lines",
	Summary:  "line with a colon at its end that runs into the next one",
	Family:   lint.Structure,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  fusedLinesChecker{},
}

type fusedLinesChecker struct{}

// Lengths in code points: a label is a heading in all but its markup, and what
// follows it is prose, not the next line of a poem or of an address.
const (
	longestLabel  = 60
	shortestProse = 60
)

func (fusedLinesChecker) Check(p *lint.Pass) {
	if p.Site.Config.HardWraps || !p.Pairs().HasAny(labelSigns) || !mayFuse(p.Src[p.BodyStart:]) {
		return
	}
	for _, paragraph := range p.Body().Paragraphs {
		if paragraph.InList || paragraph.InQuote || paragraph.InTable || !mayFuse(p.Src[paragraph.Start:paragraph.End]) {
			continue
		}
		lines := linesOf(p, paragraph.Span)
		if lines == nil {
			continue
		}
		for _, i := range fused(p, lines) {
			blank := lineEndOf(p.Src)
			edits := []text.Edit{text.Insert(p.Lines.LineOf(lines[i].Start).End, blank)}
			if i > 0 {
				edits = append(edits, text.Insert(p.Lines.LineOf(lines[i].Start).Start, blank))
			}
			label := strings.Trim(p.Slice(lines[i]), "*_")
			p.Report(lint.Diagnostic{
				Span:    lines[i],
				Message: lint.Msg("%q and the next line are one paragraph", label),
				Effect:  lint.Msg("readers see %q; a line of its own was expected", label+" "+beginning(p.Slice(lines[i+1]))),
				Fixes:   []lint.Fix{{Title: lint.Msg("Make %q a paragraph of its own", label), Unsafe: true, Edits: edits}},
			})
		}
	}
}

// fused returns the lines that are labels run together with what follows. One
// label may be a sentence of somebody who writes each on a line of its own ("Here is an
// example:"); two in one paragraph were headings.
func fused(p *lint.Pass, lines []text.Span) (labels []int) {
	for i := range len(lines) - 1 {
		before := ""
		if i > 0 {
			before = p.Slice(lines[i-1])
		}
		line, next := p.Slice(lines[i]), p.Slice(lines[i+1])
		if isLabel(line) && !breaks(p, lines[i]) && (i == 0 || endsSentence(before)) && (isProse(next) || isLabel(next)) {
			labels = append(labels, i)
		}
	}
	if len(labels) < 2 {
		return nil
	}
	return labels
}

// labelSigns are what ends a line with a colon.
var labelSigns = text.NewSigns(":\n", ":\r", ":*", ":_")

// mayFuse reports whether a line of b ends with a colon and the next one goes on.
func mayFuse(b []byte) bool {
	for i := bytes.IndexByte(b, '\n'); i >= 0; {
		if bytes.HasSuffix(bytes.TrimRight(b[:i][max(0, i-8):], "*_\r"), []byte(":")) && i+1 < len(b) && b[i+1] > ' ' {
			return true
		}
		next := bytes.IndexByte(b[i+1:], '\n')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// linesOf returns the lines of a paragraph without blanks around them, or nil
// for a paragraph that does not begin at the margin, as in a footnote.
func linesOf(p *lint.Pass, paragraph text.Span) (lines []text.Span) {
	if first := p.Lines.LineOf(paragraph.Start).Start; len(bytes.TrimLeft(p.Src[first:paragraph.Start], " ")) > 0 {
		return nil
	}
	for at := paragraph.Start; at < paragraph.End; {
		end := min(p.Lines.LineOf(at).End, paragraph.End)
		line := p.Src[at:end]
		start := at + len(line) - len(bytes.TrimLeft(line, " \t"))
		lines = append(lines, text.Span{Start: start, End: start + len(bytes.TrimSpace(line))})
		at = end
	}
	return lines
}

// breaks reports whether a line ends with a hard line break.
func breaks(p *lint.Pass, line text.Span) bool {
	return bytes.HasPrefix(p.Src[line.End:], []byte("  "))
}

// isLabel reports whether a line is a heading in all but its markup: a few words
// without punctuation, and a colon.
func isLabel(line string) bool {
	name, ok := strings.CutSuffix(strings.Trim(line, "*_"), ":")
	name = strings.Trim(name, "*_ ")
	first, _ := utf8.DecodeRuneInString(name)
	return ok && unicode.IsUpper(first) && utf8.RuneCountInString(line) <= longestLabel && !strings.ContainsAny(name, ".,;:!?…|[]<>{}`\\$=")
}

// endsSentence reports whether a line ends as a sentence or a label does, so
// that the next one does not go on with it.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "*_\"”’») ")
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?…:", last)
}

// isProse reports whether a line begins a sentence and is long enough for one.
func isProse(line string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "*_\"“‘«("))
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && utf8.RuneCountInString(line) >= shortestProse
}

// beginning returns the first words of a line, for a message.
func beginning(line string) string {
	words := strings.Fields(line)
	if len(words) <= 3 {
		return line
	}
	return strings.Join(words[:3], " ") + " …"
}

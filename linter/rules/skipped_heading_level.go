package rules

import (
	"bytes"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

var skippedHeadingLevel = lint.Rule{
	Name:     "skipped-heading-level",
	Summary:  "heading more than one level below the one it belongs to",
	Family:   lint.Structure,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  skippedHeadingLevelChecker{First: 2},
}

type skippedHeadingLevelChecker struct {
	First int `doc:"Level of the top headings of a post; the theme prints the title above them."`
}

func (c skippedHeadingLevelChecker) Check(p *lint.Pass) {
	if !p.IsPost() || !c.maySkip(p.Src[p.BodyStart:]) {
		return
	}
	var open []outlined    // the headings that the next one may belong to
	var d *lint.Diagnostic // of the part of the outline that open[:depth] leads to
	depth := 0
	report := func() {
		if d != nil {
			p.Report(*d)
		}
		d = nil
	}
	for _, h := range p.Body().Headings {
		if inQuote(p, h.Start) {
			continue
		}
		for len(open) > 0 && open[len(open)-1].is >= h.Level {
			open = open[:len(open)-1]
		}
		above, is := c.First-1, c.First-1
		if n := len(open); n > 0 {
			above, is = open[n-1].should, open[n-1].is
		}
		if d != nil && len(open) < depth {
			report()
		}
		should := min(h.Level, above+1)
		if should != h.Level {
			if d == nil {
				message := lint.Msg("heading of level %d stands under level %d", h.Level, is)
				if len(open) == 0 {
					message = lint.Msg("heading of level %d stands right under the title", h.Level)
				}
				depth = len(open)
				d = &lint.Diagnostic{
					Span:    h.Span,
					Message: message,
					Effect:  lint.Msg("who moves by headings misses a level; %d was expected", should),
					Fixes:   []lint.Fix{{Title: lint.Msg("Use level %d", should)}},
				}
			}
			d.Fixes[0].Edits = append(d.Fixes[0].Edits, setLevel(h, should))
		}
		open = append(open, outlined{h.Level, should})
	}
	report()
}

// maySkip reports whether the lines of a body look like headings with a gap.
func (c skippedHeadingLevelChecker) maySkip(body []byte) bool {
	before := c.First - 1
	for level := range headingLines(body) {
		if level > before+1 {
			return true
		}
		before = level
	}
	return false
}

// An outlined heading has a level, and the one it should have.
type outlined struct{ is, should int }

// setLevel returns the edit that gives a heading a lower level number. Those
// below are lines of "=" and "-".
func setLevel(h source.Heading, level int) text.Edit {
	if h.Setext {
		return text.Replace(h.Marker, strings.Repeat("=", h.Marker.Len()))
	}
	return text.Replace(h.Marker, strings.Repeat("#", level))
}

// inQuote reports whether the line of offset is one of a block quote.
func inQuote(p *lint.Pass, offset int) bool {
	return bytes.HasPrefix(bytes.TrimLeft(p.Src[p.Lines.LineOf(offset).Start:], " \t"), []byte(">"))
}

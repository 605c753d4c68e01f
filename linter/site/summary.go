package site

import (
	"strings"

	"postlint/linter/source"
	"postlint/linter/text"
)

// A SummaryKind tells where a page's summary comes from, in Hugo's words.
type SummaryKind string

// The kinds of summaries.
const (
	ManualSummary      SummaryKind = "manual"      // what stands before the divider
	FrontMatterSummary SummaryKind = "frontmatter" // the key summary
	AutoSummary        SummaryKind = "auto"        // the first words
)

// SummaryKind returns where the page's summary comes from: Hugo's divider goes
// before the key summary, unless there is nothing before the divider. A divider between the tags of a
// paired shortcode is removed and divides nothing.
func (p *Page) SummaryKind() SummaryKind {
	written := p.node != nil && p.node.late.Summary != ""
	if d := p.divider(); d != nil {
		before := p.Slice(text.Span{Start: p.BodyStart, End: d.Start})
		if !written || strings.TrimSpace(before) != "" {
			return ManualSummary
		}
	}
	if written {
		return FrontMatterSummary
	}
	return AutoSummary
}

// divider returns the divider that divides, or nil.
func (p *Page) divider() *source.Divider {
	for i := range p.Dividers() {
		if d := &p.Dividers()[i]; d.Hugo && !inShortcode(p.Document, d.Start) {
			return d
		}
	}
	return nil
}

// inShortcode reports whether an offset lies between the tags of a pair.
func inShortcode(d *source.Document, offset int) bool {
	for _, s := range d.Shortcodes() {
		if !s.Closing && s.Partner >= 0 && s.End <= offset && offset < d.Shortcodes()[s.Partner].Start {
			return true
		}
	}
	return false
}

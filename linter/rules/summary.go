package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// hasSummary reports whether the page is of a kind that lists show with a
// summary, and in a markup that Hugo divides.
func hasSummary(p *lint.Pass) bool {
	switch p.Kind {
	case site.Home, site.PageKind, site.Section, site.Taxonomy, site.TermKind:
		return len(p.Dividers()) > 0
	case site.Shadowed:
		return len(p.Dividers()) > 0 && !isDropped(p)
	}
	return false
}

// hugoDivider returns the divider that Hugo divides the page at, or nil.
func hugoDivider(p *lint.Pass) *source.Divider {
	dividers := p.Dividers()
	for i := range dividers {
		if dividers[i].Hugo {
			return &dividers[i]
		}
	}
	return nil
}

// inShortcode reports whether s lies between the tags of a paired shortcode,
// where a divider gives no summary.
func inShortcode(p *lint.Pass, s text.Span) bool {
	for _, tag := range p.Shortcodes() {
		if tag.Start > s.Start {
			return false
		}
		if !tag.Closing && tag.Partner >= 0 && p.Shortcodes()[tag.Partner].Start > s.Start {
			return true
		}
	}
	return false
}

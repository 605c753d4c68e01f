package source

import (
	"cmp"
	"slices"

	"postlint/linter/text"
)

// Prose returns the stretches of the source that are running text: paragraphs,
// list items, table cells and headings, without code spans, raw HTML, comments,
// shortcode tags and link destinations. They are disjoint and in source order.
func (d *Document) Prose() []text.Span {
	body := d.Body()
	var blocks, holes []text.Span
	for _, p := range body.Paragraphs {
		blocks = append(blocks, p.Span)
	}
	for _, h := range body.Headings {
		blocks = append(blocks, h.Span)
	}
	if len(blocks) == 0 {
		return nil
	}
	holes = append(append(holes, body.CodeSpans...), body.Comments...)
	for _, h := range body.RawHTML {
		holes = append(holes, h.Span)
	}
	for _, l := range body.Links {
		switch l.Kind {
		case InlineLink:
			holes = append(holes, text.Span{Start: l.TextSpan.End, End: l.End})
		case ReferenceLink:
			holes = append(holes, text.Span{Start: max(l.TextSpan.End, l.Start), End: l.End})
		case AutoLink:
			holes = append(holes, l.Span)
		}
	}
	for _, i := range body.Images {
		holes = append(holes, i.Span)
	}
	for _, s := range d.Shortcodes {
		holes = append(holes, s.Span)
	}
	return subtract(sorted(blocks), sorted(holes))
}

func sorted(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return spans
}

// subtract returns what is left of blocks without holes; both are sorted, and either may overlap.
func subtract(blocks, holes []text.Span) []text.Span {
	var left []text.Span
	at, first := 0, 0
	for _, b := range blocks {
		at = max(at, b.Start)
		for first < len(holes) && holes[first].End <= at {
			first++
		}
		for _, h := range holes[first:] {
			if h.Start >= b.End {
				break
			}
			if h.Start > at {
				left = append(left, text.Span{Start: at, End: h.Start})
			}
			at = max(at, h.End)
		}
		if at < b.End {
			left = append(left, text.Span{Start: at, End: b.End})
			at = b.End
		}
	}
	return left
}

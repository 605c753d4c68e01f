package source

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/gohugoio/hugo/parser/pageparser"

	"postlint/linter/text"
)

var (
	htmlDivider = []byte("<!--more-->")
	orgDivider  = []byte("# more")
)

// readDividers notes Hugo's summary divider and whatever looks like one in
// the body, whose items are given.
func (d *Document) readDividers(items pageparser.Items, cfg pageparser.Config) {
	if s, ok := d.hugoDivider(items, cfg); ok {
		d.addDivider(s, true)
	}
	d.lookalikes()
	slices.SortFunc(d.dividers, func(a, b Divider) int { return cmp.Compare(a.Start, b.Start) })
}

func (d *Document) addDivider(s text.Span, hugo bool) {
	if len(d.dividers) > 0 && d.dividers[0].Overlaps(s) { // Hugo's comes first
		return
	}
	if i := d.tagAfter(s.Start); i < len(d.shortcodes) && d.shortcodes[i].Start < s.End {
		return
	}
	d.dividers = append(d.dividers, Divider{Span: s, Hugo: hugo, Text: d.Slice(s)})
}

// tagAfter returns the index of the first shortcode tag that ends after offset.
func (d *Document) tagAfter(offset int) int {
	i, _ := slices.BinarySearchFunc(d.shortcodes, offset+1, func(t Shortcode, end int) int { return cmp.Compare(t.End, end) })
	return i
}

// hugoDivider finds where Hugo divides. Its item takes in the white space that
// follows, which belongs to the body.
func (d *Document) hugoDivider(items pageparser.Items, cfg pageparser.Config) (text.Span, bool) {
	divider := htmlDivider
	if d.FrontMatter.Format == Org {
		divider = orgDivider
	}
	if cfg.NoSummaryDivider {
		return d.searchDivider(divider)
	}
	for _, it := range items {
		if it.Type == pageparser.TypeLeadSummaryDivider {
			return text.Span{Start: it.Pos(), End: it.Pos() + len(divider)}, true
		}
	}
	return text.Span{}, false
}

// searchDivider does pageparser's work in a file it was not asked to search:
// the first divider that is not inside a shortcode tag.
func (d *Document) searchDivider(divider []byte) (text.Span, bool) {
	for at := d.BodyStart; ; {
		n := bytes.Index(d.Src[at:], divider)
		if n < 0 {
			return text.Span{}, false
		}
		s := text.Span{Start: at + n, End: at + n + len(divider)}
		i := d.tagAfter(s.Start)
		if i == len(d.shortcodes) || d.shortcodes[i].Start >= s.End {
			return s, true
		}
		at = d.shortcodes[i].End
	}
}

// maxDividers bounds what is noted of a file that is nothing but dividers.
const maxDividers = 1000

// lookalikes adds what people write where they mean a divider.
func (d *Document) lookalikes() {
	for _, open := range []string{"<", "&lt;"} {
		for at := d.BodyStart; len(d.dividers) < maxDividers; {
			n := bytes.Index(d.Src[at:], []byte(open))
			if n < 0 {
				break
			}
			at += n
			size := lookalike(d.Src[at:], open)
			if size > 0 {
				d.addDivider(text.Span{Start: at, End: at + size}, false)
			}
			at += max(size, len(open))
		}
	}
	if d.Markup == MarkupOrg {
		d.orgLookalikes()
	}
}

// lookalike returns the length of the divider lookalike that b begins with, or
// 0. Letter case, the number and kind of dashes and white space may all be
// wrong, the "!" may be missing and the brackets may be entities.
func lookalike(b []byte, open string) int {
	rest := trimBlank(b[len(open):])
	bang := bytes.HasPrefix(rest, []byte("!"))
	rest, before := trimDashes(bytes.TrimPrefix(rest, []byte("!")))
	if before == 0 && !bang {
		return 0
	}
	rest = trimBlank(rest)
	word := dividerWord(rest)
	if word == 0 {
		return 0
	}
	rest, after := trimDashes(trimBlank(rest[word:]))
	rest = trimBlank(rest)
	if before == 0 && after == 0 || before+after < 2 {
		return 0
	}
	for _, end := range []string{">", "&gt;"} {
		if bytes.HasPrefix(rest, []byte(end)) {
			return len(b) - len(rest) + len(end)
		}
	}
	return 0
}

// dividerWord returns the length of the word for "more" that b begins with, or
// 0: Hugo's own in any letter case, WordPress' "read more", and Docusaurus'
// "truncate".
func dividerWord(b []byte) int {
	for _, word := range []string{"more", "read more", "readmore", "read-more", "truncate"} {
		if len(b) >= len(word) && bytes.EqualFold(b[:len(word)], []byte(word)) {
			return len(word)
		}
	}
	return 0
}

// trimBlank cuts blanks and no-break spaces, but no line ends.
func trimBlank(b []byte) []byte { return bytes.TrimLeft(b, " \t\u00a0") }

// trimDashes cuts dashes of any kind and counts them; an em dash is two
// hyphens in disguise, and so is an en dash that an editor made of them.
func trimDashes(b []byte) (rest []byte, n int) {
	for {
		r, size := utf8.DecodeRune(b)
		switch r {
		case '-', '‐', '‑', '−':
			n++
		case '–', '—':
			n += 2
		default:
			return b, n
		}
		b = b[size:]
	}
}

// orgLookalikes adds Org comments and headings-to-be that say "more" in
// another way than Hugo wants it: "# more", in lower case with one blank.
func (d *Document) orgLookalikes() {
	for line := d.Lines.Position(d.BodyStart).Line; line <= d.Lines.Count() && len(d.dividers) < maxDividers; line++ {
		s := trimSpan(d.Src, d.Lines.Span(line))
		b := d.Src[s.Start:s.End]
		if len(b) > 0 && b[0] == '#' && bytes.EqualFold(bytes.TrimSpace(bytes.TrimPrefix(b[1:], []byte("+"))), []byte("more")) {
			d.addDivider(s, false)
		}
	}
}

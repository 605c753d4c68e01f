package rules

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

var mixedToneStyle = lint.Rule{
	Name:     "mixed-tone-style",
	Summary:  "tone mark where this site does not put it",
	Family:   lint.Text,
	Severity: lint.Info,
	Since:    "0.1.0",
	Policy:   true,
	Fix:      lint.UnsafeFix,
	Checker:  mixedToneStyleChecker{},
}

type mixedToneStyleChecker struct {
	Style string `doc:"\"old\" (hòa, thủy) or \"new\" (hoà, thuỷ); where empty, what most titles and terms of the site have."`
}

func (c mixedToneStyleChecker) Check(p *lint.Pass) {
	if l := languageOf(p.Language); l == nil || l.code != "vi" || !hasToned(p) {
		return
	}
	style := c.style(p)
	if style == vietnamese.Unknown {
		return
	}
	for _, s := range readable(p) {
		for w := range toned(p, s) {
			word := p.Slice(w)
			if vietnamese.ToneStyleOf(word) == style {
				continue
			}
			usual := vietnamese.WithToneStyle(word, style)
			edits := []text.Edit{text.Replace(w, usual)}
			if changesURL(p, w) {
				edits, _ = withAlias(p, edits)
			}
			p.Report(lint.Diagnostic{
				Span:    w,
				Message: lint.Msg("%q is written %q on this site", word, usual),
				Effect:  lint.Msg("a search for one does not find the other"),
				Fixes:   []lint.Fix{{Title: lint.Msg("Write %q", usual), Unsafe: true, Edits: edits}},
			})
		}
	}
}

// hasToned reports whether any word of the file is written differently in the
// two styles, code included.
func hasToned(p *lint.Pass) bool {
	for range toned(p, text.Span{End: len(p.Src)}) {
		return true
	}
	return false
}

// style returns the style the post should have: the configured one, the site's, or
// where its titles and terms do not tell, the one of most syllables of the post.
func (c mixedToneStyleChecker) style(p *lint.Pass) vietnamese.ToneStyle {
	for _, s := range []vietnamese.ToneStyle{vietnamese.Old, vietnamese.New} {
		if c.Style == s.String() {
			return s
		}
	}
	if s := p.Site.ToneStyle(p.Language); s != vietnamese.Unknown {
		return s
	}
	count := map[vietnamese.ToneStyle]int{}
	for _, s := range readable(p) {
		for w := range toned(p, s) {
			count[vietnamese.ToneStyleOf(p.Slice(w))]++
		}
	}
	switch {
	case count[vietnamese.Old] > count[vietnamese.New]:
		return vietnamese.Old
	case count[vietnamese.New] > count[vietnamese.Old]:
		return vietnamese.New
	}
	return vietnamese.Unknown
}

// toned yields the words in s that the two styles write differently.
func toned(p *lint.Pass, s text.Span) iter.Seq[text.Span] {
	return func(yield func(text.Span) bool) {
		for at := s.Start; at < s.End; {
			word := text.Span{Start: at, End: at}
			accents := false
			for word.End < s.End {
				r, n := utf8.DecodeRune(p.Src[word.End:s.End])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '_' {
					break
				}
				accents = accents || r >= utf8.RuneSelf
				word.End += n
			}
			if accents && vietnamese.ToneStyleOf(p.Slice(word)) != vietnamese.Unknown && !yield(word) {
				return
			}
			at = word.End
			if at < s.End && word.Len() == 0 {
				_, n := utf8.DecodeRune(p.Src[at:s.End])
				at += n
			}
		}
	}
}

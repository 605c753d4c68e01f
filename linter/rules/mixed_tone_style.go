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
		for at := s.Start + 1; at < s.End; at++ {
			if !tonedPairs.Has(p.Src[at-1], p.Src[at]) || !mayEndWord(p.Src[:s.End], at) {
				continue
			}
			word := wordAround(p.Src, s, at)
			if vietnamese.ToneStyleOf(p.Slice(word)) != vietnamese.Unknown && !yield(word) {
				return
			}
			at = max(at, word.End-1)
		}
	}
}

// tonedPairs are the bytes that stand side by side in the rimes oa, oe and uy
// with a mark on either letter: the last byte of the first letter and the first
// byte of the last one.
var tonedPairs = func() *text.Pairs {
	var pairs text.Pairs
	for _, rime := range []struct{ firsts, lasts string }{
		{"oòỏõóọOÒỎÕÓỌ", "aàảãáạAÀẢÃÁẠeèẻẽéẹEÈẺẼÉẸ"}, {"uùủũúụUÙỦŨÚỤ", "yỳỷỹýỵYỲỶỸÝỴ"},
	} {
		for _, first := range rime.firsts {
			for _, last := range rime.lasts {
				if first >= utf8.RuneSelf != (last >= utf8.RuneSelf) {
					a := string(first)
					pairs.Add(a[len(a)-1], string(last)[0])
				}
			}
		}
	}
	return &pairs
}()

// mayEndWord reports whether a word may end with the vowel that begins at i.
func mayEndWord(src []byte, i int) bool {
	end := i + 1
	switch src[i] {
	case 0xC3:
		end = i + 2
	case 0xE1:
		end = i + 3
	}
	return end >= len(src) || !isASCIIWord(src[end])
}

func isASCIIWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_'
}

// wordAround returns the letters, marks, digits and underscores around the
// character at offset at, within s.
func wordAround(src []byte, s text.Span, at int) text.Span {
	word := text.Span{Start: at, End: at}
	for word.Start > s.Start {
		r, n := utf8.DecodeLastRune(src[s.Start:word.Start])
		if !isWordRune(r) {
			break
		}
		word.Start -= n
	}
	for word.End < s.End {
		r, n := utf8.DecodeRune(src[word.End:s.End])
		if !isWordRune(r) {
			break
		}
		word.End += n
	}
	return word
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '_'
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var wrongLanguage = lint.Rule{
	Name:     "wrong-language",
	Summary:  "text in another language than its page's",
	Family:   lint.Text,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  wrongLanguageChecker{MinWords: 50},
}

type wrongLanguageChecker struct {
	MinWords int `doc:"Texts with fewer words than this are not judged."`
}

// peek is how much of a body is enough to see that it is in the right language,
// which most are: no Markdown is parsed for those.
const peek = 384

func (c wrongLanguageChecker) Check(p *lint.Pass) {
	if !p.IsPost() || len(p.Site.Config.Languages) == 1 && p.Language == "en" {
		return // "en" is what Hugo assumes where nobody said anything
	}
	expected := languageOf(p.Language)
	if expected == nil || c.inLanguage(expected, p.Src[p.BodyStart:min(p.BodyStart+peek, len(p.Src))]) {
		return
	}
	prose, first := proseOf(p)
	share, count := expected.shareOf(prose)
	if count < c.MinWords || share > expected.stray() {
		return
	}
	if is := recognise(prose); is != nil && is != expected {
		p.Report(lint.Diagnostic{
			Span:    first,
			Message: lint.Msg("the text is in %s, the page's language is %q", is.name, p.Language),
			Effect:  lint.Msg("browsers, screen readers and search engines take it for %s", expected.name),
		})
	}
}

// inLanguage reports whether the beginning of a body shows that it is in l.
func (c wrongLanguageChecker) inLanguage(l *knownLanguage, body []byte) bool {
	if l.code == "vi" && plainlyVietnamese(body) {
		return true
	}
	share, _ := l.shareOf(string(body))
	return share > 2*l.stray()
}

// plainlyVietnamese reports whether one byte in twenty begins a letter of
// Latin Extended Additional (U+1E80 to U+1EFF), where hardly any other language
// than Vietnamese has its letters.
func plainlyVietnamese(body []byte) bool {
	letters := 0
	for i := 1; i < len(body); i++ {
		if body[i-1] == 0xE1 && body[i]|1 == 0xBB {
			letters++
		}
	}
	return letters > 0 && letters*20 >= len(body)
}

// proseOf returns the paragraphs of a post that are its own words, without code, quotes
// and tables, and the place of the first words.
func proseOf(p *lint.Pass) (prose string, first text.Span) {
	var b strings.Builder
	paragraphs := p.Body().Paragraphs
	next := 0
	for _, s := range p.Body().Texts {
		for next < len(paragraphs) && paragraphs[next].End <= s.Start {
			next++
		}
		if next == len(paragraphs) || !paragraphs[next].Contains(s) || paragraphs[next].InQuote || paragraphs[next].InTable {
			continue
		}
		if first.IsZero() {
			first = firstWords(p, s)
		}
		b.Write(p.Src[s.Start:s.End])
		b.WriteByte('\n')
	}
	return b.String(), first
}

// firstWords returns the place of the first few words in s.
func firstWords(p *lint.Pass, s text.Span) text.Span {
	const few = 5
	end := s.Start
	for range few {
		rest := p.Slice(text.Span{Start: end, End: s.End})
		word := strings.TrimLeft(rest, " \t")
		if i := strings.IndexAny(word, " \t\r\n"); i > 0 {
			end += len(rest) - len(word) + i
		} else {
			return s
		}
	}
	return text.Span{Start: s.Start, End: end}
}

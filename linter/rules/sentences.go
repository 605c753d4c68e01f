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
	"postlint/linter/vietnamese"
)

// A word is a word of a sentence.
type word struct {
	text.Span          // of a term shortcode's words the whole shortcode
	lower       string // as written, in lower case
	stem        string // without accents and English endings
	before      pause  // what stands between it and the word before
	entry       *site.Entry
	entryLength int // words of the mention of entry that begins here
}

// A pause is what separates two words.
type pause int

const (
	noPause pause = iota
	comma         // , ; ( )
	colon         // : – —
)

// A sentence is a run of words in a paragraph.
type sentence struct {
	words    []word
	first    bool // of its paragraph
	question bool
}

// A wordReader cuts the paragraphs of a page into sentences.
type wordReader struct {
	p        *lint.Pass
	mentions []site.Mention
	texts    []text.Span
	terms    []source.Shortcode // that name an entry
	out      []sentence
	now      sentence
	end      int // of the last word
}

func newWordReader(p *lint.Pass, mentions []site.Mention) *wordReader {
	r := &wordReader{p: p, mentions: mentions, texts: p.Body().Texts}
	for _, c := range p.Shortcodes() {
		if name, ok := entryOfShortcode(c); ok && !c.InCode && p.Site.Glossary(p.Language).Entry(name.Value) != nil {
			r.terms = append(r.terms, c)
		}
	}
	return r
}

// sentences returns the sentences within a span, in order.
func (r *wordReader) sentences(s text.Span) []sentence {
	r.out, r.now, r.end = nil, sentence{first: true}, s.Start
	t, _ := slices.BinarySearchFunc(r.texts, s.Start, func(x text.Span, at int) int { return x.End - at })
	c, _ := slices.BinarySearchFunc(r.terms, s.Start, func(x source.Shortcode, at int) int { return x.End - at })
	for {
		hasText := t < len(r.texts) && r.texts[t].Start < s.End
		hasTerm := c < len(r.terms) && r.terms[c].Start < s.End
		switch {
		case hasTerm && (!hasText || r.terms[c].Start < r.texts[t].Start):
			r.addTerm(r.terms[c])
			c++
		case hasText:
			r.addText(text.Span{Start: max(r.texts[t].Start, s.Start), End: min(r.texts[t].End, s.End)})
			t++
		default:
			r.pause(s.End)
			r.close(false)
			return r.out
		}
	}
}

// addText adds the words of a run of plain text.
func (r *wordReader) addText(s text.Span) {
	for at := s.Start; at < s.End; {
		c, size := utf8.DecodeRune(r.p.Src[at:s.End])
		if !inWord(c) {
			at += size
			continue
		}
		start := at
		for at < s.End {
			if c, size = utf8.DecodeRune(r.p.Src[at:s.End]); !inWord(c) {
				break
			}
			at += size
		}
		before := r.pause(start)
		r.add(text.Span{Start: start, End: at}, string(r.p.Src[start:at]), before)
		i, found := slices.BinarySearchFunc(r.mentions, start, func(m site.Mention, at int) int { return m.Start - at })
		if found && r.mentions[i].Entry != nil {
			last := &r.now.words[len(r.now.words)-1]
			last.entry = r.mentions[i].Entry
			last.entryLength = len(strings.FieldsFunc(r.p.Slice(r.mentions[i].Span), notWord))
		}
		r.end = at
	}
}

// addTerm adds the words that a term shortcode shows.
func (r *wordReader) addTerm(c source.Shortcode) {
	before := r.pause(c.Start)
	entry := r.p.Site.Glossary(r.p.Language).Entry(c.Params[0].Value)
	shown := entry.Title()
	if len(c.Params) > 1 && c.Params[1].Value != "" {
		shown = c.Params[1].Value
	}
	words := strings.FieldsFunc(shown, func(c rune) bool { return !inWord(c) })
	for i, w := range words {
		r.add(c.Span, w, before)
		before = noPause
		if i == 0 {
			last := &r.now.words[len(r.now.words)-1]
			last.entry, last.entryLength = entry, len(words)
		}
	}
	r.end = c.End
}

func (r *wordReader) add(s text.Span, written string, before pause) {
	lower := strings.ToLower(written)
	r.now.words = append(r.now.words, word{Span: s, lower: lower, stem: stem(lower), before: before})
}

// pause reads what stands between the last word and start, and ends the sentence
// where that ends one.
func (r *wordReader) pause(start int) (before pause) {
	gap := r.p.Src[r.end:max(start, r.end)]
	for i, c := range string(gap) {
		switch c {
		case ',', ';', '(', ')':
			before = max(before, comma)
		case ':', '–', '—':
			before = colon
		case '.', '!', '?', '…':
			if next := gap[i+utf8.RuneLen(c):]; len(next) == 0 && c == '.' && start < len(r.p.Src) && inWord(rune(r.p.Src[start])) {
				continue // within a word: 2.0
			}
			r.close(c == '?')
			before = noPause
		}
	}
	return before
}

func (r *wordReader) close(question bool) {
	if len(r.now.words) > 0 {
		r.now.question = question
		r.out = append(r.out, r.now)
		r.now = sentence{}
	}
}

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// stem returns what the forms of a word have in common: accents and the regular
// English endings are cut off. It errs where that does no harm, since both sides of a
// comparison are cut alike.
func stem(lower string) string {
	s := vietnamese.Fold(lower)
	switch {
	case s != lower: // Vietnamese has no endings
		return s
	case strings.HasSuffix(s, "ing") && len(s) > 5:
		s = s[:len(s)-3]
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		s = s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "ed") && len(s) > 4:
		s = s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 3:
		s = s[:len(s)-1]
	}
	s = strings.TrimSuffix(s, "e")
	if before, ok := strings.CutSuffix(s, "is"); ok && len(s) > 5 {
		s = before + "iz" // prioritise, prioritize
	}
	return s
}

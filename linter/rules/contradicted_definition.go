package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var contradictedDefinition = lint.Rule{
	Name:     "contradicted-definition",
	Summary:  "post that says of a term what the glossary says of another",
	Family:   lint.Glossary,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  contradictedDefinitionChecker{},
}

type contradictedDefinitionChecker struct{}

func (contradictedDefinitionChecker) Check(p *lint.Pass) {
	g := p.Site.Glossary(p.Language)
	if !g.Claims || !p.IsPost() {
		return
	}
	mentions := g.Mentions(p.Src, p.BodyStart)
	claims := claimsIn(p, g, mentions)
	if len(claims) == 0 {
		return
	}
	r := newWordReader(p, mentions)
	headings, end := p.Headings(), 0
	for _, paragraph := range p.Body().Paragraphs {
		var subject *site.Entry
		for len(headings) > 0 && headings[0].End <= paragraph.Start {
			if headings[0].Start >= end {
				subject = onlyEntry(r.sentences(headings[0].Span))
			}
			headings = headings[1:]
		}
		end = paragraph.End
		if paragraph.InQuote || paragraph.InTable {
			continue
		}
		for _, s := range r.sentences(paragraph.Span) {
			subject = checkSentence(p, claims, s, subject)
		}
	}
}

// claimsIn returns the claims against each entry that a page names.
func claimsIn(p *lint.Pass, g *site.Glossary, mentions []site.Mention) map[*site.Entry][]claim {
	claims := map[*site.Entry][]claim{}
	add := func(e *site.Entry) {
		if _, done := claims[e]; done || e == nil {
			return
		}
		if against := claimsAgainst(g, e); len(against) > 0 {
			claims[e] = against
		}
	}
	for _, m := range mentions {
		add(m.Entry)
	}
	for _, c := range p.Shortcodes() {
		if name, ok := entryOfShortcode(c); ok {
			add(g.Entry(name.Value))
		}
	}
	return claims
}

// checkSentence reports the claims that a sentence makes. before is whom a
// pronoun at its beginning means; checkSentence returns the same for the next sentence.
func checkSentence(p *lint.Pass, claims map[*site.Entry][]claim, s sentence, before *site.Entry) (subject *site.Entry) {
	plain := !s.question && !slices.ContainsFunc(s.words, func(w word) bool { return doubts[w.lower] })
	if n := pronounLength(s.words); n > 0 && before != nil {
		if plain {
			checkClaims(p, claims[before], before, s.words, n)
		}
		subject = before
	}
	for i, w := range s.words {
		if w.entry == nil || !isSubject(s.words, i) {
			continue
		}
		if plain {
			checkClaims(p, claims[w.entry], w.entry, s.words, i+w.entryLength)
		}
		if subject == nil {
			subject = w.entry
		}
	}
	if subject != nil && namesOther(s.words, subject) {
		return nil
	}
	return subject
}

// checkClaims reports a claim that begins at word i, or after the verb and what
// else belongs to it.
func checkClaims(p *lint.Pass, claims []claim, subject *site.Entry, words []word, i int) {
	verb, again := false, false
	for ; i < len(words); i++ {
		w := words[i]
		if w.before == comma && !again && w.entry != subject && !relative[w.lower] {
			return
		}
		for _, c := range claims {
			end, ok := c.matchAt(words, i)
			if ok && (verb || w.before == colon || isVerb(w, c)) && endsPhrase(words, end) {
				reportClaim(p, c, subject, spanOf(words[i:end]))
				return
			}
		}
		again = w.entry == subject
		switch {
		case again: // Product Owner (PO) is
			i += w.entryLength - 1
		case predicates[w.lower]:
			verb = true
		default:
			return
		}
	}
}

// isVerb reports whether a claim that follows its subject at once says what that
// does: "manages the backlog" where the glossary has "managing the backlog".
func isVerb(w word, c claim) bool {
	return isVietnamesePhrase(c.phrase.Text) || strings.HasSuffix(lowerWords(c.phrase.Text)[0], "ing") && !strings.HasSuffix(w.lower, "ing")
}

// isSubject reports whether the mention at word i begins a clause. In "the team of
// the product owner is …" it does not.
func isSubject(words []word, i int) bool {
	start := i
	for start > 0 && words[start].before == noPause && determiners[words[start-1].lower] {
		start--
	}
	switch {
	case start == 0:
		return true
	case words[start].before != noPause:
		return !endsMention(words, start)
	case joining[words[start-1].lower]:
		return !endsMention(words, start-1)
	}
	return false
}

// endsMention reports whether a mention of an entry ends right before word i.
func endsMention(words []word, i int) bool {
	for k := range i {
		if words[k].entry != nil && k+words[k].entryLength == i {
			return true
		}
	}
	return false
}

// endsPhrase reports whether the words before i are a whole: what follows does not
// make something else of them, as "meeting" does of "the product roadmap".
func endsPhrase(words []word, i int) bool {
	return i >= len(words) || words[i].before != noPause || afterPhrase[words[i].lower]
}

// onlyEntry returns the entry that a heading is about, if it names just one.
func onlyEntry(heading []sentence) (only *site.Entry) {
	for _, s := range heading {
		for _, w := range s.words {
			if w.entry != nil && only != nil && w.entry != only {
				return nil
			}
			if w.entry != nil {
				only = w.entry
			}
		}
	}
	return only
}

// namesOther reports whether a sentence names an entry beside e that a pronoun
// could mean just as well.
func namesOther(words []word, e *site.Entry) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.entry != nil && w.entry != e })
}

func reportClaim(p *lint.Pass, c claim, subject *site.Entry, span text.Span) {
	d := lint.Diagnostic{
		Span:    span,
		Message: lint.Msg("this is said of %q", subject.Title()),
		Effect:  lint.Msg("readers learn the opposite of what the glossary says: it belongs to %q", c.of.Title()),
		Related: []lint.Related{entryRelated(c.of, c.phrase.Span, lint.Msg("what belongs to %q", c.of.Title()))},
	}
	if c.of == subject {
		d.Effect = lint.Msg("readers learn the opposite of what the glossary says: it does not belong to %q", subject.Title())
		d.Related[0].Message = lint.Msg("what does not belong to %q", subject.Title())
	}
	p.Report(d)
}

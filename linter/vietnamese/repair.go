package vietnamese

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word or a symbol of a line, damaged or not. Positions are
// indexes of runes.
type token struct {
	start, end int
	readings   []string // what s[start:end] may have been, best first; nil when clean
	sure       bool     // damage, whatever stands beside it
	certain    bool     // one reading only
	ascii      bool
}

// maxGap is how many clean ASCII words may stand between a word that is sure to
// be damaged and one that only looks like it.
const maxGap = 3

// repair finds the damage of one line.
func (l layer) repair(seen evidence, encoding string) []Damage {
	tokens := tokenize(l.runes, seen)
	for i, t := range tokens {
		if t.readings != nil && l.overlaps(l.deep, t) {
			tokens[i].sure = true
		}
	}
	spread(tokens)
	slices.Reverse(tokens)
	spread(tokens)
	slices.Reverse(tokens)
	var found []Damage
	for _, t := range tokens {
		if !t.sure || t.readings == nil {
			continue
		}
		d := Damage{Start: l.offsets[t.start], End: l.offsets[t.end], Text: t.readings[0], Certain: t.certain, Encoding: encoding}
		if l.overlaps(l.doubted, t) {
			d.Certain = false
		}
		if !d.Certain {
			d.Alternatives = t.readings
		}
		found = append(found, d)
	}
	return found
}

// deepRepairs finds the damage of a line that one round was undone in, as far
// as it needed that.
func (l layer) deepRepairs(seen evidence) []Damage {
	return slices.DeleteFunc(l.repair(seen, ReadAsCP1252Twice), func(d Damage) bool {
		return !touches(l.deep, d.Start, d.End)
	})
}

// spread makes a token that only looks damaged sure when one before it is, with
// nothing between them but a few words of ASCII: damage comes in stretches.
func spread(tokens []token) {
	gap := maxGap + 1
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.sure:
			gap = 0
		case t.readings != nil && gap <= maxGap:
			t.sure, gap = true, 0
		case t.ascii:
			gap++
		default:
			gap = maxGap + 1
		}
	}
}

func tokenize(rs []rune, seen evidence) []token {
	var tokens []token
	for p := 0; p < len(rs); {
		if t, ok := symbol(rs, p); ok {
			tokens = append(tokens, t)
			p = t.end
		} else if unicode.IsLetter(rs[p]) {
			t := word(rs, p, seen, tokens)
			tokens = append(tokens, t)
			p = t.end
		} else {
			p++
		}
	}
	return tokens
}

// A part is one damaged character of a word.
type part struct {
	start, next int
	lost        bool
}

// partsOf lists the damaged characters of the word at p, and its literal end.
func partsOf(rs []rune, p int) (parts []part, end int) {
	for p < len(rs) {
		if s, ok := whole(rs, p); ok {
			if !latinLetter(s.r) {
				break
			}
			parts = append(parts, part{p, s.next, false})
			p = s.next
		} else if key, next := partialKey(rs, p); key != "" {
			parts = append(parts, part{p, next, true})
			p = next
		} else if unicode.IsLetter(rs[p]) && !symbolStart(rs, p) {
			p++
		} else {
			break
		}
	}
	return parts, p
}

// word reads the word at p; before are the tokens already read.
func word(rs []rune, p int, seen evidence, before []token) token {
	parts, end := partsOf(rs, p)
	end = max(end, p+1)
	t := token{start: p, end: end, ascii: asciiOnly(rs[p:end])}
	if len(parts) == 0 {
		return t
	}
	all := readWord(rs, p, seen)
	fit := syllables(rs, all)
	lost := slices.ContainsFunc(parts, func(c part) bool { return c.lost })
	for _, c := range parts {
		if c.lost {
			t.sure = t.sure || len(fit) > 0 && sureLoss(rs, c.start, c.next)
		} else {
			t.sure = t.sure || sureSequence(rs, c.start, c.next, len(fit) > 0)
		}
	}
	switch {
	case len(fit) > 0:
		t.choose(rs, fit, before, lost, seen)
	case !lost && t.sure && len(all) > 0 && foreignWord(all[0].text):
		t.readings, t.certain = []string{all[0].text}, true
	}
	if last := rs[t.end-1]; strings.ContainsRune(closers, last) && openQuote(rs[:p]) && !t.sure {
		t.readings = nil
	}
	return t
}

// foreignWord says whether a repaired word that is no syllable may be a word of
// another language, or the sign of the currency: it has letters of ASCII and
// none of those that text damaged twice shows after one round.
func foreignWord(text string) bool {
	return text == "đ" || usualCase(text) && strings.ContainsFunc(text, func(r rune) bool { return r < 0x80 }) && !strings.ContainsAny(text, "ÂÃ")
}

// choose puts the readings in order.
func (t *token) choose(rs []rune, fit []reading, before []token, lost bool, seen evidence) {
	end := 0
	for i := range fit {
		end = max(end, fit[i].end)
	}
	previous := lastWord(rs, before)
	initial := sentenceStart(rs, t.start)
	for i := range fit {
		fit[i].score = fit[i].rate(previous, wordsAfter(rs, fit[i].end, seen), initial)
	}
	slices.SortStableFunc(fit, func(a, b reading) int { return b.score - a.score })
	for _, r := range fit {
		text := r.text + string(rs[r.end:end])
		if !slices.Contains(t.readings, text) {
			t.readings = append(t.readings, text)
		}
	}
	literal := string(rs[t.start:t.end])
	t.end = end
	t.certain = len(t.readings) == 1 && !(lost && IsSyllable(literal) && usualCase(literal))
}

// rate weighs a reading: how common the word is, whether it makes a common pair
// with the word before or after, how likely the loss, and whether a capital
// stands where one is expected.
func (r reading) rate(previous string, next []string, initial bool) int {
	lower := strings.ToLower(r.text)
	score := 10 * weight(lower)
	if paired(previous, lower) {
		score += 60
	}
	for _, n := range next {
		if paired(lower, n) {
			score += 60
			break
		}
	}
	if r.splits {
		score -= 25
	}
	if r.loss&lostMerged != 0 {
		score -= 15
	}
	if r.loss&lostNBSP != 0 {
		score -= 5
	}
	first, _ := utf8.DecodeRuneInString(r.text)
	if unicode.IsUpper(first) != initial {
		score -= 12
	}
	return score
}

// lastWord is the word before, as it reads repaired, in lower case.
func lastWord(rs []rune, before []token) string {
	if len(before) == 0 {
		return ""
	}
	t := before[len(before)-1]
	if t.readings != nil {
		return strings.TrimSpace(strings.ToLower(t.readings[0]))
	}
	return strings.ToLower(string(rs[t.start:t.end]))
}

// wordsAfter is what the next word may be, in lower case.
func wordsAfter(rs []rune, p int, seen evidence) []string {
	for p < len(rs) && rs[p] == ' ' {
		p++
	}
	if p == len(rs) || !unicode.IsLetter(rs[p]) {
		return nil
	}
	var all []string
	for _, r := range readWord(rs, p, seen) {
		if r.syllable {
			all = append(all, strings.ToLower(r.text))
		}
	}
	return all
}

// sentenceStart says whether a capital is expected at p: at the start of the
// line or behind a full stop, whatever symbols stand between.
func sentenceStart(rs []rune, p int) bool {
	for p--; p >= 0; p-- {
		switch r := rs[p]; {
		case r == '.' || r == '!' || r == '?' || r == ':':
			return true
		case r == ',' || r == ';' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return false
		}
	}
	return true
}

func asciiOnly(rs []rune) bool {
	for _, r := range rs {
		if r >= 0x80 {
			return false
		}
	}
	return true
}

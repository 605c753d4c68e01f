package vietnamese

import (
	"strings"
	"unicode"
)

// minForeign is how many characters in a row must read as UTF-8 for text in
// another script to count as damaged: three are at least six letters and
// symbols in strict alternation.
const minForeign = 3

// symbol reads a damaged punctuation mark, symbol, emoji or a stretch of
// another script at rs[p].
func symbol(rs []rune, p int) (token, bool) {
	if rs[p] < 0xC2 || rs[p] > 0xF4 {
		return token{}, false
	}
	if t, ok := foreign(rs, p); ok {
		return t, true
	}
	s, ok := whole(rs, p)
	if ok && latinLetter(s.r) {
		return token{}, false
	}
	if !ok {
		return lostSymbol(rs, p)
	}
	if !symbolic(s.r) || s.r == 0xFE0F && !afterSymbol(rs, p) {
		return token{}, false
	}
	t := token{start: p, end: s.next, sure: sureSequence(rs, p, s.next, false)}
	if !t.sure && strings.ContainsRune(closers, rs[s.next-1]) {
		return token{}, false
	}
	t.readings, t.certain = []string{string(s.r)}, true
	t.sure = t.sure || s.r == 0xFE0F
	return t, true
}

// symbolic says whether r is one of the characters that damaged text is
// expected to hold besides letters.
func symbolic(r rune) bool {
	return r >= 0xA0 && r < 0xC0 || r >= 0x2000 && r < 0x2C00 || r == 0xFE0F || r == 0xFEFF || r >= 0x1F000 && r < 0x1FB00
}

// afterSymbol says whether what stands before p is a damaged symbol too, which
// a variation selector belongs to.
func afterSymbol(rs []rune, p int) bool {
	for back := 2; back <= 4 && back <= p; back++ {
		if s, ok := whole(rs, p-back); ok && s.next == p {
			return true
		}
	}
	return false
}

// foreign reads a stretch of text in another script.
func foreign(rs []rune, p int) (token, bool) {
	if s, ok := whole(rs, p); !ok || !foreignLetter(s.r) {
		return token{}, false
	}
	var text []rune
	end := p
	for end < len(rs) {
		s, ok := whole(rs, end)
		if !ok {
			break
		}
		text = append(text, s.r)
		end = s.next
	}
	letters := 0
	for _, r := range text {
		if foreignLetter(r) {
			letters++
		}
	}
	if len(text) < minForeign || letters < minForeign {
		return token{}, false
	}
	return token{start: p, end: end, readings: []string{string(text)}, sure: true, certain: true}, true
}

func foreignLetter(r rune) bool { return unicode.IsLetter(r) && !latinLetter(r) }

// lostSymbol reads a closing quotation mark, whose last byte windows-1252 leaves
// undefined, a no-break space that became a space, or an emoji that lost a byte.
// The mark is certain when one is open.
func lostSymbol(rs []rune, p int) (token, bool) {
	rest := rs[p:]
	if len(rest) == 3 && string(rest) == "âš " || len(rest) > 3 && string(rest[:4]) == "âš ï" {
		return token{start: p, end: p + 3, readings: []string{"⚠"}, sure: true, certain: true}, true
	}
	if !symbolStart(rs, p) {
		return token{}, false
	}
	switch rest[0] {
	case 'Â':
		return token{start: p, end: p + 2, readings: []string{"\u00A0"}, sure: true}, true
	case 'â':
		t := token{start: p, end: p + 2, readings: []string{"”"}, certain: openDamaged(rs[:p])}
		t.sure = t.certain || p > 0 && !unicode.IsSpace(rs[p-1])
		return t, true
	case 'ð':
		return lostEmoji(rs, p)
	}
	return token{}, false
}

// symbolStart says whether rs[p] starts what is left of a damaged symbol.
func symbolStart(rs []rune, p int) bool {
	if p+1 >= len(rs) {
		return false
	}
	switch rs[p] {
	case 'â':
		return rs[p+1] == '€'
	case 'ð':
		return rs[p+1] == 'Ÿ'
	case 'Â':
		return rs[p+1] == ' ' && p > 0 && beforeNBSP(rs[p-1])
	}
	return false
}

// openDamaged says whether a damaged “ stands open before.
func openDamaged(rs []rune) bool {
	open := 0
	for i := max(0, len(rs)-maxQuote); i+1 < len(rs); i++ {
		if rs[i] == 'â' && rs[i+1] == '€' {
			if i+2 < len(rs) && rs[i+2] == 'œ' {
				open++
			} else if _, ok := whole(rs, i); !ok {
				open--
			}
		}
	}
	return open > 0
}

// lostEmoji reads an emoji without one of its last two bytes.
func lostEmoji(rs []rune, p int) (token, bool) {
	end := p + 2
	var left []byte
	for end < len(rs) && len(left) < 2 {
		b, ok := byteOf(rs[end])
		if !ok || b >= 0xC0 {
			break
		}
		left = append(left, b)
		end++
	}
	if len(left) != 1 {
		return token{}, false
	}
	t := token{start: p, end: end, sure: true}
	for _, e := range commonEmoji {
		b := string(e)
		if len(b) == 4 && (b[2] == left[0] && losable(b[3]) || b[3] == left[0] && losable(b[2])) {
			t.readings = append(t.readings, b)
		}
	}
	return t, t.readings != nil
}

func losable(b byte) bool {
	switch b {
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0, 0xAD:
		return true
	}
	return false
}

// commonEmoji lists emoji that lose a byte and are seen often, the more common
// first. Own compilation.
const commonEmoji = "😍😭🙏👍🔍🏆😁🐍🍀📝🏠🐧😐😏🎁🍎💡🌐📍🏡👏🔐🐳💐🎯🏃🍕🍊🔝🐶🐱🍁🌟🏅🌍🐘🏢🏁🍞🐝🍉🌠😝📐👐🍏🐞🏝🛍😠🤝🧠🤍🥰"

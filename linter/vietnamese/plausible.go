package vietnamese

import (
	"strings"
	"unicode"
)

// Symbols that stand directly behind a letter in undamaged text: closing
// quotation marks of any language, dashes, dots, signs and footnote marks.
const (
	closers = "’”»›‘“«‹…–—•·"
	signs   = "©®™°ªº¹²³´¨¯¸†‡±½¼¾€§¶ŠšŒœŽžŸ"
)

// sureSequence says whether the characters at rs[p:next] cannot be anything but
// damage, whatever the language: a capital inside a lower-case word, or a symbol
// behind a letter where nobody puts one. syllable says that the word they are
// in, read as UTF-8, is a syllable.
func sureSequence(rs []rune, p, next int, syllable bool) bool {
	lead, last := rs[p], rs[next-1]
	before, after := rune(0), rune(0)
	if p > 0 {
		before = rs[p-1]
	}
	if next < len(rs) {
		after = rs[next]
	}
	inWord := unicode.IsLetter(after) && !strings.ContainsRune(signs, after)
	closing := strings.ContainsRune(closers, last)
	switch {
	case lead == 'ð':
		return rs[p+1] == 'Ÿ'
	case lead == 'ï':
		return string(rs[p:next]) == "ï»¿"
	case lead == 'á':
		if rs[p+1] == 'º' {
			return true
		}
		if closing || strings.ContainsRune(signs, last) {
			// Behind » only a few of them end a word of undamaged text.
			atEnd := !strings.ContainsRune("’”›»…–—", last)
			return (inWord || atEnd) && syllable && !openQuote(rs[:p])
		}
		return rs[p+1] == '»'
	case lead == 'â':
		return rs[p+1] == '€' || !unicode.IsLetter(before) && !strings.ContainsRune(closers, rs[p+1])
	case lead == 'Â' && last == 0xA0:
		return before == 0xA0 || beforeNBSP(before)
	case lead == 'Â':
		return unicode.IsDigit(before) || unicode.IsLower(before) || !unicode.IsLetter(before) && strings.ContainsRune("©£¡¿§®¥¢", last)
	case next-p != 2 || lead > 'Å' && lead != 'Æ':
		return false
	case lead == 'Ä' && last == '‘' && unicode.IsDigit(before): // 10.000đ
		return true
	case closing:
		return inWord && syllable && !openQuote(rs[:p])
	case unicode.IsLower(before):
		return true
	case strings.ContainsRune(signs, last):
		return inWord
	}
	return true
}

// beforeNBSP says whether Â behind r and before a space can only be the first
// byte of U+00A0, since no word starts or ends like that.
func beforeNBSP(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsLower(r) || r != 0 && strings.ContainsRune(".,;:!?)]*`", r)
}

// maxQuote is how many characters back an opening quotation mark is looked for.
const maxQuote = 400

// openQuote says whether a quotation mark is open at the end of rs, so that a
// closing one behind the next word is only that. Marks that are bytes of damaged
// characters do not count.
func openQuote(rs []rune) bool {
	open := 0
	for p := max(0, len(rs)-maxQuote); p < len(rs); p++ {
		if s, ok := whole(rs, p); ok {
			p = s.next - 1
			continue
		}
		switch rs[p] {
		case '«', '“', '„', '‹', '‚', '‘':
			open++
		case '»', '”', '›':
			open--
		}
	}
	return open > 0
}

// sureLoss says the same of a character without its last byte, in a word that
// reads as a syllable: á and an ordinal sign inside a word, or a capital behind
// a small letter.
func sureLoss(rs []rune, p, next int) bool {
	inWord := next < len(rs) && unicode.IsLetter(rs[next])
	switch rs[p] {
	case 'á':
		return inWord && (rs[p+1] == 'º' || !openQuote(rs[:p]))
	case 'Ã':
		return p > 0 && unicode.IsLower(rs[p-1])
	}
	return false
}

package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Slug makes the ASCII path segment of a title: folded, every run of other
// characters one hyphen, none at the ends. "Tối ưu hóa đường dẫn" gives
// "toi-uu-hoa-duong-dan". An apostrophe inside a word leaves no hyphen
// ("don't", "dont"), and letters of scripts without an ASCII folding separate
// like punctuation, so a title in such a script gives "".
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range Fold(s) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	return b.String()
}

// ZolaSlug is the path segment Zola makes of a title, a file name or a slug
// when slugify is "on", its default: the slug crate over the transliteration of
// the deunicode crate. The rules: each character is written in ASCII; letters
// and digits are kept, in lower case; every run of anything else is one hyphen;
// hyphens at the ends are dropped. An apostrophe is punctuation like any other
// ("don't", "don-t"), and so is the text a symbol stands for ("©", "c").
//
// Transliterated are Latin letters, combining marks, and the punctuation and
// symbols of European text. Zola also knows names for emoji and spellings for
// other scripts; those give a hyphen here. ZolaSlugExact tells the two apart.
func ZolaSlug(s string) string {
	slug, _ := ZolaSlugExact(s)
	return slug
}

// ZolaSlugExact is ZolaSlug that also says whether the slug is sure to be
// Zola's: exact is false when s has a character whose transliteration is not
// known here, or is not valid UTF-8, which Zola refuses to read.
func ZolaSlugExact(s string) (slug string, exact bool) {
	var b strings.Builder
	exact = utf8.ValidString(s)
	gap := false
	for _, r := range s {
		ascii, known := zolaASCII(r)
		exact = exact && known
		for i := 0; i < len(ascii); i++ {
			c := ascii[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				if gap && b.Len() > 0 {
					b.WriteByte('-')
				}
				gap = false
				b.WriteByte(c)
			} else {
				gap = true
			}
		}
	}
	return b.String(), exact
}

// zolaASCII is the transliteration of one character.
func zolaASCII(r rune) (ascii string, known bool) {
	if r < utf8.RuneSelf {
		return string(r), true
	}
	if l, ok := letterOf(r); ok {
		return string(rune(l.plain())), true
	}
	if combining(r) {
		return "", true
	}
	if ascii, ok := zolaSymbols[r]; ok {
		return ascii, true
	}
	lower := unicode.ToLower(r)
	if ascii, ok := latinSpelling[lower]; ok && lower < 0x0180 {
		return ascii, true
	}
	if lower >= 0x0250 || !unicode.Is(unicode.Latin, lower) {
		return "-", false
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(lower)))
	if base < utf8.RuneSelf {
		return string(base), true
	}
	return "-", false
}

// zolaSymbols is the transliteration of what is neither a letter nor a mark.
// Only whether a character gives letters or digits, nothing, or something that
// ends as a hyphen can be seen in a slug, so "-" stands for all punctuation.
var zolaSymbols = map[rune]string{
	'\u00A0': " ", '\u00AD': "",
	'¡': "-", '¿': "-", '«': "-", '»': "-", '·': "-", '¬': "-", '¦': "-", '¨': "-", '¯': "-", '´': "-", '¸': "-",
	'–': "-", '—': "-", '―': "-", '‐': "-", '‑': "-", '‒': "-", '‘': "-", '’': "-", '‚': "-", '“': "-", '”': "-", '„': "-",
	'…': "-", '•': "-", '‹': "-", '›': "-", '′': "-", '″': "-",
	'©': "(c)", '®': "(r)", '™': "tm", '°': "deg", '±': "-", '×': "x", '÷': "-",
	'¹': "1", '²': "2", '³': "3", 'ª': "a", 'º': "o",
	'¼': "1/4", '½': "1/2", '¾': "3/4",
}

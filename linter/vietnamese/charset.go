package vietnamese

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A charset is an encoding of Vietnamese older than Unicode, as its text looks
// when it is read as windows-1252 or Latin-1.
type charset struct {
	name string
	// next decodes the character at rs[p] and says how many runes it takes; n is
	// 0 when the encoding has nothing there. ASCII is not asked for, except
	// where it starts a character of two bytes.
	next func(rs []rune, p int) (r rune, n int)
	// combines says that some characters are marks, composed afterwards.
	combines bool
	// marksAreLetters says that quotation marks and dashes that touch a letter
	// may be letters.
	marksAreLetters bool
}

// The names are those of the IANA registry where there is one.
var charsets = []charset{
	{name: "TCVN3", next: single(tcvn3)},
	{name: "VNI", next: vni},
	{name: "VISCII", next: single(viscii), marksAreLetters: true},
	{name: "windows-1258", next: single(cp1258), combines: true},
}

// single decodes encodings of one byte per character.
func single(table map[byte]rune) func([]rune, int) (rune, int) {
	return func(rs []rune, p int) (rune, int) {
		b, ok := byteOf(rs[p])
		if rs[p] < 0x20 {
			b, ok = byte(rs[p]), true
		}
		if r := table[b]; ok && r != 0 {
			return r, 1
		}
		return 0, 0
	}
}

// rows lays out a table row by row; a full stop is a code without a letter.
func rows(list map[byte]string) map[byte]rune {
	table := map[byte]rune{}
	for first, row := range list {
		for _, r := range row {
			if r != '.' {
				table[first] = r
			}
			first++
		}
	}
	return table
}

// tcvn3 is TCVN 5712:1993, the set the "ABC" fonts (.VnTime) follow. Those fonts
// have the toned small letters only; the standard has capitals besides.
var tcvn3 = rows(map[byte]string{
	0xA1: "ĂÂÊÔƠƯĐăâêôơưđẰ",
	0xB5: "àảãáạẲằẳẵắẴ",
	0xC0: "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
	0xD0: "éẹềểễếệìỉỄẾỒĩíịò",
	0xE0: "Ổỏõóọồổỗốộờởỡớợù",
	0xF0: "ỖủũúụừửữứựỳỷỹýỵỐ",
})

// viscii is RFC 1456.
var viscii = rows(map[byte]string{
	0x02: "Ẳ..ẴẪ",
	0x14: "Ỷ",
	0x19: "Ỹ",
	0x1E: "Ỵ",
	0x80: "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
	0x90: "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
	0xA0: "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ",
	0xC0: "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư",
	0xE0: "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
})

// cp1258 has the letters of windows-1258 that Vietnamese uses, and its five
// marks (CC, D2, DE, EC, F2). Source: the index of windows-1258 in the WHATWG
// Encoding Standard.
var cp1258 = rows(map[byte]string{
	0xC0: "ÀÁÂĂ....ÈÉÊ.\u0300Í",
	0xD0: "Đ.\u0309ÓÔƠ...ÙÚ..Ư\u0303",
	0xE0: "àáâă....èéê.\u0301í",
	0xF0: "đ.\u0323óôơ...ùú..ư₫",
})

// vniMarks gives the vowel that VNI writes as a letter and a mark. The marks are
// listed in the order huyền, hỏi, ngã, sắc, nặng; first those of a plain vowel,
// then those of a circumflex, which come after the circumflex alone, then those
// of a breve.
var vniMarks = func() map[[2]rune]rune {
	table := map[[2]rune]rune{}
	fill := func(base rune, marks, vowels string) {
		to := []rune(vowels)
		for i, m := range []rune(marks) {
			table[[2]rune{base, m}] = to[i]
			table[[2]rune{base, unicode.ToUpper(m)}] = to[i]
			up := unicode.ToUpper(base)
			table[[2]rune{up, m}] = unicode.ToUpper(to[i])
			table[[2]rune{up, unicode.ToUpper(m)}] = unicode.ToUpper(to[i])
		}
	}
	const plain, circumflex, breve = "øûõùï", "âàåãáä", "êèúüéë"
	fill('a', plain, "àảãáạ")
	fill('a', circumflex, "âầẩẫấậ")
	fill('a', breve, "ăằẳẵắặ")
	fill('e', plain, "èẻẽéẹ")
	fill('e', circumflex, "êềểễếệ")
	fill('o', plain, "òỏõóọ")
	fill('o', circumflex, "ôồổỗốộ")
	fill('ô', plain, "ờởỡớợ")
	fill('u', plain, "ùủũúụ")
	fill('ö', plain, "ừửữứự")
	fill('y', plain, "ỳỷỹýỵ")
	return table
}()

// vniSingle are the letters VNI writes with one byte.
var vniSingle = map[rune]rune{
	'ì': 'ì', 'í': 'í', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ', 'ô': 'ơ', 'ö': 'ư', 'ñ': 'đ',
	'Ì': 'Ì', 'Í': 'Í', 'Æ': 'Ỉ', 'Ó': 'Ĩ', 'Ò': 'Ị', 'Î': 'Ỵ', 'Ô': 'Ơ', 'Ö': 'Ư', 'Ñ': 'Đ',
}

// vni decodes VNI-Windows, the encoding of the VNI fonts.
func vni(rs []rune, p int) (rune, int) {
	if p+1 < len(rs) {
		if r := vniMarks[[2]rune{rs[p], rs[p+1]}]; r != 0 {
			return r, 2
		}
	}
	if r := vniSingle[rs[p]]; r != 0 {
		return r, 1
	}
	return 0, 0
}

// decode decodes the characters of rs. ok is false when one that is not ASCII
// has no meaning in the encoding; it is kept as it is.
func (c charset) decode(rs []rune) (text string, ok bool) {
	out := make([]rune, 0, len(rs))
	ok = true
	for p := 0; p < len(rs); {
		if r, n := c.next(rs, p); n > 0 {
			out = append(out, r)
			p += n
			continue
		}
		ok = ok && rs[p] < 0x80
		out = append(out, rs[p])
		p++
	}
	text = string(out)
	if c.combines {
		text = norm.NFC.String(text)
	}
	return text, ok
}

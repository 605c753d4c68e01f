package vietnamese

import "unicode/utf8"

// A tone is one of the six tones, in the order of Vietnamese dictionaries.
type tone uint8

const (
	ngang tone = iota // ma
	huyen             // mà
	hoi               // mả
	nga               // mã
	sac               // má
	nang              // mạ
)

// A letter is one Vietnamese letter taken apart. The base is a lower-case
// ASCII letter, or one of the capitals below for the letters ASCII lacks.
type letter struct {
	base  byte
	tone  tone
	upper bool
}

// The bases that are not ASCII letters.
const (
	breveA  = 'A' // ă
	circA   = 'B' // â
	strokeD = 'D' // đ
	circE   = 'E' // ê
	circO   = 'O' // ô
	hornO   = 'P' // ơ
	hornU   = 'U' // ư
)

// toned lists the vowels: the base, then the vowel with each tone, lower case
// and upper case. Source: the alphabet itself; the code points are those of the
// Unicode blocks Latin-1 Supplement, Latin Extended-A, -B and Additional.
var toned = [...]struct {
	base         byte
	lower, upper string
}{
	{'a', "aàảãáạ", "AÀẢÃÁẠ"},
	{breveA, "ăằẳẵắặ", "ĂẰẲẴẮẶ"},
	{circA, "âầẩẫấậ", "ÂẦẨẪẤẬ"},
	{'e', "eèẻẽéẹ", "EÈẺẼÉẸ"},
	{circE, "êềểễếệ", "ÊỀỂỄẾỆ"},
	{'i', "iìỉĩíị", "IÌỈĨÍỊ"},
	{'o', "oòỏõóọ", "OÒỎÕÓỌ"},
	{circO, "ôồổỗốộ", "ÔỒỔỖỐỘ"},
	{hornO, "ơờởỡớợ", "ƠỜỞỠỚỢ"},
	{'u', "uùủũúụ", "UÙỦŨÚỤ"},
	{hornU, "ưừửữứự", "ƯỪỬỮỨỰ"},
	{'y', "yỳỷỹýỵ", "YỲỶỸÝỴ"},
}

// Letters are looked up in two flat tables: everything below U+01B1, and the
// block from U+1EA0 to U+1EF9. A zero base means "not a Vietnamese letter".
const (
	lowEnd    = 0x01B1
	highStart = 0x1EA0
	highEnd   = 0x1EFA
)

var (
	lowLetters  [lowEnd]letter
	highLetters [highEnd - highStart]letter
	composed    [128][6][2]rune // base, tone, upper → letter
)

func init() {
	set := func(r rune, l letter) {
		if p := letterSlot(r); p != nil {
			*p = l
		}
		up := 0
		if l.upper {
			up = 1
		}
		composed[l.base][l.tone][up] = r
	}
	for c := byte('a'); c <= 'z'; c++ {
		set(rune(c), letter{base: c})
		set(rune(c-'a'+'A'), letter{base: c, upper: true})
	}
	set('đ', letter{base: strokeD})
	set('Đ', letter{base: strokeD, upper: true})
	for _, v := range toned {
		t := ngang
		for _, r := range v.lower {
			set(r, letter{base: v.base, tone: t})
			t++
		}
		t = ngang
		for _, r := range v.upper {
			set(r, letter{base: v.base, tone: t, upper: true})
			t++
		}
	}
}

func letterSlot(r rune) *letter {
	switch {
	case r >= 0 && r < lowEnd:
		return &lowLetters[r]
	case r >= highStart && r < highEnd:
		return &highLetters[r-highStart]
	}
	return nil
}

// letterOf takes r apart; ok is false for a rune that no Vietnamese text is
// spelled with. The ASCII letters f, j, w and z count as letters here: the
// syllable tables are what leaves them out.
func letterOf(r rune) (l letter, ok bool) {
	p := letterSlot(r)
	if p == nil || p.base == 0 {
		return letter{}, false
	}
	return *p, true
}

// rune puts the letter together again.
func (l letter) rune() rune {
	up := 0
	if l.upper {
		up = 1
	}
	if l.base >= utf8.RuneSelf || l.tone > nang {
		return 0
	}
	return composed[l.base][l.tone][up]
}

// marked says whether the letter cannot be written in ASCII.
func (l letter) marked() bool { return l.tone != ngang || l.base < 'a' }

// plain gives the ASCII letter, lower case, that l is written with when all
// its marks are left out.
func (l letter) plain() byte {
	switch l.base {
	case breveA, circA:
		return 'a'
	case strokeD:
		return 'd'
	case circE:
		return 'e'
	case circO, hornO:
		return 'o'
	case hornU:
		return 'u'
	}
	return l.base
}

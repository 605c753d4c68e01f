package vietnamese

// cp1252 maps the code points that windows-1252 gives the bytes 80 to 9F.
// Source: the index of windows-1252 in the WHATWG Encoding Standard. The five
// bytes the code page leaves undefined (81, 8D, 8F, 90, 9D) are the control
// characters of the same number there, and in text damaged by browsers.
var cp1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

var cp1252Bytes = func() map[rune]byte {
	m := map[rune]byte{}
	for i, r := range cp1252 {
		m[r] = byte(0x80 + i)
	}
	return m
}()

// byteOf is the byte that a program reading windows-1252, or Latin-1, turned
// into r. ok is false for ASCII and for what neither code page has.
func byteOf(r rune) (b byte, ok bool) {
	switch {
	case r < 0x80:
		return 0, false
	case r < 0x100:
		return byte(r), true
	case r == 'Œ' || r == 'œ' || r == 'Š' || r == 'š' || r == 'Ž' || r == 'ž' || r == 'Ÿ' || r == 'ƒ' || r == 'ˆ' || r == '˜' || r >= 0x2013 && r <= 0x2122:
		b, ok = cp1252Bytes[r]
	}
	return b, ok
}

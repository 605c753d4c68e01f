package vietnamese

import "unicode/utf8"

const once = "UTF-8 read as windows-1252"

// FindMojibake finds text that was UTF-8 and was read as windows-1252, or as
// Latin-1: "Báº£ng" for "Bảng".
func FindMojibake(s string) []Damage {
	var found []Damage
	for i := 0; i < len(s); {
		text, end := undoRun(s, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		found = append(found, Damage{Start: i, End: end, Text: text, Certain: true, Encoding: once})
		i = end
	}
	return found
}

// undoRun reads the characters from i on as bytes, as long as they are three
// or four bytes of UTF-8.
func undoRun(s string, i int) (text string, end int) {
	var raw []byte
	for end = i; end < len(s) && len(raw) < 4; {
		r, size := utf8.DecodeRuneInString(s[end:])
		b, ok := byteOf(r)
		if !ok {
			break
		}
		raw = append(raw, b)
		end += size
		if r, n := utf8.DecodeRune(raw); n == len(raw) && n >= 3 && (n == 4 || r >= 0x1EA0 && r < 0x1EFA || r >= 0x2010 && r < 0x2070) {
			return string(r), end
		}
	}
	return "", i
}

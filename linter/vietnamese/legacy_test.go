package vietnamese

import "testing"

func TestFindLegacy(t *testing.T) {
	for _, c := range []struct{ in, want, encoding string }{
		{"TiÕng ViÖt", "Tiếng Việt", "TCVN3"},
		{"Tieáng Vieät", "Tiếng Việt", "VNI"},
		{"Tiªng Vi®t", "Tiếng Việt", "VISCII"},
		{"Tiêìng Viêòt", "Tiếng Việt", "windows-1258"},
		{"ñöôøng phoá", "đường phố", "VNI"},
		{"trªn ®\u00adêng phè", "trên đường phố", "TCVN3"},
		{"VIÖT NAM, §Êt n\u00adíc", "VIỆT NAM, Đất nước", "TCVN3"},
	} {
		found := FindLegacy(c.in)
		if got := Repair(c.in, found, true); got != c.want {
			t.Errorf("%q gave %q, want %q (%+v)", c.in, got, c.want, found)
		}
		for _, d := range found {
			if d.Encoding != c.encoding {
				t.Errorf("%q: encoding %q, want %q", c.in, d.Encoding, c.encoding)
			}
		}
	}
}

func TestDecodeLegacy(t *testing.T) {
	const text = "Tiếng Việt trên đường phố Hà Nội: hãy thử đọc những trang viết cũ.\n"
	for _, c := range charsets {
		var file []byte
		for _, r := range written(c)(text) {
			if r < 0x80 {
				file = append(file, byte(r))
			} else if b, ok := byteOf(r); ok {
				file = append(file, b)
			}
		}
		got, encoding, ok := DecodeLegacy(file)
		if !ok || got != text || encoding != c.name {
			t.Errorf("%s: got %q, %s, %v", c.name, got, encoding, ok)
		}
	}
	for _, s := range []string{"", "plain", text, "caf\xe9 cr\xe8me br\xfbl\xe9e", "Stra\xdfe f\xfcr M\xfcller", "\xff\xfe\x00", "\x80\x81"} {
		if got, encoding, ok := DecodeLegacy([]byte(s)); ok || got != "" || encoding != "" {
			t.Errorf("DecodeLegacy(%q) = %q, %q, %v", s, got, encoding, ok)
		}
	}
}

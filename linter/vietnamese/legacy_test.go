package vietnamese

import "testing"

func TestFindLegacy(t *testing.T) {
	for _, c := range []struct{ in, want, encoding string }{
		{"TiÕng ViÖt", "Tiếng Việt", "TCVN3"},
		{"Tieáng Vieät", "Tiếng Việt", "VNI"},
		{"Tiªng Vi®t", "Tiếng Việt", "VISCII"},
		{"Tiêìng Viêòt", "Tiếng Việt", "windows-1258"},
		{"ñöôøng phoá", "đường phố", "VNI"},
		{"®­êng phè", "đường phố", "TCVN3"},
	} {
		found := FindLegacy(c.in)
		if got := Repair(c.in, found, true); got != c.want {
			t.Errorf("%q gave %q, want %q (%+v)", c.in, got, c.want, found)
		}
	}
}

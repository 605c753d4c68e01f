package vietnamese

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// FindLegacy finds runs of text in an encoding older than Unicode that was
// pasted as Latin-1.
func FindLegacy(s string) []Damage { return nil }

// DecodeLegacy decodes a whole file that is not UTF-8 but Vietnamese in an
// older encoding. ok is false when b is valid UTF-8 or no encoding makes
// Vietnamese of it.
func DecodeLegacy(b []byte) (text, encoding string, ok bool) {
	if utf8.Valid(b) {
		return "", "", false
	}
	decoded, err := charmap.Windows1258.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", false
	}
	text = norm.NFC.String(string(decoded))
	share, words := Share(text)
	return text, "windows-1258", words > 0 && share >= 0.3
}

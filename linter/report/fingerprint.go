package report

import (
	"fmt"
	"unicode/utf8"

	"postlint/linter/text"
)

// Fingerprints returns, for each diagnostic of s, a name that stays the same
// while the rule, the file and the text of the marked line do, wherever that
// line moves to. Equal findings are told apart by their number.
func (s *Site) Fingerprints() []string {
	docs := documents{site: s}
	seen := make(map[string]int)
	list := make([]string, len(s.Diagnostics))
	for i, d := range s.Diagnostics {
		hash := d.Fingerprint(d.Path, docs.find(d.Path))
		seen[hash]++
		list[i] = fmt.Sprintf("%s:%d", hash, seen[hash])
	}
	return list
}

// runes converts a byte span of src to code points from the start of the file.
func runes(src []byte, span text.Span) (offset, length int) {
	return utf8.RuneCount(src[:span.Start]), utf8.RuneCount(src[span.Start:span.End])
}

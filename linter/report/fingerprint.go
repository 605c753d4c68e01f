package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
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
		hash := fingerprint(d.Rule, d.Path, docs.place(d.Path, d.Span))
		seen[hash]++
		list[i] = fmt.Sprintf("%s:%d", hash, seen[hash])
	}
	return list
}

// fingerprint hashes a rule, a path and the text at a place. White space does
// not count: rewrapping and reindenting change nothing.
func fingerprint(rule, path string, at place) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00", rule, path)
	if at.doc != nil {
		// A line of many megabytes is known by what surrounds the mark.
		line := at.doc.Lines.Span(at.start.Line)
		near := text.Span{Start: max(line.Start, at.span.Start-reach), End: max(line.Start, min(line.End, at.span.Start+reach))}
		fmt.Fprintf(h, "%s\x00%s", squeeze(at.doc.Slice(near)), squeeze(at.doc.Slice(at.span)))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// runes converts a byte span of src to code points from the start of the file.
func runes(src []byte, span text.Span) (offset, length int) {
	return utf8.RuneCount(src[:span.Start]), utf8.RuneCount(src[span.Start:span.End])
}

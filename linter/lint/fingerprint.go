package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"postlint/linter/source"
	"postlint/linter/text"
)

// near is how many bytes of a line on either side of the mark make a finding
// what it is: a line may have megabytes.
const near = 4096

// Fingerprint returns a name for a finding in doc that stays the same while the
// rule, the path and the text of the marked line do, wherever that line moves
// to; how wide its blanks are does not count. Where the mark is no text, as the
// "---" that missing keys are reported at, what is said counts too. Equal
// findings of one file have the same name. doc may be nil, where the file cannot
// be read.
func (d Diagnostic) Fingerprint(path string, doc *source.Document) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00", d.Rule, path)
	if doc != nil {
		start := min(max(d.Span.Start, 0), len(doc.Src))
		mark := text.Span{Start: start, End: min(max(d.Span.End, start), len(doc.Src))}
		line := doc.Lines.Span(doc.Position(start).Line)
		around := text.Span{Start: max(line.Start, start-near), End: max(line.Start, min(line.End, start+near))}
		fmt.Fprintf(h, "%s\x00%s", squeeze(doc.Slice(around)), squeeze(doc.Slice(mark)))
		if !strings.ContainsFunc(doc.Slice(mark), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			fmt.Fprintf(h, "\x00%s", d.Message)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

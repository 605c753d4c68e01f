package rules

import (
	"fmt"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"postlint/linter/lint"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

var decomposedUnicode = lint.Rule{
	Name:     "decomposed-unicode",
	Summary:  "letters stored in pieces, with their marks apart (NFD)",
	Family:   lint.Text,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  decomposedUnicodeChecker{},
}

type decomposedUnicodeChecker struct{}

var decomposedSigns = text.NewSigns(vietnamese.DecomposedSigns()...)

func (decomposedUnicodeChecker) Check(p *lint.Pass) {
	if name := path.Base(p.Document.Path); !norm.NFC.IsNormalString(name) {
		p.Report(lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("the name of the file is decomposed: %q", norm.NFC.String(name)),
			Effect:  lint.Msg("its URL looks like another one, and a link that is typed by hand does not lead there; rename the file"),
		})
	}
	if !p.Pairs().HasAny(decomposedSigns) || len(vietnamese.FindDecomposed(sourceText(p))) == 0 {
		return // most posts, whose Markdown is not parsed
	}
	for _, run := range damageRuns(p, vietnamese.FindDecomposed) {
		is := norm.NFC.String(p.Slice(wholeWords(p, run.Span)))
		first := run.damages[0]
		edits, unsafe := run.edits(), changesURL(p, run.Span)
		if unsafe {
			edits, _ = withAlias(p, edits)
		}
		p.Report(lint.Diagnostic{
			Span:    run.Span,
			Message: lint.Msg("%q is decomposed: %s for %s", short(is, 60), codePoints(p.Src[first.Start:first.End]), codePoints([]byte(first.Text))),
			Effect:  lint.Msg("it looks the same, and is another word to search, terms and URLs; many fonts lack the loose marks"),
			Fixes: []lint.Fix{{
				Title:  lint.Msg("Compose %q (NFC)", short(is, 60)),
				Unsafe: unsafe,
				Edits:  edits,
			}},
		})
	}
}

// codePoints lists the code points of the first letter in b that is spelled with
// more than one, or the first one: "U+0065 U+0302".
func codePoints(b []byte) string {
	var list []string
	for i, r := range string(b) {
		if r < 0x80 && i+1 < len(b) && b[i+1] < 0x80 {
			continue // a plain letter before a plain letter
		}
		if len(list) > 0 && norm.NFC.PropertiesString(string(r)).CCC() == 0 {
			break
		}
		list = append(list, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(list, " ")
}

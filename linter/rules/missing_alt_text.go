package rules

import (
	"bytes"
	"unicode"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var missingAltText = lint.Rule{
	Name:     "missing-alt-text",
	Summary:  "image without alternative text",
	Family:   lint.Image,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  missingAltTextChecker{},
}

type missingAltTextChecker struct{}

func (missingAltTextChecker) Check(p *lint.Pass) {
	if !mayShowFigure(p) && (!p.Pairs().Has('!', '[') || !mayLackAlt(p.Src[p.BodyStart:])) {
		return
	}
	for _, i := range shownImages(p) {
		if i.HasAlt {
			continue
		}
		span := i.Span
		if p.Src[span.Start] == '!' { // "![](" is enough to see which
			span = text.Span{Start: span.Start, End: min(span.End, span.Start+len("![]"))}
		}
		p.Report(lint.Diagnostic{
			Span:    span,
			Message: lint.Msg("image %q has no alternative text", short(i.Dest, 60)),
			Effect:  lint.Msg("who cannot see it is told the file's name, or nothing; say what it shows"),
		})
	}
}

// mayLackAlt reports whether a body may have a Markdown image without text
// between its brackets: there are no letters or digits there.
func mayLackAlt(body []byte) bool {
	for {
		i := bytes.Index(body, []byte("!["))
		if i < 0 {
			return false
		}
		body = body[i+2:]
		end := bytes.IndexByte(body, ']')
		if end < 0 {
			return false
		}
		if alt := body[:end]; bytes.ContainsAny(alt, "<&[{`") || !bytes.ContainsFunc(alt, isLetterOrDigit) {
			return true
		}
	}
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

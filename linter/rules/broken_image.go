package rules

import (
	"bytes"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var brokenImage = lint.Rule{
	Name:     "broken-image",
	Summary:  "image in the text that is not there",
	Family:   lint.Image,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  brokenImageChecker{},
}

type brokenImageChecker struct{}

func (brokenImageChecker) Check(p *lint.Pass) {
	reportLiteralImages(p)
	if !mayShowFigure(p) && !mayShowSuch(p, func(dest string, t site.Target) bool { return isMissing(p, t, dest) }) {
		return
	}
	for _, i := range shownImages(p) {
		if !isMissing(p, i.Target, i.Dest) {
			continue
		}
		d := lint.Diagnostic{Span: i.DestSpan, Fixes: useSuggestion(i.Target, i.DestSpan)}
		if d.Span.Len() == 0 {
			d.Span = i.Span
		}
		d.Message, d.Effect = missingMessage(i.Target, i.Dest)
		p.Report(d)
	}
}

// mayShowImage reports whether a body can have an image at all.
func mayShowImage(body []byte) bool {
	return bytes.Contains(body, []byte("![")) || bytes.Contains(body, []byte("figure"))
}

// mayShowFigure reports whether the body calls the shortcode that shows images.
func mayShowFigure(p *lint.Pass) bool {
	for i := range p.Shortcodes() {
		if p.Shortcodes()[i].Name == "figure" {
			return true
		}
	}
	return false
}

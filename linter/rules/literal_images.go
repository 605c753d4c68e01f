package rules

import (
	"bytes"
	"regexp"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

// imageLook matches what looks like a Markdown image whose destination has a
// blank, with or without a title behind it: to CommonMark it is plain text
// (spec.commonmark.org, "link destination").
var imageLook = regexp.MustCompile(`(?i)!\[[^\[\]\n]*\]\(([^()<>"\n]*[^()<>"\s][ \t]+[^()<>"\n]*\.(?:png|jpe?g|gif|webp|svg|avif))(?:[ \t]+"[^"\n]*")?\)`)

// reportLiteralImages reports what was to be an image, and is text for a blank in
// its destination.
func reportLiteralImages(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied || !p.Pairs().Has('!', '[') || !mayHaveLiteralImage(p.Src[p.BodyStart:]) {
		return
	}
	for _, s := range p.Texts() {
		for _, m := range imageLook.FindAllSubmatchIndex(p.Src[s.Start:s.End], -1) {
			whole, dest := text.Span{Start: s.Start + m[0], End: s.Start + m[1]}, text.Span{Start: s.Start + m[2], End: s.Start + m[3]}
			if whole.Start > 0 && p.Src[whole.Start-1] == '\\' {
				continue
			}
			p.Report(lint.Diagnostic{
				Span:    dest,
				Message: lint.Msg("%q has a blank, and what is around it is no image to Hugo", p.Slice(dest)),
				Effect:  lint.Msg("readers see the Markdown instead of the image"),
				Fixes: []lint.Fix{{
					Title: lint.Msg("Put it between < and >"), Unsafe: true,
					Edits: []text.Edit{text.Insert(dest.Start, "<"), text.Insert(dest.End, ">")},
				}},
			})
		}
	}
}

// mayHaveLiteralImage reports whether a blank stands in what may be the destination of an
// image. It spares most bodies the parser.
func mayHaveLiteralImage(body []byte) bool {
	for {
		i := bytes.Index(body, []byte("!["))
		if i < 0 {
			return false
		}
		body = body[i+2:]
		line, _, _ := bytes.Cut(body, []byte("\n"))
		_, dest, _ := bytes.Cut(line, []byte("]("))
		dest, _, closed := bytes.Cut(dest, []byte(")"))
		path, _, _ := bytes.Cut(dest, []byte(`"`))
		if closed && bytes.ContainsAny(bytes.TrimRight(path, " \t"), " \t") {
			return true
		}
	}
}

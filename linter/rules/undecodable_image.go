package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
)

var undecodableImage = lint.Rule{
	Name:     "undecodable-image",
	Summary:  "image that is damaged, or not what its name says",
	Family:   lint.Image,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  undecodableImageChecker{},
}

type undecodableImageChecker struct{}

// shownAnyway are the formats that browsers recognise by their first bytes,
// whatever the name of the file says.
var shownAnyway = map[string]bool{"jpeg": true, "png": true, "gif": true, "webp": true, "avif": true, "bmp": true, "icon": true}

func (undecodableImageChecker) Check(p *lint.Pass) {
	for _, i := range usedImages(p, isOdd) {
		image := p.Site.Image(i.File)
		d := lint.Diagnostic{Span: i.Span}
		switch {
		case image.Bytes == 0:
			d.Message = lint.Msg("%q is an empty file", i.Dest)
			d.Effect = lint.Msg("readers see a broken image")
		case image.Format == "":
			d.Message = lint.Msg("%q is no image that can be read", i.Dest)
			d.Effect = lint.Msg("readers see a broken image, and a theme that resizes it cannot be built")
		case image.Damaged:
			d.Message = lint.Msg("%q is cut off in its header", i.Dest)
			d.Effect = lint.Msg("readers see a broken image, and a theme that resizes it cannot be built")
		case shownAnyway[image.Format]:
			d.Message = lint.Msg("%q holds %s, not %s", i.Dest, formatNames[image.Format], formatNames[image.Named])
			d.Effect = lint.Msg("browsers guess what it is; a theme that resizes it, or the next tool, may not")
			p.ReportAs(lint.Warning, d)
			continue
		default:
			d.Message = lint.Msg("%q holds %s, not %s", i.Dest, formatNames[image.Format], formatNames[image.Named])
			d.Effect = lint.Msg("browsers do not show it under this name")
		}
		p.Report(d)
	}
}

// isOdd reports whether an image is not sound, or not what its name says.
func isOdd(i site.Image) bool {
	return i.Named != "" && (i.Damaged || i.Format != i.Named)
}

package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
)

var oversizedImage = lint.Rule{
	Name:     "oversized-image",
	Summary:  "image that is larger than any screen",
	Family:   lint.Image,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  oversizedImageChecker{MaxWidth: 4000, MaxBytes: 2_000_000},
}

type oversizedImageChecker struct {
	MaxWidth int `doc:"The greatest width of an image, in pixels. 0 allows any."`
	MaxBytes int `doc:"The greatest size of an image file, in bytes. 0 allows any."`
}

func (c oversizedImageChecker) Check(p *lint.Pass) {
	for _, i := range usedImages(p, c.isTooLarge) {
		if i.Feature && !p.Site.IsStatic(i.File) || !i.Feature && !p.Site.SentAsIs(p.Page, i.File) {
			continue // a template may well make a smaller one of it
		}
		image := p.Site.Image(i.File)
		d := lint.Diagnostic{Span: i.Span, Effect: lint.Msg("readers load all of it on whatever screen they have; expected at most %d pixels", c.MaxWidth)}
		switch {
		case c.hasTooManyBytes(image):
			d.Message = lint.Msg("image %q has %s", i.Dest, fileSize(image.Bytes))
			d.Effect = lint.Msg("readers wait for it, and pay for it on the road; expected at most %s", fileSize(int64(c.MaxBytes)))
		default:
			d.Message = lint.Msg("image %q is %d pixels wide", i.Dest, image.Width)
		}
		p.Report(d)
	}
}

func (c oversizedImageChecker) isTooLarge(i site.Image) bool {
	return c.hasTooManyBytes(i) || c.MaxWidth > 0 && i.Width > c.MaxWidth
}

func (c oversizedImageChecker) hasTooManyBytes(i site.Image) bool {
	return c.MaxBytes > 0 && i.Bytes > int64(c.MaxBytes)
}

// fileSize says a size as people do.
func fileSize(n int64) lint.Message {
	if n < 100_000 {
		return lint.Msg("%.1f kB", float64(n)/1e3)
	}
	return lint.Msg("%.1f MB", float64(n)/1e6)
}

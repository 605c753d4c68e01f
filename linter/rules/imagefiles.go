package rules

import (
	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

// A usedImage is an image file that a post shows.
type usedImage struct {
	File    string
	Span    text.Span // of its destination, in the front matter or in the body
	Dest    string
	Feature bool
}

// usedImages lists the local image files that a post shows and that are wanted, its
// feature image first. A file that it shows again is listed once.
func usedImages(p *lint.Pass, wanted func(site.Image) bool) (images []usedImage) {
	seen := map[string]bool{}
	isWanted := func(file string) bool { return file != "" && wanted(p.Site.Image(file)) }
	add := func(i usedImage) {
		if !seen[i.File] && isWanted(i.File) {
			seen[i.File] = true
			images = append(images, i)
		}
	}
	if f, ok := featureImage(p); ok && concerns(p) {
		if v := featureValue(p, f); v != nil {
			add(usedImage{File: f.Target.File, Span: v.Span, Dest: f.Dest, Feature: true})
		}
	}
	if !mayShowFigure(p) && !mayShowSuch(p, func(_ string, t site.Target) bool { return isWanted(t.File) }) {
		return images
	}
	for _, i := range shownImages(p) {
		file := i.Target.File
		if i.Target.Kind == site.FileTarget && file == "" {
			file = imageTarget(p, i.Dest).File
		}
		span := i.DestSpan
		if span.Len() == 0 {
			span = i.Span
		}
		add(usedImage{File: file, Span: span, Dest: i.Dest})
	}
	return images
}

// formatNames are what people call the formats of images.
var formatNames = map[string]string{
	"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WebP", "avif": "AVIF", "svg": "SVG",
	"bmp": "BMP", "tiff": "TIFF", "heif": "HEIF", "jxl": "JPEG XL", "icon": "icon",
}

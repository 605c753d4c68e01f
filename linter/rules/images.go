package rules

import (
	"path"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A shownImage is an image in the body of a post, however it is written.
type shownImage struct {
	text.Span           // the whole of it
	Dest      string    // as Hugo or a browser reads it
	DestSpan  text.Span // as written
	Alt       string
	HasAlt    bool // there is an alternative text, or the author said that there is to be none
	Target    site.Target
}

// shownImages lists the Markdown images and the figures of Hugo's own shortcode.
// A theme's shortcodes may take their images from anywhere, and are left out.
func shownImages(p *lint.Pass) (images []shownImage) {
	switch p.Kind {
	case site.Shadowed, site.Copied:
		return nil
	}
	for _, i := range p.Images() {
		images = append(images, shownImage{
			Span: i.Span, Dest: i.Dest, DestSpan: i.DestSpan, Alt: i.Alt, HasAlt: !isBlank(i.Alt),
			Target: imageTarget(p, i.Dest),
		})
	}
	for _, s := range p.Shortcodes() {
		if s.Name != "figure" || s.Closing || !p.Site.Shortcodes()["figure"].Embedded {
			continue
		}
		image := shownImage{Span: s.Span}
		for _, param := range s.Params {
			switch param.Name {
			case "src":
				image.Dest, image.DestSpan = param.Value, param.Span
			case "alt", "caption":
				image.Alt, image.HasAlt = param.Value, image.HasAlt || param.Name == "alt" || !isBlank(param.Value)
			}
		}
		if image.Dest != "" {
			image.Target = figureTarget(p, image.Dest)
			images = append(images, image)
		}
	}
	return images
}

// figureTarget resolves the src of Hugo's figure: a resource of the page, and
// else a plain URL.
func figureTarget(p *lint.Pass, dest string) site.Target {
	for _, r := range p.Resources {
		if r == path.Clean(dest) {
			return site.Target{Kind: site.FileTarget}
		}
	}
	return p.Site.ResolveHTML(p.Page, dest)
}

// isMissing reports whether a target is certainly not there under the name that was
// asked for. Outside a Hugo site only what lies beside the post is known.
func isMissing(p *lint.Pass, t site.Target, dest string) bool {
	if len(p.Site.Config.Files) == 0 && path.IsAbs(dest) {
		return false
	}
	return t.Kind == site.Missing || t.WrongCase
}

// missingMessage says of an image what is wrong with its destination.
func missingMessage(t site.Target, dest string) (message, effect lint.Message) {
	if t.WrongCase {
		return lint.Msg("image %q is there only as %q", dest, t.Suggestion),
			lint.Msg("it works where letter case does not matter, and breaks on the web server")
	}
	return lint.Msg("image %q is not there", dest), lint.Msg("readers see a broken image")
}

// useSuggestion returns the fix that puts a target's suggestion in the place of
// a destination in the body.
func useSuggestion(t site.Target, s text.Span) []lint.Fix {
	if t.Suggestion == "" || s.Len() == 0 {
		return nil
	}
	return []lint.Fix{{Title: lint.Msg("Use %q", t.Suggestion), Unsafe: true, Edits: []text.Edit{text.Replace(s, t.Suggestion)}}}
}

// featureImage returns the page's feature image by the contract, looked up once
// for every rule that asks. ok is false when no key is set.
func featureImage(p *lint.Pass) (image site.FeatureImage, ok bool) {
	type answer struct {
		image site.FeatureImage
		ok    bool
	}
	found := lint.Once(p, &featureImageKey, func() (a answer) {
		a.image, a.ok = p.Site.FeatureImage(p.Page)
		return a
	})
	return found.image, found.ok
}

var featureImageKey byte

// featureValue returns the value in the front matter that names the feature image.
func featureValue(p *lint.Pass, image site.FeatureImage) *source.Value {
	f := p.FrontMatter.Lookup(image.Field...)
	if f == nil {
		return nil
	}
	if f.Value.Kind == source.List && len(f.Value.Elements) > 0 {
		return f.Value.Elements[0]
	}
	return f.Value
}

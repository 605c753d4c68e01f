package rules

import "postlint/linter/lint"

var undersizedFeatureImage = lint.Rule{
	Name:     "undersized-feature-image",
	Summary:  "feature image with too few pixels",
	Family:   lint.Image,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  undersizedFeatureImageChecker{MinWidth: 1200},
}

type undersizedFeatureImageChecker struct {
	MinWidth int `doc:"The least width of a feature image, in pixels. Previews in social networks take 1200."`
}

func (c undersizedFeatureImageChecker) Check(p *lint.Pass) {
	if !p.Site.Contract.Declared || !p.IsPost() {
		return
	}
	f, ok := featureImage(p)
	if !ok || f.Target.File == "" {
		return
	}
	image := p.Site.Image(f.Target.File)
	v := featureValue(p, f)
	if v == nil || image.Width == 0 || image.Width >= c.MinWidth {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    v.Span,
		Message: lint.Msg("feature image %q is %d pixels wide", f.Dest, image.Width),
		Effect:  lint.Msg("it is blurred or left out where the post is shared; expected at least %d", c.MinWidth),
	})
}

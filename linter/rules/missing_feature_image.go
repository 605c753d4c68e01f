package rules

import (
	"postlint/linter/lint"
	"postlint/linter/source"
)

var missingFeatureImage = lint.Rule{
	Name:     "missing-feature-image",
	Summary:  "post without a feature image",
	Family:   lint.Image,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Checker:  missingFeatureImageChecker{},
}

type missingFeatureImageChecker struct{}

func (missingFeatureImageChecker) Check(p *lint.Pass) {
	if !p.IsPost() || p.FrontMatter.Format != source.NoFormat && !p.Readable() {
		return
	}
	if _, ok := featureImage(p); ok {
		return
	}
	if _, named := p.Site.NamedFeatureImage(p.Page); named {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    startSpan(p),
		Message: lint.Msg("the post has no feature image"),
		Effect:  lint.Msg("lists and shared links show it without one; set %q", p.Site.Contract.Image.Keys[0]),
	})
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var brokenFeatureImage = lint.Rule{
	Name:     "broken-feature-image",
	Summary:  "feature image that is not there",
	Family:   lint.Image,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  brokenFeatureImageChecker{},
}

type brokenFeatureImageChecker struct{}

func (brokenFeatureImageChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	image, ok := featureImage(p)
	if !ok || image.Remote || image.Target.Kind != site.Missing && !image.Target.WrongCase {
		return
	}
	v := featureValue(p, image)
	if v == nil {
		return
	}
	d := lint.Diagnostic{Span: v.Span}
	d.Message, d.Effect = lint.Msg("feature image %q is not there", image.Dest), lint.Msg("readers see a broken image")
	if image.Target.WrongCase {
		d.Message = lint.Msg("feature image %q is there only as %q", image.Dest, image.Target.Suggestion)
		_, d.Effect = missingMessage(image.Target, image.Dest)
	}
	if !image.Target.WrongCase {
		d.Effect = lint.Msg("the post is shown without one; looked for in %s", strings.Join(p.Site.Contract.Image.Places, ", "))
	}
	if s := image.Target.Suggestion; s != "" {
		if edits, ok := p.ReplaceValue(v, s); ok {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q", s), Unsafe: true, Edits: edits}}
		}
	}
	p.Report(d)
}

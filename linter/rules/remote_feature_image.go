package rules

import (
	"postlint/linter/lint"
)

var remoteFeatureImage = lint.Rule{
	Name:     "remote-feature-image",
	Summary:  "feature image on another site",
	Family:   lint.Image,
	Severity: lint.Info,
	Since:    "0.1.0",
	Checker:  remoteFeatureImageChecker{},
}

type remoteFeatureImageChecker struct{}

func (remoteFeatureImageChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	image, ok := featureImage(p)
	if !ok || !image.Remote {
		return
	}
	if v := featureValue(p, image); v != nil {
		p.Report(lint.Diagnostic{
			Span:    v.Span,
			Message: lint.Msg("the feature image is on another site: %q", short(image.Dest, 60)),
			Effect:  lint.Msg("it is neither resized nor kept: it is gone when that site moves it, and that site sees every reader"),
		})
	}
}

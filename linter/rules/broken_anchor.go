package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
)

var brokenAnchor = lint.Rule{
	Name:     "broken-anchor",
	Summary:  "link to a place on a page that is not there",
	Family:   lint.Link,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  brokenAnchorChecker{},
}

type brokenAnchorChecker struct{}

func (brokenAnchorChecker) Check(p *lint.Pass) {
	hasFragment := func(dest string) bool { return strings.Contains(dest, "#") }
	lacksIt := func(_ string, t site.Target) bool {
		_, lacks := lacksAnchor(p, t)
		return lacks
	}
	for _, l := range bodyLinks(p, linkTest{looks: hasFragment, leads: lacksIt}) {
		near, _ := lacksAnchor(p, l.Target)
		p.Report(describeAnchor(p, l.Target, near, l.Span))
	}
}

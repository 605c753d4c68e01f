package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var brokenRef = lint.Rule{
	Name:     "broken-ref",
	Summary:  "ref or relref to a page that Hugo does not find",
	Family:   lint.Link,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  brokenRefChecker{},
}

type brokenRefChecker struct{}

func (brokenRefChecker) Check(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied || p.Page.Err != nil {
		return
	}
	for _, c := range p.Shortcodes() {
		name := strings.ToLower(c.Name)
		if c.Closing || c.Inline || name != "ref" && name != "relref" || !p.Site.Shortcodes()[name].Embedded {
			continue
		}
		ref, span, language := refParams(c)
		if ref == "" {
			continue // Hugo makes nothing of it
		}
		checkRef(p, ref, span, language)
	}
}

// refParams returns the reference in a tag, where it stands, and the language
// that it asks for.
func refParams(c source.Shortcode) (ref string, span text.Span, language string) {
	for i, param := range c.Params {
		switch {
		case param.Name == "path" || param.Name == "" && i == 0:
			ref, span = param.Value, param.Span
		case param.Name == "lang":
			language = param.Value
		}
	}
	return ref, span, language
}

func checkRef(p *lint.Pass, ref string, span text.Span, language string) {
	t, ambiguous := p.Site.Ref(p.Page, ref, language)
	d := lint.Diagnostic{Span: span, Effect: lint.Msg("Hugo says REF_NOT_FOUND, and the link leads nowhere")}
	switch {
	case len(ambiguous) > 0:
		d.Message = lint.Msg("%q is the name of %d pages", ref, len(ambiguous))
		for _, page := range ambiguous {
			d.Related = append(d.Related, lint.Related{Path: page.Document.Path, Message: lint.Msg("one of them")})
		}
	case t.Kind == site.Missing:
		d.Message = lint.Msg("there is no page %q", ref)
	case isUnpublished(t) && p.State == site.Published:
		d.Message = lint.Msg("%q leads to %s", ref, unpublished(t.Page))
		d.Related = []lint.Related{{Path: t.Page.Document.Path, Message: lint.Msg("the page")}}
	default:
		if near, lacks := lacksAnchor(p, t); lacks {
			p.ReportAs(lint.Warning, describeAnchor(p, t, near, span))
		}
		return
	}
	p.Report(d)
}

package rules

import (
	"bytes"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var emptiedLink = lint.Rule{
	Name:     "emptied-link",
	Summary:  "link or image without a destination, or with one that Hugo takes away",
	Family:   lint.Link,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  emptiedLinkChecker{},
}

type emptiedLinkChecker struct{}

func (emptiedLinkChecker) Check(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied || p.Markup != source.MarkupMarkdown || !mayBeEmptied(p) {
		return
	}
	seen := map[text.Span]bool{}
	for _, l := range p.Body().Links {
		if shownOtherwise(p, l.Span) || seen[l.DestSpan] && l.DestSpan.Len() > 0 {
			continue
		}
		seen[l.DestSpan] = true
		switch scheme := emptiedScheme(p, "link", l.Dest); {
		case scheme != "":
			p.Report(lint.Diagnostic{
				Span:    emptiedSpan(p, l.DestSpan, l.Span, scheme),
				Message: lint.Msg("Hugo takes a %q link for dangerous", scheme),
				Effect:  lint.Msg("readers get a link that does nothing"),
			})
		case l.Dest == "" && l.Kind == source.InlineLink:
			p.ReportAs(lint.Warning, lint.Diagnostic{
				Span:    l.Span,
				Message: lint.Msg("a link without a destination"),
				Effect:  lint.Msg("it leads back to the top of its own page"),
			})
		}
	}
	for _, i := range p.Body().Images {
		if scheme := emptiedScheme(p, "image", i.Dest); scheme != "" && !shownOtherwise(p, i.Span) {
			p.Report(lint.Diagnostic{
				Span:    emptiedSpan(p, i.DestSpan, i.Span, scheme),
				Message: lint.Msg("Hugo takes a %q image for dangerous", scheme),
				Effect:  lint.Msg("readers see a broken image"),
			})
		}
	}
}

// mayBeEmptied looks for what such a link must have.
func mayBeEmptied(p *lint.Pass) bool {
	return mayContain(p, "]()") || mayContain(p, "](<>") || mayContain(p, "]( ") ||
		p.Pairs().HasAny(dangerousSigns) && containsFold(p.Src[p.BodyStart:], dangerousSchemes)
}

// dangerousSigns are how the schemes end.
var dangerousSigns = text.NewSigns("t:", "T:", "e:", "E:", "a:", "A:")

// dangerousSchemes are those of goldmark's IsDangerousURL.
var dangerousSchemes = []string{"javascript:", "vbscript:", "file:", "data:"}

func containsFold(body []byte, words []string) bool {
	for _, w := range words {
		name := w[:len(w)-1]
		for at := 0; ; {
			i := bytes.IndexByte(body[at:], ':')
			if i < 0 {
				break
			}
			at += i + 1
			if start := at - len(w); start >= 0 && bytes.EqualFold(body[start:at-1], []byte(name)) {
				return true
			}
		}
	}
	return false
}

// emptiedScheme returns the scheme of a destination that Hugo replaces by
// nothing, because the site does not let HTML through; "" for any other, and
// where a render hook decides.
func emptiedScheme(p *lint.Pass, kind, dest string) string {
	if p.Site.Config.Unsafe || p.Site.HasRenderHook(kind) {
		return ""
	}
	lower := strings.ToLower(dest)
	for _, scheme := range dangerousSchemes {
		if !strings.HasPrefix(lower, scheme) {
			continue
		}
		for _, image := range []string{"png", "gif", "jpeg", "webp"} {
			if strings.HasPrefix(lower, "data:image/"+image+";") {
				return ""
			}
		}
		return scheme
	}
	return ""
}

// emptiedSpan returns the scheme in the destination as written, or the best
// place to point at instead.
func emptiedSpan(p *lint.Pass, dest, whole text.Span, scheme string) text.Span {
	if dest.Len() == 0 {
		return whole
	}
	if strings.HasPrefix(strings.ToLower(p.Slice(dest)), scheme) {
		dest.End = dest.Start + len(scheme)
	}
	return dest
}

package rules

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"postlint/linter/lint"
	"postlint/linter/vietnamese"
)

var untidySlug = lint.Rule{
	Name:     "untidy-slug",
	Summary:  "slug that does not stand in the URL as it is written",
	Family:   lint.URL,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  untidySlugChecker{},
}

type untidySlugChecker struct{}

func (untidySlugChecker) Check(p *lint.Pass) {
	f := p.FrontMatter.Lookup("slug")
	if f == nil || f.Parent != nil || p.RelPermalink == "" {
		return
	}
	slug, ok := f.Value.Text()
	if !ok || strings.TrimSpace(slug) == "" {
		return
	}
	served, ok := servedSlug(p, slug)
	if !ok {
		return // the permalink configuration does not use it
	}
	tidy := vietnamese.Slug(slug)
	switch {
	case mayBeVietnamese(p) && isVietnamese(slug) && tidy != "":
		d := lint.Diagnostic{
			Span:    f.Value.Span,
			Message: lint.Msg("slug %q has Vietnamese letters", slug),
			Effect:  lint.Msg("the URL is %s, and unreadable escapes where it is pasted", p.RelPermalink),
		}
		if edits, ok := p.ReplaceValue(f.Value, tidy); ok {
			if edits, ok = withAlias(p, edits); ok {
				d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q, and keep the old URL as an alias", tidy), Unsafe: true, Edits: edits}}
			}
		}
		p.Report(d)
	case strings.Trim(slug, "/") != served:
		d := lint.Diagnostic{
			Span:    f.Value.Span,
			Message: lint.Msg("slug %q becomes %q", slug, served),
			Effect:  lint.Msg("the URL is %s; a link written like the slug leads nowhere", p.RelPermalink),
		}
		if edits, ok := p.ReplaceValue(f.Value, served); ok {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q, as the URL has it", served), Edits: edits}}
		}
		p.Report(d)
	}
}

// servedSlug returns the end of the page's URL that was made of slug. ok is
// false when its letters are not those of the slug.
func servedSlug(p *lint.Pass, slug string) (served string, ok bool) {
	path := strings.TrimSuffix(p.RelPermalink, "/")
	parts := strings.Count(strings.Trim(slug, "/"), "/") + 1
	from := len(path)
	for range parts {
		if from = strings.LastIndexByte(path[:from], '/'); from < 0 {
			return "", false
		}
	}
	served = unescape(path[from+1:])
	return served, letters(served) == letters(slug)
}

func unescape(path string) string {
	var parts []string
	for _, part := range strings.Split(path, "/") {
		parts = append(parts, lastPart(part))
	}
	return strings.Join(parts, "/")
}

// letters returns the letters and digits of s, folded, for a comparison that
// looks through what Hugo does to a slug.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, vietnamese.Fold(s))
}

// mayBeVietnamese reports whether a page's language does not rule it out: "en"
// is what Hugo assumes where nobody said anything.
func mayBeVietnamese(p *lint.Pass) bool { return p.Language == "vi" || p.Language == "en" }

// isVietnamese reports whether s has a letter of the Vietnamese alphabet that
// is not one of English, and every one of its words could be a Vietnamese
// syllable. Slugs in other languages and scripts are nobody's mistake.
func isVietnamese(s string) bool {
	s = norm.NFC.String(s)
	special := false
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !isASCII(word) {
			if !vietnamese.IsSyllable(word) {
				return false
			}
			special = true
		}
	}
	return special
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

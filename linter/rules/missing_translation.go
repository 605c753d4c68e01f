package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/templates"
)

var missingTranslation = lint.Rule{
	Name:     "missing-translation",
	Summary:  "text of a template that no i18n file has",
	Family:   lint.Theme,
	Severity: lint.Warning,
	Since:    "0.1.0",
	On:       lint.SiteFiles,
	Checker:  missingTranslationChecker{},
}

type missingTranslationChecker struct{}

func (missingTranslationChecker) Check(p *lint.Pass) {
	if !overTemplate(p) {
		return
	}
	facts, _ := p.Site.Templates()
	seen := map[string]bool{}
	for _, t := range inTemplate(p, facts.Translations, func(t templates.Translation) templates.Place { return t.Place }) {
		if t.Guarded || seen[t.ID] || strings.TrimSpace(t.ID) == "" {
			continue
		}
		seen[t.ID] = true
		if p.Site.IsTheme() {
			reportInTheme(p, t)
		} else {
			reportInSite(p, t, isFirst(p, facts, t))
		}
	}
}

// isFirst reports whether a translation is the first of all templates of the site.
func isFirst(p *lint.Pass, facts *templates.Facts, t templates.Translation) bool {
	for _, other := range facts.Translations {
		if page := p.Site.Page(other.Path); page != nil && !other.Guarded {
			return other == t
		}
	}
	return false
}

// reportInTheme reports a name that none of a theme's own files has: which
// languages its sites will have is not known.
func reportInTheme(p *lint.Pass, t templates.Translation) {
	languages := p.Site.TranslationLanguages()
	for _, lang := range languages {
		if s := p.Site.Translate(lang, t.ID); s != site.Untranslated {
			return
		}
	}
	if len(languages) > 0 {
		p.Report(lint.Diagnostic{
			Span:    t.Span,
			Message: lint.Msg("no i18n file of the theme has %q", t.ID),
			Effect:  lint.Msg("readers see nothing there"),
		})
	}
}

// reportInSite reports the languages of the site in which readers do not get a name.
func reportInSite(p *lint.Pass, t templates.Translation, first bool) {
	var none, other, fileless []string
	for _, lang := range p.Site.Config.Languages {
		switch p.Site.Translate(lang, t.ID) {
		case site.Untranslated:
			none = append(none, lang)
		case site.NoLanguage:
			fileless = append(fileless, lang)
		case site.InDefault:
			if p.Site.HasTranslations(lang) {
				other = append(other, lang)
			}
		}
	}
	d := lint.Diagnostic{Span: t.Span}
	if len(fileless) > 0 && first {
		d.Message = lint.Msg("no i18n file is for %s, nor for the default language", enumerate(fileless))
		d.Effect = lint.Msg("readers see nothing wherever the templates have a text to translate")
		p.Report(d)
	}
	if len(none) > 0 {
		d.Message = lint.Msg("no translation of %q for %s", t.ID, enumerate(none))
		d.Effect = lint.Msg("readers see nothing there")
		if p.Site.TranslationPlaceholders() {
			d.Effect = lint.Msg("readers see \"[i18n] %s\"", t.ID)
		}
		p.Report(d)
	}
	if len(other) > 0 {
		d.Message = lint.Msg("no translation of %q for %s", t.ID, enumerate(other))
		d.Effect = lint.Msg("readers see it in another language")
		p.ReportAs(lint.Info, d)
	}
}

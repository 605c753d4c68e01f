package site

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/gohugoio/go-i18n/v2/i18n"
	"github.com/gohugoio/hugo/parser/metadecoders"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

// A translations is what the i18n files of the site and its theme say.
type translations struct {
	once       sync.Once
	localizers map[string]*i18n.Localizer // by language of a file, in lower case
	tags       map[string]language.Tag
	files      map[string]bool // languages that have a file, in lower case
	broken     bool            // a file cannot be read: nothing is known
}

// artificial is what Hugo puts before a language that has no rules of its own.
const artificial = "art-x-"

func (x *Index) readTranslations() *translations {
	t := &x.translations
	t.once.Do(func() {
		main, err := language.Parse(x.Config.DefaultLanguage)
		if err != nil {
			main = language.English
		}
		bundle := i18n.NewBundle(main)
		bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
		bundle.RegisterUnmarshalFunc("yaml", metadecoders.UnmarshalYaml)
		bundle.RegisterUnmarshalFunc("yml", metadecoders.UnmarshalYaml)
		bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
		files := x.readAll(x.hugo.base.I18n.Fs)
		// Hugo reads "de" before "de-DE".
		slices.SortStableFunc(files, func(a, b mountedFile) int {
			return strings.Count(a.name, "-") - strings.Count(b.name, "-")
		})
		t.files = map[string]bool{}
		for _, f := range files {
			read, err := addTranslations(bundle, path.Base(f.name), f.src)
			if err != nil {
				t.broken = true
				continue
			}
			t.files[languageKey(read.Tag)] = true
		}
		t.localizers, t.tags = map[string]*i18n.Localizer{}, map[string]language.Tag{}
		for _, tag := range bundle.LanguageTags() {
			key := languageKey(tag)
			t.localizers[key], t.tags[key] = i18n.NewLocalizer(bundle, tag.String()), tag
		}
	})
	return t
}

// addTranslations adds a file as langs/i18n of Hugo does.
func addTranslations(bundle *i18n.Bundle, name string, src []byte) (*i18n.MessageFile, error) {
	lang, _, _ := strings.Cut(name, ".")
	if language.Make(lang) == language.Und {
		name = artificial + name
	}
	read, err := bundle.ParseMessageFileBytes(src, name)
	if err != nil && strings.Contains(err.Error(), "no plural rule") {
		read, err = bundle.ParseMessageFileBytes(src, artificial+name)
	}
	return read, err
}

// languageKey is how Hugo names the language of a file.
func languageKey(tag language.Tag) string {
	return strings.ToLower(strings.TrimPrefix(tag.String(), artificial))
}

// A Translation tells what i18n gives for a name in a language.
type Translation int

// The translations of a name.
const (
	Translated   Translation = iota // in the language itself, or nothing is known
	InDefault                       // in the default language, or a wider one
	NoLanguage                      // nothing: neither the language nor the default one has a file
	Untranslated                    // nothing, or "[i18n] name" where the site asks for it
)

// Translate tells what readers of a site's language see for a name.
func (x *Index) Translate(lang, id string) Translation {
	t := x.readTranslations()
	if t.broken || len(x.hugo.missing) > 0 {
		return Translated
	}
	key := strings.ToLower(lang)
	if localizer := t.localizers[key]; localizer != nil {
		if found, own := t.find(key, id); found {
			if own {
				return Translated
			}
			return InDefault
		}
	} else if found, _ := t.find(strings.ToLower(x.Config.DefaultLanguage), id); found {
		return InDefault
	}
	if !t.files[key] && !t.files[strings.ToLower(x.Config.DefaultLanguage)] {
		return NoLanguage
	}
	return Untranslated
}

// find looks a name up as Hugo does for the language of a file; own tells
// whether it is there in that language itself.
func (t *translations) find(key, id string) (found, own bool) {
	localizer := t.localizers[key]
	if localizer == nil {
		return false, false
	}
	text, tag, err := localizer.LocalizeWithTag(&i18n.LocalizeConfig{MessageID: id})
	if _, missing := err.(*i18n.MessageNotFoundErr); missing && text == "" {
		return false, false
	}
	return true, tag == t.tags[key]
}

// TranslationLanguages returns the languages that have an i18n file, sorted.
func (x *Index) TranslationLanguages() []string {
	return slices.Sorted(maps.Keys(x.readTranslations().files))
}

// TranslationPlaceholders reports whether Hugo shows "[i18n] name" where a
// translation is missing.
func (x *Index) TranslationPlaceholders() bool {
	return x.hugo.configs.Base.EnableMissingTranslationPlaceholders
}

// HasTranslations reports whether a language has an i18n file.
func (x *Index) HasTranslations(lang string) bool {
	return x.readTranslations().files[strings.ToLower(lang)]
}

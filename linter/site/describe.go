package site

import (
	"maps"
	"path/filepath"
	"strings"

	"github.com/gobuffalo/flect"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/resources/kinds"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
	"github.com/spf13/cast"

	"postlint/linter/message"
)

// describe reads a node's parameters: front matter, then the cascades that
// match it, nearest first; a key that is set already stays.
func (a *assembler) describe(n *node) {
	params := hmaps.Params{}
	if n.early.Frontmatter != nil {
		params = maps.Clone(n.early.Frontmatter)
	}
	n.late.Params = params
	environment := a.x.hugo.environment
	inherit := func(c page.PageMatcherParamsConfig) {
		if !c.Target.Match(n.kind(), n.logicalPath(), environment, n.variant.vector) {
			return
		}
		for _, values := range []hmaps.Params{c.Params, c.Fields} {
			for key, value := range values {
				if _, set := params[key]; !set {
					params[key] = value
				}
			}
		}
	}
	for c := range n.cascade.All() {
		inherit(c)
	}
	for c := range n.cascades.All() {
		inherit(c)
	}
	n.readDates()
	if err := n.readParams(); err != nil && n.err == nil {
		n.err = err
	}
	n.terms = make([][]string, len(n.variant.taxonomies))
	for i, t := range n.variant.taxonomies {
		n.terms[i] = termNames(params, t.Plural)
	}
	n.outputs = n.variant.conf.C.KindOutputFormats[n.kind()]
	if len(n.late.ConfiguredOutputFormats) > 0 {
		n.outputs = n.late.ConfiguredOutputFormats
	}
	if n.late.Build.IsZero() {
		n.late.Build, _ = pagemeta.DecodeBuildConfig(nil)
	}
	if !n.variant.all.IsKindEnabled(n.kind()) {
		n.late.Build.Disable()
	}
	n.title = n.late.Title
	if n.title == "" && n.head == nil {
		n.title = n.madeTitle()
	}
}

// readParams reads the keys that Hugo knows. The error is one that Hugo stops at.
func (n *node) readParams() error {
	late, params := &n.late, n.late.Params
	build := params["build"]
	if old, ok := params["_build"]; ok {
		build = old
	}
	var buildErr error
	late.Build, buildErr = pagemeta.DecodeBuildConfig(build)
	user, err := userParams(params)
	err = either(wrapped("build", buildErr), err)
	late.Title = cast.ToString(params["title"])
	late.LinkTitle = cast.ToString(params["linktitle"])
	late.Summary = cast.ToString(params["summary"])
	late.TranslationKey = cast.ToString(params["translationkey"])
	late.Weight = cast.ToInt(params["weight"])
	if slug, ok := params["slug"]; ok {
		late.Slug = strings.Trim(cast.ToString(slug), "-")
	}
	late.URL = cast.ToString(params["url"])
	if hasProtocol(late.URL) {
		err = either(err, &KeyError{"url", hasProtocolError(late.URL)})
		late.URL = ""
	}
	if headless, ok := params["headless"]; ok && cast.ToBool(headless) {
		late.Build.List, late.Build.Render = pagemeta.Never, pagemeta.Never
	}
	late.Aliases, err = readAliases(params, err)
	late.Draft = isDraft(params)
	late.Outputs = nil
	if outputs, ok := params["outputs"]; ok {
		for _, name := range cast.ToStringSlice(outputs) {
			late.Outputs = append(late.Outputs, strings.ToLower(name))
		}
	}
	if sitemap, ok := params["sitemap"]; ok {
		_, sitemapErr := config.DecodeSitemap(n.variant.conf.Sitemap, hmaps.ToStringMap(sitemap))
		err = either(err, wrapped("sitemap", sitemapErr))
	}
	for key, value := range user {
		params[strings.ToLower(key)] = value
	}
	params["draft"] = late.Draft
	if len(late.Outputs) > 0 {
		formats, outputErr := n.variant.outputFormats(late.Outputs)
		late.ConfiguredOutputFormats = formats
		err = either(err, wrapped("outputs", outputErr))
	}
	return err
}

// userParams takes the table params out of params: its keys become top-level
// ones, over those that are there.
func userParams(params hmaps.Params) (hmaps.Params, error) {
	value, ok := params["params"]
	if !ok {
		return nil, nil
	}
	user, err := hmaps.ToParamsAndPrepare(value)
	if err != nil {
		return nil, &KeyError{"params", message.Errorf("expected a map: %w", err)}
	}
	delete(params, "params")
	return user, nil
}

// isDraft reads draft, or failing that published, as Hugo casts them.
func isDraft(params hmaps.Params) bool {
	if draft, ok := params["draft"]; ok {
		return cast.ToBool(draft)
	}
	if value, ok := params["published"]; ok {
		if published, err := cast.ToBoolE(value); err == nil {
			return !published
		}
	}
	return false
}

func readAliases(params hmaps.Params, err error) ([]string, error) {
	var aliases []string
	for _, alias := range cast.ToStringSlice(params["aliases"]) {
		if hasProtocol(alias) {
			err = either(err, &KeyError{"aliases", hasProtocolError(alias)})
			continue
		}
		aliases = append(aliases, filepath.ToSlash(alias))
	}
	return aliases, err
}

func hasProtocol(url string) bool {
	return strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")
}

func hasProtocolError(url string) error {
	return message.Errorf("%q has a protocol; expected a path", url)
}

// A KeyError is a value in the front matter, or in a cascade, that Hugo stops at.
type KeyError struct {
	Key string
	Err error
}

// Error says what is wrong, after the key.
func (e *KeyError) Error() string { return e.Message().String() }

// Unwrap returns what is wrong with the value.
func (e *KeyError) Unwrap() error { return e.Err }

// Message returns what e says.
func (e *KeyError) Message() message.Message { return message.New("%s: %s", e.Key, e.Err) }

// madeTitle is the title of a page without a file. It matters where a
// permalink pattern has :title or :sectionslugs.
func (n *node) madeTitle() string {
	conf, name := n.variant.conf, n.path.Unnormalized().BaseNameNoIdentifier()
	capital := func(s string) string {
		if conf.CapitalizeListTitles {
			return conf.C.CreateTitle(s)
		}
		return s
	}
	switch n.kind() {
	case kinds.KindHome:
		return conf.Title
	case kinds.KindSection:
		if conf.PluralizeListTitles {
			name = flect.Pluralize(name)
		}
		return capital(name)
	case kinds.KindTaxonomy:
		return strings.ReplaceAll(capital(name), "-", " ")
	case kinds.KindTerm:
		t, _ := n.variant.taxonomyAt(n.key)
		return capital(strings.TrimLeft(strings.TrimPrefix(n.path.Unnormalized().Base(), "/"+t.Plural), "/"))
	}
	return ""
}

// either returns the first error that is not nil.
func either(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func wrapped(key string, err error) error {
	if err == nil {
		return nil
	}
	return &KeyError{key, err}
}

package site

import (
	"strings"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/types"
)

// A Contract is what the theme and the linter agree on. It stands in
// [params.postlint] of the theme's or the site's configuration; where nothing
// is said there, the defaults are those of [DefaultContract].
type Contract struct {
	// Declared says that the configuration has one of the tables below: what is
	// not found by the contract is missing. Settings of rules declare nothing.
	Declared bool

	Image struct {
		Keys    []string // front matter keys of a feature image, dots for nesting; the first that is set wins
		Tables  []string // where Keys are looked up: "" is the top level
		AltKeys []string // keys of its alternative text
		Places  []string // where a local path is looked up: "bundle", "assets", "static"
	}
	Summary struct {
		Dividers []string // written forms, beside Hugo's own, that the theme honours
	}
	AI struct {
		Table  string
		Levels []string
	}
	Glossary struct {
		Section string
		Table   string
	}
}

// DefaultContract returns what is assumed of a site that declares nothing: the
// image keys in common use, at the top level, no divider but Hugo's own, and
// no glossary.
func DefaultContract() Contract {
	var c Contract
	c.Image.Keys = []string{"feature_image", "featured_image", "image", "cover.image", "cover", "images"}
	c.Image.Tables = []string{""}
	c.Image.AltKeys = []string{"feature_image_alt", "image_alt", "cover.alt"}
	c.Image.Places = []string{"bundle", "assets", "static"}
	c.AI.Table = "ai"
	c.AI.Levels = []string{"human-only", "ai-assisted", "ai-autonomous"}
	c.Glossary.Table = "term"
	return c
}

// newContract lays [params.postlint] over the defaults. A value of another
// type than expected is left aside: package config reports it with its place.
func newContract(params map[string]any) Contract {
	c := DefaultContract()
	table, ok := asMap(params["postlint"])
	if !ok {
		return c
	}
	for _, name := range []string{"image", "summary", "ai", "glossary"} {
		_, there := asMap(table[name])
		c.Declared = c.Declared || there
	}
	if !c.Declared {
		return c
	}
	c.Image.Tables = []string{"", "extra"}
	image, _ := asMap(table["image"])
	setList(&c.Image.Keys, image["keys"])
	setList(&c.Image.Tables, image["tables"])
	setList(&c.Image.AltKeys, image["altkeys"])
	setList(&c.Image.Places, image["places"])
	summary, _ := asMap(table["summary"])
	setList(&c.Summary.Dividers, summary["dividers"])
	ai, _ := asMap(table["ai"])
	setText(&c.AI.Table, ai["table"])
	setList(&c.AI.Levels, ai["levels"])
	glossary, _ := asMap(table["glossary"])
	setText(&c.Glossary.Section, glossary["section"])
	setText(&c.Glossary.Table, glossary["table"])
	c.Glossary.Section = strings.Trim(c.Glossary.Section, "/")
	return c
}

// asMap returns v as a map with lower-case keys, as Hugo keeps [params].
func asMap(v any) (map[string]any, bool) {
	switch m := v.(type) {
	case hmaps.Params:
		return m, true
	case map[string]any:
		return m, true
	}
	return nil, false
}

func setList(into *[]string, v any) {
	switch v.(type) {
	case []string, []any:
		if list := types.ToStringSlicePreserveString(v); list != nil || isEmptyList(v) {
			*into = list
		}
	}
}

func isEmptyList(v any) bool {
	switch list := v.(type) {
	case []string:
		return len(list) == 0
	case []any:
		return len(list) == 0
	}
	return false
}

func setText(into *string, v any) {
	if s, ok := v.(string); ok {
		*into = s
	}
}

package site

import (
	"strings"
	"time"

	"github.com/gohugoio/hugo/common/paths"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/helpers"
	"github.com/gohugoio/hugo/hugolib/sitesmatrix"
	"github.com/gohugoio/hugo/langs"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/resources/page/pagemeta"

	"postlint/linter/message"
	"postlint/linter/source"
)

// A variant is one of the sites that Hugo builds from a configuration: one
// language, and where versions and roles are configured, one of each.
type variant struct {
	vector      sitesmatrix.Vector
	language    string
	conf        *allconfig.Config
	all         config.AllProvider
	paths       *helpers.PathSpec
	permalinks  page.PermalinkExpander
	dates       pagemeta.FrontMatterHandler
	location    *time.Location
	dateKeys    []string // front matter keys that dates are taken from, lower-cased
	usesModTime bool     // :fileModTime is among them
	taxonomies  []taxonomy
	prefix      string // of roles and versions: "guest/v1"
	site        page.Site
	nodes       map[string]*node // by tree key: pages
	bundled     map[string]*node // by tree key: content files that are resources
	markdown    *source.Markdown
	incomplete  bool                      // a theme or module of the site is not there
	termPlaces  map[writtenTerm]termPlace // complete once the terms have grown
}

// A taxonomy is a declared taxonomy with the key of its page in the tree.
type taxonomy struct {
	TaxonomyConfig
	key string // "/tags"
}

// newVariants sets up every site of the configuration, the default one first.
func newVariants(h *hugo) ([]*variant, error) {
	specs := map[string]*helpers.PathSpec{}
	parsers := map[string]*source.Markdown{}
	var variants []*variant
	var failure error
	h.configs.AllSitesMatrix.ForEachVector(func(vector sitesmatrix.Vector) bool {
		if vector.Language() >= len(h.configs.Languages) {
			return true // a disabled language
		}
		v, err := newVariant(h, vector, specs)
		if err == nil && parsers[v.language] == nil {
			parsers[v.language], err = source.NewMarkdown(v.all)
		}
		if err != nil {
			failure = err
			return false
		}
		v.markdown = parsers[v.language]
		variants = append(variants, v)
		return true
	})
	return variants, failure
}

func newVariant(h *hugo, vector sitesmatrix.Vector, specs map[string]*helpers.PathSpec) (*variant, error) {
	language := h.configs.Languages[vector.Language()]
	v := &variant{
		vector: vector, language: language.Lang,
		conf: h.configs.LanguageConfigMap[language.Lang], all: h.configs.GetByLang(language.Lang),
		location: langs.GetLocation(language), incomplete: len(h.missing) > 0,
		nodes: map[string]*node{}, bundled: map[string]*node{}, termPlaces: map[writtenTerm]termPlace{},
	}
	if specs[v.language] == nil {
		spec, err := helpers.NewPathSpec(h.fs, v.all, h.log, h.base)
		if err != nil {
			return nil, message.Errorf("language %q: %w", v.language, err)
		}
		specs[v.language] = spec
	}
	v.paths = specs[v.language]
	var err error
	if v.permalinks, err = page.NewPermalinkExpander(v.paths.URLize, v.conf.Permalinks); err != nil {
		return nil, message.Errorf("[permalinks] of language %q: %w", v.language, err)
	}
	if v.dates, err = pagemeta.NewFrontmatterHandler(h.log, v.conf.Frontmatter); err != nil {
		return nil, message.Errorf("[frontmatter] of language %q: %w", v.language, err)
	}
	v.setDateKeys()
	for _, t := range taxonomies(v.conf) {
		v.taxonomies = append(v.taxonomies, taxonomy{t, treeKey(t.Plural)})
	}
	v.prefix = dimensionPrefix(h.configs, vector)
	v.site = page.NewDummyHugoSite(v.all)
	return v, nil
}

// treeKey is the key of a taxonomy's page: "/tags".
func treeKey(plural string) string {
	s := strings.TrimFunc(plural, func(r rune) bool { return r == '.' || r == '/' || r == ' ' || r == '\t' })
	s = strings.ToLower(paths.Sanitize(s))
	if s == "" || s[0] == '/' {
		return strings.TrimSuffix(s, "/")
	}
	return "/" + s
}

// dimensionPrefix returns the folders that a role and a version put before
// every path, without slashes at the ends.
func dimensionPrefix(c *allconfig.Configs, vector sitesmatrix.Vector) string {
	var parts []string
	if role := c.Base.Roles.Config.Sorted[vector.Role()]; !role.Default || c.Base.DefaultContentRoleInSubdir {
		parts = append(parts, role.Name)
	}
	if version := c.Base.Versions.Config.Sorted[vector.Version()]; !version.Default || c.Base.DefaultContentVersionInSubdir {
		parts = append(parts, version.Name)
	}
	return strings.Join(parts, "/")
}

// taxonomyAt returns the taxonomy that Hugo takes a branch page at key for. It
// compares as Hugo does: "/tagsfoo" counts as below "/tags".
func (v *variant) taxonomyAt(key string) (taxonomy, bool) {
	for _, t := range v.taxonomies {
		if strings.HasPrefix(key, t.key) {
			return t, true
		}
	}
	return taxonomy{}, false
}

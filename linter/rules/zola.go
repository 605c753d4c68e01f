package rules

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"postlint/linter/lint"
	"postlint/linter/source"
)

// zolaKeys are the top-level keys of Zola's posts and sections that Hugo does
// not know, with what Hugo has instead
// (www.getzola.org/documentation/content/page and …/section). The others, title, description, date, weight,
// draft, slug, aliases and authors, mean to Hugo and its themes what they mean to Zola.
var zolaKeys = map[string]lint.Message{
	"updated":             lint.Msg("its key is lastmod"),
	"path":                lint.Msg("its key is url"),
	"render":              lint.Msg("render = \"never\" in the table build does that"),
	"template":            lint.Msg("its key is layout, without the extension"),
	"page_template":       lint.Msg("a cascade with layout does that"),
	"sort_by":             lint.Msg("weight, then date decide, or the theme's templates"),
	"paginate_by":         lint.Msg("pagination.pagerSize of the configuration decides"),
	"paginate_path":       lint.Msg("pagination.path of the configuration decides"),
	"paginate_reversed":   lint.Msg("the theme's templates decide"),
	"insert_anchor_links": lint.Msg("a render hook for headings does that"),
	"in_search_index":     lint.Msg("the theme's search decides"),
	"generate_feed":       lint.Msg("outputs decides which feeds there are"),
	"generate_feeds":      lint.Msg("outputs decides which feeds there are"),
	"redirect_to":         lint.Msg("aliases of the target page do that"),
	"transparent":         lint.Msg("the theme's templates decide"),
}

// zolaSorts are the values of Zola's sort_by.
var zolaSorts = []string{"date", "update_date", "title", "title_bytes", "weight", "slug", "none"}

// zola is what a page has of Zola's front matter.
type zola struct {
	taxonomies *source.Field // a table of nothing but lists of terms
	extra      *source.Field
	keys       []*source.Field
	config     zolaConfig
}

func readZola(p *lint.Pass) (z zola) {
	for _, f := range p.FrontMatter.Fields {
		switch {
		case f.Key == "taxonomies" && holdsTerms(f.Value) && !isTaxonomy(p, f.Key):
			z.taxonomies = f
		case f.Key == "extra" && f.Value.Kind == source.Map && !isTaxonomy(p, f.Key):
			z.extra = f
		case f.Key == "render" && f.Value.Kind != source.Bool:
		case !zolaKeys[f.Key].IsZero() && !readsAsDate(p, f):
			z.keys = append(z.keys, f)
		}
	}
	return z
}

func (z zola) hasKeys() bool { return z.extra != nil || len(z.keys) > 0 }

// certain reports whether the page was written for Zola. Every key of its
// front matter but [taxonomies] could also be a parameter of some Hugo theme,
// so a second sign is asked for.
func (z zola) certain(p *lint.Pass) bool {
	if z.taxonomies != nil {
		return true
	}
	signs := 0
	if len(z.keys) > 0 || z.extra != nil {
		if bytes.Contains(p.Src[p.BodyStart:], []byte("](@/")) {
			signs++
		}
	}
	for _, f := range z.keys {
		s, _ := f.Value.Text()
		switch f.Key {
		case "template", "page_template":
			if strings.HasSuffix(s, ".html") {
				signs++
			}
		case "sort_by":
			if slices.Contains(zolaSorts, s) {
				signs++
			}
		case "updated", "path", "transparent", "render":
		default:
			signs++
		}
	}
	return signs >= 2 || z.extra != nil && (signs > 0 || holdsFeatureImage(p, z.extra))
}

// zolaConfig is what Zola's own configuration says, as far as addresses go.
type zolaConfig struct {
	BaseURL string      `toml:"base_url"`
	Slugify zolaSlugify `toml:"slugify"`

	found bool
}

type zolaSlugify struct {
	Paths     string `toml:"paths"`
	KeepDates bool   `toml:"paths_keep_dates"`
}

// readConfig reads the site's zola.toml, or the config.toml that older releases
// called it, where it still lies beside Hugo's.
func (z *zola) readConfig(p *lint.Pass) {
	for _, name := range []string{"zola.toml", "config.toml"} {
		src, err := p.Site.ReadFile(filepath.Join(p.Site.Root, name))
		if err != nil || !bytes.Contains(src, []byte("base_url")) {
			continue
		}
		c := zolaConfig{Slugify: zolaSlugify{Paths: "on"}}
		if toml.Unmarshal(src, &c) == nil && c.BaseURL != "" {
			c.found = true
			z.config = c
			return
		}
	}
}

// holdsFeatureImage reports whether the table has a key that the site's own
// contract calls that of a feature image, and the contract says that such a
// table comes from elsewhere.
func holdsFeatureImage(p *lint.Pass, table *source.Field) bool {
	c := p.Site.Contract
	if !c.Declared {
		return false
	}
	for _, name := range c.Image.Tables {
		if name != table.Key {
			continue
		}
		for _, key := range c.Image.Keys {
			if p.FrontMatter.Lookup(append([]string{name}, strings.Split(key, ".")...)...) != nil {
				return true
			}
		}
	}
	return false
}

// holdsTerms reports whether v is a table of lists of terms.
func holdsTerms(v *source.Value) bool {
	for _, f := range v.Fields {
		if f.Value.Kind != source.List && f.Value.Kind != source.String {
			return false
		}
		for _, e := range f.Value.Elements {
			if e.Kind == source.List || e.Kind == source.Map {
				return false
			}
		}
	}
	return len(v.Fields) > 0
}

// termCount returns how many terms stand in such a table.
func termCount(v *source.Value) (n int) {
	for _, f := range v.Fields {
		n += len(f.Value.Elements)
		if s, ok := f.Value.Text(); ok && s != "" {
			n++
		}
	}
	return n
}

// readsAsDate reports whether the site's [frontmatter] takes f for the date of
// the last change.
func readsAsDate(p *lint.Pass, f *source.Field) bool {
	t, err := p.ParseDate(f.Value.Data)
	return err == nil && !t.IsZero() && p.Dates.Lastmod.Equal(t)
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
)

var zolaFrontMatter = lint.Rule{
	Name:     "zola-front-matter",
	Summary:  "front matter of Zola, which Hugo does not read",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  zolaFrontMatterChecker{},
}

type zolaFrontMatterChecker struct{}

func (zolaFrontMatterChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	z := readZola(p)
	if !z.certain(p) {
		return
	}
	if z.taxonomies != nil && termCount(z.taxonomies.Value) > 0 {
		p.Report(lint.Diagnostic{
			Span: keySpan(z.taxonomies),
			Message: lint.Msg("%s %s in %s, which Hugo does not read",
				enumerate(keysOf(z.taxonomies.Value.Fields)), stand(len(z.taxonomies.Value.Fields)), tableName(p, z.taxonomies)),
			Effect: lint.Msg("the post is listed under none of these terms; expected them at the top level"),
			Fixes:  z.move(p, z.taxonomies),
		})
	}
	if z.extra != nil && len(z.extra.Value.Fields) > 0 {
		p.ReportAs(lint.Warning, lint.Diagnostic{
			Span: keySpan(z.extra),
			Message: lint.Msg("%s %s in %s, where Zola's templates look, not Hugo's",
				enumerate(keysOf(z.extra.Value.Fields)), stand(len(z.extra.Value.Fields)), tableName(p, z.extra)),
			Effect: lint.Msg("a theme that reads the top level goes without"),
			Fixes:  z.move(p, z.extra),
		})
	}
	for _, f := range z.keys {
		p.ReportAs(lint.Warning, lint.Diagnostic{
			Span:    f.KeySpan,
			Message: lint.Msg("%q is a key of Zola", f.Key),
			Effect:  lint.Msg("Hugo does not read it; %s", lint.Msg(zolaKeys[f.Key])),
			Fixes:   renameZolaKey(p, f),
		})
	}
}

func stand(n int) string {
	if n == 1 {
		return "stands"
	}
	return "stand"
}

// zolaKeys are the top-level keys of Zola's posts and sections that Hugo does
// not know, with what Hugo has instead
// (www.getzola.org/documentation/content/page and …/section).
var zolaKeys = map[string]string{
	"updated":             "its key is lastmod",
	"path":                "its key is url",
	"template":            "its key is layout, without the extension",
	"page_template":       "a cascade with layout does that",
	"sort_by":             "weight, then date decide, or the theme's templates",
	"paginate_by":         "pagination.pagerSize of the configuration decides",
	"paginate_path":       "pagination.path of the configuration decides",
	"paginate_reversed":   "the theme's templates decide",
	"insert_anchor_links": "a render hook for headings does that",
	"in_search_index":     "the theme's search decides",
	"generate_feed":       "outputs decides which feeds there are",
	"generate_feeds":      "outputs decides which feeds there are",
	"redirect_to":         "aliases of the target page do that",
	"transparent":         "the theme's templates decide",
}

// zolaSorts are the values of Zola's sort_by.
var zolaSorts = []string{"date", "update_date", "title", "title_bytes", "weight", "slug", "none"}

// zola is what a page has of Zola's front matter.
type zola struct {
	taxonomies *source.Field // a table of nothing but lists of terms
	extra      *source.Field
	keys       []*source.Field
}

func readZola(p *lint.Pass) (z zola) {
	for _, f := range p.FrontMatter.Fields {
		switch {
		case f.Key == "taxonomies" && holdsTerms(f.Value) && !isTaxonomy(p, f.Key):
			z.taxonomies = f
		case f.Key == "extra" && f.Value.Kind == source.Map && !isTaxonomy(p, f.Key):
			z.extra = f
		case zolaKeys[f.Key] != "" && !readsAsDate(p, f):
			z.keys = append(z.keys, f)
		}
	}
	return z
}

// certain reports whether the page was written for Zola. Every key of its
// front matter but [taxonomies] could also be a parameter of some Hugo theme,
// so a second sign is asked for.
func (z zola) certain(p *lint.Pass) bool {
	if z.taxonomies != nil {
		return true
	}
	signs := 0
	for _, f := range z.keys {
		s, _ := f.Value.Text()
		switch f.Key {
		case "template", "page_template":
			if strings.HasSuffix(s, ".html") {
				signs++
			}
		case "sort_by":
			for _, sort := range zolaSorts {
				if s == sort {
					signs++
				}
			}
		case "updated", "path", "transparent":
		default:
			signs++
		}
	}
	return signs >= 2 || z.extra != nil && (signs > 0 || holdsFeatureImage(p, z.extra))
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

// move returns the fix for one of the two tables. Both are moved in one go
// where that is safe: what is left of one alone would not be known for Zola's.
func (z zola) move(p *lint.Pass, table *source.Field) []lint.Fix {
	var fields []*source.Field
	for _, t := range []*source.Field{z.taxonomies, z.extra} {
		if t != nil && movable(p, t) && (t == table || onlyParams(p, t)) {
			fields = append(fields, t.Value.Fields...)
		}
	}
	if !movable(p, table) || clash(fields) {
		return nil
	}
	edits, ok := p.Move(fields, keysOf(fields))
	if !ok {
		fields = table.Value.Fields
		edits, _ = p.Move(fields, keysOf(fields))
	}
	return []lint.Fix{{
		Title:  lint.Msg("Move %s to the top level", enumerate(keysOf(fields))),
		Unsafe: table == z.extra && !onlyParams(p, table),
		Edits:  edits,
	}}
}

// movable reports whether no key of the table is at the top level already.
func movable(p *lint.Pass, table *source.Field) bool {
	for _, f := range table.Value.Fields {
		if p.FrontMatter.Lookup(f.Key) != nil {
			return false
		}
	}
	return true
}

// onlyParams reports whether no key of the table would mean something to Hugo
// itself at the top level; those of [taxonomies] are meant to.
func onlyParams(p *lint.Pass, table *source.Field) bool {
	for _, f := range table.Value.Fields {
		_, known := hugoKeys[strings.ToLower(f.Key)]
		if known || isTaxonomy(p, f.Key) && table.Key != "taxonomies" {
			return false
		}
	}
	return true
}

// clash reports whether two fields have one key.
func clash(fields []*source.Field) bool {
	seen := map[string]bool{}
	for _, f := range fields {
		key := strings.ToLower(f.Key)
		if seen[key] {
			return true
		}
		seen[key] = true
	}
	return false
}

// renameZolaKey returns the fix for the two keys that Hugo has under another
// name. A path becomes a URL, which may not be the one that readers know.
func renameZolaKey(p *lint.Pass, f *source.Field) []lint.Fix {
	key := map[string]string{"updated": "lastmod", "path": "url"}[f.Key]
	if key == "" || p.FrontMatter.Lookup(key) != nil {
		return nil
	}
	edits, ok := p.Rename(f, key)
	if !ok {
		return nil
	}
	if key == "lastmod" {
		return []lint.Fix{{Title: lint.Msg("Rename it to %q", key), Edits: edits}}
	}
	path, _ := f.Value.Text()
	url := "/" + strings.Trim(path, "/") + "/"
	more, ok := p.ReplaceValue(f.Value, url)
	if !ok || path == "" {
		return nil
	}
	return []lint.Fix{{Title: lint.Msg("Write `%s` under %q", url, key), Unsafe: true, Edits: append(edits, more...)}}
}

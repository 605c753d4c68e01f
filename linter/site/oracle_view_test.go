package site

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/resources/page"
)

// A view is what is compared of a page, one line a property.
type view map[string]string

// hugoView is Hugo's view of a page.
func hugoView(p page.Page, taxonomies []string, now time.Time, withSummary bool) view {
	v := view{
		"kind": p.Kind(), "path": p.Path(), "relpermalink": p.RelPermalink(), "permalink": p.Permalink(),
		"section": p.Section(),
	}
	if p.File() == nil {
		return v
	}
	v["draft"] = fmt.Sprint(p.Draft())
	v["title"] = p.Title()
	v["slug"] = p.Slug()
	if p.RelPermalink() != "" {
		v["aliases"] = strings.Join(p.Aliases(), " ")
	}
	v["state"] = string(hugoState(p, now))
	v["dates"] = dateLine(p.Date(), p.Lastmod(), p.PublishDate(), p.ExpiryDate())
	for _, taxonomy := range taxonomies {
		v["terms of "+taxonomy] = sortedLine(termPaths(p, taxonomy))
	}
	if _, renamed := p.Params()["resources"]; !renamed && p.Kind() == "page" {
		var names []string
		for _, r := range p.Resources() {
			if _, isPage := r.(page.Page); !isPage {
				names = append(names, r.Name())
			}
		}
		v["resources"] = sortedLine(names)
	}
	if withSummary {
		v["summary"] = hugoSummary(p)
	}
	return v
}

func hugoState(p page.Page, now time.Time) State {
	switch {
	case p.Draft():
		return Draft
	case !p.PublishDate().IsZero() && p.PublishDate().After(now):
		return Future
	case !p.ExpiryDate().IsZero() && p.ExpiryDate().Before(now):
		return Expired
	}
	return Published
}

// hugoSummary is the kind of summary Hugo makes. Where its text is empty Hugo
// calls any kind "frontmatter"; that is "empty" here.
func hugoSummary(p page.Page) string {
	ctx := context.Background()
	content, err := p.Markup(ctx).Render(ctx)
	if err != nil {
		return "error"
	}
	s, err := content.Summary(ctx)
	if err != nil {
		return "error"
	}
	if s.Text == "" {
		return "empty"
	}
	return s.Type
}

func termPaths(p page.Page, taxonomy string) []string {
	var keys []string
	for _, term := range p.GetTerms(strings.TrimPrefix(treeKey(taxonomy), "/")) {
		keys = append(keys, term.Path())
	}
	return keys
}

func dateLine(dates ...time.Time) string {
	parts := make([]string, len(dates))
	for i, d := range dates {
		parts[i] = d.Format(time.RFC3339)
	}
	return strings.Join(parts, " ")
}

func sortedLine(items []string) string {
	items = slices.Clone(items)
	sort.Strings(items)
	return strings.Join(slices.Compact(items), " | ")
}

// id names a page on both sides.
func id(language, path string) string { return language + ":" + path }

// hugoViews returns Hugo's pages by language and path: what it lists, and of
// what it does not list the paths in candidates.
func (o *oracle) hugoViews(now time.Time, candidates []string, withSummary bool) map[string]view {
	views := map[string]view{}
	for _, s := range o.everySite() {
		taxonomies := o.taxonomies[s.Language().Lang]
		language := s.Language().Lang + " " + s.Version().Name() + " " + s.Role().Name()
		add := func(p page.Page) {
			if p == nil || strings.HasPrefix(p.Kind(), "404") || p.Kind() == "sitemap" || p.Kind() == "robotstxt" || p.Kind() == "sitemapindex" {
				return
			}
			if key := id(language, p.Path()); views[key] == nil {
				v := hugoView(p, taxonomies, now, withSummary && p.File() != nil)
				if p.File() != nil {
					v["file"] = p.File().Filename()
				}
				views[key] = v
			}
		}
		for _, p := range s.Pages() {
			add(p)
		}
		add(s.Home())
		for _, path := range candidates {
			if p, err := s.GetPage(path + ".md"); err == nil && p != nil && p.Path() == path {
				add(p)
			}
		}
	}
	return views
}

// everySite returns the sites of every language, version and role; Hugo keeps
// those of the default version and role at hand and leads to the others by
// their home pages.
func (o *oracle) everySite() []page.Site {
	var sites []page.Site
	o.taxonomies = map[string][]string{}
	for _, s := range o.sites.Sites {
		var plurals []string
		for _, plural := range s.Conf.GetConfig().(*allconfig.Config).Taxonomies {
			plurals = append(plurals, plural)
		}
		o.taxonomies[s.Language().Lang] = plurals
		sites = append(sites, s.Home().Site())
		for _, home := range rotate(s.Home(), "version") {
			for _, home := range rotate(home, "role") {
				if !slices.ContainsFunc(sites, func(s page.Site) bool { return s.Home() == home.Site().Home() }) {
					sites = append(sites, home.Site())
				}
			}
		}
	}
	return sites
}

// rotate returns a page as it is in every version or role.
func rotate(p page.Page, dimension string) page.Pages {
	if r, ok := p.(interface {
		Rotate(dimension string) (page.Pages, error)
	}); ok {
		if pages, err := r.Rotate(dimension); err == nil {
			return pages
		}
	}
	return page.Pages{p}
}

// ourViews returns the index's view of the same.
func ourViews(x *Index, withSummary bool) map[string]view {
	views := map[string]view{}
	for _, n := range x.assembler.nodes {
		if n.bundled || gone(n) {
			continue
		}
		v := view{"kind": n.kind(), "path": n.logicalPath(), "section": n.path.Section()}
		v["relpermalink"], v["permalink"] = n.permalinks()
		if p := n.page; p != nil {
			v["file"] = p.Filename
			v["draft"] = fmt.Sprint(n.late.Draft)
			v["title"] = p.Title
			v["slug"] = p.Slug
			if p.RelPermalink != "" {
				v["aliases"] = strings.Join(p.Aliases, " ")
			}
			v["state"] = string(p.State)
			v["dates"] = dateLine(p.Dates.Date, p.Dates.Lastmod, p.Dates.PublishDate, p.Dates.ExpiryDate)
			for _, t := range n.variant.taxonomies {
				var keys []string
				for _, term := range p.Terms {
					if term.Taxonomy == t.Plural {
						keys = append(keys, strings.TrimSuffix(t.key+"/"+term.Key, "/"))
					}
				}
				v["terms of "+t.Plural] = sortedLine(keys)
			}
			if _, renamed := p.Params["resources"]; !renamed && n.kind() == "page" {
				v["resources"] = sortedLine(slices.Collect(maps.Keys(n.resources)))
			}
			if withSummary {
				v["summary"] = string(p.SummaryKind())
			}
		}
		views[id(variantName(x, n.variant), n.logicalPath())] = v
	}
	return views
}

// gone reports whether Hugo drops a page for its kind; the index keeps it, hidden.
func gone(n *node) bool {
	return (n.kind() == "page" || n.kind() == "term") && !n.variant.all.IsKindEnabled(n.kind())
}

func variantName(x *Index, v *variant) string {
	d := x.hugo.configs.ConfiguredDimensions
	return v.language + " " + d.ConfiguredVersions.ResolveName(v.vector.Version()) + " " + d.ConfiguredRoles.ResolveName(v.vector.Role())
}

// compare returns the differences between Hugo and the index, and how many
// pages were compared.
func compare(hugo, ours map[string]view) (differences []string, pages int) {
	for key, h := range hugo {
		pages++
		o := ours[key]
		if o == nil {
			differences = append(differences, fmt.Sprintf("%s: only Hugo has it: %v", key, h))
			continue
		}
		for property, want := range h {
			got, ok := o[property]
			if property == "summary" && (want == "error" || want == "empty") {
				continue
			}
			if !ok || got != want {
				differences = append(differences, fmt.Sprintf("%s: %s\n\thugo: %q\n\tours: %q", key, property, want, got))
			}
		}
	}
	for key, o := range ours {
		if hugo[key] == nil {
			differences = append(differences, fmt.Sprintf("%s: Hugo does not have it: %v", key, o))
		}
	}
	sort.Strings(differences)
	return differences, pages
}

// checkSite compares everything for one site and returns the number of pages.
func checkSite(t *testing.T, dir string) int {
	t.Helper()
	o := askHugo(t, dir)
	now := time.Now()
	overlay := map[string][]byte{}
	for name := range o.fatal {
		overlay[name] = []byte{}
	}
	x, err := Load(Options{Dir: dir, Now: now, Overlay: overlay})
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	var candidates []string
	for _, n := range x.assembler.nodes {
		if !n.bundled {
			candidates = append(candidates, n.logicalPath())
		}
	}
	sort.Strings(candidates)
	hugo := o.hugoViews(now, slices.Compact(candidates), true)
	differences, pages := compare(hugo, ourViews(x, true))
	differences = append(differences, compareFatal(o, dir, now)...)
	for _, d := range differences {
		t.Error(d)
	}
	return pages
}

// compareFatal compares the files that Hugo stops at with those the index
// says it stops at.
func compareFatal(o *oracle, dir string, now time.Time) []string {
	x, err := Load(Options{Dir: dir, Now: now})
	if err != nil {
		return []string{"Load: " + err.Error()}
	}
	ours := map[string]string{}
	x.eachPage(func(p *Page) {
		if p.Kind == Shadowed || p.Kind == Copied {
			return
		}
		for _, problem := range p.Problems() {
			if problem.Kind == "front matter" || problem.Kind == "shortcode" {
				ours[p.Filename] = problem.Message.String()
			}
		}
		var onlyRendered *aliasError
		if p.Err != nil && !errors.As(p.Err, &onlyRendered) && !(o.html && strings.Contains(p.Err.Error(), "security.allowContent")) {
			ours[p.Filename] = p.Err.Error()
		}
	})
	var differences []string
	for name, said := range o.fatal {
		if ours[name] == "" && !isTemplateMatter(said) {
			differences = append(differences, fmt.Sprintf("%s: only Hugo stops at it: %s", x.rel(name), said))
		}
	}
	for name, said := range ours {
		if o.fatal[name] == "" {
			differences = append(differences, fmt.Sprintf("%s: Hugo does not stop at it; ours: %s", x.rel(name), said))
		}
	}
	sort.Strings(differences)
	return differences
}

// isTemplateMatter reports whether Hugo stopped for a template, which the head
// of a file does not tell.
func isTemplateMatter(said string) bool {
	return strings.Contains(said, "template for shortcode") || strings.Contains(said, "closing tag was provided") ||
		strings.Contains(said, "must be closed or self-closed")
}

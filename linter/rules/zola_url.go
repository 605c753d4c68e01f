package rules

import (
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/vietnamese"
)

// Where Zola serves what, by its documentation (www.getzola.org/documentation/content/page, …/section,
// …/multilingual, and slugify in …/getting-started/configuration):
//
//   - a page is served below the folders of its section, whose names stand in the
//     address as they are, at its slug: that of the front matter, else the name of the
//     file, or of the folder for an index.md;
//   - a date at the start of that name, 2018-10-10 or a full RFC 3339 time with _ or -
//     after it, is dropped, and dates the page if the front matter does not;
//   - the slug is slugified: written in ASCII lower-case letters and digits with hyphens
//     between them ("on"), only stripped of what file systems forbid ("safe"), or not at all ("off");
//   - a section is served at its folder, a page with a path there and nowhere else;
//   - in other languages than the default one the code of the language comes first, but for a path;
//   - every address ends with a slash.

// zolaDate is a date in a file's name, with what follows it.
var zolaDate = regexp.MustCompile(`^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])` +
	`(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)\s?[_-](.+)$`)

// url returns the path, below the site's address, that Zola serves a page or a
// section at. exact is false where its slug cannot be told for sure.
func (z zola) url(p *lint.Pass) (path string, exact bool) {
	parts, ok := contentPath(p)
	if !ok {
		return "", false
	}
	name := parts[len(parts)-1]
	parts = parts[:len(parts)-1]
	if strings.Contains(name, ".") {
		return "", false // a language that Hugo has not been told of; Zola takes every dot for one
	}
	switch {
	case p.Kind == site.Section:
		return z.below(p, parts), true
	case p.Bundle == site.Leaf && len(parts) > 0:
		name, parts = parts[len(parts)-1], parts[:len(parts)-1]
	}
	if m := zolaDate.FindStringSubmatch(name); m != nil && !z.config.Slugify.KeepDates {
		name = m[2]
	}
	if f := p.FrontMatter.Lookup("slug"); f != nil {
		if name, ok = f.Value.Text(); !ok {
			return "", false
		}
	}
	slug, exact := z.slug(name)
	return z.below(p, append(parts[:len(parts):len(parts)], slug)), exact && slug != ""
}

func (z zola) below(p *lint.Pass, parts []string) string {
	if p.Language != p.Site.Config.DefaultLanguage {
		parts = append([]string{p.Language}, parts...)
	}
	return "/" + strings.Join(parts, "/") + "/"
}

// slug slugifies as the configuration says.
func (z zola) slug(name string) (slug string, exact bool) {
	switch z.config.Slugify.Paths {
	case "off":
		return name, true
	case "safe":
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(`<>:"/\|?*`, r) {
				return -1
			}
			return r
		}, strings.TrimRight(name, " .")), true
	}
	return vietnamese.ZolaSlugExact(name)
}

// contentPath returns the folders of the page's file below the content folder and, last,
// its name without extension and language.
func contentPath(p *lint.Pass) (parts []string, ok bool) {
	root := contentRoot(p, p.Page)
	if root == "" {
		return nil, false
	}
	parts = strings.Split(filepath.ToSlash(p.Filename[len(root)+1:]), "/")
	parts[len(parts)-1] = p.Name
	return parts, true
}

// contentRoot returns the content folder that a page's file is in, "" where it is in none.
func contentRoot(p *lint.Pass, page *site.Page) (root string) {
	for _, dir := range p.Site.Config.ContentDirs {
		if strings.HasPrefix(page.Filename, dir+string(filepath.Separator)) && len(dir) > len(root) {
			root = dir
		}
	}
	return root
}

// servedPath returns the path below the site's address that Hugo serves the page
// at, unescaped.
func servedPath(p *lint.Pass) string {
	path := p.RelPermalink
	if hasPath(p.Site.Config.BaseURL) {
		if base, err := url.Parse(p.Site.Config.BaseURL); err == nil {
			path = strings.TrimPrefix(path, strings.TrimSuffix(base.Path, "/"))
		}
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	if s, err := url.PathUnescape(path); err == nil {
		return s
	}
	return path
}

// hasPath reports whether there may be more to an address than scheme and host.
func hasPath(url string) bool {
	_, rest, found := strings.Cut(url, "://")
	i := strings.IndexByte(rest, '/')
	return !found || strings.ContainsAny(rest, "?#%") || i >= 0 && i < len(rest)-1
}

// lostURL returns the path that Zola served the page at where Hugo serves another
// one, "" where it does not or nobody can be sure.
func (z zola) lostURL(p *lint.Pass) string {
	if p.Kind != site.PageKind && p.Kind != site.Section || p.RelPermalink == "" {
		return ""
	}
	if p.FrontMatter.Lookup("url") != nil || p.FrontMatter.Lookup("path") != nil {
		return ""
	}
	path, exact := z.url(p)
	served := servedPath(p)
	if !exact || path == served || !z.config.found && !sameFolders(path, served) {
		return ""
	}
	return path
}

// sameFolders reports whether two paths differ but in what Hugo and Zola make
// of the same names: else Hugo's was made by a permalink configuration.
func sameFolders(a, b string) bool {
	x, y := strings.Split(strings.Trim(a, "/"), "/"), strings.Split(strings.Trim(b, "/"), "/")
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		same := letters(x[i]) == letters(y[i])
		if i == len(x)-1 {
			same = same || strings.HasSuffix(letters(y[i]), letters(x[i])) // behind a date
		}
		if !same {
			return false
		}
	}
	return true
}

// slugAlone reports whether a slug in the front matter is all that path needs.
func slugAlone(path, served string) bool {
	slug := strings.Trim(path, "/")
	slug = slug[strings.LastIndexByte(slug, '/')+1:]
	for _, r := range slug {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') {
			return false
		}
	}
	parent := func(s string) string { return s[:strings.LastIndexByte(strings.TrimSuffix(s, "/"), '/')+1] }
	return slug != "" && strings.Trim(slug, "-") == slug && parent(path) == parent(served)
}

// fileDate returns the date in the file's name of a page that has none, as it is written there.
func (z zola) fileDate(p *lint.Pass) string {
	if p.Kind != site.PageKind || !p.Dates.Date.IsZero() || p.FrontMatter.Lookup("date") != nil {
		return ""
	}
	parts, ok := contentPath(p)
	if !ok {
		return ""
	}
	name := parts[len(parts)-1]
	if p.Bundle == site.Leaf && len(parts) > 1 {
		name = parts[len(parts)-2]
	}
	m := zolaDate.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	if _, err := fileTime(m[1]); err != nil {
		return "" // the 30th of February
	}
	return m[1]
}

func fileTime(date string) (time.Time, error) {
	if len(date) == len(time.DateOnly) {
		return time.Parse(time.DateOnly, date)
	}
	return time.Parse(time.RFC3339, date)
}

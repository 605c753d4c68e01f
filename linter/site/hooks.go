package site

import (
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"postlint/linter/source"
)

// A hook is what turns the destination of a Markdown link or image into a URL.
type hook int

const (
	noHook       hook = iota // the destination is emitted as it is written
	embeddedHook             // Hugo's own, which looks for pages and resources first
	customHook               // a template of the site or its theme, which may do anything
)

// HasRenderHook reports whether a template may change the destinations of
// Markdown links (kind "link") or images ("image"): one of the site, of its
// theme, or Hugo's own. It is true when the theme is not there to be asked.
func (x *Index) HasRenderHook(kind string) bool { return x.hook(x.variants[0], kind) != noHook }

// hook goes by the configuration of the variant's language, in which Hugo has
// decided already what "auto" means: its own hook as soon as a configuration
// has [languages].
func (x *Index) hook(v *variant, kind string) hook {
	settings := v.conf.Markup.Goldmark.RenderHooks
	embedded := settings.Link.UseEmbedded
	if kind == "image" {
		embedded = settings.Image.UseEmbedded
	}
	if embedded == "always" {
		return embeddedHook
	}
	if len(x.hugo.missing) > 0 || x.layouts().hooks[kind] {
		return customHook
	}
	if embedded == "fallback" {
		return embeddedHook
	}
	return noHook
}

// layouts is what the index knows of templates.
type layouts struct {
	any        bool
	hooks      map[string]bool // "link", "image": a template changes destinations
	shortcodes map[string]Shortcode
	names      map[string]bool // of page templates, in lower case: "single", "search"
}

// layouts reads the templates when they are first asked for.
func (x *Index) layouts() *layouts {
	x.layoutsOnce.Do(func() {
		l := &layouts{hooks: map[string]bool{}, shortcodes: embeddedShortcodes(), names: map[string]bool{}}
		for _, dir := range mountedDirs(x.hugo, "layouts") {
			l.read(x.disk(), dir)
		}
		x.layoutsRead = l
	})
	return x.layoutsRead
}

// read goes through one layouts folder. Earlier folders win, as in Hugo.
func (l *layouts) read(d *disk, dir string) {
	d.walk(dir, func(name string) bool {
		l.any = true
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return true
		}
		parts := strings.Split(filepath.ToSlash(rel), "/")
		l.readName(parts)
		for i, part := range parts[:len(parts)-1] {
			switch part {
			case "_markup":
				l.readHook(d, name, parts[len(parts)-1])
			case "shortcodes", "_shortcodes":
				l.readShortcode(d, name, strings.Join(parts[i+1:], "/"))
			}
		}
		return true
	})
}

// readName notes the name of a template that a page may ask for by its layout:
// those for parts of pages are not among them.
func (l *layouts) readName(parts []string) {
	for _, folder := range parts[:len(parts)-1] {
		switch folder {
		case "_markup", "_partials", "partials", "_shortcodes", "shortcodes":
			return
		}
	}
	name, _, _ := strings.Cut(parts[len(parts)-1], ".")
	l.names[strings.ToLower(name)] = true
}

// readHook notes a render hook unless all it does is to pass the destination on.
func (l *layouts) readHook(d *disk, name, base string) {
	for _, kind := range []string{"link", "image"} {
		if !strings.HasPrefix(base, "render-"+kind) {
			continue
		}
		text, err := d.readFile(name)
		if err != nil || !passesOn(string(text)) {
			l.hooks[kind] = true
		}
	}
}

var (
	destinationAttr = regexp.MustCompile(`\b(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)`)
	passedOn        = regexp.MustCompile(`^\{\{-?\s*\.Destination\s*(?:\|\s*safeURL\s*)?-?\}\}\s*$`)
)

// passesOn reports whether a render hook emits every destination unchanged:
// it calls no partial, and each href and src is {{ .Destination }}.
func passesOn(template string) bool {
	attrs := destinationAttr.FindAllStringSubmatch(template, -1)
	if len(attrs) == 0 || strings.Contains(template, "partial") {
		return false
	}
	for _, attr := range attrs {
		if !passedOn.MatchString(strings.Trim(attr[1], `"' `)) {
			return false
		}
	}
	return true
}

// HasLayout reports whether the site or its theme has a template of that name
// anywhere, so that "layout" may choose it. It is true as long as that cannot be told.
func (x *Index) HasLayout(name string) bool {
	return !x.HasTheme() || strings.Contains(name, "/") || x.layouts().names[strings.ToLower(name)]
}

// HasTheme reports whether the templates of the site are known: it has a
// layouts folder, and no theme or module is missing.
func (x *Index) HasTheme() bool { return len(x.hugo.missing) == 0 && x.layouts().any }

// hookFor returns the hook that the destination of a link or image in p's body
// goes through.
func (x *Index) hookFor(p *Page, kind string) hook {
	if p.Markup != source.MarkupMarkdown {
		return noHook
	}
	return x.hook(x.variantOf(p), kind)
}

// lazy is what the index reads when it is first asked for.
type lazy struct {
	layoutsOnce   sync.Once
	layoutsRead   *layouts
	publishedOnce sync.Once
	publishedRead *published
	assetsOnce    sync.Once
	assetsRead    map[string]string // by slash-separated path: the absolute file
	namesOnce     sync.Once
	namesRead     map[*variant]map[string][]*node // by base name, for ref
	idsOnce       sync.Once
	idsRead       *templateIDs
	foldersOnce   sync.Once
	foldersRead   map[string][]string // published paths by folder
	suggestions   sync.Map            // by a path that is not there: what may have been meant
}

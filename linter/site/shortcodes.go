package site

import (
	"path"
	"regexp"
	"strings"
)

// A Shortcode is a shortcode that posts may call.
type Shortcode struct {
	Name     string   // "figure", "ui/button"
	Files    []string // absolute names of its templates; empty for Hugo's own
	Inner    bool     // it reads .Inner: it must be closed
	Embedded bool     // it comes with Hugo
}

// embedded lists the shortcodes that come with Hugo v0.165.0, of
// tpl/tplimpl/embedded/templates/_shortcodes, and whether each reads .Inner.
var embedded = map[string]bool{
	"comment": true, "details": true, "figure": false, "gist": false, "highlight": true,
	"instagram": false, "instagram_simple": false, "param": false, "qr": true,
	"ref": false, "relref": false, "twitter": false, "twitter_simple": false,
	"vimeo": false, "vimeo_simple": false, "x": false, "x_simple": false, "youtube": false,
	"1__h_simple_assets": false,
}

func embeddedShortcodes() map[string]Shortcode {
	all := make(map[string]Shortcode, len(embedded))
	for name, inner := range embedded {
		all[name] = Shortcode{Name: name, Inner: inner, Embedded: true}
	}
	return all
}

// Shortcodes returns the shortcodes of the site, its theme and Hugo by name.
// The map must not be changed. It says little when [Index.HasTheme] is false.
func (x *Index) Shortcodes() map[string]Shortcode { return x.layouts().shortcodes }

var (
	templateComment = regexp.MustCompile(`(?s)\{\{-?\s*/\*.*?\*/\s*-?\}\}`)
	innerCall       = regexp.MustCompile(`\{\{[^}]*\.Inner(?:Deindent)?\b`)
)

// readShortcode notes a template: "youtube.html", "ui/button.vi.html".
func (l *layouts) readShortcode(d *disk, file, rel string) {
	base := path.Base(rel)
	if dot := strings.IndexByte(base, '.'); dot > 0 {
		base = base[:dot]
	}
	name := strings.ToLower(path.Join(path.Dir(rel), base))
	text, err := d.readFile(file)
	if err != nil {
		return
	}
	s, known := l.shortcodes[name]
	if !known || s.Embedded {
		s = Shortcode{Name: name}
	}
	s.Files = append(s.Files, file)
	s.Inner = s.Inner || innerCall.MatchString(templateComment.ReplaceAllString(string(text), ""))
	l.shortcodes[name] = s
}

package site

import (
	"path/filepath"
	"regexp"
	"strings"
)

// templateIDs is what the templates of a site say of the ids on its pages.
type templateIDs struct {
	known    map[string]bool
	prefixes []string // of ids whose end is made while the site is built
	headings bool     // headings have the ids that goldmark gives them
	computed bool     // some ids outside of bodies are nothing but an action
}

// idAttr finds ids, and the names of links, in a template: the part up to the
// first action. An id that is nothing but an action is not told of.
var idAttr = regexp.MustCompile(`(?i)(?:\bid|<a\s[^>]*\bname)\s*=\s*["']?([^"'\s>{]+)(\{\{)?`)

var computedID = regexp.MustCompile(`(?i)\bid\s*=\s*["']?\{\{`)

// MayAddID reports whether a template may put an element with that id on a page,
// beside those in its body. It is true where templates are not known. Ids that
// are wholly computed are counted on lists, which are full of them, and not on
// posts: nobody links to them by hand there.
func (x *Index) MayAddID(p *Page, id string) bool {
	if !x.HasTheme() {
		return true
	}
	ids := x.templateIDs()
	for _, prefix := range ids.prefixes {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return ids.known[id] || !ids.headings || ids.computed && p.Kind != PageKind
}

// KeepsHeadingIDs reports whether no render hook is known to give headings
// other ids than goldmark's.
func (x *Index) KeepsHeadingIDs() bool { return x.templateIDs().headings }

// templateIDs reads the templates when they are first asked for.
func (x *Index) templateIDs() *templateIDs {
	x.idsOnce.Do(func() {
		ids := &templateIDs{known: map[string]bool{}, headings: true}
		for _, dir := range mountedDirs(x.hugo, "layouts") {
			ids.read(x.disk(), dir)
		}
		x.idsRead = ids
	})
	return x.idsRead
}

func (ids *templateIDs) read(d *disk, dir string) {
	d.walk(dir, func(name string) bool {
		b, err := d.readFile(name)
		if err != nil {
			return true
		}
		text := string(b)
		for _, m := range idAttr.FindAllStringSubmatch(text, -1) {
			if m[2] == "" {
				ids.known[m[1]] = true
			} else {
				ids.prefixes = append(ids.prefixes, m[1])
			}
		}
		if dir := filepath.Base(filepath.Dir(name)); dir != "_markup" && dir != "_shortcodes" && dir != "shortcodes" {
			ids.computed = ids.computed || computedID.MatchString(text)
		}
		if base := filepath.Base(name); strings.HasPrefix(base, "render-heading") && strings.HasSuffix(base, ".html") && !strings.Contains(text, ".Anchor") {
			ids.headings = false
		}
		return true
	})
}

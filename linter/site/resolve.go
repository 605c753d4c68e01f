package site

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Resolve finds what a link or image destination in the body of from leads to,
// as a browser at from's URL and Hugo's files make it. Letter case of local
// paths is compared exactly, whatever the file system does. A destination that
// looks like an image goes the way of images, any other that of links; where
// the difference is known, use [Index.ResolveLink] and [Index.ResolveImage].
func (x *Index) Resolve(from *Page, dest string) Target {
	if isImageName(dest) {
		return x.ResolveImage(from, dest)
	}
	return x.ResolveLink(from, dest)
}

// ResolveLink resolves the destination of a Markdown link.
func (x *Index) ResolveLink(from *Page, dest string) Target { return x.resolve(from, dest, "link") }

// ResolveImage resolves the destination of a Markdown image.
func (x *Index) ResolveImage(from *Page, dest string) Target { return x.resolve(from, dest, "image") }

// ResolveHTML resolves an attribute of raw HTML, which no render hook sees.
func (x *Index) ResolveHTML(from *Page, dest string) Target { return x.resolve(from, dest, "") }

func isImageName(dest string) bool {
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		dest = dest[:i]
	}
	switch strings.ToLower(path.Ext(dest)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".ico":
		return true
	}
	return false
}

// resolve does it by kind of hook: "link", "image", or "" for none.
func (x *Index) resolve(from *Page, dest, kind string) Target {
	if strings.Contains(dest, "{{") {
		return Target{Kind: Unknown}
	}
	u, err := url.Parse(strings.TrimSpace(dest))
	if err != nil {
		return Target{Kind: Unknown}
	}
	if u.Path == "" && u.Host == "" && u.Scheme == "" {
		return Target{Kind: Anchor, Page: from, Fragment: u.Fragment}
	}
	if kind != "" {
		if t, done := x.throughHook(from, u, kind); done {
			return t
		}
	}
	t := x.plain(from, u)
	if t.Kind == Missing && (x.mayBeMade(from, u) || kind != "" && x.hookFor(from, kind) == customHook && !x.declaredMissing(from, u, kind)) {
		return Target{Kind: Unknown, Fragment: u.Fragment}
	}
	return t
}

// throughHook does what Hugo's embedded render hooks do before they fall back
// to the plain destination. A custom hook of a theme with a contract is taken
// to find images where the contract says.
func (x *Index) throughHook(from *Page, u *url.URL, kind string) (Target, bool) {
	if u.IsAbs() || u.Host != "" || from.node == nil {
		return Target{}, false
	}
	name := strings.TrimPrefix(u.Path, "./")
	switch x.hookFor(from, kind) {
	case embeddedHook:
		if kind == "link" {
			if t, ok := x.getPage(from, name); ok {
				t.Fragment = u.Fragment
				return t, true
			}
		}
		if file := x.resource(from, name); file != "" {
			return Target{Kind: FileTarget, File: file, Fragment: u.Fragment}, true
		}
		if file := x.assets()[path.Join("/", name)]; file != "" {
			return Target{Kind: FileTarget, File: file, Fragment: u.Fragment}, true
		}
	case customHook:
		if kind == "image" && x.Contract.Declared {
			if file := x.inPlaces(from, u.Path); file != "" {
				return Target{Kind: FileTarget, File: file, Fragment: u.Fragment}, true
			}
		}
	}
	return Target{}, false
}

// declaredMissing reports whether a custom hook cannot find an image either:
// the contract says where the theme looks.
func (x *Index) declaredMissing(from *Page, u *url.URL, kind string) bool {
	return kind == "image" && x.Contract.Declared && len(x.hugo.missing) == 0
}

// plain resolves a destination that is emitted as it is written.
func (x *Index) plain(from *Page, u *url.URL) Target {
	v := x.variantOf(from)
	base := v.conf.C.BaseURL.URL()
	switch {
	case u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		return Target{Kind: External}
	case u.Host != "":
		if base == nil || base.Host == "" || !strings.EqualFold(u.Host, base.Host) {
			return Target{Kind: External}
		}
	case u.Scheme != "":
		return Target{Kind: Unknown}
	}
	name, ok := x.sitePath(from, u)
	if !ok {
		return Target{Kind: Unknown}
	}
	t := x.at(name, v)
	t.Fragment = u.Fragment
	if t.Suggestion != "" {
		t.Suggestion = likeWritten(u, name, t.Suggestion, strings.TrimSuffix(base.Path, "/"))
	}
	return t
}

// sitePath returns the path below the site's root that a browser at from's URL
// would ask for. ok is false where that cannot be told.
func (x *Index) sitePath(from *Page, u *url.URL) (name string, ok bool) {
	v := x.variantOf(from)
	root := strings.TrimSuffix(v.conf.C.BaseURL.BasePathNoTrailingSlash, "/")
	target := u
	if !strings.HasPrefix(u.Path, "/") && u.Host == "" {
		if from.RelPermalink == "" {
			return "", false
		}
		here, err := url.Parse(from.RelPermalink)
		if err != nil {
			return "", false
		}
		target = here.ResolveReference(u)
	} else if root != "" && (v.conf.CanonifyURLs || v.conf.RelativeURLs) && u.Host == "" {
		name = cleanPath(u.Path)
		if rest, below := strings.CutPrefix(name, root+"/"); below && !v.conf.RelativeURLs {
			name = "/" + rest // Hugo puts the folder before a path that lacks it
		}
		return name, true
	}
	name = cleanPath(target.Path)
	if root == "" {
		return name, true
	}
	if name == root {
		return "/", true
	}
	if rest, below := strings.CutPrefix(name, root+"/"); below {
		return "/" + rest, true
	}
	// Outside the folder the site is published in: another site's, or a path
	// that lacks the folder.
	return "", false
}

// cleanPath resolves dots and keeps a slash at the end.
func cleanPath(name string) string {
	clean := path.Clean("/" + name)
	if strings.HasSuffix(name, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}

var pagerPath = regexp.MustCompile(`^(.*/)([^/]+)/[0-9]+/?(?:index\.html)?$`)

// at tells what is published at a path below the site's root.
func (x *Index) at(name string, v *variant) Target {
	for _, file := range filesFor(name) {
		if t, ok := x.exactly(file); ok {
			return t
		}
	}
	if m := pagerPath.FindStringSubmatch(name); m != nil && m[2] == v.conf.Pagination.Path {
		if t := x.at(m[1], v); t.Kind == ListTarget || t.Kind == PageTarget && t.Page.node.isBranch() {
			return Target{Kind: ListTarget}
		}
	}
	p := x.published()
	for _, file := range filesFor(name) {
		if same := p.folded[strings.ToLower(file)]; len(same) > 0 {
			slices.Sort(same)
			t, _ := x.exactly(same[0])
			t.WrongCase, t.Suggestion = true, asAsked(name, same[0])
			return t
		}
	}
	return Target{Kind: Missing, Suggestion: x.suggest(name)}
}

// filesFor lists the files that a web server may answer a path with.
func filesFor(name string) []string {
	if strings.HasSuffix(name, "/") {
		return []string{name + "index.html"}
	}
	return []string{name, name + "/index.html"}
}

// asAsked gives a published file the form of the path that was asked for:
// without index.html, and with a slash at the end where that had one.
func asAsked(name, file string) string {
	if strings.HasSuffix(name, "/index.html") {
		return file
	}
	file = strings.TrimSuffix(file, "index.html")
	if !strings.HasSuffix(name, "/") && file != "/" {
		file = strings.TrimSuffix(file, "/")
	}
	return file
}

// exactly tells what one published file is.
func (x *Index) exactly(file string) (Target, bool) {
	if all := x.urls.files[file]; len(all) > 0 {
		best := all[0]
		for _, candidate := range all {
			if best.alias && !candidate.alias {
				best = candidate
			}
		}
		switch n := best.node; {
		case n.page != nil && n.late.Build.Render == "link":
			return Target{Kind: Unknown}, true
		case n.page != nil && (best.main || best.alias):
			return Target{Kind: PageTarget, Page: n.page, Redirect: best.alias}, true
		}
		return Target{Kind: ListTarget}, true
	}
	p := x.published()
	switch {
	case p.files[file] != "":
		return Target{Kind: FileTarget, File: p.files[file]}, true
	case p.lists[file]:
		return Target{Kind: ListTarget}, true
	case p.maybe[file]:
		return Target{Kind: Unknown}, true
	}
	return Target{}, false
}

// mayBeMade reports whether something that is not known may publish a path:
// a content adapter, a theme that is not there, a template that publishes an
// asset.
func (x *Index) mayBeMade(from *Page, u *url.URL) bool {
	if len(x.adapters) > 0 || x.missingModules() {
		return true
	}
	name, ok := x.sitePath(from, u)
	if !ok {
		return true
	}
	if len(x.hugo.missing) > 0 && path.Ext(name) != "" && path.Ext(name) != ".html" && path.Ext(name) != ".md" {
		return true
	}
	_, asset := x.assets()[name]
	return asset
}

// missingModules reports whether a module that is no theme is missing: it may
// bring content.
func (x *Index) missingModules() bool {
	for _, name := range x.hugo.missing {
		if !slices.Contains(x.hugo.configs.Base.Theme, name) {
			return true
		}
	}
	return false
}

// variantOf returns the variant that a page is in.
func (x *Index) variantOf(p *Page) *variant {
	if p.node != nil {
		return p.node.variant
	}
	return x.variants[0]
}

package site

import (
	"net/url"
	"path"
	"strings"

	"postlint/linter/source"
	"postlint/linter/text"
)

// A FeatureImage is what one of the contract's image keys says.
type FeatureImage struct {
	Key    string   // "cover.image"
	Field  []string // path of the field in the front matter, letter case as written
	Dest   string
	Remote bool
	Target Target
}

// FeatureImage returns a page's feature image by the contract: the field that
// names it, its destination, and where that leads. A key counts as set when it
// holds a string that is not empty, or a list that begins with one. ok is
// false when no key is set in the front matter.
func (x *Index) FeatureImage(p *Page) (image FeatureImage, ok bool) {
	for _, table := range x.Contract.Image.Tables {
		if table != "" && frontMatterField(p, table) == nil {
			continue
		}
		for _, key := range x.Contract.Image.Keys {
			full := key
			if table != "" {
				full = table + "." + key
			}
			field := frontMatterField(p, full)
			if field == nil {
				continue
			}
			dest, set := imageDest(field.Value)
			if !set {
				continue
			}
			image = FeatureImage{Key: full, Field: fieldPath(field), Dest: dest}
			image.Target, image.Remote = x.imageTarget(p, dest)
			return image, true
		}
	}
	return FeatureImage{}, false
}

// FeatureImageAlt returns the field that holds the alternative text of the
// feature image, or nil.
func (x *Index) FeatureImageAlt(p *Page) *source.Field {
	for _, table := range x.Contract.Image.Tables {
		for _, key := range x.Contract.Image.AltKeys {
			if f := frontMatterField(p, strings.TrimPrefix(table+"."+key, ".")); f != nil {
				return f
			}
		}
	}
	return nil
}

// frontMatterField looks a dotted key up, at the top and under params, which
// Hugo merges.
func frontMatterField(p *Page, dotted string) *source.Field {
	if !strings.Contains(dotted, ".") {
		if f := p.FrontMatter.Lookup("params", dotted); f != nil {
			return f
		}
		return p.FrontMatter.Lookup(dotted)
	}
	keys := strings.Split(dotted, ".")
	if f := p.FrontMatter.Lookup(append([]string{"params"}, keys...)...); f != nil {
		return f
	}
	return p.FrontMatter.Lookup(keys...)
}

// imageDest reads a string, or the first string of a list.
func imageDest(v *source.Value) (string, bool) {
	if v == nil {
		return "", false
	}
	if v.Kind == source.List {
		if len(v.Elements) == 0 {
			return "", false
		}
		v = v.Elements[0]
	}
	s, ok := v.Text()
	s = strings.TrimSpace(s)
	return s, ok && s != ""
}

func fieldPath(f *source.Field) []string {
	var names []string
	for ; f != nil; f = f.Parent {
		names = append([]string{f.Key}, names...)
	}
	return names
}

// imageTarget finds a feature image where the contract says. Without a
// declared contract an image that is not found may be the theme's business.
func (x *Index) imageTarget(p *Page, dest string) (t Target, remote bool) {
	u, err := url.Parse(dest)
	if err != nil {
		// Such as "100%.png": a name, not a URL.
		u = &url.URL{Path: dest}
	}
	if u.Scheme == "http" || u.Scheme == "https" || u.Host != "" {
		return Target{Kind: External}, true
	}
	if u.Scheme != "" {
		return Target{Kind: Unknown}, false
	}
	names := []string{dest}
	if !x.Contract.Declared {
		names = append(names, u.Path) // whether the theme takes a URL or a name is not known
	}
	for _, name := range names {
		if file := x.inPlaces(p, name); file != "" {
			return Target{Kind: FileTarget, File: file}, false
		}
	}
	if right := x.inPlacesFolded(p, dest); right != "" {
		return Target{Kind: FileTarget, File: x.inPlaces(p, right), WrongCase: true, Suggestion: right}, false
	}
	if !x.Contract.Declared || len(x.hugo.missing) > 0 {
		return Target{Kind: Unknown}, false
	}
	return Target{Kind: Missing, Suggestion: x.suggestImage(p, dest)}, false
}

// inPlaces looks a local image up where the contract says and returns the
// absolute file, or "".
func (x *Index) inPlaces(p *Page, name string) string {
	if x.Contract.Declared && strings.HasPrefix(path.Clean(name), "..") {
		return "" // places have no outside
	}
	for _, place := range x.Contract.Image.Places {
		if place == "bundle" && x.Contract.Declared && !strings.HasPrefix(name, "/") {
			if file := x.bundleResource(p, path.Clean(name)); file != "" {
				return file
			}
			continue
		}
		if file := x.placeFiles(p, place)[placeKey(place, name)]; file != "" {
			return file
		}
	}
	return ""
}

// placeKey is the key of a name in a place. A bundle has no rooted paths.
func placeKey(place, name string) string {
	if place != "bundle" {
		return path.Join("/", name)
	}
	if strings.HasPrefix(name, "/") {
		return "/" // no file has this key
	}
	return path.Clean(name)
}

// placeFiles lists what a place of the contract has for a page.
func (x *Index) placeFiles(p *Page, place string) map[string]string {
	switch place {
	case "bundle":
		return x.bundleFiles(p)
	case "assets":
		return x.assets()
	case "static":
		return x.static()
	}
	return nil
}

// inPlacesFolded returns the name in its right letter case where only that is wrong.
func (x *Index) inPlacesFolded(p *Page, name string) string {
	for _, place := range x.Contract.Image.Places {
		key := placeKey(place, name)
		for have := range x.placeFiles(p, place) {
			if strings.EqualFold(have, key) {
				if !strings.HasPrefix(name, "/") {
					have = strings.TrimPrefix(have, "/")
				}
				return have
			}
		}
	}
	return ""
}

// suggestImage returns the resource of the page that differs least from name.
func (x *Index) suggestImage(p *Page, name string) string {
	best, bestDistance := "", min(3, len([]rune(name))/4)+1
	for have := range x.bundleFiles(p) {
		if !isImageName(have) {
			continue
		}
		distance := text.DistanceWithin(name, have, bestDistance+1)
		if stem(name) == stem(have) {
			distance = 0
		}
		if distance < bestDistance || distance == bestDistance && best != "" && have < best {
			best, bestDistance = have, distance
		}
	}
	return best
}

// stem is a name without its extension.
func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// resource returns the file of a resource of a page's bundle by name, as
// Resources.Get finds it: without regard to letter case.
func (x *Index) resource(p *Page, name string) string {
	name = path.Clean(strings.TrimPrefix(name, "/"))
	for have, file := range x.bundleFiles(p) {
		if strings.EqualFold(have, name) {
			return file
		}
	}
	return ""
}

// bundleFiles lists the files of the bundle that a page is, or is in, by their
// path below it. A page that is no bundle has what lies in a folder of its name.
func (x *Index) bundleFiles(p *Page) map[string]string {
	if p.Kind == Resource && p.Owner != nil {
		p = p.Owner
	}
	if p.node == nil {
		return nil
	}
	return p.node.resources
}

// static lists the files below the static mounts by path.
func (x *Index) static() map[string]string { return x.published().static }

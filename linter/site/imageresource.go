package site

import (
	"slices"
	"strings"

	"github.com/gohugoio/hugo/hugofs/hglob"
)

// NamedFeatureImage returns the file of the page resource that front matter names
// like one of the contract's image keys, which is shown where no key is set:
//
//	[[resources]]
//	src = "photo.png"
//	name = "feature_image"
func (x *Index) NamedFeatureImage(p *Page) (file string, ok bool) {
	for _, key := range x.Contract.Image.Keys {
		if file := x.resourceNamed(p, key); file != "" && isImageName(file) {
			return file, true
		}
	}
	return "", false
}

// bundleResource returns the file of a resource of p's bundle by its path or by the
// name that front matter gives it, as Hugo's Resources.Get finds it: letter case
// does not matter. It is "" where there is none.
func (x *Index) bundleResource(p *Page, name string) string {
	if file := x.resource(p, name); file != "" {
		return file
	}
	return x.resourceNamed(p, name)
}

// resourceNamed returns the file of the resource with a name of its own, or "". As in
// Hugo the first entry whose src fits a resource names it, without regard to
// letter case.
func (x *Index) resourceNamed(p *Page, name string) string {
	if _, named := p.Params["resources"]; !named {
		return ""
	}
	files := x.bundleFiles(p)
	var paths []string
	for path := range files {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		if named, ok := resourceName(p, path); ok && strings.EqualFold(named, name) {
			return files[path]
		}
	}
	return ""
}

// resourceName returns the name that front matter gives the resource at a path. ok
// is false where it gives none.
func resourceName(p *Page, path string) (name string, ok bool) {
	entries, _ := p.Params["resources"].([]any)
	if tables, isTables := p.Params["resources"].([]map[string]any); isTables {
		for _, table := range tables {
			entries = append(entries, table)
		}
	}
	for _, entry := range entries {
		table, _ := asMap(entry)
		src, _ := table["src"].(string)
		name, named := table["name"].(string)
		glob, err := hglob.GetGlob(strings.ToLower(strings.TrimPrefix(src, "/")))
		if named && err == nil && glob.Match(strings.ToLower(path)) {
			return name, true
		}
	}
	return "", false
}

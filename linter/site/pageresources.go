package site

import "bytes"

// ShowsPageResources reports whether a template may show the page resources of
// bundles: one of the site or its theme asks for resources of type "page", or
// the theme is not there to be asked.
func (x *Index) ShowsPageResources() bool {
	x.derived.resourcesOnce.Do(func() { x.derived.showsResources = len(x.hugo.missing) > 0 || x.asksForPages() })
	return x.derived.showsResources
}

func (x *Index) asksForPages() bool {
	found := false
	for _, dir := range mountedDirs(x.hugo, "layouts") {
		found = found || !x.disk().walk(dir, func(name string) bool {
			text, err := x.ReadFile(name)
			asks := err == nil && bytes.Contains(text, []byte("Resources")) &&
				(bytes.Contains(text, []byte(`"page"`)) || bytes.Contains(text, []byte("`page`")) || bytes.Contains(text, []byte(".md")))
			return !asks
		})
	}
	return found
}

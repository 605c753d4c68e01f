package site

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
)

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
		// A folder that cannot be read has no templates to tell of.
		_ = filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil
			}
			text, err := os.ReadFile(name)
			if err == nil && bytes.Contains(text, []byte("Resources")) &&
				(bytes.Contains(text, []byte(`"page"`)) || bytes.Contains(text, []byte("`page`")) || bytes.Contains(text, []byte(".md"))) {
				found = true
				return fs.SkipAll
			}
			return nil
		})
	}
	return found
}

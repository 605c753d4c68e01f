package site

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// featureCases are front matters of a.md in a folder of its own, by name. Each image
// of the site has a width of its own, by which the test tells them apart.
var featureCases = map[string]string{
	"bundle":            `feature_image = "own.png"`,
	"bundle-folder":     `feature_image = "sub/own.png"`,
	"bundle-dot":        `feature_image = "./own.png"`,
	"bundle-first":      `feature_image = "all.png"`,
	"asset":             `feature_image = "asset.png"`,
	"assets-first":      `feature_image = "both.png"`,
	"static-file":       `feature_image = "static.png"`,
	"static-folder":     `feature_image = "img/static.png"`,
	"site-path":         `feature_image = "/static.png"`,
	"site-path-assets":  `feature_image = "/all.png"`,
	"site-path-bundle":  `feature_image = "/own.png"`,
	"site-path-twice":   `feature_image = "//static.png"`,
	"parent":            `feature_image = "../static.png"`,
	"extra":             "[extra]\nfeature_image = \"own.png\"",
	"extra-second":      "images = [\"static.png\"]\n[extra]\nfeature_image = \"own.png\"",
	"params":            "[params]\nfeature_image = \"own.png\"",
	"cover-image":       "[cover]\nimage = \"own.png\"",
	"cover-image-list":  "[cover]\nimage = [\"own.png\", \"static.png\"]",
	"cover-list":        `cover = ["own.png"]`,
	"cover-empty":       "image = \"\"\n[cover]\nimage = \"own.png\"",
	"images":            `images = ["own.png", "static.png"]`,
	"images-empty":      `images = []`,
	"images-of-tables":  "[[images]]\nsrc = \"own.png\"",
	"order":             "image = \"static.png\"\nfeature_image = \"own.png\"",
	"number":            "feature_image = 7\nimage = \"own.png\"",
	"blank":             "feature_image = \"  \"\nimage = \" own.png \"",
	"remote":            `feature_image = "https://example.com/x.png"`,
	"remote-schemeless": `feature_image = "//example.com/x.png"`,
	"missing":           `feature_image = "gone.png"`,
	"missing-first":     "feature_image = \"gone.png\"\nimage = \"own.png\"",
	"case-bundle":       `feature_image = "Own.PNG"`,
	"case-assets":       `feature_image = "Asset.png"`,
	"case-static":       `feature_image = "Static.png"`,
	"case-key":          `Feature_Image = "own.png"`,
	"space":             `feature_image = "hai từ.png"`,
	"escaped":           `feature_image = "hai%20t%E1%BB%AB.png"`,
	"query":             `feature_image = "own.png?v=1"`,
	"none":              "",
	"resource":          "[[resources]]\nsrc = \"own.png\"\nname = \"feature_image\"",
	"resource-glob":     "[[resources]]\nsrc = \"sub/*.png\"\nname = \"Cover\"",
	"resource-order":    "[[resources]]\nsrc = \"own.png\"\nname = \"cover\"\n[[resources]]\nsrc = \"sub/*\"\nname = \"image\"",
	"resource-unset":    "feature_image = \"gone.png\"\n[[resources]]\nsrc = \"own.png\"\nname = \"image\"",
	"resource-other":    "[[resources]]\nsrc = \"own.png\"\nname = \"photo\"",
	"resource-value":    "feature_image = \"photo\"\n[[resources]]\nsrc = \"own.png\"\nname = \"photo\"",
	"resource-renamed":  "feature_image = \"own.png\"\n[[resources]]\nsrc = \"own.png\"\nname = \"photo\"",
}

// imageWidths are the widths of the images of the site.
var imageWidths = map[string]int{
	"content/CASE/own.png": 11, "content/CASE/sub/own.png": 12, "content/CASE/all.png": 13, "content/CASE/hai từ.png": 14,
	"assets/asset.png": 21, "assets/both.png": 22, "assets/all.png": 23,
	"static/static.png": 31, "static/both.png": 32, "static/all.png": 33, "static/img/static.png": 34,
}

// TestFeatureImageAsTheme compares the feature image that the index finds with the
// one that the theme's own templates show.
func TestFeatureImageAsTheme(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a site with the theme")
	}
	dir := t.TempDir()
	for _, bundle := range []bool{true, false} {
		for name, frontMatter := range featureCases {
			post := []byte("+++\ntitle = \"A\"\ndate = 2026-01-02\n" + frontMatter + "\n+++\n")
			if !bundle {
				writeFile(t, filepath.Join(dir, "content", name+"-single.md"), post)
				continue
			}
			writeFile(t, filepath.Join(dir, "content", name, "index.md"), post)
			for file, width := range imageWidths {
				writeFile(t, filepath.Join(dir, strings.Replace(file, "CASE", name, 1)), pngOfWidth(t, width))
			}
		}
	}
	writeFile(t, filepath.Join(dir, "hugo.toml"), fmt.Appendf(nil, "theme = \"theme\"\nthemesDir = %q\n"+
		"disableKinds = [\"home\", \"section\", \"taxonomy\", \"term\", \"rss\", \"sitemap\", \"robotstxt\", \"404\"]\n", repository(t)))
	writeFile(t, filepath.Join(dir, "layouts", "page.html"), []byte(
		`{{ with partial "image/feature.html" . }}{{ if eq .kind "remote" }}{{ .url }}{{ else }}{{ .width }}{{ end }}{{ else }}none{{ end }}`))

	o := &oracle{mem: afero.NewMemMapFs(), imports: true, render: true}
	sites, err := o.build(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer sites.Close()
	index, err := Load(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	for name := range featureCases {
		for path, file := range map[string]string{name: name + "/index.md", name + "-single": name + "-single.md"} {
			shown, err := afero.ReadFile(sites.Fs.PublishDir, path+"/index.html")
			if err != nil {
				t.Error(err)
				continue
			}
			if found := foundImage(index, index.Page("content/"+file)); found != string(shown) {
				t.Errorf("%s: the theme shows %s, the index finds %s", path, shown, found)
			}
		}
	}
}

// foundImage says what the index finds as the test's template does.
func foundImage(x *Index, p *Page) string {
	image, ok := x.FeatureImage(p)
	file := image.Target.File
	switch {
	case image.Remote:
		return image.Dest
	case !ok:
		file, ok = x.NamedFeatureImage(p)
	case image.Target.Kind != FileTarget || image.Target.WrongCase:
		ok = false
	}
	if !ok {
		return "none"
	}
	return fmt.Sprint(x.Image(file).Width)
}

func pngOfWidth(t *testing.T, width int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

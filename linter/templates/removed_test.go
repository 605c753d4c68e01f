package templates

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// removals has a template for every removal: what it prints is not looked at,
// only what Hugo says of it.
var removals = map[string]string{
	"getJSON":               `{{ getJSON "a.json" }}`,
	"getCSV":                `{{ getCSV "," "a.csv" }}`,
	"resources.ToCSS":       `{{ (resources.Get "a.scss" | resources.ToCSS).RelPermalink }}`,
	"resources.PostCSS":     `{{ (resources.Get "a.css" | resources.PostCSS).RelPermalink }}`,
	"resources.Babel":       `{{ (resources.Get "a.css" | resources.Babel).RelPermalink }}`,
	"resources.PostProcess": `{{ (resources.Get "a.css" | resources.PostProcess).RelPermalink }}`,
	"crypto.FNV32a":         `{{ crypto.FNV32a "x" }}`,
	"css.Sass: libsass":     `{{ (resources.Get "a.scss" | css.Sass).RelPermalink }}`,
	`partial "_internal/…"`: `{{ partial "_internal/opengraph.html" . }}`,
	"Image.Exif":            `{{ with resources.Get "a.jpg" }}{{ with .Exif }}{{ .Tags }}{{ end }}{{ end }}`,
	".Site.Sites":           `{{ .Site.Sites }}`,
	".Page.Sites":           `{{ .Sites }}`,
}

// template returns the template that uses what was removed.
func (r *Removal) template() string {
	if src, ok := removals[r.Name]; ok {
		return src
	}
	return "{{ " + strings.Replace(r.Name, ".Page.", ".", 1) + " }}"
}

// TestRemovalsAreFound reads the template of every removal.
func TestRemovalsAreFound(t *testing.T) {
	for _, r := range Removals {
		src := r.template()
		f := analyze(t, src, nil)
		if len(f.Calls) != 1 || f.Calls[0].Removal != r {
			t.Errorf("%s: in %s is found %v", r.Name, src, f.Calls)
			continue
		}
		at := src[f.Calls[0].Span.Start:f.Calls[0].Span.End]
		if at != r.field && !slices.Contains(r.function, at) && at != "css.Sass" && at != "_internal/opengraph.html" {
			t.Errorf("%s is at %q of %s", r.Name, at, src)
		}
	}
}

// TestNotRemoved reads what looks like what was removed, and is something else.
func TestNotRemoved(t *testing.T) {
	for _, src := range []string{
		`{{ .Params.URL }}{{ .Params.author.RSSLink }}`,
		`{{ range site.Menus.main }}{{ .URL }}{{ end }}`,
		`{{ .Paginator.Prev.URL }}`,
		`{{ site.Params.Social.Author }}`,
		`{{ $d := dict "Exif" 1 "URL" 2 }}{{ $d.Exif }}{{ $d.URL }}`,
		`{{ if ge hugo.Version "0.120.0" }}{{ hugo.IsServer }}{{ else }}{{ .Site.IsServer }}{{ end }}`,
		`{{ (resources.Get "a.scss" | css.Sass (dict "transpiler" "dartsass")).RelPermalink }}`,
		`{{ $o := dict "transpiler" (site.Params.transpiler) }}{{ (resources.Get "a.scss" | css.Sass $o).RelPermalink }}`,
		`{{ .Site.Language.Locale }}{{ hugo.Data.a }}{{ .Site.Home.Title }}{{ .File.Dir }}{{ .Parent.Title }}`,
		`{{ template "_internal/opengraph.html" . }}`,
		`{{/* getJSON .Site.Author */}}`,
	} {
		if f := analyze(t, src, nil); len(f.Calls) > 0 {
			t.Errorf("in %s is found %s", src, f.Calls[0].Removal.Name)
		}
	}
}

// TestHugoAgrees builds a site with each template: Hugo stops at what was
// removed, and its log says of the rest that it is deprecated, since the same release.
func TestHugoAgrees(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the hugo command")
	}
	path, err := exec.Command("go", "tool", "-n", "hugo").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range Removals {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			log, built := hugo(t, strings.TrimSpace(string(path)), r.template())
			deprecated := strings.Contains(log, "deprecated: ") && strings.Contains(log, r.Since)
			switch {
			case r == libsass:
				// Plain Hugo has no libsass at all; the one that has deprecates it.
				if built || !strings.Contains(log, "libsass") {
					t.Errorf("built: %v; %s", built, log)
				}
			case r.Removed && built:
				t.Errorf("Hugo still builds it: %s", log)
			case !r.Removed && (!built || !deprecated):
				t.Errorf("built: %v; deprecated since %s: %v; %s", built, r.Since, deprecated, log)
			}
		})
	}
}

// TestInsteadWorks builds a site with what the removals say to use.
func TestInsteadWorks(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the hugo command")
	}
	path, err := exec.Command("go", "tool", "-n", "hugo").Output()
	if err != nil {
		t.Fatal(err)
	}
	var src strings.Builder
	for _, r := range Removals {
		switch {
		case r.function != nil, r.Instead == "":
		case r.Name == "Image.Exif":
			src.WriteString(`{{ with resources.Get "a.jpg" }}{{ with .Meta }}{{ .Exif }}{{ end }}{{ end }}` + "\n")
		case strings.HasPrefix(r.Instead, ".Language"):
			src.WriteString("{{ site" + r.Instead + " }}\n")
		case r.Instead == "hugo":
			src.WriteString("{{ hugo.Version }}\n")
		default:
			src.WriteString("{{ " + r.Instead + " }}\n")
		}
	}
	if log, built := hugo(t, strings.TrimSpace(string(path)), src.String()); !built || strings.Contains(log, "deprecated") {
		t.Errorf("built: %v; %s\n%s", built, log, src.String())
	}
}

// hugo builds a site of one page with a template, and returns its log.
func hugo(t *testing.T, command, template string) (log string, built bool) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string]string{
		"hugo.toml":         "baseURL = \"https://example.org/\"\n",
		"content/a.md":      "---\ntitle: a\n---\nx\n",
		"layouts/page.html": template,
		"layouts/list.html": "",
		"layouts/home.html": "",
		"assets/a.css":      "a{}",
		"assets/a.scss":     "a{}",
		"assets/a.jpg":      jpeg,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(command, "--source", dir, "--logLevel", "info", "--noBuildLock")
	cmd.Env = append(os.Environ(), "HUGO_CACHEDIR="+t.TempDir())
	out, err := cmd.CombinedOutput()
	return string(out), err == nil
}

// jpeg is a picture of one pixel.
const jpeg = "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" +
	"\xff\xdb\x00C\x00\x08\x06\x06\x07\x06\x05\x08\x07\x07\x07\t\t\b\n\x0c\x14\r\x0c\x0b\x0b\x0c\x19\x12\x13\x0f\x14\x1d\x1a\x1f\x1e\x1d\x1a\x1c\x1c $.' \",#\x1c\x1c(7),01444\x1f'9=82<.342" +
	"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00" +
	"\xff\xc4\x00\x1f\x00\x00\x01\x05\x01\x01\x01\x01\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b" +
	"\xff\xc4\x00\x14\x10\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\xff\xda\x00\x08\x01\x01\x00\x00?\x00\x7f\x00\xff\xd9"

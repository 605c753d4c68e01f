package site

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEmbeddedShortcodes compares the list of Hugo's own shortcodes with the
// templates in the module this program is built with.
func TestEmbeddedShortcodes(t *testing.T) {
	cmd := exec.Command("go", "list", "-m", "-json", "github.com/gohugoio/hugo")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(module.Dir, "tpl", "tplimpl", "embedded", "templates", "_shortcodes", "*.html"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no templates in %s: %v", module.Dir, err)
	}
	inner := regexp.MustCompile(`\.Inner`)
	found := map[string]bool{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		shortcode := strings.TrimSuffix(filepath.Base(name), ".html")
		found[shortcode] = true
		if got, ok := embedded[shortcode]; !ok || got != inner.Match(text) {
			t.Errorf("%s: listed %v, reads .Inner %v; want listed, %v", shortcode, ok, got, inner.Match(text))
		}
	}
	for name := range embedded {
		if !found[name] {
			t.Errorf("%s is not Hugo's", name)
		}
	}
}

func TestShortcodes(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "theme = \"t\"\n", "content/a.md", "",
		"layouts/_shortcodes/Note.html", "{{/* .Inner */}}x", "layouts/shortcodes/ui/box.html", "{{ .Inner }}",
		"layouts/shortcodes/youtube.html", "own", "themes/t/layouts/_shortcodes/from-theme.vi.html", "{{ with .InnerDeindent }}{{ end }}"))
	all := x.Shortcodes()
	for name, inner := range map[string]bool{"note": false, "ui/box": true, "from-theme": true, "youtube": false, "figure": false, "details": true} {
		if s, ok := all[name]; !ok || s.Inner != inner {
			t.Errorf("%s: %+v, %v", name, s, ok)
		}
	}
	if all["youtube"].Embedded || !all["figure"].Embedded || !x.HasTheme() {
		t.Errorf("youtube %+v, figure %+v, theme %v", all["youtube"], all["figure"], x.HasTheme())
	}
}

func TestRenderHooks(t *testing.T) {
	for name, c := range map[string]struct {
		files       []string
		link, image bool
	}{
		"none":      {[]string{"hugo.toml", ""}, false, false},
		"transport": {[]string{"hugo.toml", "", "layouts/_markup/render-link.html", `<a class="link" href="{{ .Destination | safeURL }}">{{ .Text }}</a>`}, false, false},
		"template":  {[]string{"hugo.toml", "", "layouts/_default/_markup/render-image.html", `{{ partial "x" . }}`}, false, true},
		"embedded":  {[]string{"hugo.toml", "[markup.goldmark.renderHooks.link]\nuseEmbedded = \"always\"\n"}, true, false},
		"languages": {[]string{"hugo.toml", "defaultContentLanguage = \"vi\"\n[languages.vi]\n[languages.en]\n"}, true, true},
		"theme":     {[]string{"hugo.toml", "theme = \"t\"\n", "themes/t/layouts/_markup/render-link.html", "x"}, true, false},
	} {
		x := load(t, writeSite(t, c.files...))
		if x.HasRenderHook("link") != c.link || x.HasRenderHook("image") != c.image {
			t.Errorf("%s: link %v, image %v", name, x.HasRenderHook("link"), x.HasRenderHook("image"))
		}
	}
}

func TestTermSpans(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "", "content/a.md", "---\ntags: [one, \"\", Hai Ba]\ncategories: solo\n---\n",
		"content/b.md", "+++\n[params]\ntags = ['hai ba']\n+++\n", "content/s/_index.md", "---\ncascade:\n  tags: [above]\n---\n", "content/s/c.md", ""))
	var got []string
	for _, p := range x.Pages {
		for _, term := range p.Terms {
			written := "-"
			if !term.Span.IsZero() {
				written = p.Slice(term.Span)
			}
			got = append(got, strings.Join([]string{p.Name, term.Taxonomy, term.Name, term.Key, written}, ","))
		}
	}
	want := []string{"a,categories,solo,solo,solo", "a,tags,one,one,one", "a,tags,Hai Ba,hai-ba,Hai Ba", "b,tags,hai ba,hai-ba,'hai ba'", "_index,tags,above,above,-", "c,tags,above,above,-"}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if uses := x.Uses("tags", "hai-ba"); len(uses) != 2 || uses[0].Name != "a" {
		t.Errorf("Uses: %v", uses)
	}
	if names := x.TermNames("tags"); len(names) != 4 || names[0].Name != "Hai Ba" {
		t.Errorf("TermNames: %+v", names)
	}
}

func TestKinds(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "", "content/_index.md", "", "content/p/index.md", "", "content/p/note.md", "", "content/p/pic.png", "",
		"content/a.md", "", "content/a.org", "", "content/b.txt", "", "content/c.mdx", "", "content/tags/_index.md", "", "content/tags/x/_index.md", "",
		"content/s/_index.md", "", "content/h.md", "---\nheadless: true\n---\n", "content/.hidden.md", "", "content/d.md", "", "content/d/index.md", ""))
	want := map[string]Kind{
		"content/_index.md": Home, "content/p/index.md": PageKind, "content/p/note.md": Resource, "content/a.org": PageKind, "content/a.md": Shadowed,
		"content/b.txt": Copied, "content/c.mdx": Copied, "content/tags/_index.md": Taxonomy, "content/tags/x/_index.md": TermKind,
		"content/s/_index.md": Section, "content/h.md": Hidden, "content/d.md": Shadowed, "content/d/index.md": PageKind,
	}
	for _, p := range x.Pages {
		if want[p.Document.Path] != p.Kind {
			t.Errorf("%s: %s; want %s", p.Document.Path, p.Kind, want[p.Document.Path])
		}
		delete(want, p.Document.Path)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
	if note := x.Page("content/p/note.md"); note.Owner != x.Page("content/p/index.md") {
		t.Errorf("owner of the resource: %v", note.Owner)
	}
	if a := x.Page("content/a.md"); a.Owner != x.Page("content/a.org") {
		t.Errorf("owner of the shadowed file: %v", a.Owner)
	}
	if p := x.Page("content/p/index.md"); !slices.Equal(p.Resources, []string{"note.md", "pic.png"}) {
		t.Errorf("resources: %q", p.Resources)
	}
}

func TestRivals(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "", "content/p/a.md", "---\nslug: same\n---\n", "content/p/b.md", "---\nslug: same\naliases: [/p/c/, /tags/]\n---\n", "content/p/c.md", ""))
	a := x.Rivals(x.Page("content/p/a.md"))
	if len(a) != 1 || a[0].Page != x.Page("content/p/b.md") || a[0].Path != "/p/same/index.html" {
		t.Errorf("a: %+v", a)
	}
	b := x.Rivals(x.Page("content/p/b.md"))
	if len(b) != 3 || b[1].Own != "/p/c" || b[1].Page != x.Page("content/p/c.md") || b[2].Page != nil {
		t.Errorf("b: %+v", b)
	}
	if c := x.Rivals(x.Page("content/p/c.md")); len(c) != 1 || !c[0].Alias {
		t.Errorf("c: %+v", c)
	}
	if at := x.PagesAt("/p/same/"); len(at) != 2 {
		t.Errorf("PagesAt: %v", at)
	}
}

func TestTranslations(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "defaultContentLanguage = \"vi\"\n[languages.vi]\nweight = 1\n[languages.en]\nweight = 2\n",
		"content/a.md", "", "content/a.en.md", "", "content/mot.md", "---\ntranslationKey: k\n---\n", "content/one.en.md", "---\ntranslationKey: k\n---\n"))
	for from, to := range map[string]string{"content/a.md": "content/a.en.md", "content/one.en.md": "content/mot.md"} {
		p := x.Page(from)
		if len(p.Translations) != 1 || p.Translations[0].Document.Path != to {
			t.Errorf("%s: %v", from, p.Translations)
		}
	}
}

func TestFeatureImage(t *testing.T) {
	declared := "[params.postlint.image]\ntables = [\"\", \"extra\"]\n"
	files := []string{
		"content/b/index.md", "---\nfeature_image: pic.png\nfeature_image_alt: x\n---\n", "content/b/pic.png", "",
		"content/c/index.md", "---\nimage: Pic.png\n---\n", "content/c/pic.png", "",
		"content/d.md", "+++\n[extra]\nimage = 'pik.png'\n+++\n", "content/e.md", "---\ncover:\n  image: /img/e.png\n---\n", "static/img/e.png", "",
		"content/f.md", "---\nimages: [https://example.com/x.png]\n---\n", "content/g.md", "---\nimage: ''\n---\n", "content/h.md", "---\ncover: shared.png\n---\n", "assets/shared.png", "",
		"content/i.md", "---\nimage: Shared.png\n---\n",
	}
	x := load(t, writeSite(t, append(files, "hugo.toml", declared)...))
	for page, want := range map[string]string{
		"content/b/index.md": "feature_image file content/b/pic.png", "content/c/index.md": "image file content/c/pic.png", "content/i.md": "image file assets/shared.png case shared.png",
		"content/d.md": "extra.image missing", "content/e.md": "cover.image file static/img/e.png", "content/f.md": "images external",
		"content/g.md": "none", "content/h.md": "cover file assets/shared.png",
	} {
		got := "none"
		if image, ok := x.FeatureImage(x.Page(page)); ok {
			got = image.Key + " " + describeTarget(x, image.Target)
			if image.Remote != strings.Contains(got, "external") {
				t.Errorf("%s: remote %v", page, image.Remote)
			}
		}
		if got != want {
			t.Errorf("%s: %s; want %s", page, got, want)
		}
	}
	if alt := x.FeatureImageAlt(x.Page("content/b/index.md")); alt == nil || alt.Key != "feature_image_alt" {
		t.Errorf("alt: %v", alt)
	}
	// Without a contract nothing is claimed of what is not found.
	x = load(t, writeSite(t, "hugo.toml", "", "content/a.md", "---\nimage: gone.png\n---\n"))
	if image, ok := x.FeatureImage(x.Page("content/a.md")); !ok || image.Target.Kind != Unknown {
		t.Errorf("undeclared: %+v, %v", image, ok)
	}
}

func TestContract(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "theme = \"t\"\n[params.postlint.ai]\nlevels = [\"a\"]\ntable = 5\n", "themes/t/hugo.toml",
		"[params.postlint.summary]\ndividers = [\"<!-- more -->\"]\n[params.postlint.glossary]\nsection = \"/terms/\"\n"))
	c := x.Contract
	if !c.Declared || !slices.Equal(c.AI.Levels, []string{"a"}) || c.AI.Table != "ai" || !slices.Equal(c.Summary.Dividers, []string{"<!-- more -->"}) || c.Glossary.Section != "terms" {
		t.Errorf("%+v", c)
	}
}

func TestBadDates(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "", "content/a.md", "---\ndate: 2020-1-2\nlastmod: x\nexpiryDate: ''\n---\n", "content/b.md", "---\ndate: 2020-01-02\n---\n"))
	if bad := x.Page("content/a.md").BadDates(); !slices.Equal(bad, []string{"date", "lastmod"}) {
		t.Errorf("a: %q", bad)
	}
	if bad := x.Page("content/b.md").BadDates(); len(bad) != 0 {
		t.Errorf("b: %q", bad)
	}
}

func TestAdapters(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "", "content/s/_content.gotmpl", `{{ .AddPage (dict "path" "x") }}`, "content/a.md", ""))
	if len(x.Notes) != 1 || !strings.Contains(x.Notes[0].String(), "content/s/_content.gotmpl") {
		t.Errorf("notes: %q", x.Notes)
	}
	if target := x.Resolve(x.Page("content/a.md"), "/s/x/"); target.Kind != Unknown {
		t.Errorf("a page of the adapter: %+v", target)
	}
}

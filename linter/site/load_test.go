package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// writeSite writes files, name and content alternating, and returns their folder.
func writeSite(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i+1 < len(files); i += 2 {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(files[i])), []byte(files[i+1]))
	}
	return dir
}

func load(t *testing.T, dir string) *Index {
	t.Helper()
	x, err := Load(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestFindRoot(t *testing.T) {
	dir := writeSite(t,
		"a/hugo.toml", "", "a/content/p/x.md", "",
		"b/config/_default/params.toml", "", "b/content/x.md", "",
		"c/config.yaml", "", "c/d/e/f.md", "", "none/x.md", "",
	)
	for path, want := range map[string]string{
		"a": "a", "a/content/p": "a", "a/content/p/x.md": "a", "a/content/gone/x.md": "a",
		"b/content/x.md": "b", "c/d/e/f.md": "c",
	} {
		if root, ok := FindRoot(filepath.Join(dir, path)); !ok || root != filepath.Join(dir, want) {
			t.Errorf("FindRoot(%s) = %s, %v; want %s", path, root, ok, want)
		}
	}
	if root, ok := FindRoot(filepath.Join(dir, "none", "x.md")); ok && strings.HasPrefix(root, dir) {
		t.Errorf("FindRoot without a configuration = %s", root)
	}
}

func TestLoadErrors(t *testing.T) {
	for name, c := range map[string]struct {
		files []string
		want  string
	}{
		"toml":         {[]string{"hugo.toml", "a = 1\ntitle = x y\n"}, `hugo.toml:2:9: "x" is no value; expected quotes around text`},
		"yaml":         {[]string{"hugo.yaml", "a: 1\nb: [1\n"}, `hugo.yaml:2:4: "[" is never closed; expected "]"`},
		"json":         {[]string{"hugo.json", "{\n\"a\": 1,\n}\n"}, "hugo.json:"},
		"folder":       {[]string{"config/_default/params.toml", "a = \n"}, "config/_default/params.toml:1:1: the value is missing; expected a value after \"=\""},
		"unknown page": {[]string{"hugo.toml", "[outputs]\npage = [\"nosuch\"]\n"}, "nosuch"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(Options{Dir: writeSite(t, c.files...)})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v; want one with %q", err, c.want)
			}
		})
	}
	if _, err := Load(Options{Dir: filepath.Join(t.TempDir(), "gone")}); err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestMissingTheme(t *testing.T) {
	x := load(t, writeSite(t, "hugo.toml", "theme = \"not-there\"\n", "content/a.md", "---\ntitle: a\n---\n"))
	if len(x.Pages) != 1 || len(x.Notes) != 1 || !strings.Contains(x.Notes[0].String(), "not-there") || x.HasTheme() {
		t.Errorf("pages %d, notes %q, theme %v", len(x.Pages), x.Notes, x.HasTheme())
	}
	x = load(t, writeSite(t, "hugo.toml", "[[module.imports]]\npath = \"github.com/example/nosuch\"\n", "go.mod", "module x\n", "content/a.md", "a"))
	if len(x.Pages) != 1 || len(x.Notes) != 1 {
		t.Errorf("pages %d, notes %q", len(x.Pages), x.Notes)
	}
}

// Themes declare output formats; a site that uses them is read without its theme
// all the same, and its pages are not blamed.
func TestMissingThemeDeclares(t *testing.T) {
	files := []string{
		"hugo.yaml", "theme: not-there\noutputs:\n  home: [html, rss, Print, searchindex]\n",
		"content/a.md", "---\ntitle: a\noutputs: [reveal, html]\n---\n",
	}
	dir := writeSite(t, files...)
	empty := writeSite(t, files...) // as the folder of a submodule that was not fetched
	if err := os.MkdirAll(filepath.Join(empty, "themes", "not-there"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{dir, empty} {
		x := load(t, dir)
		p := x.Page("content/a.md")
		if p == nil || p.Err != nil || p.RelPermalink != "/a/" || x.HasTheme() || len(x.Notes) != 1 {
			t.Errorf("page %+v, notes %q", p, x.Notes)
		}
	}
	_, err := Load(Options{Dir: writeSite(t, "hugo.yaml", "outputs:\n  home: [html, print]\n")})
	if err == nil || !strings.Contains(err.Error(), `unknown output format "print"`) {
		t.Errorf("without a theme: error %v", err)
	}
}

func TestNoConfiguration(t *testing.T) {
	x := load(t, writeSite(t, "posts/a.md", "---\ntitle: a\n---\n", "b.md", ""))
	if len(x.Pages) != 2 || len(x.Notes) != 1 || len(x.Config.Files) != 0 {
		t.Errorf("pages %d, notes %q, files %q", len(x.Pages), x.Notes, x.Config.Files)
	}
	if p := x.Page("posts/a.md"); p == nil || p.RelPermalink != "/posts/a/" || p.Section != "posts" {
		t.Errorf("page %+v", p)
	}
}

func TestEnvironment(t *testing.T) {
	dir := writeSite(t, "hugo.toml", "", "config/staging/hugo.toml", "buildDrafts = true\n", "content/a.md", "---\ndraft: true\n---\n")
	for environment, want := range map[string]State{"": Draft, "staging": Published} {
		x, err := Load(Options{Dir: dir, Environment: environment})
		if err != nil {
			t.Fatal(err)
		}
		if got := x.Page("content/a.md").State; got != want {
			t.Errorf("environment %q: %s; want %s", environment, got, want)
		}
	}
	x, err := Load(Options{Dir: dir, Environ: []string{"HUGO_BUILDDRAFTS=true"}})
	if err != nil || x.Page("content/a.md").State != Published {
		t.Errorf("HUGO_BUILDDRAFTS: %v", err)
	}
}

func TestNow(t *testing.T) {
	dir := writeSite(t, "hugo.toml", "", "content/a.md", "---\ndate: 2020-01-02\nexpiryDate: 2021-01-01\n---\n")
	for now, want := range map[string]State{"2019-06-01": Future, "2020-06-01": Published, "2021-06-01": Expired} {
		clock, err := time.Parse(time.DateOnly, now)
		if err != nil {
			t.Fatal(err)
		}
		x, err := Load(Options{Dir: dir, Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		if got := x.Page("content/a.md").State; got != want {
			t.Errorf("%s: %s; want %s", now, got, want)
		}
	}
}

func TestOverlay(t *testing.T) {
	dir := writeSite(t, "hugo.toml", "", "content/a.md", "---\ntitle: disk\n---\n")
	x, err := Load(Options{Dir: dir, Overlay: map[string][]byte{
		filepath.Join(dir, "content", "a.md"):        []byte("---\ntitle: overlay\n---\n"),
		filepath.Join(dir, "content", "s", "new.md"): []byte("---\ntitle: new\n---\n"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if a, n := x.Page("content/a.md"), x.Page("content/s/new.md"); a.Title != "overlay" || n == nil || n.RelPermalink != "/s/new/" {
		t.Errorf("%v, %v", a, n)
	}
}

func TestFailures(t *testing.T) {
	dir := writeSite(t, "hugo.toml", "", "content/ok.md", "ok", "elsewhere/x.md", "x")
	content := filepath.Join(dir, "content")
	links := map[string]string{"broken.md": "gone.md", "loop.md": "loop.md", "folder": content, "linked.md": filepath.Join(dir, "elsewhere", "x.md")}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(content, name)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	if err := os.WriteFile(filepath.Join(content, "secret.md"), nil, 0); err != nil {
		t.Fatal(err)
	}
	x := load(t, dir)
	var failed []string
	for _, f := range x.Failures {
		failed = append(failed, f.Path)
		if f.Err == nil || f.Err.Error() == "" {
			t.Errorf("%s fails without a word", f.Path)
		}
	}
	for name := range links {
		if !slices.Contains(failed, "content/"+name) {
			t.Errorf("%s is not among the failures %q", name, failed)
		}
	}
	if os.Getuid() != 0 && !slices.Contains(failed, "content/secret.md") {
		t.Errorf("an unreadable file is not among the failures %q", failed)
	}
	if x.Page("content/ok.md") == nil {
		t.Error("the file beside them is not read")
	}
}

func TestDeterminism(t *testing.T) {
	dir := writeSite(t, "hugo.toml", "", "content/p/a.md", "---\ntags: [x, y]\nslug: s\n---\n", "content/p/b.md", "---\ntags: [X]\nslug: s\n---\n",
		"content/p/c.md", "", "content/p/c/index.md", "", "content/p/d.md", "", "content/p/d.org", "")
	first := ourViews(load(t, dir), true)
	for range 5 {
		x, err := Load(Options{Dir: dir, Jobs: 1})
		if err != nil {
			t.Fatal(err)
		}
		if differences, _ := compare(first, ourViews(x, true)); len(differences) > 0 {
			t.Fatal(differences)
		}
	}
}

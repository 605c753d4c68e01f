// Package theme holds the tests of the Hugo theme: it builds sites with Hugo
// and looks at the result, most of it in a real browser.
//
// The variable HUGO names another Hugo to build with; without it the one of
// go.mod is used. SCREENSHOTS names a folder that keeps a picture of each page.
package theme

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "rewrite the generated files of the theme")

// scratch is removed when the tests end.
var scratch string

func TestMain(m *testing.M) {
	flag.Parse()
	var err error
	if scratch, err = os.MkdirTemp("", "theme-test-"); err != nil {
		panic(err)
	}
	status := m.Run()
	closeBrowser()
	os.RemoveAll(scratch)
	os.Exit(status)
}

// missing skips a test for want of a tool, or fails it where POSTLINT_REQUIRE_ALL promises
// that every tool is there.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
		t.Fatalf("%s, and POSTLINT_REQUIRE_ALL allows no skip", what)
	}
	t.Skip(what)
}

// repository returns the absolute path of the folder above the theme.
var repository = sync.OnceValue(func() string {
	dir, err := filepath.Abs("..")
	if err != nil {
		panic(err)
	}
	return dir
})

// hugoCommand returns the path of the Hugo to build with.
var hugoCommand = sync.OnceValues(func() (string, error) {
	if path := os.Getenv("HUGO"); path != "" {
		return path, nil
	}
	out, err := exec.Command("go", "tool", "-n", "hugo").Output()
	return strings.TrimSpace(string(out)), err
})

// A build is one run of Hugo.
type build struct {
	source    string   // the site's folder
	themes    string   // the folder that holds "theme"; the repository if empty
	resources string   // where Hugo keeps scaled pictures; inside source if empty
	args      []string // more flags
}

// run builds the site and returns where it was put, what Hugo said, and its error.
func (b build) run(t testing.TB) (public, output string, err error) {
	t.Helper()
	hugo, err := hugoCommand()
	if err != nil {
		t.Fatalf("no Hugo to build with: %v", err)
	}
	if b.themes == "" {
		b.themes = repository()
	}
	if b.resources == "" {
		b.resources = filepath.Join(b.source, "resources")
	}
	public, err = os.MkdirTemp(scratch, "public-")
	if err != nil {
		t.Fatal(err)
	}
	args := []string{
		"--source", b.source, "--themesDir", b.themes, "--destination", public, "--noBuildLock", "--minify",
		"--panicOnWarning", "--logLevel", "info", "--printPathWarnings", "--printI18nWarnings",
	}
	command := exec.Command(hugo, append(args, b.args...)...)
	command.Env = append(os.Environ(), "HUGO_RESOURCEDIR="+b.resources)
	out, err := command.CombinedOutput()
	return public, string(out), err
}

// mustRun builds a site that must build in silence, and returns where it was put.
func (b build) mustRun(t testing.TB) string {
	t.Helper()
	public, output, err := b.run(t)
	if err != nil {
		t.Fatalf("hugo: %v\n%s", err, output)
	}
	for line := range strings.Lines(output) {
		lower := strings.ToLower(line)
		if strings.HasPrefix(line, "WARN") || strings.HasPrefix(line, "ERROR") || strings.Contains(lower, "deprecat") {
			t.Errorf("hugo is not silent: %s", line)
		}
	}
	return public
}

// site writes files, by slash-separated name, below a new folder and returns it.
// A hugo.toml that uses the theme is added where there is none.
func site(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	if _, ok := files["hugo.toml"]; !ok {
		write(t, filepath.Join(dir, "hugo.toml"), "baseURL = \"https://example.org/\"\nlocale = \"vi-VN\"\ndefaultContentLanguage = \"vi\"\ntitle = \"Sổ\"\ntheme = \"theme\"\n")
	}
	for name, text := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	return dir
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, elem ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// copyTree copies the regular files below from, except in folders that skip names.
func copyTree(t testing.TB, from, to string, skip ...string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		for _, name := range skip {
			if entry.IsDir() && entry.Name() == name {
				return filepath.SkipDir
			}
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		write(t, filepath.Join(to, rel), read(t, path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// cache returns a folder that outlives the tests, so that pictures are scaled
// once per machine; one that does not if the machine has no such place.
func cache(name string) string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return filepath.Join(scratch, name)
	}
	return filepath.Join(dir, "postlint-theme", name)
}

var kitchenOnce sync.Once
var kitchenPublic string

// kitchen builds the site with everything in it, once, and returns where it was put.
func kitchen(t testing.TB) string {
	t.Helper()
	kitchenOnce.Do(func() {
		source := filepath.Join(scratch, "kitchen")
		copyTree(t, filepath.Join("testdata", "kitchen"), source)
		drawKitchen(t, source)
		kitchenPublic = build{source: source, resources: cache("kitchen")}.mustRun(t)
	})
	if kitchenPublic == "" {
		t.Fatal("the kitchen-sink site did not build")
	}
	return kitchenPublic
}

var blogOnce sync.Once
var blogPublic string

// blog builds the repository's own site, once, and returns where it was put.
func blog(t testing.TB) string {
	t.Helper()
	blogOnce.Do(func() {
		start := time.Now()
		blogPublic = build{source: repository(), resources: cache("blog")}.mustRun(t)
		t.Logf("the blog builds in %v", time.Since(start).Round(10*time.Millisecond))
	})
	if blogPublic == "" {
		t.Fatal("the blog did not build")
	}
	return blogPublic
}

func TestBuildIsSilent(t *testing.T) {
	kitchen(t)
	if _, err := os.Stat(filepath.Join(repository(), "content")); err == nil {
		blog(t)
	}
}

// A site that says next to nothing must build too.
func TestBareSite(t *testing.T) {
	build{source: site(t, nil)}.mustRun(t)
	public := build{source: site(t, map[string]string{
		"content/posts/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nxin chào\n",
	})}.mustRun(t)
	if home := read(t, public, "index.html"); !strings.Contains(home, "/posts/a/") {
		t.Errorf("the home page does not list the only post:\n%s", home)
	}
}

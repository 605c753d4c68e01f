package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hide returns an overlay that hides files of dir.
func hide(dir string, names ...string) map[string][]byte {
	overlay := map[string][]byte{}
	for _, name := range names {
		overlay[filepath.Join(dir, filepath.FromSlash(name))] = nil
	}
	return overlay
}

func TestDisk(t *testing.T) {
	dir := writeSite(t, "a/x", "1", "a/y", "2", "b/c/z", "3", "b/d/w", "4", "e", "5")
	at := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	overlay := hide(dir, "a/x", "b/c/z", "b/d/w", "never/there", "f")
	overlay[at("a/n")] = []byte{}
	overlay[at("new/deep/n")] = []byte("6")
	overlay[at("f/was/a/file")] = []byte("7")
	overlay[at("a/y")] = []byte("8")
	d := newDisk(at("b"), overlay)
	var names []string
	d.walk(dir, func(name string) bool {
		src, err := d.readFile(name)
		if err != nil {
			t.Errorf("%s is listed and cannot be read: %v", name, err)
		}
		rel, _ := filepath.Rel(dir, name)
		names = append(names, filepath.ToSlash(rel)+"="+string(src))
		return true
	})
	if got, want := strings.Join(names, " "), "a/n= a/y=8 e=5 f/was/a/file=7 new/deep/n=6"; got != want {
		t.Errorf("the disk holds\n%s, want\n%s", got, want)
	}
	for name, want := range map[string]string{"a": "dir", "a/x": "", "b/c": "", "b/d": "", "b/c/z": "", "b": "dir", "new": "dir", "new/deep": "dir", "f": "dir", "e": "file", "a/n": "file", "never": ""} {
		got := ""
		if d.isDir(at(name)) {
			got = "dir"
		} else if d.isFile(at(name)) {
			got = "file"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	// To Hugo's packages it is the same.
	seen := map[string]string{}
	err := fs.WalkDir(ioFs{d, dir}, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			src, _ := fs.ReadFile(ioFs{d, dir}, name)
			seen[name] = string(src)
		}
		return err
	})
	if err != nil || len(seen) != 5 || seen["a/y"] != "8" || seen["f/was/a/file"] != "7" {
		t.Errorf("Hugo sees %v, %v", seen, err)
	}
}

// ioFs is the disk as Hugo's packages see it, below a folder.
type ioFs struct {
	d   *disk
	dir string
}

func (f ioFs) Open(name string) (fs.File, error) {
	file, err := f.d.hugoFs().Open(filepath.Join(f.dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	return listed{file}, nil
}

// listed lists what a file of Hugo's lists.
type listed struct {
	file interface {
		fs.File
		Readdir(int) ([]os.FileInfo, error)
	}
}

func (l listed) Stat() (fs.FileInfo, error) { return l.file.Stat() }
func (l listed) Read(b []byte) (int, error) { return l.file.Read(b) }
func (l listed) Close() error               { return l.file.Close() }
func (l listed) ReadDir(n int) ([]fs.DirEntry, error) {
	infos, err := l.file.Readdir(n)
	var entries []fs.DirEntry
	for _, info := range infos {
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	return entries, err
}

// What is hidden is nowhere: not as a post, a template, an image, a static file
// or a configuration.
func TestHidden(t *testing.T) {
	files := []string{
		"hugo.toml", "theme = \"t\"\n[params]\nx = 1\n", "config/_default/params.toml", "y = 2\n", "themes/t/layouts/_markup/render-link.html", "<a href=\"x\">",
		"content/a.md", "a", "content/s/b.md", "b", "content/c/index.md", "c", "content/c/p.png", "png", "static/i.png", "png", "layouts/_shortcodes/n.html", "{{ .Inner }}",
	}
	dir := writeSite(t, files...)
	x, err := Load(Options{Dir: dir, Overlay: hide(dir, "config/_default/params.toml", "content/s/b.md", "content/c/p.png", "static/i.png",
		"layouts/_shortcodes/n.html", "themes/t/layouts/_markup/render-link.html")})
	if err != nil {
		t.Fatal(err)
	}
	_, shortcode := x.Shortcodes()["n"]
	switch {
	case len(x.Pages) != 2 || len(x.Failures) > 0:
		t.Errorf("pages %v, failures %v", x.Pages, x.Failures)
	case len(x.Page("content/c/index.md").Resources) > 0:
		t.Error("a hidden file is a resource")
	case shortcode || x.HasTheme():
		t.Error("a hidden template is there")
	case len(x.Config.Files) != 1 || x.Config.Params["y"] != nil:
		t.Errorf("a hidden configuration counts: %v, %v", x.Config.Files, x.Config.Params)
	case len(x.static()) > 0:
		t.Errorf("hidden static files: %v", x.static())
	case len(x.hugo.missing) != 1:
		t.Error("a theme whose only file is hidden is there")
	}
	if _, err := x.ReadFile(filepath.Join(dir, "static", "i.png")); !os.IsNotExist(err) {
		t.Errorf("a hidden file is read: %v", err)
	}
	// Without its configuration the folder is one of posts.
	x, err = Load(Options{Dir: filepath.Join(dir, "content"), Overlay: hide(dir, "hugo.toml")})
	if err != nil || len(x.Pages) != 3 {
		t.Errorf("%v, %v", x.Pages, err)
	}
}

func TestOverlaidImage(t *testing.T) {
	dir := writeSite(t, "hugo.toml", "", "static/a.gif", "no image")
	name := filepath.Join(dir, "static", "a.gif")
	x, err := Load(Options{Dir: dir, Overlay: map[string][]byte{name: []byte("GIF89a\x02\x00\x03\x00\x00\x00\x00")}})
	if err != nil {
		t.Fatal(err)
	}
	if i := x.Image(name); i.Width != 2 || i.Height != 3 || i.Bytes != 13 {
		t.Errorf("%+v", i)
	}
}

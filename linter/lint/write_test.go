package lint

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// place writes a file into a folder of its own and returns the fix of it.
func place(t *testing.T, mode fs.FileMode) FixedFile {
	t.Helper()
	f := FixedFile{Path: "content/a.md", Filename: filepath.Join(t.TempDir(), "a.md"), Old: []byte("old"), New: []byte("new text")}
	if err := os.WriteFile(f.Filename, f.Old, mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(f.Filename, mode); err != nil {
		t.Fatal(err)
	}
	return f
}

func wantContent(t *testing.T, name, want string) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil || string(got) != want {
		t.Errorf("%s has %q (%v), want %q", filepath.Base(name), got, err, want)
	}
}

// wantRefused fails the test unless Write leaves the file alone and says why.
func wantRefused(t *testing.T, f FixedFile, why string) {
	t.Helper()
	err := f.Write()
	if err == nil || !strings.Contains(err.Error(), why) || !strings.HasPrefix(err.Error(), f.Path+": not fixed: ") {
		t.Errorf("the error is %v; it does not say %q of %s", err, why, f.Path)
	}
}

func wantAlone(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		found := false
		for _, name := range names {
			found = found || e.Name() == name
		}
		if !found {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}

func TestWrite(t *testing.T) {
	for _, mode := range []fs.FileMode{0o644, 0o600, 0o755} {
		f := place(t, mode)
		if err := f.Write(); err != nil {
			t.Fatal(err)
		}
		wantContent(t, f.Filename, "new text")
		wantAlone(t, filepath.Dir(f.Filename), "a.md")
		if info, err := os.Stat(f.Filename); err != nil || info.Mode().Perm() != mode {
			t.Errorf("mode %v became %v (%v)", mode, info.Mode().Perm(), err)
		}
	}
}

func TestWriteChanged(t *testing.T) {
	f := place(t, 0o644)
	if err := os.WriteFile(f.Filename, []byte("by hand"), 0o644); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, f, "changed since it was read")
	wantContent(t, f.Filename, "by hand")
	if err := os.Remove(f.Filename); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, f, "no such file")
	wantAlone(t, filepath.Dir(f.Filename))
}

func TestWriteReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	f := place(t, 0o444)
	wantRefused(t, f, "read-only")
	wantContent(t, f.Filename, "old")
	f = place(t, 0o644)
	dir := filepath.Dir(f.Filename)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	wantRefused(t, f, "permission denied")
	wantContent(t, f.Filename, "old")
}

// A symbolic link stays one, also one that leads out of the site, and one to another.
func TestWriteSymlink(t *testing.T) {
	f := place(t, 0o644)
	target := f.Filename
	dir := t.TempDir()
	for _, link := range [][2]string{{target, "b.md"}, {"b.md", "c.md"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	f.Filename = filepath.Join(dir, "c.md")
	if err := f.Write(); err != nil {
		t.Fatal(err)
	}
	wantContent(t, target, "new text")
	wantAlone(t, filepath.Dir(target), "a.md")
	for _, name := range []string{"b.md", "c.md"} {
		if info, err := os.Lstat(filepath.Join(dir, name)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no symbolic link any more (%v)", name, err)
		}
	}
	if err := os.Remove(target); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, f, "no such file")
}

// A file with two names is one file: a new one in the place of the first would
// leave the second behind.
func TestWriteHardLink(t *testing.T) {
	f := place(t, 0o644)
	second := filepath.Join(t.TempDir(), "b.md")
	if err := os.Link(f.Filename, second); err != nil {
		t.Skip("no hard links here:", err)
	}
	if info, err := os.Stat(f.Filename); err != nil || hardLinks(info) != 2 {
		t.Skip("this system does not count hard links")
	}
	wantRefused(t, f, "2 hard links")
	wantContent(t, f.Filename, "old")
	wantContent(t, second, "old")
}

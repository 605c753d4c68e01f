package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// What --diff prints, applied by git, gives byte for byte what --fix writes:
// over the archives of all rules, in files with awkward line ends and names.
func TestPatchIsFix(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not there")
	}
	archives, err := filepath.Glob(filepath.Join("..", "..", "rules", "testdata", "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	variants := map[string]func([]byte) []byte{
		"plain": bytes.Clone,
		"awkward": func(b []byte) []byte {
			b = bytes.ReplaceAll(bytes.TrimSuffix(b, []byte("\n")), []byte("\n"), []byte("\r\n"))
			return append([]byte("\ufeff"), b...)
		},
	}
	for name, variant := range variants {
		t.Run(name, func(t *testing.T) {
			patches := 0
			for _, name := range archives {
				archive, err := txtar.ParseFile(name)
				if err != nil {
					t.Fatal(err)
				}
				files := siteOf(archive, variant)
				if files == nil {
					continue
				}
				// The folder's name takes every kind of quoting that git knows.
				folder := "bài viết \"a\\b\"\té"
				fixed, patched := t.TempDir(), t.TempDir()
				for _, dir := range []string{fixed, patched} {
					writeFiles(t, filepath.Join(dir, folder), files)
				}
				patch := postlint(t, fixed, "--diff", "--unsafe-fixes", folder)
				if len(patch) == 0 {
					continue
				}
				patches++
				apply := exec.Command(git, "apply", "--whitespace=nowarn", "-")
				apply.Dir, apply.Stdin = patched, bytes.NewReader(patch)
				apply.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(patched), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1")
				if out, err := apply.CombinedOutput(); err != nil {
					t.Errorf("%s: git apply: %v: %s\n%s", name, err, out, patch)
					continue
				}
				postlint(t, fixed, "--fix", "--unsafe-fixes", folder)
				compareTrees(t, name, fixed, patched)
			}
			t.Logf("%d patches of %d archives", patches, len(archives))
			if patches < 50 {
				t.Errorf("only %d patches were compared", patches)
			}
		})
	}
}

// siteOf returns the files of the site in a rule's archive, their content in
// another form; nil where its fixes change nothing.
func siteOf(archive *txtar.Archive, variant func([]byte) []byte) map[string][]byte {
	files, fixable := map[string][]byte{"hugo.toml": nil}, false
	for _, f := range archive.Files {
		switch {
		case f.Name == "want":
		case strings.HasPrefix(f.Name, "fixed/"), strings.HasPrefix(f.Name, "unsafe/"):
			fixable = true
		case strings.HasPrefix(f.Name, "content/") && utf8.Valid(f.Data):
			files[f.Name] = variant(f.Data)
		default:
			files[f.Name] = f.Data
			if strings.HasPrefix(f.Name, "hugo.") && f.Name != "hugo.toml" || strings.HasPrefix(f.Name, "config") {
				delete(files, "hugo.toml")
			}
		}
	}
	if !fixable {
		return nil
	}
	return files
}

func writeFiles(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, data := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// postlint runs the command in a folder and returns what it prints.
func postlint(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Env: []string{"NO_COLOR=1"}, Dir: dir}
	if status := c.Run(append([]string{"--now", "2026-01-15T12:00:00Z"}, args...)); status == trouble {
		t.Fatalf("postlint %q: %s", args, errs.Bytes())
	}
	return out.Bytes()
}

// compareTrees fails the test where two folders differ.
func compareTrees(t *testing.T, name, a, b string) {
	t.Helper()
	err := filepath.WalkDir(a, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(a, file)
		if err != nil {
			return err
		}
		x, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		y, err := os.ReadFile(filepath.Join(b, rel))
		if err != nil || !bytes.Equal(x, y) {
			t.Errorf("%s: %s: --fix writes\n%q\nthe patch makes\n%q", name, rel, x, y)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

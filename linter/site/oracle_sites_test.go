package site

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestOracleSites compares the index with Hugo over the small sites of
// testdata/oracle, one a behaviour; the first line of each says which.
func TestOracleSites(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "oracle", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 60 {
		t.Errorf("%d sites in testdata/oracle; expected 60 at least", len(names))
	}
	pages := 0
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if line, _, _ := strings.Cut(string(archive.Comment), "\n"); strings.TrimSpace(line) == "" {
				t.Error("the first line does not say what the site shows")
			}
			dir := t.TempDir()
			for _, f := range archive.Files {
				writeFile(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
			}
			pages += checkSite(t, dir)
		})
	}
	t.Logf("%d pages of %d small sites compared with Hugo", pages, len(names))
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// repository returns the folder of go.mod.
func repository(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !new(disk).isFile(filepath.Join(dir, "go.mod")) {
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the package")
		}
		dir = parent
	}
	return dir
}

// TestOracleBlog compares the index with Hugo over this repository's own blog.
func TestOracleBlog(t *testing.T) {
	dir := repository(t)
	if !new(disk).isFile(filepath.Join(dir, "hugo.toml")) {
		t.Skip("the repository has no hugo.toml")
	}
	t.Logf("%d pages of this blog compared with Hugo", checkSite(t, dir))
}

// TestOracleCorpora compares the index with Hugo over sites of other people,
// which lie beside the repository on machines that have them.
func TestOracleCorpora(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join(repository(t), "..", "shared", "corpora", "*.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if len(archives) == 0 {
		if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
			t.Fatal("no corpora beside the repository; expected ../shared/corpora/*.tar.gz")
		}
		t.Skip("no corpora beside the repository: ../shared/corpora/*.tar.gz")
	}
	pages := 0
	for _, archive := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(archive), ".tar.gz"), func(t *testing.T) {
			for _, dir := range corpusSites(t, unpack(t, archive)) {
				n := checkSite(t, dir)
				t.Logf("%s: %d pages", filepath.Base(dir), n)
				pages += n
			}
		})
	}
	t.Logf("%d pages of %d corpora compared with Hugo", pages, len(archives))
}

// corpusSites lists the sites in an archive: the one folder in it, and the
// folders in that with a configuration of their own.
func corpusSites(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Fatalf("%d entries in %s, %v; expected one folder", len(entries), dir, err)
	}
	root := filepath.Join(dir, entries[0].Name())
	sites := []string{root}
	entries, err = os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if sub := filepath.Join(root, e.Name()); e.IsDir() && new(disk).hasConfig(sub) {
			sites = append(sites, sub)
		}
	}
	return sites
}

func unpack(t *testing.T, archive string) string {
	t.Helper()
	f, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	zipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for files := tar.NewReader(zipped); ; {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return dir
		}
		if err != nil {
			t.Fatal(err)
		}
		if header.Typeflag != tar.TypeReg || !filepath.IsLocal(header.Name) {
			continue
		}
		data, err := io.ReadAll(files)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, filepath.FromSlash(header.Name)), data)
	}
}

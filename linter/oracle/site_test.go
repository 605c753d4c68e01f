package oracle

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// now is the clock of every test.
var now = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

// layouts are templates that show a page's content and terms, and no more.
const layouts = `-- layouts/all.html --
<h1>{{ .Title }}</h1>{{ .Content }}
`

// write puts the files of an archive below dir, each name behind the prefix.
func write(t *testing.T, dir string, files []txtar.File) {
	t.Helper()
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// shared returns the path of something beside the repository. Where it is not
// there the test is skipped, or fails where nothing may go untested.
func shared(t *testing.T, elem ...string) string {
	t.Helper()
	pattern := filepath.Join(append([]string{"..", "..", "..", "shared"}, elem...)...)
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 1 {
		return names[0]
	}
	if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
		t.Fatalf("%s is not there", pattern)
	}
	t.Skipf("%s is not there", pattern)
	return ""
}

// unpack returns the files of an archive whose names contain part, without what stands before it.
func unpack(t *testing.T, archive, part string) (files []txtar.File) {
	t.Helper()
	src, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(unzipped); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		i := strings.Index(h.Name, part)
		if i < 0 || h.Typeflag != tar.TypeReg {
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: h.Name[i:], Data: data})
	}
}

// mend applies every fix, safe and unsafe, in memory, and returns the files as
// they then are, by absolute name, with what is left to report.
func mend(t *testing.T, dir string) (overlay map[string][]byte, report *lint.FixReport) {
	t.Helper()
	load := func(overlay map[string][]byte) (*site.Index, error) {
		return site.Load(site.Options{Dir: dir, Now: now, Overlay: overlay})
	}
	x, err := load(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := config.Load(x, rules.All, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	run := func(x *site.Index) ([]lint.Diagnostic, []error) { return lint.Run(x, lint.Plan{Rules: c.Rules}) }
	found, errs := run(x)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	report, errs = (&lint.Fixer{Unsafe: true, Load: load, Run: run}).Fix(x, found)
	if len(errs) > 0 || report.Unsettled {
		t.Fatal("the fixes do not settle:", errs)
	}
	overlay = map[string][]byte{}
	for _, f := range report.Files {
		overlay[f.Filename] = f.New
	}
	return overlay, report
}

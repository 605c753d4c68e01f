package vietnamese

import (
	"archive/tar"
	"compress/gzip"
	_ "embed"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// sample is Vietnamese prose written for these tests, so that they measure
// something where the corpora are not at hand.
//
//go:embed testdata/sample.txt
var sample string

// A document is one file of a corpus.
type document struct{ name, text string }

// corpus reads the files of an archive beside the module that keep accepts. It
// skips the test when the archive is not there, except where POSTLINT_REQUIRE_ALL is set and the
// figures must not go unmeasured.
func corpus(t testing.TB, archive string, keep func(name string) bool) []document {
	t.Helper()
	f, err := os.Open(filepath.Join(corporaDir(t), archive))
	if err != nil {
		if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
			t.Fatalf("the corpora are missing: %v", err)
		}
		t.Skipf("the corpora are not here: %v", err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var docs []document
	for files := tar.NewReader(unzipped); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return docs
		}
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(h.Name) != ".md" || !keep(h.Name) {
			continue
		}
		text, err := io.ReadAll(files)
		if err != nil {
			t.Fatal(err)
		}
		if utf8.Valid(text) {
			docs = append(docs, document{h.Name, string(text)})
		}
	}
}

// corporaDir is shared/corpora beside the folder of the module.
func corporaDir(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(dir), "shared", "corpora")
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
}

// vietnameseFile says whether a corpus file is in Vietnamese.
func vietnameseFile(name string) bool {
	switch {
	case strings.Contains(name, "multi-cncf-glossary"):
		return strings.Contains(name, "/vi/")
	case strings.Contains(name, ".en."):
		return false
	}
	return true
}

// vietnameseTexts is the clean Vietnamese text the repairs are measured on.
func vietnameseTexts(t testing.TB) []string {
	texts := []string{sample}
	for _, a := range []string{"vi-zola-jakeclark.tar.gz", "vi-hugo-levandong.tar.gz", "multi-cncf-glossary.tar.gz"} {
		for _, d := range corpus(t, a, vietnameseFile) {
			if share, n := Share(d.text); share > 0.3 && n > 20 {
				texts = append(texts, d.text)
			}
		}
	}
	return texts
}

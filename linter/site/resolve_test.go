package site

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// loadArchive writes the files of a txtar archive to a folder and loads it.
// The file named want is not one of them, and is returned.
func loadArchive(t *testing.T, name string) (x *Index, want string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		writeFile(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
	}
	if x, err = Load(Options{Dir: dir}); err != nil {
		t.Fatal(err)
	}
	return x, want
}

// TestResolve checks the lines of testdata/resolve: page | destination |
// target, and after a missing target what is suggested.
func TestResolve(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "resolve", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			x, want := loadArchive(t, name)
			for line := range strings.Lines(want) {
				fields := strings.Split(strings.TrimSpace(line), "|")
				if len(fields) < 3 {
					t.Fatalf("%q: expected page | destination | target", line)
				}
				from := x.Page(strings.TrimSpace(fields[0]))
				if from == nil {
					t.Fatalf("%q: no such page", line)
				}
				dest := strings.TrimSpace(fields[1])
				got := describeTarget(x, x.Resolve(from, dest))
				if expected := strings.TrimSpace(strings.Join(fields[2:], "|")); got != expected {
					t.Errorf("%s: %s\n\tgot  %s\n\twant %s", fields[0], dest, got, expected)
				}
			}
		})
	}
}

func describeTarget(x *Index, target Target) string {
	var words []string
	switch target.Kind {
	case Missing:
		if target.Suggestion != "" {
			return "missing | " + target.Suggestion
		}
		return "missing"
	case External:
		return "external"
	case Unknown:
		return "unknown"
	case ListTarget:
		words = append(words, "list")
	case Anchor:
		words = append(words, "anchor")
	case PageTarget:
		words = append(words, "page", target.Page.Document.Path)
	case FileTarget:
		words = append(words, "file", x.rel(target.File))
	}
	if target.Redirect {
		words = append(words, "redirect")
	}
	if target.WrongCase {
		words = append(words, "case", target.Suggestion)
	}
	if target.Fragment != "" {
		words = append(words, "#"+target.Fragment)
	}
	return strings.Join(words, " ")
}

package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/frontmatter"
)

// TestInitCorpora sets up the sites of other people. postlint must then run,
// and the fields that are required must be those that a reader of its own
// counts in the files, which knows nothing of Hugo.
func TestInitCorpora(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "corpora", "*.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if len(archives) == 0 {
		if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
			t.Fatal("the corpora are missing: ../shared/corpora/*.tar.gz beside the repository")
		}
		t.Skip("no corpora beside the repository: ../shared/corpora/*.tar.gz")
	}
	sections := 0
	for _, archive := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(archive), ".tar.gz"), func(t *testing.T) {
			dir := t.TempDir()
			unpack(t, archive, dir)
			run := func(args ...string) (int, string) {
				var out bytes.Buffer
				c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Dir: dir, Env: os.Environ()}
				return c.Run(args), out.String()
			}
			for _, args := range [][]string{{"init", "--yes"}, {"init", "--yes", "--schema"}} {
				status, out := run(args...)
				if status != clean {
					t.Fatalf("%v: exit status %d\n%s", args, status, out)
				}
				if status, out := run(); status == trouble {
					t.Errorf("exit status %d\n%s", status, out)
				}
				if status, out := run(append(args, "--diff")...); status != clean {
					t.Errorf("a second init would write more: %s", out)
				}
				sections += compareRequired(t, dir)
			}
		})
	}
	if sections < 10 {
		t.Errorf("only %d settings were compared", sections)
	}
}

func unpack(t *testing.T, archive, dir string) {
	t.Helper()
	f, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		_, rel, _ := strings.Cut(strings.TrimPrefix(h.Name, "./"), "/") // the folder that the archive is named for
		name := filepath.Join(dir, filepath.FromSlash(rel))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, src, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// excused are keys that no post needs, whoever has them.
var excused = regexp.MustCompile(`^(draft|aliases|type|layout|menu|url|markup|resources|cover|image|images|taxonomies|extra|lastmod|publishdate|linktitle)$`)

// compareRequired compares the fields that the configuration asks for with
// those that the files have, and returns how many settings it looked at.
func compareRequired(t *testing.T, dir string) int {
	t.Helper()
	required := requiredFields(t, dir)
	counted, posts := countKeys(t, dir)
	for section, fields := range required {
		n := posts[section]
		if n < 5 {
			t.Errorf("%q: fields are required of %d posts", section, n)
		}
		for key, count := range counted[section] {
			asked := slices.ContainsFunc(fields, func(f string) bool { return strings.EqualFold(f, key) })
			switch enough := count*100 >= 95*n; {
			case asked && !enough:
				t.Errorf("%q: %s is required, and %d of %d posts have it", section, key, count, n)
			case !asked && enough && !excused.MatchString(key):
				t.Errorf("%q: %s is not required, and %d of %d posts have it", section, key, count, n)
			}
		}
		for _, f := range fields {
			if _, ok := counted[section][strings.ToLower(f)]; !ok {
				t.Errorf("%q: %s is required, and no post has it", section, f)
			}
		}
	}
	return len(required)
}

// requiredFields reads the fields of missing-field by section, "" for the whole
// site, from whichever configuration file has them.
func requiredFields(t *testing.T, dir string) map[string][]string {
	t.Helper()
	required := map[string][]string{}
	for _, pattern := range []string{"*.toml", "*.y*ml", "config/_default/*", "demo/config/_default/*"} {
		names, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			delimiter := "+++"
			if filepath.Ext(name) != ".toml" {
				delimiter = "---"
			}
			var config map[string]any
			if _, err := frontmatter.Parse(strings.NewReader(delimiter+"\n"+string(src)+"\n"+delimiter+"\n"), &config); err != nil {
				t.Fatal(err)
			}
			table := config
			if _, ok := config["params"]; ok {
				table = under(config, "params")
			}
			add := func(section string, holder map[string]any) {
				for _, f := range anyList(under(holder, "rules", "missing-field")["fields"]) {
					required[section] = append(required[section], fmt.Sprint(f))
				}
			}
			add("", under(table, "postlint"))
			for section := range under(table, "postlint", "sections") {
				add(section, under(table, "postlint", "sections", section))
			}
		}
	}
	return required
}

// under follows keys into tables, of either YAML's or TOML's making.
func under(m map[string]any, keys ...string) map[string]any {
	for _, key := range keys {
		switch v := m[key].(type) {
		case map[string]any:
			m = v
		case map[any]any:
			m = map[string]any{}
			for k, value := range v {
				m[fmt.Sprint(k)] = value
			}
		default:
			return nil
		}
	}
	return m
}

func anyList(v any) []any {
	list, _ := v.([]any)
	return list
}

// countKeys counts the posts of each section, and those among them that say
// something for a key of the top level.
func countKeys(t *testing.T, dir string) (counted map[string]map[string]int, posts map[string]int) {
	t.Helper()
	counted, posts = map[string]map[string]int{}, map[string]int{}
	content := filepath.Join(dir, "content")
	if _, err := os.Stat(content); err != nil {
		content = filepath.Join(dir, "demo", "content")
	}
	err := filepath.WalkDir(content, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".md" || isListOrResource(name, content) {
			return err
		}
		rel, err := filepath.Rel(content, name)
		if err != nil {
			return err
		}
		parts := strings.Split(filepath.ToSlash(rel), "/")
		if regexp.MustCompile(`^[a-z]{2}(-[a-z]{2})?$`).MatchString(parts[0]) {
			parts = parts[1:] // a language with a folder of its own
		}
		section := ""
		if len(parts) > 1 && !regexp.MustCompile(`^index(\.[a-z-]+)?\.md$`).MatchString(parts[1]) || len(parts) > 2 {
			section = strings.ToLower(parts[0])
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var values map[string]any
		if _, err := frontmatter.Parse(bytes.NewReader(src), &values); err != nil {
			t.Logf("%s: %v", rel, err)
		}
		for _, group := range slices.Compact([]string{section, ""}) {
			posts[group]++
			for key, value := range values {
				switch value.(type) {
				case bool, map[string]any, map[any]any:
					continue // flags, which nobody is asked for, and tables, which are asked for by their keys
				}
				if s := strings.TrimSpace(fmt.Sprint(value)); value == nil || s == "" || s == "[]" {
					continue
				}
				if counted[group] == nil {
					counted[group] = map[string]int{}
				}
				counted[group][strings.ToLower(key)]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return counted, posts
}

// isListOrResource reports whether a file is a list's own page, or lies in the
// bundle of another.
func isListOrResource(name, content string) bool {
	base := filepath.Base(name)
	if strings.HasPrefix(base, "_index.") {
		return true
	}
	bundle := func(dir string) bool {
		found, _ := filepath.Glob(filepath.Join(dir, "index.*md"))
		return len(found) > 0
	}
	dir := filepath.Dir(name)
	if strings.HasPrefix(base, "index.") {
		dir = filepath.Dir(dir)
	}
	for ; len(dir) > len(content); dir = filepath.Dir(dir) {
		if bundle(dir) {
			return true
		}
	}
	return false
}

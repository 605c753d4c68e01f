package config

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"postlint/linter/site"
)

// settingsToAdd are of every kind that is inferred.
var settingsToAdd = []Setting{
	{[]string{"sections", "bai-viet", "rules", "missing-field"}, map[string]any{"fields": []string{"title", "date", "cover.alt"}}},
	{[]string{"sections", "bai-viet", "rules", "missing-feature-image"}, map[string]any{}},
	{[]string{"sections", "bai-viet", "schema"}, "schemas/bài-viết.json"},
	{[]string{"sections", "thuật ngữ", "rules", "missing-summary-divider"}, map[string]any{"field": true}},
	{[]string{"image", "keys"}, []string{"image"}},
	{[]string{"rules", "mixed-tone-style"}, map[string]any{"style": "old"}},
}

// configurations are files with what a format has to offer: comments, quotes,
// indentation, inline tables, line ends, no last line end.
var configurations = map[string][]string{
	"hugo.toml": {
		"",
		"# Nothing yet.\n",
		"title = 'A' # the title\nbaseURL = \"https://example.org/\"",
		"title = 'A'\n\n[params] # for the theme\n  # The author.\n  author = 'An'\n  [params.social]\n    x = \"y\"\n\n[menus]\n[[menus.main]]\nname = 'Home'\n",
		"[markup]\nx = 1\n[params]\n[params.a]\nb = 1\n[outputs]\nhome = ['html']\n",
		"params.author = 'An'\ntitle = 'A'\n",
		"params = {author = 'An'}\ntitle = 'A'\n",
		"title = 'A'\r\n[params]\r\nauthor = 'An'\r\n",
		"[params.postlint]\nfailOn = \"warning\" # keep\n[params.postlint.rules.stale-draft]\ndays = 3\n[other]\nx = 1\n",
	},
	"hugo.yaml": {
		"",
		"# Nothing yet.\n",
		"title: A # the title\nparams:\n    author: An\n    social: {x: y}\n\nmenus:\n    main:\n        - name: Home\n",
		"---\ntitle: 'A'\nparams: {author: An}\n",
		"---\ntitle: A\n...\n",
		"title: A\r\nparams:\r\n  author: An\r\nother: 1",
		"params:\n  postlint:\n    failOn: warning # keep\n    rules:\n      stale-draft: {days: 3}\ntitle: A\n",
	},
	"config.json": {
		"{}",
		"{\n  \"title\": \"A\",\n  \"params\": {\n    \"author\": \"An\"\n  }\n}\n",
		"{\"title\": \"A\"}",
	},
	filepath.Join("config", "_default", "params.toml"): {
		"",
		"author = 'An'\n\n[social]\nx = 'y'\n",
	},
	filepath.Join("config", "_default", "hugo.yml"): {
		"title: A\n",
	},
}

// TestAdd adds settings one by one to every configuration: Hugo must read them
// back, and not another byte may have changed.
func TestAdd(t *testing.T) {
	for name, sources := range configurations {
		for i, src := range sources {
			t.Run(fmt.Sprint(filepath.Base(name), i), func(t *testing.T) {
				dir := t.TempDir()
				full := filepath.Join(dir, name)
				for _, d := range []string{filepath.Dir(full), filepath.Join(dir, "content")} {
					if err := os.MkdirAll(d, 0o777); err != nil {
						t.Fatal(err)
					}
				}
				if err := os.WriteFile(full, []byte(src), 0o666); err != nil {
					t.Fatal(err)
				}
				x, err := site.Load(site.Options{Dir: dir})
				if err != nil {
					t.Fatal(err)
				}
				before := x.Config.Params
				a, err := Add(x, settingsToAdd)
				if err != nil {
					t.Fatal(err)
				}
				if len(a.Left) > 0 {
					t.Errorf("left: %v", a.Left)
				}
				if a.Filename != full {
					t.Errorf("written to %s, want %s", a.Filename, full)
				}
				if !onlyMore(src, string(a.New)) {
					t.Errorf("more than added:\n%s\nto\n%s", src, a.New)
				}
				x, err = site.Load(site.Options{Dir: dir, Overlay: map[string][]byte{full: a.New}})
				if err != nil {
					t.Fatalf("%v\n%s", err, a.New)
				}
				for _, s := range settingsToAdd {
					if got := x.Setting(s.Path); !Same(s.Value, got) {
						t.Errorf("%v: got %v, want %v\n%s", s.Path, got, s.Value, a.New)
					}
				}
				for key, value := range before {
					if key != "postlint" && !reflect.DeepEqual(value, x.Config.Params[key]) {
						t.Errorf("parameter %s was %v and is %v", key, value, x.Config.Params[key])
					}
				}
				if bytes.Contains(a.New, []byte("keep")) != strings.Contains(src, "keep") {
					t.Error("a comment is gone")
				}
			})
		}
	}
}

// onlyMore reports whether new has every byte of old, in order.
func onlyMore(old, new string) bool {
	for _, c := range []byte(new) {
		if old != "" && old[0] == c {
			old = old[1:]
		}
	}
	return old == "" || strings.TrimSpace(old) == ""
}

func TestAddNothingToWriteIn(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "hugo.yaml"), []byte("params: &p\n  author: An\nother: *p\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	x, err := site.Load(site.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	a, err := Add(x, settingsToAdd[:1])
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Left) != 1 || !bytes.Equal(a.Old, a.New) {
		t.Fatalf("an anchor was written into:\n%s", a.New)
	}
	want := "params:\n  postlint:\n    sections:\n      bai-viet:\n        rules:\n          missing-field:\n            fields: [\"title\", \"date\", \"cover.alt\"]\n"
	if a.Snippet != want {
		t.Errorf("got\n%swant\n%s", a.Snippet, want)
	}
}

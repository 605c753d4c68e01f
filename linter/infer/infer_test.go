package infer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"postlint/linter/message"
	"postlint/linter/site"
)

// load makes a site of a configuration and files, whose names are relative to it.
func load(t *testing.T, config string, files map[string]string) *site.Index {
	t.Helper()
	dir := t.TempDir()
	files["hugo.toml"] = config
	for name, src := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	x, err := site.Load(site.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// posts makes n posts of a section, each with front matter of its own.
func makePosts(section string, n int, frontMatter func(i int) string) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("content/%s/p%d.md", section, i)] = "---\n" + frontMatter(i) + "---\nText.\n"
	}
	return files
}

// print lists the habits that are new, one a line.
func print(h Habits) string {
	var lines []string
	for _, habit := range h.List {
		if !habit.Kept {
			lines = append(lines, fmt.Sprint(strings.Join(habit.Path, "."), " ", habit.Value))
		}
	}
	return strings.Join(lines, "\n")
}

func TestFields(t *testing.T) {
	for _, test := range []struct {
		name        string
		posts       int
		frontMatter func(i int) string
		want        string
	}{
		{"four are too few", 4, func(i int) string { return "title: a\n" }, ""},
		{"five are enough", 5, func(i int) string { return "title: a\n" }, "[title]"},
		{"one of nineteen is too many", 19, func(i int) string { return "title: a\n" + unless(i == 3, "author: An\n") }, "[title]"},
		{"one of twenty is not", 20, func(i int) string { return "title: a\n" + unless(i == 3, "author: An\n") }, "[title author]"},
		{"a blank value is none", 5, func(i int) string { return "title: a\nauthor: '" + unless(i == 3, "An") + "'\n" }, "[title]"},
		{"letter case, and the common spelling", 5, func(i int) string {
			return "title: a\n" + []string{"Author", "author", "author", "AUTHOR", "author"}[i] + ": An\n"
		}, "[title author]"},
		{"flags, and what Hugo fills in", 5, func(i int) string {
			return "title: a\ndate: 2025-01-02\nlastmod: 2025-01-03\ndraft: false\ntoc: true\ntype: post\naliases: [/a" + fmt.Sprint(i) + "]\n"
		}, "[title date]"},
		{"tables by what they hold", 5, func(i int) string {
			return "title: a\nauthor:\n  name: An\n  mail: x" + unless(i == 1, "\n  site: y") + "\n"
		}, "[title author.mail author.name]"},
		{"params are the page's own", 5, func(i int) string { return "title: a\nparams:\n  author: An\n" }, "[title author]"},
		{"a term", 5, func(i int) string { return "title: a\ntags: [" + unless(i > 5, "go") + "]\n" }, "[title tags]"},
		{"no term", 5, func(i int) string { return "title: a\ntags: []\n" }, "[title]"},
	} {
		x := load(t, "", makePosts("posts", test.posts, test.frontMatter))
		want := ""
		if test.want != "" {
			want = "sections.posts.rules.missing-field map[fields:" + test.want + "]"
		}
		if got := print(Site(x, false)); got != want {
			t.Errorf("%s: got %q, want %q", test.name, got, want)
		}
	}
}

func unless(condition bool, s string) string {
	if condition {
		return ""
	}
	return s
}

func TestPolicies(t *testing.T) {
	long := strings.Repeat("word ", 90)
	for _, test := range []struct {
		name, config string
		files        map[string]string
		want         string // one of the lines
	}{
		{"feature image", "[params.postlint.image]\n", makePosts("posts", 5, func(i int) string { return "cover:\n  image: /a.png\n" }),
			"sections.posts.rules.missing-feature-image map[]"},
		{"image keys in their order", "", makePosts("posts", 6, func(i int) string { return []string{"images: [a.png]\n", "image: a.png\n"}[i%2] }),
			"image.keys map[keys:[image images]]"},
		{"divider", "", withBody(makePosts("posts", 5, func(i int) string { return "title: a\n" }), "Intro.\n\n<!--more-->\n\n"+long),
			"sections.posts.rules.missing-summary-divider map[]"},
		{"no divider", "", withBody(makePosts("posts", 5, func(i int) string { return "title: a\n" }), long), "sections.posts.rules.missing-field map[fields:[title]]"},
		{"closed taxonomy", "", with(makePosts("posts", 5, func(i int) string { return "title: a\ntags: [go]\n" }), "content/tags/go/_index.md", "---\ntitle: Go\n---\n"),
			"rules.undeclared-term map[closed:[tags]]"},
		{"old tone style", "defaultContentLanguage = 'vi'\n", withBody(makePosts("posts", 5, func(i int) string { return "title: a\n" }), "Hòa bình và thủy lợi.\n"),
			"rules.mixed-tone-style map[style:old]"},
		{"new tone style", "defaultContentLanguage = 'vi'\n", withBody(makePosts("posts", 5, func(i int) string { return "title: a\n" }), "Hoà bình và thuỷ lợi.\n"),
			"rules.mixed-tone-style map[style:new]"},
		{"reviewed", "", makePosts("posts", 5, func(i int) string { return "title: a\nai:\n  level: ai-assisted\n  reviewed_by: An\n" }),
			"rules.unreviewed-ai map[]"},
		{"terms, where fields are settled", "[params.postlint.sections.posts.rules.missing-field]\nfields = ['title']\n", makePosts("posts", 5, func(i int) string { return "title: a\ntags: [go]\n" }),
			"sections.posts.rules.missing-terms map[taxonomies:[tags]]"},
		{"a site without sections", "", top(makePosts("posts", 6, func(i int) string { return "title: a\n" })), "rules.missing-field map[fields:[title]]"},
	} {
		x := load(t, test.config, test.files)
		if got := strings.Split(print(Site(x, false)), "\n"); !slices.Contains(got, test.want) {
			t.Errorf("%s: got\n%s\nwant a line\n%s", test.name, strings.Join(got, "\n"), test.want)
		}
	}
	x := load(t, "", withBody(makePosts("posts", 5, func(i int) string { return "title: a\n" }), long))
	if got := print(Site(x, false)); strings.Contains(got, "divider") {
		t.Errorf("a habit that nobody has: %s", got)
	}
}

// top moves posts out of their section.
func top(files map[string]string) map[string]string {
	moved := map[string]string{}
	for name, src := range files {
		moved["content/"+filepath.Base(name)] = src
	}
	return moved
}

func with(files map[string]string, name, src string) map[string]string {
	files[name] = src
	return files
}

func withBody(files map[string]string, body string) map[string]string {
	for name := range files {
		files[name] += "\n" + body
	}
	return files
}

// TestKept looks at settings that are there: by section, for the whole site, and
// rules that are left out.
func TestKept(t *testing.T) {
	files := makePosts("posts", 5, func(i int) string { return "title: a\ntags: [go]\n" })
	for config, want := range map[string]string{
		"[params.postlint]\nskip = ['missing-field', 'missing-terms']\n":                               "",
		"[params.postlint]\nskip = ['frontmatter', 'taxonomy']\n":                                      "",
		"[params.postlint]\nonly = ['image']\n":                                                        "",
		"[params.postlint.rules.missing-field]\nfields = ['title', 'tags']\n":                          "",
		"[params.postlint.SECTIONS.Posts.rules.missing-field]\nfields = ['title', 'tags', 'author']\n": "",
	} {
		if got := print(Site(load(t, config, files), false)); got != want {
			t.Errorf("%s: got %q", config, got)
		}
	}
}

// TestSchema compiles what is inferred, which the metaschema checks, and holds
// the posts to it that it comes from.
func TestSchema(t *testing.T) {
	levels := []string{"beginner", "advanced", "expert"}
	files := makePosts("posts", 24, func(i int) string {
		level := levels[i%3]
		if i == 7 {
			level = "begginer"
		}
		return fmt.Sprintf("title: Post %d\ndate: 2025-01-%02d\nupdated: 2025-01-%02dT08:00:00Z\nlevel: %s\nweight: %d\nlink: https://example.org/%d\ntags: [a%d]\nauthor:\n  name: An %d\n  links: [1, 2.5]\n%s",
			i, i+1, i+1, level, i, i, i, i, unless(i == 4, "description: About.\n"))
	})
	x := load(t, "", files)
	list, err := Schemas(x, message.Message.String)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].File != "schemas/posts.json" || strings.Join(list[0].Path, ".") != "sections.posts.schema" {
		t.Fatalf("got %+v", list)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(list[0].Source)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("a.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("a.json")
	if err != nil {
		t.Fatal(err)
	}
	root := doc.(map[string]any)
	if got := fmt.Sprint(root["required"]); got != "[author date description level link tags title updated weight]" {
		t.Errorf("required: %s", got)
	}
	properties := root["properties"].(map[string]any)
	for key, want := range map[string]string{
		"title": "map[type:string]", "date": "map[format:date type:string]", "updated": "map[format:date-time type:string]",
		"level": "map[enum:[advanced beginner expert] type:string]", "weight": "map[type:integer]", "link": "map[format:uri type:string]",
		"tags": "map[items:map[type:string] type:array]",
	} {
		property := properties[key].(map[string]any)
		delete(property, "description")
		if got := fmt.Sprint(property); got != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
	author := properties["author"].(map[string]any)
	if got := fmt.Sprint(author["required"], author["properties"].(map[string]any)["links"]); !strings.Contains(got, "[links name]") || !strings.Contains(got, "items:map[type:number]") {
		t.Errorf("author: %s", got)
	}
	for _, p := range posts(x) {
		err := compiled.Validate(map[string]any(p.FrontMatter.Values))
		departs := strings.HasSuffix(p.Document.Path, "/p4.md") || strings.HasSuffix(p.Document.Path, "/p7.md")
		if (err != nil) != departs {
			t.Errorf("%s: %v", p.Document.Path, err)
		}
	}
}

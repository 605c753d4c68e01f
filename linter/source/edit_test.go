package source

import (
	"bytes"
	"strings"
	"testing"

	"postlint/linter/text"
)

// frontMatterPost decodes a post whose front matter is everything up to the last
// delimiter; for JSON and Org all of it.
func frontMatterPost(t *testing.T, format Format, src string) *Document {
	t.Helper()
	content := text.Span{Start: 0, End: len(src)}
	if delimiter := map[Format]string{YAML: "---", TOML: "+++"}[format]; delimiter != "" {
		content.Start = strings.Index(src, delimiter) + 3
		content.Start += len(src[content.Start:]) - len(strings.TrimPrefix(strings.TrimPrefix(src[content.Start:], "\r"), "\n"))
		content.End = strings.LastIndex(src, delimiter)
	}
	d, problem := document(format, []byte(src), content)
	if problem != nil {
		t.Fatalf("%s: %s", problem.Message, src)
	}
	return d
}

type edited func(d *Document) ([]text.Edit, bool)

func lookup(d *Document, path string) *Field {
	return d.FrontMatter.Lookup(strings.Split(path, "/")...)
}

func set(path string, data any) edited {
	return func(d *Document) ([]text.Edit, bool) { return d.Set(strings.Split(path, "/"), data) }
}

func rename(path, key string) edited {
	return func(d *Document) ([]text.Edit, bool) { return d.Rename(lookup(d, path), key) }
}

func remove(path string) edited {
	return func(d *Document) ([]text.Edit, bool) { return d.Remove(lookup(d, path)) }
}

func removeAt(path string, i int) edited {
	return func(d *Document) ([]text.Edit, bool) { return d.RemoveElement(lookup(d, path).Value, i) }
}

func appendTo(path string, data any) edited {
	return func(d *Document) ([]text.Edit, bool) { return d.AppendElement(lookup(d, path).Value, data) }
}

// moveAll moves every field of a map to the top.
func moveAll(path string) edited {
	return func(d *Document) ([]text.Edit, bool) {
		var keys []string
		fields := lookup(d, path).Value.Fields
		for _, f := range fields {
			keys = append(keys, f.Key)
		}
		return d.Move(fields, keys)
	}
}

func moveOne(path, key string) edited {
	return func(d *Document) ([]text.Edit, bool) { return d.Move([]*Field{lookup(d, path)}, []string{key}) }
}

func TestEdit(t *testing.T) {
	const toml = "+++\n# head\ntitle = \"a\" # t\ntags = [\n  \"x\", # x\n  \"y\",\n]\n\n[extra] # e\n# kept\nimage = 'i.png' # i\nwide=true\n[extra.author]\nname = \"n\"\n\n[params]\nx = 1\n+++\nbody\n"
	const yaml = "---\n# head\ntitle: a # t\ntags:\n  - x # x\n  - y\nextra:   # e\n    # kept\n    image: 'i.png' # i\n    author:\n        name: n\n    text: |\n      one\n\n      two\n# last\ndraft: yes\n---\nbody"
	const json = "{\n  \"title\": \"a\",\n  \"tags\": [\"x\", \"y\"],\n  \"extra\": {\n    \"image\": \"i\"\n  }\n}\nbody"
	for _, c := range []struct {
		name   string
		format Format
		src    string
		edit   edited
		old    string // what changes in src
		new    string
	}{
		{"replace keeps the comment", TOML, toml, set("title", "b"), `"a" #`, `"b" #`},
		{"replace keeps single quotes", TOML, toml, set("extra/image", "j"), `'i.png'`, `'j'`},
		{"replace needs other quotes", TOML, toml, set("extra/image", "it's"), `'i.png'`, `"it's"`},
		{"keys in any case", TOML, toml, set("Title", "b"), `"a" #`, `"b" #`},
		{"new key before the first table", TOML, toml, set("draft", true), "]\n\n[extra]", "]\ndraft = true\n\n[extra]"},
		{"new key in a table", TOML, toml, set("extra/new", 1), "wide=true\n", "wide=true\nnew = 1\n"},
		{"new table", TOML, toml, set("ai", map[string]any{"tool": "x", "used": []string{"y"}}), "x = 1\n+++", "x = 1\n\n[ai]\ntool = \"x\"\nused = [\"y\"]\n+++"},
		{"new table for a path", TOML, toml, set("ai/tool", "x"), "x = 1\n+++", "x = 1\n\n[ai]\ntool = \"x\"\n+++"},
		{"new table in a table", TOML, toml, set("params/ai", map[string]any{"tool": "x"}), "x = 1\n+++", "x = 1\n\n[params.ai]\ntool = \"x\"\n+++"},
		{"rename a table with those below", TOML, toml, rename("extra", "params2"), "[extra] # e\n# kept\nimage = 'i.png' # i\nwide=true\n[extra.", "[params2] # e\n# kept\nimage = 'i.png' # i\nwide=true\n[params2."},
		{"remove a table", TOML, toml, remove("params"), "[params]\nx = 1\n", ""},
		{"remove the last key of a table", TOML, toml, remove("params/x"), "[params]\nx = 1\n", ""},
		{"remove lines", TOML, toml, remove("tags"), "tags = [\n  \"x\", # x\n  \"y\",\n]\n", ""},
		{"remove an element's line", TOML, toml, removeAt("tags", 0), "  \"x\", # x\n", ""},
		{"append on a line", TOML, toml, appendTo("tags", "z"), "\"y\",\n", "\"y\",\n  \"z\",\n"},
		{"move a table", TOML, toml, moveAll("extra"), "]\n\n[extra] # e\n# kept\nimage = 'i.png' # i\nwide=true\n[extra.author]", "]\nimage = 'i.png' # i\nwide=true\n\n# kept\n[author]"},
		{"move one key", TOML, toml, moveOne("extra/image", "images"), "]\n\n[extra] # e\n# kept\nimage = 'i.png' # i\n", "]\nimages = 'i.png' # i\n\n[extra] # e\n# kept\n"},
		{"move where no key is yet", TOML, "+++\n[a]\nx = 1\ny = 2\n+++\n", moveOne("a/x", "x"), "[a]\nx = 1\n", "x = 1\n\n[a]\n"},
		{"move with CRLF", TOML, "\ufeff+++\r\nt = 1\r\n[a]\r\nx = 1 # c\r\n+++", moveAll("a"), "[a]\r\nx = 1 # c\r\n", "x = 1 # c\r\n"},
		{"move from an inline table", TOML, "+++\na = {x = 1, y = 2} # c\n+++\n", moveOne("a/y", "y"), "{x = 1, y = 2} # c\n", "{x = 1} # c\ny = 2\n"},
		{"array of tables", TOML, "+++\n[[a]]\nx = 1\n[[a]]\nx = 2\n[b]\n+++\n", appendTo("a", map[string]any{"x": 3}), "x = 2\n", "x = 2\n\n[[a]]\nx = 3\n"},
		{"element of an array of tables", TOML, "+++\n[[a]]\nx = 1\n[[a]]\nx = 2\n[b]\n+++\n", removeAt("a", 0), "[[a]]\nx = 1\n[[a]]\nx = 2\n", "[[a]]\nx = 2\n"},
		{"dotted keys", TOML, "+++\na.b = 1\nc = 2\n+++\n", set("a/x", "y"), "a.b = 1\n", "a.b = 1\na.x = \"y\"\n"},

		{"plain stays plain", YAML, yaml, set("title", "b c"), "title: a #", "title: b c #"},
		{"plain that needs quotes", YAML, yaml, set("title", "b: c"), "title: a #", "title: \"b: c\" #"},
		{"bool", YAML, yaml, set("draft", true), "draft: yes", "draft: true"},
		{"new key at the end", YAML, yaml, set("slug", "x"), "draft: yes\n", "draft: yes\nslug: \"x\"\n"},
		{"new key in a map", YAML, yaml, set("extra/new", 1), "      two\n", "      two\n    new: 1\n"},
		{"new map", YAML, yaml, set("ai", map[string]any{"tool": "x", "n": map[string]any{"y": 1}}), "draft: yes\n", "draft: yes\nai:\n    n:\n        y: 1\n    tool: \"x\"\n"},
		{"block list", YAML, yaml, set("tags", []string{"p", "q: r"}), "- x # x\n  - y", "- p\n  - \"q: r\""},
		{"block list to text", YAML, yaml, set("tags", "p"), "tags:\n  - x # x\n  - y", "tags: \"p\""},
		{"literal block", YAML, yaml, set("extra/text", "a\nb\n"), "|\n      one\n\n      two\n", "|\n      a\n      b\n"},
		{"append to a block list", YAML, yaml, appendTo("tags", "z"), "- y\n", "- y\n  - z\n"},
		{"remove an element", YAML, yaml, removeAt("tags", 0), "  - x # x\n", ""},
		{"remove the last element", YAML, "---\ntags: # c\n  - x\n---\n", removeAt("tags", 0), ": # c\n  - x\n", ": [] # c\n"},
		{"remove the only key of a map", YAML, yaml, remove("extra/author/name"), "    author:\n        name: n\n", ""},
		{"move a map", YAML, yaml, moveAll("extra"),
			"extra:   # e\n    # kept\n    image: 'i.png' # i\n    author:\n        name: n\n    text: |\n      one\n\n      two\n# last\ndraft: yes\n",
			"    # kept\n# last\ndraft: yes\nimage: 'i.png' # i\nauthor:\n    name: n\ntext: |\n  one\n\n  two\n"},
		{"move the last map", YAML, "---\na: 1\nextra:\n  x: 1\n---\n", moveAll("extra"), "extra:\n  x: 1\n", "x: 1\n"},
		{"move from a flow map", YAML, "---\nextra: {x: 1, y: [2]} # c\n---\n", moveOne("extra/y", "z"), "{x: 1, y: [2]} # c\n", "{x: 1} # c\nz: [2]\n"},
		{"empty front matter", YAML, "---\n---\n", set("a", "x"), "---\n---", "---\na: \"x\"\n---"},
		{"null", YAML, "---\ntitle: # c\n---\n", set("title", "x"), "title: #", "title: x #"},
		{"null to map", YAML, "---\nparams: # c\nz: 1\n---\n", set("params/ai", "x"), "params: # c\n", "params: # c\n  ai: \"x\"\n"},
		{"first key of a list's map", YAML, "---\na:\n  - x: 1\n    y: 2\n---\n", func(d *Document) ([]text.Edit, bool) { return d.Remove(lookup(d, "a").Value.Elements[0].Fields[0]) }, "- x: 1\n    y", "- y"},
		{"quoted key", YAML, "---\n'a': 1\n---\n", rename("a", "b"), "'a'", "'b'"},

		{"JSON value", JSON, json, set("title", "<b>"), `"a"`, `"<b>"`},
		{"JSON key", JSON, json, set("draft", false), "    \"image\": \"i\"\n  }", "    \"image\": \"i\"\n  },\n  \"draft\": false"},
		{"JSON last key", JSON, json, remove("extra"), ",\n  \"extra\": {\n    \"image\": \"i\"\n  }", ""},
		{"JSON move", JSON, json, moveAll("extra"), "\"extra\": {\n    \"image\": \"i\"\n  }", "\"image\": \"i\""},
		{"JSON element", JSON, json, removeAt("tags", 1), `, "y"`, ""},
		{"JSON append", JSON, json, appendTo("tags", "z"), `"y"`, `"y", "z"`},

		{"Org value", Org, "#+TITLE: a\n#+tags[]: x y\nbody", set("title", "b c"), ": a", ": b c"},
		{"Org line", Org, "#+TITLE: a\n#+tags[]: x y\nbody", set("draft", true), "x y\n", "x y\n#+draft: true\n"},
		{"Org words", Org, "#+TITLE: a\n#+tags[]: x y\nbody", removeAt("tags", 0), "x y", "y"},
		{"Org list", Org, "#+TITLE: a\n#+tags[]: x y\nbody", set("tags", []string{"p", "q"}), "x y", "p q"},
		{"Org rename", Org, "#+TITLE: a\n#+tags[]: x y\nbody", rename("tags", "labels"), "+tags[", "+labels["},
	} {
		t.Run(string(c.format)+" "+c.name, func(t *testing.T) {
			src := c.src
			if c.format == Org {
				src = strings.TrimSuffix(src, "body")
			}
			if c.format == JSON {
				src = strings.TrimSuffix(src, "body")
			}
			d := frontMatterPost(t, c.format, src)
			if strings.Count(src, c.old) != 1 {
				t.Fatalf("%q is there %d times", c.old, strings.Count(src, c.old))
			}
			edits, ok := c.edit(d)
			if !ok {
				t.Fatal("refused")
			}
			out, err := text.Apply(d.Src, edits)
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.Replace(src, c.old, c.new, 1); string(out) != want {
				t.Errorf("got\n%s\nwant\n%s", out, want)
			}
		})
	}
}

// What cannot be done byte-precisely is refused.
func TestEditRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		format Format
		src    string
		edit   edited
	}{
		{"an anchor in use", YAML, "---\na: &x 1\nb: *x\n---\n", remove("a")},
		{"another value for an anchor in use", YAML, "---\na: &x 1\nb: *x\n---\n", set("a", 2)},
		{"what a merge key brings in", YAML, "---\na: &x {k: 1}\nb:\n  <<: *x\n---\n", set("b/k", 2)},
		{"a key that is taken", YAML, "---\na: 1\nB: 2\n---\n", rename("a", "b")},
		{"a move onto a key that is taken", TOML, "+++\nx = 1\n[a]\nx = 2\n+++\n", moveAll("a")},
		{"a comment that a block scalar would swallow", YAML, "---\na: |\n  x\nb: 1\n  # c\nd: 1\n---\n", remove("b")},
		{"a key that would end the front matter", YAML, "---\na: 1\n---\n", rename("a", "---x")},
		{"a key within a string", TOML, "+++\na = \"x\"\n+++\n", set("a/b", 1)},
		{"nil in TOML", TOML, "+++\na = 1\n+++\n", set("a", nil)},
		{"a map in Org", Org, "#+a: 1\n", set("b", map[string]any{"x": 1})},
		{"text of two lines in Org", Org, "#+a: 1\n", set("b", "x\ny")},
		{"the value of a table", TOML, "+++\n[a]\nb = 1\n+++\n", set("a", 1)},
		{"no path", TOML, "+++\na = 1\n+++\n", func(d *Document) ([]text.Edit, bool) { return d.Set(nil, 1) }},
		{"no field", TOML, "+++\na = 1\n+++\n", remove("b")},
		{"no element", TOML, "+++\na = [1]\n+++\n", removeAt("a", 1)},
		{"bytes that are not text", TOML, "+++\na = 1\n+++\n", set("a", "\xff")},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := frontMatterPost(t, c.format, c.src)
			if edits, ok := c.edit(d); ok || len(edits) > 0 {
				out, _ := text.Apply(d.Src, edits)
				t.Errorf("not refused:\n%s", out)
			}
		})
	}
}

// A file without front matter gets some, after a byte order mark and with the
// file's line ends.
func TestSetCreates(t *testing.T) {
	for src, want := range map[string]string{
		"":                      "+++\ntitle = \"x\"\n+++\n",
		"body":                  "+++\ntitle = \"x\"\n+++\nbody",
		"\ufeffa\r\nb\r\n":      "\ufeff+++\r\ntitle = \"x\"\r\n+++\r\na\r\nb\r\n",
		"\n# heading\n---\nb\n": "+++\ntitle = \"x\"\n+++\n\n# heading\n---\nb\n",
	} {
		d := &Document{Src: []byte(src), Lines: text.NewLines([]byte(src))}
		edits, ok := d.Set([]string{"title"}, "x")
		out, err := text.Apply(d.Src, edits)
		if !ok || err != nil || !bytes.Equal(out, []byte(want)) {
			t.Errorf("%q becomes %q, want %q (%v, %v)", src, out, want, ok, err)
		}
	}
	d := &Document{Src: []byte("---\na: [\n---\n"), headProblems: []Problem{{Kind: FrontMatterProblem}}}
	if _, ok := d.Set([]string{"title"}, "x"); ok {
		t.Error("front matter that does not decode gets a second one")
	}
}

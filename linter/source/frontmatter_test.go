package source

import (
	"fmt"
	"strings"
	"testing"

	"postlint/linter/text"
)

func TestLookup(t *testing.T) {
	d := frontMatterPost(t, TOML, "+++\ntitle = 1\nTitle = 2\n[Params]\nX = 3\n[params.y]\nz = 4\n+++\n")
	fm := &d.FrontMatter
	for path, want := range map[string]string{
		"TITLE":      "Title = 2",
		"params/x":   "",
		"params/y/Z": "z = 4",
		"Params/X":   "X = 3",
		"none":       "",
		"title/x":    "",
	} {
		got := ""
		if f := fm.Lookup(strings.Split(path, "/")...); f != nil {
			got = d.Slice(f.Span)
		}
		if path == "params/x" {
			want = "X = 3"
		}
		if got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	if got := len(fm.All("title")); got != 2 {
		t.Errorf("%d titles", got)
	}
	if fm.Lookup() != nil || fm.All() != nil {
		t.Error("an empty path finds something")
	}
}

// outline writes the tree of fields: keys, kinds, styles and source texts.
func outline(d *Document) string {
	var b strings.Builder
	var fields func(in []*Field, indent string)
	var value func(v *Value, indent string)
	value = func(v *Value, indent string) {
		fmt.Fprintf(&b, " %s", v.Kind)
		if v.Style != "" {
			fmt.Fprintf(&b, " %s", v.Style)
		}
		if v.Alias {
			b.WriteString(" alias")
		}
		fmt.Fprintf(&b, " %q\n", d.Slice(v.Span))
		fields(v.Fields, indent+"  ")
		for i, e := range v.Elements {
			fmt.Fprintf(&b, "%s  %d:", indent, i)
			value(e, indent+"  ")
		}
	}
	fields = func(in []*Field, indent string) {
		for _, f := range in {
			fmt.Fprintf(&b, "%s%s %q", indent, f.Key, d.Slice(f.KeySpan))
			if !f.Header.IsZero() {
				fmt.Fprintf(&b, " %q", d.Slice(f.Header))
			}
			b.WriteString(":")
			value(f.Value, indent)
		}
	}
	fields(d.FrontMatter.Fields, "")
	return b.String()
}

func TestFields(t *testing.T) {
	for _, c := range []struct {
		name   string
		format Format
		src    string
		want   string
	}{
		{"aliases and merge keys", YAML, "---\na: &x {k: 1}\nb: *x\nc:\n  <<: *x\n  l: 2\n---\n", `
a "a": map "{k: 1}"
  k "k": integer plain "1"
b "b": map alias "*x"
  k "*x": integer plain alias "*x"
c "c": map "<<: *x\n  l: 2"
  k "*x": integer plain alias "*x"
  l "l": integer plain "2"
`},
		{"tags, nulls and odd keys", YAML, "---\na: !!str 5\nb:\nc: ~\n1: x\n? d\n: y\n'e':\t-x\n---\n", `
a "a": string plain "5"
b "b": null plain ""
c "c": null plain "~"
1 "1": string plain "x"
d "d": string plain "y"
e "'e'": string plain "-x"
`},
		{"folds", YAML, "---\r\na: x\r\n  y\r\nb: \"x\r\n  y\"\r\nc: >+ # c\r\n  x\r\n\r\n\r\nd: 1\r\n---\r\n", `
a "a": string plain "x\r\n  y"
b "b": string double "\"x\r\n  y\""
c "c": string block ">+ # c\r\n  x\r\n\r\n"
d "d": integer plain "1"
`},
		{"carriage returns", YAML, "---\ra: 1\rb: [x,\r y]\r---\r", `
a "a": integer plain "1"
b "b": list "[x,\r y]"
  0: string plain "x"
  1: string plain "y"
`},
		{"tables in pieces", TOML, "+++\nx.y = 1\nx.z = 2\n[a.b]\nc = 1\n[q]\n[[a.d]]\n[a.d.e]\nf = 1\n+++\n", `
x "x": map "y = 1\nx.z = 2"
  y "y": integer plain "1"
  z "z": integer plain "2"
a "a": map "[a.b]\nc = 1\n[q]\n[[a.d]]\n[a.d.e]\nf = 1"
  b "b" "[a.b]": map "c = 1"
    c "c": integer plain "1"
  d "d" "[[a.d]]": list "[[a.d]]\n[a.d.e]\nf = 1"
    0: map "[[a.d]]\n[a.d.e]\nf = 1"
      e "e" "[a.d.e]": map "f = 1"
        f "f": integer plain "1"
q "q" "[q]": map ""
`},
		{"strings", TOML, "+++\na = '''x''''\nb = \"\"\"\\\"\"\"\"\n\"c\\u0041\" = 1979-05-27 07:32:00 # d\n+++\n", `
a "a": string block "'''x''''"
b "b": string block "\"\"\"\\\"\"\"\""
cA "\"c\\u0041\"": datetime plain "1979-05-27 07:32:00"
`},
		{"keys twice", JSON, `{"a": 1, "a": {"b": null}}`, `
a "\"a\"": float plain "1"
a "\"a\"": map "{\"b\": null}"
  b "\"b\"": null plain "null"
`},
		{"lines", Org, "#+TITLE: a b\n#+x: 1\n#+tags[]: p  q\n#+x: 2\n#+FILETAGS: :r:s:\n#+e:\n", `
TITLE "TITLE": string plain "a b"
x "x": list "1\n#+tags[]: p  q\n#+x: 2"
  0: string plain "1"
  1: string plain "2"
tags "tags": list "p  q"
  0: string plain "p"
  1: string plain "q"
FILETAGS "FILETAGS": list ":r:s:"
  0: string plain "r"
  1: string plain "s"
e "e": string plain ""
`},
	} {
		t.Run(string(c.format)+" "+c.name, func(t *testing.T) {
			if got := "\n" + outline(frontMatterPost(t, c.format, c.src)); got != c.want {
				t.Errorf("got%swant%s", got, c.want)
			}
		})
	}
}

// Aliases of aliases ask for billions of fields, and get a bounded number.
func TestAliasBudget(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\na0: &a0 [x, x, x, x]\n")
	for i := 1; i < 6; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 2), ", "))
	}
	d := frontMatterPost(t, YAML, b.String()+"---\n")
	if got := len(d.FrontMatter.Lookup("a5").Value.Elements); got != 2 {
		t.Errorf("%d elements", got)
	}
}

// Every defect is one problem with a place and words people understand.
func TestProblems(t *testing.T) {
	for _, c := range []struct {
		format  Format
		src     string
		at      string
		message string
	}{
		{YAML, "a: b: c\n", "b", `": " in a value without quotes`},
		{YAML, "a: 1\nb: 2\na: 3\n", "a", `key "a" is already there on line 2`},
		{YAML, "title: \"abc\nfoo: 1\n", `"abc`, "the string that begins here is never closed"},
		{YAML, "title: x\n\tfoo: 1\n", "\t", "a tab where only spaces may indent"},
		{YAML, "tags: [a\nb: c\n", "b", "what follows does not belong to the list or map that is still open"},
		{YAML, "tags: [a\n", "[", `"[" is never closed`},
		{YAML, "- a\n- b\n", "-", "front matter is a list"},
		{YAML, "title:x\nb: 1\n", "title:x", `a line that is no "key: value"`},
		{YAML, "title: *bold* x\n", "x", `text after the end of a value that begins with "*"`},
		{YAML, "title: *bold\n", "bold", `"*bold" refers to an anchor that is not there`},
		{YAML, "title: @x\n", "@x", `a value cannot begin with "@"`},
		{YAML, "title: \"a\\d\"\n", `\d`, `"\d" is no escape that double quotes know`},
		{YAML, "title: x\n  foo: 1\n", "foo", "an entry that is indented as if it belonged to the value above"},
		{YAML, "tiêu đề: \tổng: x\n", "\t", "a tab where only spaces may indent"},
		{TOML, "a = 1\nb = Hello\n", "Hello", `"Hello" is no value`},
		{TOML, "title = “a”\n", "“a”", `"“a”" is no value`},
		{TOML, "a = \n", "a =", "the value is missing"},
		{TOML, "a: 1\n", ":", `no "=" after the key`},
		{TOML, "a = \"x\nb = 1\n", `"x`, "the string is never closed"},
		{TOML, "a = 1\na = 2\n", "a", `key "a" is already there`},
		{TOML, "[a]\n[a]\n", "a", "table [a] is already there"},
		{TOML, "[a]\nb=1\n[[a]]\n", "a", `"a" is already there as something else`},
		{TOML, "d = 2020-13-45\n", "2020-13-45", "a day that no calendar has"},
		{TOML, "tags = [\"a\" \"b\"]\n", `"b"`, "the list does not go on here"},
		{TOML, "é = 1\n", "é", `"é" cannot begin a key`},
		{TOML, "a = \"x\\d\"\n", `\d`, `"\d" is no escape that double quotes know`},
		{TOML, "a = 1\rb = 2\n", "\r", "a carriage return without a line feed"},
		{JSON, "{\n\"a\": 1,\n}", ",", "a comma after the last entry"},
		{JSON, "{\"a\": zz}", "z", `a value cannot begin with "z"`},
		{JSON, "{\"a\": “x”}", "“", `a value cannot begin with "“"`},
		{JSON, "{{< x >}}", "{{", `"{" at the start of a file begins JSON front matter`},
		{JSON, "{\"a\": 1e999}", "1e999", "a number out of range"},
		{JSON, "{\"a\": 1 // c\n}", "/", "JSON has no comments"},
	} {
		src := "x\n" + c.src
		fields, values, problem := decode(c.format, []byte(src), text.Span{Start: 2, End: len(src)})
		if problem == nil || fields != nil || values != nil {
			t.Errorf("%q decodes", c.src)
			continue
		}
		if got := src[problem.Span.Start:problem.Span.End]; got != c.at || problem.Message.String() != c.message || problem.Kind != FrontMatterProblem {
			t.Errorf("%q: %q at %q, want %q at %q", c.src, problem.Message, got, c.message, c.at)
		}
	}
}

// What nests without end is a problem and not the end of the program.
func TestTooDeep(t *testing.T) {
	for _, nest := range []string{"[", "{a: ", "- ", "? "} {
		src := []byte("a: " + strings.Repeat(nest, 200_000))
		if nest == "- " || nest == "? " {
			src = src[3:]
		}
		_, _, problem := decode(YAML, src, text.Span{Start: 0, End: len(src)})
		if problem == nil || problem.Span.End > len(src) {
			t.Errorf("%q nests without end", nest)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for i, src := range []string{
		"a: &x {k: 1}\nb: [*x, 'y']\nc:\n  <<: *x\nd: |\n  t\n? e\n: f\n", "x.y = 1\n[a.b]\nc = '''d'''\n[[q]]\nr = {s = [1, # c\n2]}\n",
		`{"a": [1, {"b": null}], "a": "\u0041"}`, "#+TITLE: a\n#+b[]: c d\n#+b[]: e\n#+filetags: :x:y:\n", "a: !!binary aGk=\nb: \"x\ty\"\n\tc: 1", "a:\r\n- b\r- c: d\r\n",
	} {
		f.Add(uint8(i), src)
	}
	f.Fuzz(func(t *testing.T, which uint8, head string) {
		src := []byte("\n" + head + "\n")
		d, problem := document(frontMatterFormats[int(which)%len(frontMatterFormats)], src, text.Span{Start: 1, End: len(src) - 1})
		if problem != nil {
			if s := problem.Span; s.Start < 1 || s.End < s.Start || s.End > len(src)-1 || problem.Message.IsZero() {
				t.Fatalf("problem %+v of %d bytes", problem, len(src))
			}
			return
		}
		checkTree(t, d)
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, c := range []struct {
		format Format
		src    string
	}{
		{YAML, "title: \"Bảng tổng hợp các thuật ngữ\"\ndate: 2024-05-06T07:08:09+07:00\ndraft: false\ntags: [hugo, blog, \"thuật ngữ\"]\ncategories:\n  - sản phẩm\n  - quản lý\ndescription: Một dòng mô tả.\ncover:\n  image: a.png\n  alt: x\n"},
		{TOML, "title = \"Bảng tổng hợp các thuật ngữ\"\ndate = 2024-05-06T07:08:09+07:00\ndraft = false\ntags = [\"hugo\", \"blog\", \"thuật ngữ\"]\ncategories = [\n  \"sản phẩm\",\n  \"quản lý\",\n]\ndescription = \"Một dòng mô tả.\"\n[cover]\nimage = \"a.png\"\nalt = \"x\"\n"},
	} {
		src := []byte(c.src)
		b.Run(string(c.format), func(b *testing.B) {
			for b.Loop() {
				if _, _, problem := decode(c.format, src, text.Span{Start: 0, End: len(src)}); problem != nil {
					b.Fatal(problem.Message)
				}
			}
		})
		b.Run(string(c.format)+" Hugo", func(b *testing.B) {
			for b.Loop() {
				if _, err := hugoValues(c.format, src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

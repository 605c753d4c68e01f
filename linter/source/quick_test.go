package source

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"postlint/linter/text"
)

// The quick readers, and the slow ones they stand in for.
var quickReaders = map[Format]struct {
	quick func([]byte, text.Span) ([]*Field, map[string]any, bool)
	slow  func([]byte, text.Span) ([]*Field, map[string]any, *Problem)
}{
	YAML: {quickYAML, slowYAML},
	TOML: {quickTOML, slowTOML},
}

// agree checks that a quick reader that is certain of head finds in it what
// Hugo's decoder and the placers do, and reports whether it was.
func agree(t *testing.T, format Format, head string) bool {
	t.Helper()
	const before = "---\n"
	src := []byte(before + head + "---\nbody\n")
	content := text.Span{Start: len(before), End: len(before) + len(head)}
	readers := quickReaders[format]
	fields, values, ok := readers.quick(src, content)
	if !ok {
		return false
	}
	want, err := hugoValues(format, src[content.Start:content.End])
	if err != nil {
		t.Fatalf("%q is read, and Hugo says: %v", head, err)
	}
	if !reflect.DeepEqual(values, want) {
		t.Fatalf("%q: values are\n%#v\nHugo's are\n%#v", head, values, want)
	}
	slowFields, slowValues, problem := readers.slow(src, content)
	if problem != nil {
		t.Fatalf("%q is read, and the slow reader says: %v", head, problem)
	}
	if !reflect.DeepEqual(values, slowValues) {
		t.Fatalf("%q: values are\n%#v\nthe slow reader's\n%#v", head, values, slowValues)
	}
	if got, want := sketch(fields), sketch(slowFields); got != want {
		t.Fatalf("%q: fields are\n%s\nthe slow reader's\n%s", head, got, want)
	}
	return true
}

// sketch writes down everything that can be seen of fields.
func sketch(fields []*Field) string {
	var b strings.Builder
	var value func(v *Value, depth int)
	var list func(fields []*Field, parent *Field, depth int)
	value = func(v *Value, depth int) {
		fmt.Fprintf(&b, "%v %s %s %T %v alias %v %v %v\n", v.Span, v.Kind, v.Style, v.Data, v.Data, v.Alias, v.properties, v.parts)
		list(v.Fields, nil, depth+1)
		for _, e := range v.Elements {
			b.WriteString(strings.Repeat("  ", depth) + "- ")
			value(e, depth+1)
		}
	}
	list = func(fields []*Field, parent *Field, depth int) {
		for _, f := range fields {
			above := ""
			if f.Parent != nil {
				above = f.Parent.Key
			}
			fmt.Fprintf(&b, "%s%q %v %v %v in %q %v %v: ", strings.Repeat("  ", depth), f.Key, f.KeySpan, f.Span, f.Header, above, f.parts, f.mentions)
			value(f.Value, depth)
		}
	}
	list(fields, nil, 0)
	return b.String()
}

// What most front matter looks like is read quickly.
func TestQuick(t *testing.T) {
	for _, c := range []struct {
		format Format
		head   string
		quick  bool
	}{
		{YAML, "title: \"Một bài\"\ndate: 2025-01-01T08:00:00+07:00\ndraft: false\ntags: [a, \"b c\", 'd']\nweight: 10\n", true},
		{YAML, "title: Một bài: không\n", false},
		{YAML, "title: Một bài (2)\ntags:\n  - sản phẩm\n  - \"b\"\ncategories:\n- x\n", true},
		{YAML, "cover:\n  image: a.png\n  alt: \"\"\nparams:\n    deep:\n        er: true\nlast:\n", true},
		{YAML, "# ghi chú\n\ntitle: x\n\n# c\ndate: 2025-01-01\nurl: https://example.org/x\n", true},
		{YAML, "title: x\r\ntags:\r\n  - a\r\ndraft: true\r\n", true},
		{YAML, "title: x\ntitle: y\n", false},
		{YAML, "draft: True\n", false},
		{YAML, "a: 1e3\nb: 0x1F\nc: 007\n", false},
		{YAML, "a: |\n  text\n", false},
		{YAML, "a: x # c\nb: \"y\" # d\nc: [x] # e\nd:\n  - x # f\n", true},
		{YAML, "a: x# c\n", true},
		{YAML, "a: [x # c\n]\n", false},
		{YAML, "a: # c\n", false},
		{YAML, "", false},
		{TOML, "title = \"Một bài\"\ndate = 2025-01-01T08:00:00+07:00\ndraft = false\ntags = [\"a\", 'b']\nweight = 10\n[params]\n  x = 1\n[empty]\n", true},
		{TOML, "date = 2025-02-29\n", false},
		{TOML, "date = 2024-02-29\n# c\n\nx = []\n", true},
		{TOML, "a.b = 1\n", false},
		{TOML, "a = \"\"\"x\"\"\"\n", false},
		{TOML, "a = 1\n[a]\n", false},
		{TOML, "[[a]]\nx = 1\n", false},
	} {
		if quick := agree(t, c.format, c.head); quick != c.quick {
			t.Errorf("%q is read quickly: %v, want %v", c.head, quick, c.quick)
		}
	}
}

// scraps are what front matter is put together from at random: much of it is
// nearly right.
var scraps = map[Format][]string{
	YAML: {
		"title", "tags", "a", "null", "true", "y", "N", "e1", "_x", ".inf", "nan", "12", "0", "007", "1_000", "12e3", "0x1F", "0o7", "1.5", "1.", "-3", "+4", "~", "yes",
		"2025-01-01", "2025-01-01T08:00:00+07:00", "10:20", "10:20:30", "2020-1-2", "12-3e", "1a", "0b1", "9999999999999999999", "Infinity", "1e", "e",
		":", ": ", ":  ", " :", ":\n", ": \n", "\n", "\n", "\n", "\n\n", "\r\n", "  ", " ", "    ", "\n  ", "\n  - ", "\n- ", "\n    - ", "\n  - x\n", "- ", "-", "--", "\t",
		"[", "]", "[a, b]", "[]", "['x', \"y\"]", "[ a , b ]", ", ", ",", "{", "}", "{a: b}", "{}",
		"\"", "'", "\"x y\"", "'x y'", "\"\"", "''", "\"a: b # c\"", "\\", "'it''s'",
		"#", " # c", "# c\n", "\n# c\n", "  # c\n", "&x ", "*x", "!", "!!str ", "|", "|\n  text\n", ">", "%", "@", "`", "?", "? ", "<<", "<<: ", "=", "...", "---", ".",
		"Tiếng Việt", "đường", "日本", "😀", "\u00a0", "\u200b", "\u2028", "\u0085", "\ufeff", "—", "“x”", "\x00", "\xff", "x", "hello world", "a/b", "https://x.y/z", "C#", "50%", "(x)", "it's", "a, b", "[x]", "x [y]",
	},
	TOML: {
		"title", "tags", "a", "b", "true", "false", "12", "0", "007", "1_000", "1e3", "0x1F", "1.5", "-3", "+4", "inf", "nan", "truex",
		"2025-01-01", "2025-01-01T08:00:00+07:00", "2025-01-01T08:00:00Z", "2025-01-01T08:00:00", "2025-01-01 08:00:00Z", "2025-02-30", "2024-02-29", "2025-01-01T24:00:00Z", "2025-01-01T08:00:60Z", "2025-01-01T08:00:00-00:00", "2025-01-01T08:00:00+24:00", "2025-01-01T08:00:00.5Z", "0000-01-01", "10:20:30", "2025-01-01t08:00:00z",
		"=", " = ", " =", "= ", "\n", "\n", "\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", ".", "-", "_",
		"[", "]", "[[", "]]", "[a]", "[b]\n", "\n[a.b]\n", "[[a]]\n", "[ a ]\n", "[\"a\", 'b']", "[]", "[1, \"x\"]", "[1,]", "[[1], [2]]", "[\n1,\n2]", ", ", ",", "{", "}", "{x = 1}", "{}",
		"\"", "'", "\"x y\"", "'x y'", "\"\"", "''", "\"\"\"x\"\"\"", "'''x'''", "\"a # b\"", "\\", "\"a\\n\"", "\"a\\\"b\"",
		"#", " # c", "# c\n", "\n# c\n",
		"Tiếng Việt", "\"đường\"", "\"日本\"", "\"😀\"", "\u00a0", "\"\u00a0\"", "\u2028", "\ufeff", "\x00", "\x7f", "\xff", "x", "hello world",
	},
}

// What is read quickly, by format.
var calm = map[Format][]string{
	YAML: {"x", "hello world", "Tiếng Việt", "\"đường # dài\"", "'a: b'", "true", "false", "12", "0", "2025-01-01", "2025-01-01T08:00:00+07:00", "[]", "[a, \"b\"]", "https://x.y/z", "it's (x) [y]", "[ a , 2 ]", "50%", "10:20", "\"\"", "“x” — y"},
	TOML: {"\"x\"", "'x y'", "\"đường # dài\"", "\"\"", "true", "false", "12", "0", "2025-01-01", "2024-02-29", "2025-01-01T08:00:00Z", "2025-01-01T08:00:00-03:30", "[]", "[\"a\", 'b']", "[ 1 , true ]"},
}

// value returns a value that is read quickly, and now and then another.
func (g *generator) value(format Format) string {
	if g.chance(12) {
		return g.one(scraps[format])
	}
	return g.one(calm[format])
}

// scrap returns front matter out of scraps.
func (g *generator) scrap(format Format) string {
	var b strings.Builder
	for range 1 + g.Intn(9) {
		if g.chance(3) { // an entry that is all right
			key := g.name()
			if format == YAML {
				b.WriteString(key + ": ")
			} else {
				b.WriteString(key + " = ")
			}
		}
		for range 1 + g.Intn(3) {
			b.WriteString(g.one(scraps[format]))
		}
		if g.chance(2) {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// tame returns front matter of the kind that people write most.
func (g *generator) tame(format Format) string {
	var b strings.Builder
	g.eol = "\n"
	if g.chance(5) {
		g.eol = "\r\n"
	}
	for range 1 + g.Intn(8) {
		value := g.value(format)
		key := g.name()
		if format == TOML {
			if g.chance(6) {
				b.WriteString("[" + key + "]" + g.eol)
				continue
			}
			fmt.Fprintf(&b, "%s%s = %s%s%s", g.one([]string{"", "", "  "}), key, value, g.one([]string{"", "", " "}), g.eol)
			continue
		}
		switch g.Intn(5) {
		case 0:
			indent := g.one([]string{"", "  ", "    "})
			b.WriteString(key + ":" + g.one([]string{"", "", " "}) + g.eol)
			for range g.Intn(3) {
				b.WriteString(indent + "- " + g.value(format) + g.eol)
			}
		case 1:
			b.WriteString(key + ":" + g.eol)
			for range g.Intn(3) {
				b.WriteString("  " + g.name() + ": " + g.value(format) + g.eol)
			}
		default:
			fmt.Fprintf(&b, "%s:%s%s%s%s", key, g.one([]string{" ", " ", "  "}), value, g.one([]string{"", "", "", "", " ", " ", " # c", "  # ghi chú: [x", " " + g.one(scraps[format])}), g.eol)
		}
		if g.chance(5) {
			b.WriteString(g.one([]string{"", "# c", "  # c"}) + g.eol)
		}
	}
	return b.String()
}

// Whatever a quick reader is certain of is so, in front matter as people write
// it and in what nobody would write.
func TestQuickRandom(t *testing.T) {
	for _, format := range []Format{YAML, TOML} {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			g := &generator{Rand: rand.New(rand.NewSource(2))}
			quick := map[string]int{}
			for range rounds() {
				for kind, make := range map[string]func(Format) string{"scraps": g.scrap, "tame": g.tame} {
					if agree(t, format, make(format)) {
						quick[kind]++
					}
				}
			}
			for range rounds() {
				src, content := g.document(format)
				if agree(t, format, string(src[content.Start:content.End])) {
					quick["document"]++
				}
			}
			t.Logf("of %d each were read quickly: %v", rounds(), quick)
			if quick["scraps"] == 0 || quick["tame"] < rounds()/8 || quick["document"] == 0 {
				t.Error("hardly anything is read quickly: the test says nothing")
			}
		})
	}
}

// Every character alone, in every place where one can be, is read as by Hugo or not at all.
func TestQuickCharacters(t *testing.T) {
	var characters []rune
	for r := rune(0); r < 0x100; r++ {
		characters = append(characters, r)
	}
	for r := rune(0x2000); r < 0x2070; r++ {
		characters = append(characters, r)
	}
	characters = append(characters, 'ế', 0x0301, 0x1680, 0x180E, 0x3000, 0xD7FF, 0xE000, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFD, 0xFFFF, 0x1F600, 0xE0001, 0x10FFFF)
	for _, r := range characters {
		for _, c := range []struct {
			format  Format
			pattern string
		}{
			{YAML, "k: %c\n"}, {YAML, "k: %cx\n"}, {YAML, "k: x%c\n"}, {YAML, "k: x%cy\n"}, {YAML, "k: x %c y\n"}, {YAML, "k: x %cy\n"}, {YAML, "k: \"%c\"\n"}, {YAML, "k: '%c'\n"},
			{YAML, "k: [%cx, x%cy]\n"}, {YAML, "k:\n  - %cx\n  - x%c\n"}, {YAML, "%ck: x\n"}, {YAML, "k%c: x\n"}, {YAML, "# %c\nk: x\n"},
			{YAML, "k: 1%c\n"}, {YAML, "k: 12%c3\n"}, {YAML, "k: 1 %c\n"}, {YAML, "k: 1%c5.0\n"}, {YAML, "k: 0%c1\n"}, {YAML, "k: 1.%c\n"}, {YAML, "k:%c\n"}, {YAML, "k: x%c\nl: y\n"},
			{TOML, "k = \"%c\"\n"}, {TOML, "k = '%c'\n"}, {TOML, "k%c = 1\n"}, {TOML, "k = 1%c\n"}, {TOML, "k = 1%c2\n"}, {TOML, "# %c\nk = 1\n"}, {TOML, "k = [\"%c\"%c]\n"}, {TOML, "[%c]\n"}, {TOML, "k = true%c\n"},
		} {
			agree(t, c.format, strings.ReplaceAll(c.pattern, "%c", string(r)))
		}
	}
}

// Every character that plainRune lets pass is what UTF-8 says it is.
func TestPlainRune(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		b := []byte(string(r))
		if n := plainRune(b); n != 0 && n != len(b) {
			t.Errorf("%U has %d bytes, not %d", r, len(b), n)
		}
	}
	edges := []byte{0, 'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}
	for first := range 256 {
		for _, second := range edges {
			for _, third := range edges {
				b := []byte{byte(first), second, third, 0x80}
				r, size := utf8.DecodeRune(b)
				if n := plainRune(b); n > 0 && (r == utf8.RuneError && size == 1 || size != n) {
					t.Fatalf("% x counts %d bytes, and %d are a character", b, n, size)
				}
			}
		}
	}
}

func FuzzQuick(f *testing.F) {
	f.Add(true, "title: x\ntags:\n  - a\n  - \"b\"\ncover:\n  image: a.png\n")
	f.Add(true, "a: [x, 'y']\nb: 2025-01-01\nc:\nd: 12\n")
	f.Add(false, "title = \"x\"\ndate = 2025-01-01T00:00:00Z\n[params]\nx = [1, 2]\n")
	f.Fuzz(func(t *testing.T, yaml bool, head string) {
		format := TOML
		if yaml {
			format = YAML
		}
		agree(t, format, head)
	})
}

package source

import (
	"fmt"
	"math/rand"
	"strings"

	"postlint/linter/text"
)

// A generator writes random front matter the way people do: with comments,
// every style of quoting, lists on one line and on many.
type generator struct {
	*rand.Rand
	b     strings.Builder
	keys  int
	eol   string
	paths []string // anchors that can be referred to
}

var (
	plainWords  = []string{"x", "Tiếng Việt", "hugo tips", "a-b_c", "đường", "it's", "50%", "a:b", "https://example.org/x", "2020-01-02", "true story", "C#", "日本"}
	quotedTexts = []string{"", " pad ", "a: b", "# no comment", "[x]", "say 'hi'", `say "hi"`, `back\slash`, "tab\there", "yes", "123", "null", "ờ 😀", "{}", "*x", "two\nlines", "a, b", "ba\u0301n", "x\u200by"}
	comments    = []string{"# c", "#", "# tags: [a]", "# ghi chú: 'x'", "# [table]"}
)

func (g *generator) one(of []string) string { return of[g.Intn(len(of))] }
func (g *generator) chance(n int) bool      { return g.Intn(n) == 0 }

// text returns a string value.
func (g *generator) text() string {
	if g.chance(2) {
		return g.one(plainWords)
	}
	return g.one(quotedTexts)
}

// name returns a key that is new in the document.
func (g *generator) name() string {
	g.keys++
	return fmt.Sprintf("%s%d", g.one([]string{"title", "Tags", "khóa", "a-b", "x_y", "draft"}), g.keys)
}

// trail ends a line, sometimes with a comment.
func (g *generator) trail() {
	if g.chance(5) {
		g.b.WriteString(g.one([]string{" ", "  ", "\t"}) + g.one(comments))
	} else if g.chance(12) {
		g.b.WriteString(" ")
	}
	g.b.WriteString(g.eol)
	for g.chance(8) {
		g.b.WriteString(g.one([]string{"", "  "}))
		if g.chance(2) {
			g.b.WriteString(g.one(comments))
		}
		g.b.WriteString(g.eol)
	}
}

// document returns a whole post in a format, and where its front matter is.
func (g *generator) document(format Format) (src []byte, content text.Span) {
	g.b.Reset()
	g.keys, g.paths = 0, nil
	g.eol = "\n"
	if g.chance(4) {
		g.eol = "\r\n"
	}
	head := ""
	if g.chance(6) {
		head = "\ufeff"
	}
	tail := "body" + g.eol
	if g.chance(3) {
		tail = ""
	}
	switch format {
	case YAML:
		head += "---" + g.eol
		g.yamlMap(0, 2, 1+g.Intn(5))
		tail = "---" + g.eol + tail
	case TOML:
		head += "+++" + g.eol
		g.toml()
		tail = "+++" + g.eol + tail
	case JSON:
		g.json(2, g.chance(3), "")
		if g.chance(4) {
			tail = ""
		} else {
			g.b.WriteString(g.eol)
		}
	case Org:
		g.org()
	}
	src = []byte(head + g.b.String() + tail)
	return src, text.Span{Start: len(head), End: len(head) + g.b.Len()}
}

func (g *generator) number() string {
	return g.one([]string{"0", "7", "-12", "3.5", "123456", "1e3"})
}

func (g *generator) toml() {
	for range g.Intn(5) {
		g.tomlEntry(g.tomlKey())
	}
	for range g.Intn(4) {
		name := g.tomlKey()
		switch g.Intn(4) {
		case 0:
			for range 1 + g.Intn(3) {
				g.b.WriteString("[[" + name + "]]")
				g.trail()
				for range g.Intn(3) {
					g.tomlEntry(g.tomlKey())
				}
			}
		case 1:
			g.b.WriteString("[" + name + "." + g.tomlKey() + "]")
			g.trail()
			for range g.Intn(3) {
				g.tomlEntry(g.tomlKey())
			}
			fallthrough
		default:
			g.b.WriteString("[ " + name + " ]")
			g.trail()
			for range g.Intn(4) {
				g.tomlEntry(g.tomlKey())
			}
		}
	}
}

func (g *generator) tomlKey() string {
	name := g.name()
	switch {
	case bareKey(name) && !g.chance(5):
		return name
	case g.chance(2):
		return "'" + name + "'"
	}
	return quoteDouble(name)
}

func (g *generator) tomlEntry(key string) {
	if g.chance(6) {
		prefix := key
		for range 1 + g.Intn(2) {
			g.b.WriteString(prefix + "." + g.tomlKey() + " = " + g.tomlValue(0))
			g.trail()
		}
		return
	}
	g.b.WriteString(g.one([]string{"", "", "", "  "}) + key + g.one([]string{" = ", "=", " =  "}) + g.tomlValue(2))
	g.trail()
}

func (g *generator) tomlValue(depth int) string {
	switch g.Intn(9) {
	case 0:
		return g.number()
	case 1:
		return g.one([]string{"true", "false"})
	case 2:
		return g.one([]string{"2020-01-02", "2020-01-02T10:20:30Z", "2020-01-02 10:20:30", "10:20:30"})
	case 3, 4:
		if depth > 0 {
			return g.brackets("[", "]", depth, func() string { return g.tomlValue(depth - 1) }, true)
		}
	case 5:
		if depth > 0 {
			return g.brackets("{", "}", 0, func() string { return g.tomlKey() + " = " + g.tomlValue(depth-1) }, false)
		}
	case 6:
		if depth > 0 {
			return g.one([]string{`"""` + g.eol + `a "b"` + g.eol + `c"""`, `'''x` + g.eol + ` 'y' '''`, `"""x\` + g.eol + `  y"""`})
		}
	}
	s := g.text()
	if g.chance(3) && !strings.ContainsAny(s, "'\n\t\u200b") {
		return "'" + s + "'"
	}
	return quoteDouble(s)
}

// brackets writes a list or map, on many lines only if depth allows it.
func (g *generator) brackets(left, right string, depth int, item func() string, trailing bool) string {
	var b strings.Builder
	n := g.Intn(4)
	b.WriteString(left)
	many := depth > 0 && g.chance(2)
	for i := range n {
		if many {
			b.WriteString(g.eol + "  ")
		}
		b.WriteString(item())
		if i < n-1 || trailing && g.chance(3) {
			b.WriteString(g.one([]string{",", ", "}))
		}
		if many && g.chance(4) {
			b.WriteString(" " + g.one(comments))
		}
	}
	if many {
		b.WriteString(g.eol)
	}
	b.WriteString(right)
	return b.String()
}

func (g *generator) json(depth int, many bool, indent string) {
	inner := indent + g.one([]string{"  ", "\t"})
	g.b.WriteString("{")
	n := g.Intn(5)
	for i := range n {
		if many {
			g.b.WriteString(g.eol + inner)
		}
		g.b.WriteString(quoteJSON(g.name()) + g.one([]string{":", ": ", " : "}))
		g.jsonValue(depth, many, inner)
		if i < n-1 {
			g.b.WriteString(g.one([]string{",", ", "}))
		}
	}
	if many {
		g.b.WriteString(g.eol + indent)
	}
	g.b.WriteString("}")
}

func (g *generator) jsonValue(depth int, many bool, indent string) {
	switch k := g.Intn(8); {
	case k == 0:
		g.b.WriteString(g.number())
	case k == 1:
		g.b.WriteString(g.one([]string{"true", "false", "null"}))
	case k <= 3 && depth > 0:
		g.json(depth-1, many, indent)
	case k <= 5 && depth > 0:
		g.b.WriteString("[")
		n := g.Intn(4)
		for i := range n {
			if many {
				g.b.WriteString(g.eol + indent + "  ")
			}
			g.jsonValue(depth-1, false, indent)
			if i < n-1 {
				g.b.WriteString(", ")
			}
		}
		g.b.WriteString("]")
	default:
		g.b.WriteString(quoteJSON(g.text()))
	}
}

func (g *generator) org() {
	for range 1 + g.Intn(6) {
		name := g.one([]string{"title", "DATE", "Foo", "khóa"}) + fmt.Sprint(g.keys)
		g.keys++
		switch g.Intn(5) {
		case 0:
			g.b.WriteString("#+" + name + "[]: " + strings.Join(strings.Fields(strings.Repeat("từ x ", g.Intn(3))), " ") + g.eol)
		case 1:
			for range 2 + g.Intn(2) {
				g.b.WriteString("#+" + name + ": " + g.one(plainWords) + g.eol)
			}
		case 2:
			g.b.WriteString("#+filetags: :a:b:" + g.eol)
			return
		default:
			g.b.WriteString("#+" + name + ":" + g.one([]string{" ", "  "}) + g.one(plainWords) + g.one([]string{"", " "}) + g.eol)
		}
	}
}

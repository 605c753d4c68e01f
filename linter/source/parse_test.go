package source

import (
	"strings"
	"testing"

	"github.com/gohugoio/hugo/media"

	"postlint/linter/text"
)

func TestFrontMatterSpans(t *testing.T) {
	for _, tt := range []struct {
		name, src, span, content, body string
		format                         Format
	}{
		{"yaml", "---\ntitle: x\n---\nbody\n", "---\ntitle: x\n---", "title: x\n", "body\n", YAML},
		{"toml", "+++\ntitle = 'x'\n+++\n\nbody", "+++\ntitle = 'x'\n+++", "title = 'x'\n", "\nbody", TOML},
		{"crlf", "---\r\ntitle: x\r\n---\r\nbody\r\n", "---\r\ntitle: x\r\n---", "title: x\r\n", "body\r\n", YAML},
		{"cr", "---\rtitle: x\r---\rbody", "---\rtitle: x\r---", "title: x\r", "body", YAML},
		{"byte order mark", "\ufeff---\ntitle: x\n---\nbody", "---\ntitle: x\n---", "title: x\n", "body", YAML},
		{"blank lines first", "\n \n  ---\ntitle: x\n---\nbody", "---\ntitle: x\n---", "title: x\n", "body", YAML},
		{"empty", "---\n---\nbody", "---\n---", "", "body", YAML},
		{"text behind the closer", "---\ntitle: x\n--- foo\nbody", "---\ntitle: x\n---", "title: x\n", " foo\nbody", YAML},
		{"no body", "---\ntitle: x\n---", "---\ntitle: x\n---", "title: x\n", "", YAML},
		{"json", "\n{\"title\": \"}\\\"\"}\n\nbody", "{\"title\": \"}\\\"\"}", "{\"title\": \"}\\\"\"}", "\nbody", JSON},
		{"org", "#+title: x\n#+tags: a\n\nbody", "#+title: x\n#+tags: a", "#+title: x\n#+tags: a", "\nbody", Org},
		{"none", "body\n---\n", "", "", "body\n---\n", NoFormat},
		{"comment first", "<!-- x -->\n---\ntitle: x\n---\n", "", "", "<!-- x -->\n---\ntitle: x\n---\n", NoFormat},
		{"nothing", "", "", "", "", NoFormat},
		{"only a byte order mark", "\ufeff", "", "", "", NoFormat},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := Parse("a.md", []byte(tt.src), nil)
			fm := d.FrontMatter
			if fm.Format != tt.format {
				t.Errorf("format = %q, want %q", fm.Format, tt.format)
			}
			if got := d.Slice(fm.Span); got != tt.span {
				t.Errorf("span = %q, want %q", got, tt.span)
			}
			if got := d.Slice(fm.Content); got != tt.content {
				t.Errorf("content = %q, want %q", got, tt.content)
			}
			if got := string(d.Src[d.BodyStart:]); got != tt.body {
				t.Errorf("body = %q, want %q", got, tt.body)
			}
		})
	}
}

func TestHeadProblems(t *testing.T) {
	for _, tt := range []struct {
		name, src, span, message string
		kind                     ProblemKind
	}{
		{"unterminated yaml", "\ufeff\n---\ntitle: x\n", "---", "never closed", FrontMatterProblem},
		{"unterminated toml", "+++\ntitle = 'x'\n", "+++", "never closed", FrontMatterProblem},
		{"unterminated json", "{\"title\": 1", "{", "never closed", FrontMatterProblem},
		{"a list first", "- a list\n- more\n", "- a list", "YAML front matter", FrontMatterProblem},
		{"a plus list first", "+ a list\n", "+ a list", "TOML front matter", FrontMatterProblem},
		{"a shortcode first", "{{< x >}}\ntext", "{{< x >}}", "as JSON front matter", FrontMatterProblem},
		{"an open shortcode first", "{{< x \"\ntext", "{{< x \"", "as JSON front matter", FrontMatterProblem},
		{"tag never ended", "a {{< x y\nz", "{{< x y", "never ended", ShortcodeProblem},
		{"wrong delimiter", "a {{< x %}} b\n", "{{< x %}}", "another delimiter", ShortcodeProblem},
		{"wrong delimiter of the other kind", "a {{% x >}} b\n", "{{% x >}}", "another delimiter", ShortcodeProblem},
		{"closing, none open", "a {{< /x >}} b", "{{< /x >}}", "no shortcode was opened", ShortcodeProblem},
		{"closing another", "a {{< y >}}{{< /x >}} b", "{{< /x >}}", "of this name", ShortcodeProblem},
		{"unquoted", "a {{< x a=b c=& >}} b", "", "", ""},
		{"bad character", "a {{< x & >}} b", "{{< x & >}}", "between quotes", ShortcodeProblem},
		{"mixed", "a {{< x a=\"b\" c >}} b", "{{< x a=\"b\" c >}}", "named and positional", ShortcodeProblem},
		{"mixed the other way", "a {{< x c a=\"b\" >}} b", "{{< x c a=\"b\" >}}", "named and positional", ShortcodeProblem},
		{"open quote", "a {{< x \"b >}}\nc", "{{< x \"b >}}", "not closed on its line", ShortcodeProblem},
		{"open backtick", "a {{< x `b >}}\nc", "{{< x `b >}}", "never closed", ShortcodeProblem},
		{"open comment", "a {{</* x >}}\n", "{{</* x >}}", "commented-out", ShortcodeProblem},
		{"no name", "a {{< >}} b", "{{< >}}", "without a name", ShortcodeProblem},
		{"period", "a {{< x.y >}} b", "{{< x.y >}}", "period", ShortcodeProblem},
		{"latin 1", "caf\xe9\n", "\xe9", "0xE9 is not UTF-8", EncodingProblem},
		{"nul", "a\x00b\x00", "\x00", "NUL", EncodingProblem},
		{"utf-16", "\xff\xfea\x00", "\xff\xfe", "UTF-16", EncodingProblem},
		{"clean", "---\n---\n{{< x \"a\" b >}} text", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := Parse("a.md", []byte(tt.src), nil)
			if tt.message == "" {
				if len(d.Problems()) > 0 {
					t.Fatalf("unexpected problem: %+v", d.Problems()[0])
				}
				return
			}
			if len(d.Problems()) != 1 {
				t.Fatalf("%d problems, want 1: %+v", len(d.Problems()), d.Problems())
			}
			p := d.Problems()[0]
			if got := d.Slice(p.Span); got != tt.span {
				t.Errorf("span = %q, want %q", got, tt.span)
			}
			if p.Kind != tt.kind || !strings.Contains(p.Message.String(), tt.message) {
				t.Errorf("problem = %s: %s, want %s: … %s …", p.Kind, p.Message, tt.kind, tt.message)
			}
		})
	}
}

// Hugo stops at the first broken tag; one run of postlint reports them all.
func TestAllBrokenTags(t *testing.T) {
	d := Parse("a.md", []byte("x {{< a & >}}\n{{< b >}} {{< c & >}} {{< /a >}}\n"), nil)
	var got []string
	for _, p := range d.Problems() {
		got = append(got, d.Slice(p.Span))
	}
	if s := strings.Join(got, "|"); s != "{{< a & >}}|{{< c & >}}" {
		t.Errorf("problems at %s", s)
	}
	if len(d.Shortcodes()) != 1 || d.Shortcodes()[0].Name != "b" {
		t.Errorf("shortcodes = %+v", d.Shortcodes())
	}
}

func TestNoBodyWithoutFrontMatterEnd(t *testing.T) {
	for _, src := range []string{"---\ntitle: x\n# not a heading\n", "- a\n- b\n", "{ a"} {
		if d := Parse("a.md", []byte(src), nil); d.BodyStart != len(src) {
			t.Errorf("%q: body starts at %d, want the end", src, d.BodyStart)
		}
	}
}

func TestMarkupAgreesWithHugo(t *testing.T) {
	known := map[string]Markup{"markdown": MarkupMarkdown, "org": MarkupOrg, "html": MarkupHTML, "asciidoc": MarkupOther, "pandoc": MarkupOther, "rst": MarkupOther}
	n := 0
	for _, mt := range media.DefaultTypes {
		want, ok := known[mt.SubType]
		if !ok || mt.MainType != "text" {
			continue
		}
		for _, suffix := range mt.Suffixes() {
			n++
			if got := Parse("p/x."+strings.ToUpper(suffix), nil, nil).Markup; got != want {
				t.Errorf(".%s: markup = %s, want %s", suffix, got, want)
			}
		}
	}
	if n < 11 {
		t.Errorf("only %d suffixes seen", n)
	}
}

func TestManyDelimiters(t *testing.T) {
	d := Parse("a.md", []byte("a"+strings.Repeat("{{< x >}}", maxDelimiters+1)), nil)
	if len(d.Problems()) != 1 || d.Problems()[0].Kind != ReaderProblem {
		t.Errorf("problems = %+v", d.Problems())
	}
	src := "a" + strings.Repeat("{{", maxDelimiters/2) + strings.Repeat("x", 1<<20) + "{{< y \"<!--more-->\" >}} <!--more--> z"
	d = Parse("a.md", []byte(src), nil)
	at := strings.LastIndex(src, "<!--more-->")
	if len(d.Dividers()) != 1 || d.Dividers()[0].Span != (text.Span{Start: at, End: at + 11}) || !d.Dividers()[0].Hugo {
		t.Errorf("dividers = %+v, want Hugo's at %d", d.Dividers(), at)
	}
}

// Files far beyond what anybody writes must not take for ever.
func TestHugeFiles(t *testing.T) {
	const size = 6 << 20
	for _, part := range []string{"text\n", "<!-- more -->", "&lt;", "{{< x >}}", "{{</* ", "---\n", "\n", ">", "\xff"} {
		for _, head := range []string{"a", "---\n", "{"} {
			d := Parse("a.md", []byte(head+strings.Repeat(part, size/len(part))), nil)
			if b := d.Body(); !b.TooLarge && d.BodyStart < len(d.Src) && len(d.Src)-d.BodyStart > maxBodySize {
				t.Errorf("%q: views of %d bytes", part, len(d.Src)-d.BodyStart)
			}
		}
	}
}

package source

import (
	"strings"
	"sync"
	"testing"
)

func TestHeadings(t *testing.T) {
	for src, want := range map[string]string{
		"# a":                     `h1 "# a" marker="#" setext=false text="a" id=a`,
		"  ### a `b` ###  \nc":    "h3 \"### a `b` ###\" marker=\"###\" setext=false text=\"a b\" id=a-b",
		"## a {#b .c}":            `h2 "## a {#b .c}" marker="##" setext=false text="a" id=b`,
		"#":                       `h1 "#" marker="#" setext=false text="" id=`,
		"a\n*b*\n===":             `h1 "a\n*b*\n===" marker="===" setext=true text="a\nb" id=b`,
		"x\n\n> a\n> --\n":        `h2 "a\n> --" marker="--" setext=true text="a" id=a`,
		"#a\n-":                   `h2 "#a\n-" marker="-" setext=true text="#a" id=a`,
		"x\n\n- # a\n":            `h1 "# a" marker="#" setext=false text="a" id=a`,
		"x\n\n-\t# a # b\n":       `h1 "# a # b" marker="#" setext=false text="a # b" id=a--b`,
		"# Đường về\r\n\r\nx":     `h1 "# Đường về" marker="#" setext=false text="Đường về" id=đường-về`,
		"# a &amp; \\* \"b\" c--": `h1 "# a &amp; \\* \"b\" c--" marker="#" setext=false text="a & * “b” c–" id=a---b-c`,
		"# a {{< b >}}":           `h1 "# a {{< b >}}" marker="#" setext=false text="a" id=`,
		"# a {{< b >}} {#c}":      `h1 "# a {{< b >}} {#c}" marker="#" setext=false text="a" id=c`,
		"# a [b](c) ![d](e)":      `h1 "# a [b](c) ![d](e)" marker="#" setext=false text="a b d" id=a-b-d`,
		"---\na: b\n---\n# c\n":   `h1 "# c" marker="#" setext=false text="c" id=c`,
		"x\n\n`# a`\n\n# b":       `h1 "# b" marker="#" setext=false text="b" id=b`,
		"x\n\n    # a\n\n# b":     `h1 "# b" marker="#" setext=false text="b" id=b`,
	} {
		checkViews(t, src, "h1", onlyIf(want, "h1")...)
		checkViews(t, src, "h2", onlyIf(want, "h2")...)
		checkViews(t, src, "h3", onlyIf(want, "h3")...)
	}
	checkViews(t, "# a\n\n# a\n", "h1", `h1 "# a" marker="#" setext=false text="a" id=a`, `h1 "# a" marker="#" setext=false text="a" id=a-1`)
}

func onlyIf(s, prefix string) []string {
	if strings.HasPrefix(s, prefix) {
		return []string{s}
	}
	return nil
}

func TestCodeBlocks(t *testing.T) {
	for src, want := range map[string]string{
		"```go {a=b}\nx\n```\ny":            "code \"```go {a=b}\\nx\\n```\" content=\"x\\n\" fenced=true info=\"go {a=b}\"",
		"~~~~\n~~~\n~~~~~\n":                `code "~~~~\n~~~\n~~~~~" content="~~~\n" fenced=true info=""`,
		"```\n```":                          "code \"```\\n```\" content=\"\" fenced=true info=\"\"",
		"```\nx":                            "code \"```\\nx\" content=\"x\" fenced=true info=\"\"",
		"```":                               "code \"```\" content=\"\" fenced=true info=\"\"",
		"x\n\n> ```\n> y\n> ```\nz":         "code \"```\\n> y\\n> ```\" content=\"y\\n\" fenced=true info=\"\"",
		"x\n\n1. y\n\n   ```\n   z\n   ```": "code \"```\\n   z\\n   ```\" content=\"z\\n\" fenced=true info=\"\"",
		"x\n\n    y\n\n      z\n\nw":        `code "y\n\n      z" content="y\n\n      z" fenced=false info=""`,
		"x\n\n\ty\n":                        `code "y" content="y" fenced=false info=""`,
		"```\r\nx\r\n```\r\n":               "code \"```\\r\\nx\\r\\n```\" content=\"x\\r\\n\" fenced=true info=\"\"",
		"```\n{{< x >}}\n```":               "code \"```\\n{{< x >}}\\n```\" content=\"{{< x >}}\\n\" fenced=true info=\"\"",
	} {
		checkViews(t, src, "code", want)
	}
	checkViews(t, "x\n\n> ```\n> y\n```\nz\n```\n", "code",
		"code \"```\\n> y\" content=\"y\\n\" fenced=true info=\"\"",
		"code \"```\\nz\\n```\" content=\"z\\n\" fenced=true info=\"\"")
}

func TestCodeSpans(t *testing.T) {
	checkViews(t, "a `b` `` c ` d `` `e\nf` \\`g` h` ```", "span", "span \"`b`\"", "span \"`` c ` d ``\"", "span \"`e\\nf`\"", "span \"` h`\"")
	checkViews(t, "x `{{< y \"`\" >}}` z", "span", "span \"`{{< y \\\"`\\\" >}}`\"")
}

func TestParagraphs(t *testing.T) {
	for src, want := range map[string][]string{
		"a *b*\nc  \nd\n\ne":               {`p "a *b*\nc  \nd" text="a b\nc\nd" list=false quote=false table=false`, `p "e" text="e" list=false quote=false table=false`},
		"x\n\n- a\n- b\n\n> c\n> - d":      {`p "x" text="x" list=false quote=false table=false`, `p "a" text="a" list=true quote=false table=false`, `p "b" text="b" list=true quote=false table=false`, `p "c" text="c" list=false quote=true table=false`, `p "d" text="d" list=true quote=true table=false`},
		"| a | `b \\| c` |\n|---|---|":     {`p "a" text="a" list=false quote=false table=true`, "p \"`b \\\\| c`\" text=\"b | c\" list=false quote=false table=true"},
		"a<br>b &copy; \\_ <i>c</i>":       {`p "a<br>b &copy; \\_ <i>c</i>" text="a\nb © _ c" list=false quote=false table=false`},
		"a {{< b >}} c":                    {`p "a {{< b >}} c" text="a  c" list=false quote=false table=false`},
		"x\n\n{{< b >}}\n\ny":              {`p "x" text="x" list=false quote=false table=false`, `p "y" text="y" list=false quote=false table=false`},
		"x\n\n{{< b >}}\ny\n{{< /b >}}\nz": {`p "x" text="x" list=false quote=false table=false`, `p "y" text="y" list=false quote=false table=false`, `p "z" text="z" list=false quote=false table=false`},
		"x\n\n{{< b >}}\n---\ny":           {`p "x" text="x" list=false quote=false table=false`, `p "y" text="y" list=false quote=false table=false`},
		"a <!--more--> b":                  {`p "a" text="a" list=false quote=false table=false`, `p "b" text="b" list=false quote=false table=false`},
		"a\n<!--more-->\n\n    b":          {`p "a" text="a" list=false quote=false table=false`, `p "b" text="b" list=false quote=false table=false`},
		"x {{</*a*/>}} y":                  {`p "x {{</*a*/>}} y" text="x {{<a>}} y" list=false quote=false table=false`},
		"x\n\n{{< mermaid >}}\na --> b\n\n# c\n{{< /mermaid >}}\n\ny": {`p "x" text="x" list=false quote=false table=false`, `p "y" text="y" list=false quote=false table=false`},
		"a\n: b":     {`p "a" text="a" list=false quote=false table=false`, `p "b" text="b" list=false quote=false table=false`},
		"![a](b)":    {`p "![a](b)" text="a" list=false quote=false table=false`},
		"a\r\nb\r\n": {`p "a\r\nb" text="a\nb" list=false quote=false table=false`},
	} {
		checkViews(t, src, "p ", want...)
	}
}

func TestListItems(t *testing.T) {
	checkViews(t, "x\n\n- a\n\n  b\n  - c\n\n10) d\n", "item", `item "- a\n\n  b\n  - c" marker="-" ordered=false`, `item "- c" marker="-" ordered=false`, `item "10) d" marker="10)" ordered=true`)
	checkViews(t, "x\n\n-\t- a\n", "item", `item "-\t- a" marker="-" ordered=false`, `item "- a" marker="-" ordered=false`)
	checkViews(t, "x\n\n* ```\n  a\n  ```\n", "item", "item \"* ```\\n  a\\n  ```\" marker=\"*\" ordered=false")
}

func TestTables(t *testing.T) {
	checkViews(t, "x\n\n| a | b |\n|---|---|\n| c | d |\n\ny", "table", `table "| a | b |\n|---|---|\n| c | d |" columns=2`)
	checkViews(t, "x\n\n> a | b\n> --|--\n", "table", `table "a | b\n> --|--" columns=2`)
}

func TestHTML(t *testing.T) {
	src := "<div>\n<!-- a -->\n\nb <i class='c'>d</i> <!-- e\nf --> g\n\n<!-- h -->\n\n<script>\n<!-- i -->\n</script>\n\n{{< j >}}\nk\n{{< /j >}}\n"
	checkViews(t, src, "html", `html "<div>\n<!-- a -->" block=true`, `html "<i class='c'>" block=false`, `html "</i>" block=false`, `html "<!-- e\nf -->" block=false`, `html "<!-- h -->" block=true`, `html "<script>\n<!-- i -->\n</script>" block=true`)
	checkViews(t, src, "comment", `comment "<!-- a -->"`, `comment "<!-- e\nf -->"`, `comment "<!-- h -->"`)
	checkViews(t, "a\n\n<!--more-->\n\nb\n\n<!-- more -->\n", "comment", `comment "<!-- more -->"`)
}

// A Document may be read from many goroutines, and documents share one
// Markdown.
func TestConcurrentBodies(t *testing.T) {
	var wg sync.WaitGroup
	shared := Parse("a.md", []byte("# a\n\n[b](c)\n"), nil)
	for range 8 {
		wg.Go(func() {
			for _, src := range samples {
				Parse("a.md", []byte(src), nil).Body()
			}
			if len(shared.Links()) != 1 || len(shared.Headings()) != 1 {
				t.Error("views of a shared document are missing")
			}
		})
	}
	wg.Wait()
}

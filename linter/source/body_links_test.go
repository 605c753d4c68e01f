package source

import "testing"

func TestLinks(t *testing.T) {
	for src, want := range map[string]string{
		`a [b](c "d") e`:                     `link0 "[b](c \"d\")" dest="c" as "c" text="b" as "b" title="d" image=false`,
		`a [b](<c d> 'e "f"') g`:             `link0 "[b](<c d> 'e \"f\"')" dest="c d" as "c d" text="b" as "b" title="e \"f\"" image=false`,
		`[b](c\_d&amp;e\)f (g\)h))`:          `link0 "[b](c\\_d&amp;e\\)f (g\\)h))" dest="c_d&e)f" as "c\\_d&amp;e\\)f" text="b" as "b" title="g)h" image=false`,
		`[b](c(d)e)f)`:                       `link0 "[b](c(d)e)" dest="c(d)e" as "c(d)e" text="b" as "b" title="" image=false`,
		"> [b\n> *c*](\n>  d\n> \"e\n> f\")": "link0 \"[b\\n> *c*](\\n>  d\\n> \\\"e\\n> f\\\")\" dest=\"d\" as \"d\" text=\"b\\nc\" as \"b\\n> *c*\" title=\"e\\nf\" image=false",
		`[b [c] \] d](e)`:                    `link0 "[b [c] \\] d](e)" dest="e" as "e" text="b [c] ] d" as "b [c] \\] d" title="" image=false`,
		"[b `]` <i j=\"]\"> c](e)":           "link0 \"[b `]` <i j=\\\"]\\\"> c](e)\" dest=\"e\" as \"e\" text=\"b ]  c\" as \"b `]` <i j=\\\"]\\\"> c\" title=\"\" image=false",
		`[![a](b)](c)`:                       `link0 "[![a](b)](c)" dest="c" as "c" text="a" as "![a](b)" title="" image=true`,
		`[](a)`:                              `link0 "[](a)" dest="a" as "a" text="" as "" title="" image=false`,
		`[a]()`:                              `link0 "[a]()" dest="" as "" text="a" as "a" title="" image=false`,
		`[a](<>)`:                            `link0 "[a](<>)" dest="" as "" text="a" as "a" title="" image=false`,
		"x [a][b c] y\n\n[b\nC]: <d e> 'f'":  "link1 \"[a][b c]\" dest=\"d e\" as \"d e\" text=\"a\" as \"a\" title=\"f\" image=false",
		"x [a][] y\n\n[a]: /b":               `link1 "[a][]" dest="/b" as "/b" text="a" as "a" title="" image=false`,
		"x [a] y\n\n[a]: /b\n[a]: /c":        `link1 "[a]" dest="/b" as "/b" text="a" as "a" title="" image=false`,
		`a <https://b.c/d?e&f> g`:            `link2 "<https://b.c/d?e&f>" dest="https://b.c/d?e&f" as "https://b.c/d?e&f" text="https://b.c/d?e&f" as "https://b.c/d?e&f" title="" image=false`,
		`a https://b.c/d. e`:                 `link2 "https://b.c/d" dest="https://b.c/d" as "https://b.c/d" text="https://b.c/d" as "https://b.c/d" title="" image=false`,
		`www.b.vn`:                           `link2 "www.b.vn" dest="www.b.vn" as "www.b.vn" text="www.b.vn" as "www.b.vn" title="" image=false`,
		`a <b@c.vn>`:                         `link2 "<b@c.vn>" dest="b@c.vn" as "b@c.vn" text="b@c.vn" as "b@c.vn" title="" image=false`,
		"| a |\n|---|\n| [b](c) |":           `link0 "[b](c)" dest="c" as "c" text="b" as "b" title="" image=false`,
		"# [b](c) {#d}":                      `link0 "[b](c)" dest="c" as "c" text="b" as "b" title="" image=false`,
		"a[^1]\n\n[^1]: [b](c)":              `link0 "[b](c)" dest="c" as "c" text="b" as "b" title="" image=false`,
		`x [a]({{< ref "b c.md" >}} "d")`:    `link0 "[a]({{< ref \"b c.md\" >}} \"d\")" dest="{{< ref \"b c.md\" >}}" as "{{< ref \"b c.md\" >}}" text="a" as "a" title="d" image=false`,
		"x [a](b{{< c\n>}}d#e)":              "link0 \"[a](b{{< c\\n>}}d#e)\" dest=\"b{{< c\\n>}}d#e\" as \"b{{< c\\n>}}d#e\" text=\"a\" as \"a\" title=\"\" image=false",
		"x [a {{< b >}} c](d)":               `link0 "[a {{< b >}} c](d)" dest="d" as "d" text="a  c" as "a {{< b >}} c" title="" image=false`,
		"x [a]\n\n[a]: {{< b >}}":            `link1 "[a]" dest="{{< b >}}" as "{{< b >}}" text="a" as "a" title="" image=false`,
		"đường [dẫn](đích.md) ở đây":         `link0 "[dẫn](đích.md)" dest="đích.md" as "đích.md" text="dẫn" as "dẫn" title="" image=false`,
		"a [b](c\r\n\"d\") e":                "link0 \"[b](c\\r\\n\\\"d\\\")\" dest=\"c\" as \"c\" text=\"b\" as \"b\" title=\"d\" image=false",
	} {
		checkViews(t, src, "link", want)
	}
	for _, src := range []string{"`[a](b)`", "    [a](b)", "<!-- [a](b) -->", "[a](b c)", `\[a](b)`, "[a] (b)", "x {{< highlight md >}}[a](b){{< /highlight >}}", "x {{< y \"[a](b)\" >}}"} {
		checkViews(t, src, "link")
	}
}

func TestImages(t *testing.T) {
	for src, want := range map[string]string{
		`a ![b *c*](d.png "e")`:         `image0 "![b *c*](d.png \"e\")" dest="d.png" as "d.png" alt="b c" as "b *c*" title="e"`,
		`![](d.png)`:                    `image0 "![](d.png)" dest="d.png" as "d.png" alt="" as "" title=""`,
		"![a][b]\n\n[b]: c":             `image1 "![a][b]" dest="c" as "c" alt="a" as "a" title=""`,
		`![a [b](c) d](e)`:              `image0 "![a [b](c) d](e)" dest="e" as "e" alt="a b d" as "a [b](c) d" title=""`,
		`[![a](b)](c)`:                  `image0 "![a](b)" dest="b" as "b" alt="a" as "a" title=""`,
		"x ![a]({{< b >}}/c.png)":       `image0 "![a]({{< b >}}/c.png)" dest="{{< b >}}/c.png" as "{{< b >}}/c.png" alt="a" as "a" title=""`,
		"x\n\n- y\n\n  ![a](b)\n  {.c}": `image0 "![a](b)" dest="b" as "b" alt="a" as "a" title=""`,
	} {
		checkViews(t, src, "image", want)
	}
}

func TestDefinitions(t *testing.T) {
	checkViews(t, "x\n\n[a]: b 'c'\n  [D e]:\n  <f g>\n> [h]: i\n", "def",
		`def "[a]: b 'c'" label="a" dest="b" as "b"`,
		`def "[D e]:\n  <f g>" label="D e" dest="f g" as "f g"`,
		`def "[h]: i" label="h" dest="i" as "i"`)
}

func TestFootnotes(t *testing.T) {
	checkViews(t, "x[^b] y[^a] z[^b]\n\n[^a]: one\n[^b]:\n    two\n\n    - three\n[^c]: unused\n\nend", "footnote",
		`footnote "[^a]: one" label=a id=fn:2 refs=[^a]@7`,
		`footnote "[^b]:\n    two\n\n    - three" label=b id=fn:1 refs=[^b]@1,[^b]@13`)
}

package source

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/markup/converter"
	"github.com/gohugoio/hugo/markup/converter/hooks"
	"github.com/spf13/afero"
	"golang.org/x/net/html"
)

// markdownOf returns the Markdown of a site with this hugo.toml.
func markdownOf(t *testing.T, toml string) *Markdown {
	t.Helper()
	fs := afero.NewMemMapFs()
	if err := afero.WriteFile(fs, "/site/hugo.toml", []byte(toml), 0o644); err != nil {
		t.Fatal(err)
	}
	flags := config.New()
	flags.Set("workingDir", "/site")
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{Fs: fs, Flags: flags, Environ: []string{"HUGO_NUMWORKERMULTIPLIER=1"}})
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewMarkdown(configs.GetFirstLanguageConfig())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// rendered returns the ids in what Hugo's converter makes of src.
func rendered(t *testing.T, m *Markdown, src string) (ids []string) {
	t.Helper()
	ctx := converter.RenderContext{Ctx: context.Background(), Src: []byte(src), GetRenderer: func(hooks.RendererType, any) any { return nil }}
	res, err := m.parser.Parse(ctx)
	if err != nil {
		t.Fatal(err)
	}
	out, err := m.parser.Render(ctx, res.Doc())
	if err != nil {
		t.Fatal(err)
	}
	z := html.NewTokenizer(bytes.NewReader(out.Bytes()))
	for z.Next() != html.ErrorToken {
		for _, a := range z.Token().Attr {
			if a.Key == "id" {
				ids = append(ids, a.Val)
			}
		}
	}
	return ids
}

const anchored = `# Đầu đề *hai* ` + "`x`" + `

# Đầu đề hai x

## Cờ & hoa -- "tên" {.c}

## a [l](x) ![alt](y) :smile: <b>h</b> <https://x.y>

## b {#own}

## {#empty}

Setext
lines
===

para
{#par}

> quote
{#quote}

- a
- b
{#list}

![x](y.png)
{#image}

term
: definition

<b id='inline'>x</b> [^x] [^x] [^y]

<div
 id=block><p id="inner">x</p><!-- <p id="no"> --></div>

[^x]: foot
[^y]: note

***
{#rule}

#### !?
`

func TestAnchorsAreThoseHugoRenders(t *testing.T) {
	for name, toml := range map[string]string{
		"defaults":        "",
		"unsafe":          "[markup.goldmark.renderer]\nunsafe = true",
		"blocks":          "[markup.goldmark.parser.attribute]\nblock = true\n[markup.goldmark.renderer]\nunsafe = true",
		"ascii":           "[markup.goldmark.parser]\nautoHeadingIDType = 'github-ascii'\nautoIDType = 'github-ascii'",
		"blackfriday":     "[markup.goldmark.parser]\nautoIDType = 'blackfriday'",
		"no heading ids":  "[markup.goldmark.parser]\nautoHeadingID = false",
		"definition ids":  "[markup.goldmark.parser]\nautoDefinitionTermID = true",
		"bare images":     "[markup.goldmark.parser]\nwrapStandAloneImageWithinParagraph = false\n[markup.goldmark.parser.attribute]\nblock = true",
		"emoji, no typos": "enableEmoji = true\n[markup.goldmark.extensions.typographer]\ndisable = true",
		"no extensions":   "[markup.goldmark.extensions]\ntable = false\nlinkify = false\ndefinitionList = false\n[markup.goldmark.extensions.footnote]\nenable = false",
	} {
		t.Run(name, func(t *testing.T) {
			m := markdownOf(t, toml)
			got, want := Parse("a.md", []byte(anchored), m).Anchors(), rendered(t, m, anchored)
			if len(want) == 0 && name != "no heading ids" {
				t.Fatal("nothing rendered")
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("anchors\n%q, Hugo renders\n%q", got, want)
			}
		})
	}
}

// Tables are rendered by a template, which writes their attributes.
func TestTableAnchor(t *testing.T) {
	m := markdownOf(t, "[markup.goldmark.parser.attribute]\nblock = true")
	d := Parse("a.md", []byte("| a |\n|---|\n| b |\n{#c}\n"), m)
	if a := d.Anchors(); !slices.Equal(a, []string{"c"}) {
		t.Errorf("anchors = %q", a)
	}
}

func TestFootnotePrefix(t *testing.T) {
	m := markdownOf(t, "[markup.goldmark.extensions.footnote]\nenableAutoIDPrefix = true")
	d := Parse("a.md", []byte("a[^1]\n\n[^1]: b\n"), m)
	if a, f := d.Anchors(), d.Footnotes(); len(a) > 0 || len(f) != 1 || f[0].ID != "" {
		t.Errorf("anchors %q, footnotes %+v: the prefix cannot be known", a, f)
	}
}

func TestCodeBlockAnchors(t *testing.T) {
	d := Parse("a.md", []byte("```go {#x .c}\n```\n\n```{id=\"y\" linenos=true}\n```\n"), nil)
	if a := d.Anchors(); !slices.Equal(a, []string{"x", "y"}) {
		t.Errorf("anchors = %q", a)
	}
}

func TestShortcodesHideAnchors(t *testing.T) {
	d := Parse("a.md", []byte("# a {{< b >}}\n\n# c {#d-{{< e >}}}\n\n# f\n"), nil)
	if a := d.Anchors(); !slices.Equal(a, []string{"f"}) {
		t.Errorf("anchors = %q", a)
	}
}

func TestSiteSettings(t *testing.T) {
	m := markdownOf(t, "enableEmoji = true\n[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\ninline = [['$','$']]\nblock = [['$$','$$']]\n[markup.goldmark.extensions]\nlinkify = false\n[markup.goldmark.extensions.extras.mark]\nenable = true")
	d := Parse("a.md", []byte("a :smile: $[b](c)$ [d $]$ e](f) http://g ==h [i](j)==\n"), m)
	var links []string
	for _, l := range d.Links() {
		links = append(links, d.Slice(l.Span))
	}
	if !slices.Equal(links, []string{"[d $]$ e](f)", "[i](j)"}) {
		t.Errorf("links = %q", links)
	}
	if p := d.Paragraphs(); len(p) != 1 || p[0].Text != "a 😄 $[b](c)$ d $]$ e http://g h i" {
		t.Errorf("paragraphs = %+v", p)
	}
}

package source

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"postlint/linter/text"
)

// A reporter is told what is wrong.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkSound checks what must hold for the views of any file: spans lie in the
// body, on the borders of code points; what they hold looks like what they say;
// and nothing that goldmark found is missing.
func checkSound(t reporter, d *Document) {
	t.Helper()
	b := d.Body()
	valid := utf8.Valid(d.Src)
	for _, s := range spansOf(b) {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Src) || !s.IsZero() && s.Start < d.BodyStart {
			t.Errorf("span %v leaves the body, bytes %d to %d", s, d.BodyStart, len(d.Src))
			return
		}
		if valid && (!borders(d.Src, s.Start) || !borders(d.Src, s.End)) {
			t.Errorf("span %v cuts a code point: %q", s, d.Slice(s))
		}
	}
	checkLinks(t, d, b)
	checkBlocks(t, d, b)
	checkComplete(t, d, b)
}

func borders(src []byte, offset int) bool {
	return offset == len(src) || utf8.RuneStart(src[offset])
}

func looks(t reporter, d *Document, what string, s text.Span, starts, ends string) {
	t.Helper()
	got := d.Slice(s)
	if got == "" || strings.IndexByte(starts, got[0]) < 0 || strings.IndexByte(ends, got[len(got)-1]) < 0 {
		t.Errorf("%s at %s: %q", what, d.Position(s.Start), got)
	}
}

func checkLinks(t reporter, d *Document, b *Body) {
	t.Helper()
	for _, l := range b.Links {
		if l.Kind != AutoLink {
			looks(t, d, "link", l.Span, "[", ")]")
		}
		if !l.Contains(l.TextSpan) || l.Kind != ReferenceLink && !l.Contains(l.DestSpan) {
			t.Errorf("link %q does not hold its parts", d.Slice(l.Span))
		}
		if got := d.Slice(l.Span); l.Kind == AutoLink && got != l.Dest && got != "<"+l.Dest+">" {
			t.Errorf("automatic link %q to %q", d.Slice(l.Span), l.Dest)
		}
		checkDest(t, d, l.Dest, l.DestSpan)
	}
	for _, i := range b.Images {
		looks(t, d, "image", i.Span, "!", ")]")
		if !i.Contains(i.AltSpan) || i.Kind == InlineLink && !i.Contains(i.DestSpan) {
			t.Errorf("image %q does not hold its parts", d.Slice(i.Span))
		}
		checkDest(t, d, i.Dest, i.DestSpan)
	}
	for _, def := range b.Definitions {
		looks(t, d, "definition", def.Span, "[", d.Slice(def.Span)[def.Len()-1:])
		if !def.Contains(def.DestSpan) {
			t.Errorf("definition %q does not hold its destination", d.Slice(def.Span))
		}
		checkDest(t, d, def.Dest, def.DestSpan)
	}
}

func checkDest(t reporter, d *Document, dest string, s text.Span) {
	t.Helper()
	if got := d.Slice(s); got != dest && resolve([]byte(got)) != dest {
		t.Errorf("destination %q written as %q", dest, got)
	}
}

func checkBlocks(t reporter, d *Document, b *Body) {
	t.Helper()
	for _, h := range b.Headings {
		if strings.Trim(d.Slice(h.Marker), "#") != "" && strings.Trim(d.Slice(h.Marker), "=") != "" && strings.Trim(d.Slice(h.Marker), "-") != "" {
			t.Errorf("heading marker %q", d.Slice(h.Marker))
		}
		if !h.Contains(h.Marker) || h.Setext != (h.Marker.Start > h.Start) {
			t.Errorf("heading %q, marker %q", d.Slice(h.Span), d.Slice(h.Marker))
		}
	}
	for i, c := range b.CodeBlocks {
		if c.Fenced {
			looks(t, d, "code block", text.Span{Start: c.Start, End: c.Start + 3}, "`~", "`~")
		}
		if i > 0 && b.CodeBlocks[i-1].End > c.Start {
			t.Errorf("code blocks overlap at %s", d.Position(c.Start))
		}
	}
	for _, s := range b.CodeSpans {
		looks(t, d, "code span", s, "`", "`")
	}
	for _, i := range b.ListItems {
		looks(t, d, "list item", i.Marker, "-+*0123456789", "-+*.)")
	}
	for i := 1; i < len(b.Texts); i++ {
		if b.Texts[i-1].End > b.Texts[i].Start {
			t.Errorf("texts %q and %q overlap", d.Slice(b.Texts[i-1]), d.Slice(b.Texts[i]))
		}
	}
}

// checkComplete counts the nodes of goldmark's tree.
func checkComplete(t reporter, d *Document, b *Body) {
	t.Helper()
	if d.Markup != MarkupMarkdown || b.TooLarge || b.Problem != nil || d.BodyStart >= len(d.Src) {
		return
	}
	m := d.markdown
	if m == nil {
		m, _ = defaultMarkdown()
	}
	src := newMask(d, maskDivider).src
	tree, err := m.parse(src)
	if err != nil {
		t.Errorf("no tree: %v", err)
		return
	}
	counts := map[ast.NodeKind]int{}
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		// An underline below nothing but attributes makes a heading of nothing.
		phantom := n.Kind() == ast.KindHeading && (&builder{src: src}).start(n, "#") < 0 && len(bytes.TrimSpace(n.Lines().Value(src))) == 0
		if entering && !phantom {
			counts[n.Kind()]++
		}
		return ast.WalkContinue, nil
	})
	for _, c := range []struct {
		name      string
		got, want int
	}{
		{"headings", len(b.Headings), counts[ast.KindHeading]},
		{"links", len(b.Links), counts[ast.KindLink] + counts[ast.KindAutoLink]},
		{"images", len(b.Images), counts[ast.KindImage]},
		{"code blocks", len(b.CodeBlocks), counts[ast.KindFencedCodeBlock] + counts[ast.KindCodeBlock]},
		{"code spans", len(b.CodeSpans), counts[ast.KindCodeSpan]},
		{"list items", len(b.ListItems), counts[ast.KindListItem]},
		{"definitions", len(b.Definitions), counts[ast.KindLinkReferenceDefinition]},
	} {
		if c.got != c.want {
			t.Errorf("%d %s, goldmark has %d", c.got, c.name, c.want)
		}
	}
}

// samples are bodies with a little of everything in every surrounding.
var samples = []string{
	"", "\n", "\ufeff", "\r", "\x00", "\xff[a](\xfe)",
	"a [b](c) [d](<e f> \"g\") [h][i] [i][] [i] ![j](k 'l') <http://m> http://n\n\n[i]: /o \"p\"\n",
	"> - a\n>   > [b\n>   > c](\n>   > d\n>   > \"e\n>   > f\")\n",
	"[![a](b \"]\")](c) ![d [e](f)](g) [h `]` i](j) [k <b c=\"]\">](l) [m \\] n](o) [p [q] r](s)\n",
	"1. ```go {a=b}\n   c\n   ```\n2. ~~~~\n   ~~~\n   d\n\ne\n\n> ```\n> f\n```\ng\n```\n",
	"| a | b |\n|---|:-:|\n| `c \\| d` | [e](f) |\n| ![g](h) |\n",
	"a[^1] b[^x] c[^1]\n\n[^1]: d [e](f)\n[^x]:\n    g\n\n    - h\n",
	"a\n: b [c](d)\n\n  e\n: f\n",
	"a\nb\n===\n\n> c\n> ---\n\n# d #\n#\n## e {#f .g h=\"i\"}\n\n- j\n  ---\n",
	"<div id=\"a\">\n<!-- b -->\n</div>\n\nc <b id=d>e</b> <!-- f --> <br> &amp; \\* &#65;\n",
	"---\na: b\n---\n{{< c >}}\n- [d]({{< ref \"e.md\" >}} \"f\")\n{{< /c >}}\n\n# {{% g %}} h\n\n![i]({{< j >}}/k.png) {{</* l */>}}\n<!--more-->\n\nm\n",
	"{{< highlight go >}}\n[a](b)\n{{< /highlight >}}\n",
	"x {{< highlight go >}}\n[a](b)\n<!--more-->\n{{</* y */>}}\n{{< /highlight >}}\n",
	"-\ta\n\n\t[b](c)\n\n\t\td\n-\t[e]: f\n", "- [ ] a\n- [x] b\n* c\n+ d\n1) e\n",
	"a\r\nb [c](\r\nd)\r\n\r\n# e\r\n\r\n```\r\nf\r\n```\r\n", "a@b.vn www.c.vn (http://d) <e@f.vn> \\<http://g>\n",
	"[a][b\nc]\n\n[b c]: <d e>\n  'f'\n[g]:\nh\n", "~~a~~ **b *c* d** __e__ $$f$$ \"g\" -- h... :smile:\n",
	"![a](b)\n{.c #d}\n\n> e\n{#f}\n\n- g\n{#h}\n", "[](a) []() [b](<>) ![](c)\n", "`` a ` b `` `c\nd` ```e```\n",
	"[a]({{< b \"c\n d\" >}})\n\n{{<\n e\n f=\"g\"\n>}}\n", "| a |\n|---|\n\n> | b |\n> |---|\n> | c |\n",
}

func TestSamplesAreSound(t *testing.T) {
	for _, src := range samples {
		checkSound(t, Parse("a.md", []byte(src), nil))
		if t.Failed() {
			t.Fatalf("in %q", src)
		}
	}
}

// TestCorpus checks the Markdown files below the directory that the
// environment variable POSTLINT_CORPUS names.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("POSTLINT_CORPUS")
	if dir == "" {
		t.Skip("POSTLINT_CORPUS is not set")
	}
	var files, links int
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		t.Run(path, func(t *testing.T) {
			d := Parse(path, src, nil)
			checkSound(t, d)
			files++
			links += len(d.Links()) + len(d.Images())
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files, %d links and images", files, links)
}

func FuzzBody(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { checkSound(t, Parse("a.md", src, nil)) })
}

// TestRandomBodies puts the tokens of Markdown together at random, which finds
// more than random bytes do.
func TestRandomBodies(t *testing.T) {
	everything := markdownOf(t, everythingOn)
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		src := randomBody(random)
		for name, m := range map[string]*Markdown{"defaults": nil, "everything on": everything} {
			checkSound(t, Parse("a.md", []byte(src), m))
			if t.Failed() {
				t.Fatalf("%s: in %q", name, src)
			}
		}
	}
}

// everythingOn turns on what Hugo can do to Markdown.
const everythingOn = `enableEmoji = true
[markup.goldmark.parser]
wrapStandAloneImageWithinParagraph = false
autoDefinitionTermID = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.extensions.cjk]
enable = true
escapedSpace = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
inline = [['$','$'], ['\\(','\\)']]
block = [['$$','$$'], ['\\[','\\]']]
[markup.goldmark.extensions.extras]
delete = {enable = true}
insert = {enable = true}
mark = {enable = true}
subscript = {enable = true}
superscript = {enable = true}
`

func randomBody(random *rand.Rand) string {
	tokens := []string{
		"[", "]", "(", ")", "![", "](", "][", "[a]", "]: ", "<", ">", "`", "``", "```\n", "~~~\n", "\n", "\n\n", "\n> ", "> ", "\n- ", "- ", "\n1. ", "1. ",
		"\n  ", "\n    ", "\t", " ", "  \n", "\r\n", "# ", "\n## ", "\n===\n", "\n---\n", "*", "**", "_", "~~", "\\", "\"", "'", "\n|---|\n", "|", "a", "b", "đ",
		"http://x.vn", "www.y.vn", "z@x.vn", "<b>", "</b>", "<div>", "<!--", "-->", "<!--more-->", "<!-- more -->", "&amp;", "[^1]", "\n[^1]: ", "\n: ", "{#id}", "\n{.c}\n",
		"{{< s >}}", "{{< /s >}}", "{{% s \"d\" %}}", "{{</* s */>}}", "{{< highlight go >}}", "{{< /highlight >}}", "$$", "$", "==", "~", "^", "++", "\\(", "\\)", ":smile:", "...", "--", "\x00", "[a]: b\n", "^1", ".",
	}
	var src strings.Builder
	src.WriteString("a")
	for range random.IntN(30) {
		src.WriteString(tokens[random.IntN(len(tokens))])
	}
	return src.String()
}

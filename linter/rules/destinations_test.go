package rules

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"postlint/linter/source"
)

// Every destination of a link or an image is among the candidates, unless they
// say that only a parser can read it.
func TestCandidates(t *testing.T) {
	pieces := []string{"[", "]", "(", ")", "![", "](", "](/a/)", "[a](/b/)", "![i](i.png)", "[![x](x.png)](/x/)", "[a]: /r/ 'title'\n", "[a]", "[a][a]", "![a]",
		"<https://example.org/l>", "https://example.org/m", "http://example.org/n.", "HTTPS://example.org/o", "it's", `"t"`, "&amp;", "&", ";", "%20", `\(`, "\\", "{{< x >}}",
		"<", ">", "|", "`", "*", "_", "/p/", " ", "\n", "\n\n", "> ", "- ", "# ", "\t", "    ", "```\n", "| a | b |\n|---|---|\n", "ộ", "\r\n", ":", ".", "<!--more-->", "<b>"}
	random := rand.New(rand.NewPCG(7, 8))
	links, images, skipped := 0, 0, 0
	for range 60_000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		src := b.String()
		d := source.Parse("p.md", []byte(src), nil)
		c := scanDestinations(src[d.BodyStart:], false)
		has := func(dest string, image bool) bool {
			return slices.ContainsFunc(c.list, func(c candidate) bool {
				return c.dest == dest && (c.image || !image) || c.host && strings.HasPrefix(dest, c.dest)
			})
		}
		for _, l := range d.Body().Links {
			switch {
			case c.opaque:
				skipped++
			case l.Kind == source.AutoLink && !strings.Contains(l.Dest, "://"):
			case !has(l.Dest, false):
				t.Fatalf("%q has the link %q, which is not among %+v", src, l.Dest, c.list)
			default:
				links++
			}
		}
		for _, i := range d.Body().Images {
			switch {
			case c.opaqueImage:
				skipped++
			case !has(i.Dest, true):
				t.Fatalf("%q has the image %q, which is not among %+v", src, i.Dest, c.list)
			default:
				images++
			}
		}
	}
	if links < 1000 || images < 300 {
		t.Errorf("only %d links and %d images were there, %d for a parser alone: the test shows little", links, images, skipped)
	}
}

// In HTML, the values of attributes are among the candidates.
func TestAttributeCandidates(t *testing.T) {
	for src, want := range map[string]string{
		`<a href="/a b/">`: "/a b/", `<a HREF = '/c"/'>`: `/c"/`, `<img src=d.png>`: "d.png", `<IMG Src=e.png/>`: "e.png/",
		`<video poster="f.png">`: "f.png", "<object data\n=\n\"g\">": "g", `<a href=h`: "h",
	} {
		c := scanDestinations(src, true)
		if len(c.list) != 1 || c.list[0].dest != want || !c.list[0].html {
			t.Errorf("%s has %+v, want %q", src, c.list, want)
		}
	}
	if !scanDestinations(`<a href="?a&copy">`, true).opaque || len(scanDestinations(`<a href="a">`, false).list) > 0 {
		t.Error("an entity is taken for a plain value, or an attribute counts where HTML does not")
	}
}

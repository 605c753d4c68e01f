package source

import (
	"strings"
	"testing"
)

func TestDividers(t *testing.T) {
	for _, tt := range []struct {
		name, path, src string
		hugo            string   // the text Hugo divides at
		others          []string // the rest
	}{
		{"hugo's", "a.md", "a\n\n<!--more-->\n\nb", "<!--more-->", nil},
		{"two", "a.md", "a <!--more--> b <!--more-->", "<!--more-->", []string{"<!--more-->"}},
		{"blanks", "a.md", "a <!-- more --> <!--more --> <!--  more-->", "", []string{"<!-- more -->", "<!--more -->", "<!--  more-->"}},
		{"letter case", "a.md", "a <!--More--><!-- MORE -->", "", []string{"<!--More-->", "<!-- MORE -->"}},
		{"dashes", "a.md", "a <!–more–> <!—more—> <!-more-> <!---more--->", "", []string{"<!–more–>", "<!—more—>", "<!-more->", "<!---more--->"}},
		{"entities", "a.md", "a &lt;!--more--&gt;", "", []string{"&lt;!--more--&gt;"}},
		{"bang", "a.md", "a <--more-->", "", []string{"<--more-->"}},
		{"other programs'", "a.md", "a <!-- read more --> <!-- truncate -->", "", []string{"<!-- read more -->", "<!-- truncate -->"}},
		{"not dividers", "a.md", "a <!-- more to come --> <more> <b>more</b> 1<2 more> # more <!-- no more --> <!more>", "", nil},
		{"in a shortcode tag", "a.md", `a {{< x "<!--more-->" >}}`, "", nil},
		{"in a shortcode's inner text", "a.md", "a {{< x >}}<!--more-->{{< /x >}}", "<!--more-->", nil},
		{"in front matter", "a.md", "---\ntitle: <!-- more -->\n---\n", "", nil},
		{"behind a broken tag", "a.md", "a {{< x & >}} <!--more-->", "", []string{"<!--more-->"}},
		{"org", "a.org", "#+title: x\ntext\n# more\ntext\n# More\n#more\n#+more\n", "# more", []string{"# More", "#more", "#+more"}},
		{"org by its front matter", "a.md", "#+title: x\n<!--more-->\n", "", []string{"<!--more-->"}},
		{"org with yaml", "a.org", "---\n---\n# more\n<!--more-->", "<!--more-->", []string{"# more"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := Parse(tt.path, []byte(tt.src), nil)
			hugo, others := "", []string(nil)
			for _, v := range d.Dividers() {
				if got := d.Slice(v.Span); got != v.Text {
					t.Errorf("span %q of %q", got, v.Text)
				}
				if v.Hugo {
					hugo += v.Text
				} else {
					others = append(others, v.Text)
				}
			}
			if hugo != tt.hugo || strings.Join(others, "|") != strings.Join(tt.others, "|") {
				t.Errorf("hugo %q others %q, want %q and %q", hugo, others, tt.hugo, tt.others)
			}
		})
	}
}

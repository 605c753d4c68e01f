package source

import (
	"fmt"
	"strings"
	"testing"
)

func shortcodes(d *Document) string {
	var b strings.Builder
	for i, s := range d.Shortcodes() {
		fmt.Fprintf(&b, "%d %s depth=%d partner=%d", i, d.Slice(s.NameSpan), s.Depth, s.Partner)
		for _, flag := range []struct {
			on   bool
			name string
		}{{s.Markdown, "markdown"}, {s.Closing, "closing"}, {s.SelfClose, "self"}, {s.Inline, "inline"}} {
			if flag.on {
				b.WriteString(" " + flag.name)
			}
		}
		for _, p := range s.Params {
			fmt.Fprintf(&b, " [%s=%s|%s]", p.Name, p.Value, d.Slice(p.Span))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestShortcodes(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"positional", `x {{< a b "c d" 1.5 >}}`, "0 a depth=0 partner=-1 [=b|b] [=c d|c d] [=1.5|1.5]\n"},
		{"named", `x {{% a b="c d" e=f g=` + "`h\"`" + ` %}}`, "0 a depth=0 partner=-1 markdown [b=c d|c d] [e=f|f] [g=h\"|h\"]\n"},
		{"escaped quotes", `x {{< a "b \"c\" d" "\"e" >}}`, "0 a depth=0 partner=-1 [=b \"c\" d|b \\\"c\\\" d] [=\"e|\\\"e]\n"},
		{"empty value", `x {{< a b="" >}}`, "0 a depth=0 partner=-1 [b=|]\n"},
		{"a pair", "x {{< a >}}y{{< b >}}z{{< /a >}}", "0 a depth=0 partner=2\n1 b depth=1 partner=-1\n2 a depth=0 partner=0 closing\n"},
		{"nested", "x {{< a >}}{{% a %}}{{% /a %}}{{< /a >}}{{< c />}}", "0 a depth=0 partner=3\n1 a depth=1 partner=2 markdown\n2 a depth=1 partner=1 markdown closing\n3 a depth=0 partner=0 closing\n4 c depth=0 partner=-1 self\n"},
		{"inline", "x {{< t.inline >}}{{ now }}{{< /t.inline >}}", "0 t.inline depth=0 partner=1 inline\n1 t.inline depth=0 partner=0 closing inline\n"},
		{"over lines", "x {{< a\n  b=\"c\"\n>}}", "0 a depth=0 partner=-1 [b=c|c]\n"},
		{"namespaced", "x {{< n/a >}}", "0 n/a depth=0 partner=-1\n"},
		{"commented out", "x {{</* a */>}} {{%/* b */%}}", ""},
		{"templates are text", "x {{ .Title }} {{{ a }}}", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := Parse("a.md", []byte(tt.src), nil)
			if got := shortcodes(d); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if len(d.Problems()) > 0 {
				t.Errorf("problem: %+v", d.Problems()[0])
			}
			for _, s := range d.Shortcodes() {
				got := d.Slice(s.Span)
				if !strings.HasPrefix(got, "{{") || !strings.HasSuffix(got, "}}") || s.Name != d.Slice(s.NameSpan) {
					t.Errorf("span %q of %s", got, s.Name)
				}
			}
		})
	}
}

func TestShortcodeEscapes(t *testing.T) {
	d := Parse("a.md", []byte("x {{</* a */>}}y{{%/*\n b\n */%}} /* z */ {{</**/>}}"), nil)
	d.scan()
	var got []string
	for _, e := range d.escapes {
		got = append(got, d.Slice(e))
	}
	if s := strings.Join(got, " "); s != "/* */ /* */ /* */" {
		t.Errorf("escapes = %s", s)
	}
}

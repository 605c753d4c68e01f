package source

import (
	"fmt"
	"strings"
	"testing"

	"postlint/linter/text"
)

// views lists what the views of a body say, each with the source of its span.
func views(d *Document) []string {
	b := d.Body()
	var v []string
	add := func(format string, args ...any) { v = append(v, fmt.Sprintf(format, args...)) }
	for _, h := range b.Headings {
		add("h%d %q marker=%q setext=%t text=%q id=%s", h.Level, d.Slice(h.Span), d.Slice(h.Marker), h.Setext, h.Text, h.ID)
	}
	for _, l := range b.Links {
		add("link%d %q dest=%q as %q text=%q as %q title=%q image=%t", l.Kind, d.Slice(l.Span), l.Dest, d.Slice(l.DestSpan), l.Text, d.Slice(l.TextSpan), l.Title, l.HasImage)
	}
	for _, i := range b.Images {
		add("image%d %q dest=%q as %q alt=%q as %q title=%q", i.Kind, d.Slice(i.Span), i.Dest, d.Slice(i.DestSpan), i.Alt, d.Slice(i.AltSpan), i.Title)
	}
	for _, c := range b.CodeBlocks {
		add("code %q content=%q fenced=%t info=%q", d.Slice(c.Span), d.Slice(c.Content), c.Fenced, c.Info)
	}
	for _, s := range b.CodeSpans {
		add("span %q", d.Slice(s))
	}
	for _, p := range b.Paragraphs {
		add("p %q text=%q list=%t quote=%t table=%t", d.Slice(p.Span), p.Text, p.InList, p.InQuote, p.InTable)
	}
	for _, i := range b.ListItems {
		add("item %q marker=%q ordered=%t", d.Slice(i.Span), d.Slice(i.Marker), i.Ordered)
	}
	for _, t := range b.Tables {
		add("table %q columns=%d", d.Slice(t.Span), t.Columns)
	}
	for _, f := range b.Footnotes {
		var refs []string
		for _, r := range f.Refs {
			refs = append(refs, fmt.Sprintf("%s@%d", d.Slice(r), r.Start))
		}
		add("footnote %q label=%s id=%s refs=%s", d.Slice(f.Span), f.Label, f.ID, strings.Join(refs, ","))
	}
	for _, r := range b.RawHTML {
		add("html %q block=%t", d.Slice(r.Span), r.Block)
	}
	for _, c := range b.Comments {
		add("comment %q", d.Slice(c))
	}
	for _, def := range b.Definitions {
		add("def %q label=%q dest=%q as %q", d.Slice(def.Span), def.Label, def.Dest, d.Slice(def.DestSpan))
	}
	return v
}

// kind keeps the views of one kind.
func kind(views []string, prefix string) []string {
	var v []string
	for _, s := range views {
		if strings.HasPrefix(s, prefix) {
			v = append(v, s)
		}
	}
	return v
}

func checkViews(t *testing.T, src, prefix string, want ...string) {
	t.Helper()
	d := Parse("a.md", []byte(src), nil)
	got := kind(views(d), prefix)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q\n got %s\nwant %s", src, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func TestBodyOffsets(t *testing.T) {
	d := Parse("a.md", []byte("---\ntitle: x\n---\n# Đầu *đề*\n\nBa [bốn](năm.md).\n"), nil)
	checkViews(t, string(d.Src), "h1", `h1 "# Đầu *đề*" marker="#" setext=false text="Đầu đề" id=đầu-đề`)
	checkViews(t, string(d.Src), "link", `link0 "[bốn](năm.md)" dest="năm.md" as "năm.md" text="bốn" as "bốn" title="" image=false`)
}

func TestOtherMarkupsHaveNoViews(t *testing.T) {
	for _, path := range []string{"a.org", "a.html", "a.adoc"} {
		d := Parse(path, []byte("# x\n\n[a](b)\n"), nil)
		if v := views(d); len(v) > 0 {
			t.Errorf("%s: %q", path, v)
		}
	}
	if d := Parse("a.org", []byte("---\nmarkup: md\n---\n[a](b)\n"), nil); d.Markup == MarkupMarkdown && len(d.Links()) != 1 {
		t.Error("a body with markup: md has no links")
	}
}

func TestTexts(t *testing.T) {
	for src, want := range map[string]string{
		"a *b* `c` [d](e \"f\") <b>g</b> <https://h> ![i](j)":       "a |b| | |d| |g| | |i",
		"don't \"quote\" -- it... end":                              "don't \"quote\" -- it... end",
		"a {{< b \"c\" >}} d":                                       "a | d",
		"# x {#y}\n\n| a | b |\n|---|---|\n| c | `d` |\n":           "x|a|b|c",
		"x\n\n- one\n  two\n\n> three\n> four":                      "x|one|two|three|four",
		"    code\n\n```\ncode\n```\n\n<div>html</div>\n\n[a]: b\n": "",
	} {
		d := Parse("a.md", []byte(src), nil)
		var got []string
		for _, s := range d.Texts() {
			got = append(got, d.Slice(s))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", src, strings.Join(got, "|"), want)
		}
	}
}

func TestTooLarge(t *testing.T) {
	for name, src := range map[string]string{
		"size":   strings.Repeat("text\n", maxBodySize/5+1),
		"quotes": strings.Repeat(">", maxBodyDepth+1) + "x",
		"lists":  "x\n" + strings.Repeat("- ", maxBodyDepth+1) + "x",
		"both":   strings.Repeat("> 1. ", maxBodyDepth) + "x",
		// On these goldmark takes minutes for a few hundred kilobytes.
		"brackets":    "x\n\n" + strings.Repeat("[a](", maxBodySize/8),
		"quotes in":   "x\n\n" + strings.Repeat("\"", maxBodySize/2),
		"headings":    strings.Repeat("# x\n", maxBodySize/8),
		"definitions": strings.Repeat("[a]: b\n", maxBodySize/8),
	} {
		b := Parse("a.md", []byte(src), nil).Body()
		if !b.TooLarge || len(b.Paragraphs) > 0 {
			t.Errorf("%s: not too large, %d paragraphs", name, len(b.Paragraphs))
		}
	}
	for name, src := range map[string]string{
		"a rule":     strings.Repeat("-", 4*maxBodyDepth),
		"a sentence": strings.Repeat("long words, ", maxBodyDepth),
		"dots":       strings.Repeat(".", 4*maxBodyDepth),
		"stars":      strings.Repeat("*", 4*maxBodyDepth),
		"a list":     "x\n\n" + strings.Repeat("* [a](b) *c*\n", 4*maxBodyDepth),
		"a table":    "|a|\n|---|\n" + strings.Repeat("| [a](b) \"c\" |\n", 4*maxBodyDepth),
		"paragraphs": "x\n\n" + strings.Repeat("[a](b) don't \"c\"\n\n", 4*maxBodyDepth),
	} {
		if Parse("a.md", []byte(src), nil).Body().TooLarge {
			t.Errorf("%s: too large", name)
		}
	}
}

func TestInCode(t *testing.T) {
	for _, tt := range []struct {
		src  string
		want bool
	}{
		{"{P}", false},
		{"a\n\n{P}\n\nb", false},
		{"`{P}`", true},
		{"a `b` {P} `c`", false},
		{"a `b {P}\nc` d", true},
		{"```\n{P}\n```", true},
		{"```\na\n```\n\n{P}\n", false},
		{"~~~\n\n{P}\n", true},
		{"    {P}\n", true},
		{"a\n    {P}\n", false},
		{"\t{P}\n", true},
		{"- a\n\n      {P}\n", true},
		{"- a\n\n    {P}\n", false},
		{"> ```\n> {P}\n", true},
		{"> ```\n> a\n\n{P}\n", false},
		{"a ` b\n\n{P}\n\nc `", false},
	} {
		for place, markup := range map[string]string{"a shortcode": "{{< x >}}", "Hugo's divider": "<!--more-->", "a lookalike": "<!-- more -->"} {
			d := Parse("a.md", []byte("x\n\n"+strings.ReplaceAll(tt.src, "{P}", markup)), nil)
			var got bool
			switch {
			case len(d.Shortcodes()) == 1:
				got = d.Shortcodes()[0].InCode
			case len(d.Dividers()) == 1:
				got = d.Dividers()[0].InCode
			default:
				t.Fatalf("%q: no %s", d.Src, place)
			}
			if got != tt.want {
				t.Errorf("%q: %s in code = %t, want %t", d.Src, place, got, tt.want)
			}
		}
	}
}

func spansOf(b *Body) (all []text.Span) {
	for _, v := range b.Headings {
		all = append(all, v.Span, v.Marker)
	}
	for _, v := range b.Links {
		all = append(all, v.Span, v.DestSpan, v.TextSpan)
	}
	for _, v := range b.Images {
		all = append(all, v.Span, v.DestSpan, v.AltSpan)
	}
	for _, v := range b.CodeBlocks {
		all = append(all, v.Span, v.Content)
	}
	for _, v := range b.Paragraphs {
		all = append(all, v.Span)
	}
	for _, v := range b.ListItems {
		all = append(all, v.Span, v.Marker)
	}
	for _, v := range b.Tables {
		all = append(all, v.Span)
	}
	for _, v := range b.Footnotes {
		all = append(append(all, v.Span), v.Refs...)
	}
	for _, v := range b.RawHTML {
		all = append(all, v.Span)
	}
	for _, v := range b.Definitions {
		all = append(all, v.Span, v.DestSpan)
	}
	return append(append(append(all, b.CodeSpans...), b.Comments...), b.Texts...)
}

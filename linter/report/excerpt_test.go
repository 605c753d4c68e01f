package report

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"postlint/linter/source"
	"postlint/linter/text"
)

// TestExcerpt marks the part of each line between « and ».
func TestExcerpt(t *testing.T) {
	for _, test := range []struct{ name, line, text, marker string }{
		{"plain", "a «bc» d", "a bc d", "  ^^"},
		{"empty span", "ab«»c", "abc", "  ^"},
		{"end of the line", "ab«»", "ab", "  ^"},
		{"empty line", "«»", "", "^"},
		{"tab before", "\tx«y»", "    xy", "     ^"},
		{"tab stop", "ab\t«y»", "ab  y", "    ^"},
		{"wide", "漢字«漢»a", "漢字漢a", "    ^^"},
		{"combining marks", "e\u0301«e\u0323\u0302»a", "e\u0301e\u0323\u0302a", " ^"},
		{"half of a character", "x«e»\u0301", "xe\u0301", " ^"},
		{"joined emoji", "👩‍👩‍👧«a»", "👩‍👩‍👧a", "  ^"},
		{"flag", "🇻🇳«a»", "🇻🇳a", "  ^"},
		{"zero width space", "a«\u200b»b", "a<U+200B>b", " ^^^^^^^^"},
		{"bidi override", "«\u202e»b", "<U+202E>b", "^^^^^^^^"},
		{"escape", "\x1b[«3»1m", "<U+001B>[31m", strings.Repeat(" ", 9) + "^"},
		{"not UTF-8", "a«\xff»b", "a<FF>b", " ^^^^"},
		{"lone mark", "«\u0301»b", "◌\u0301b", "^"},
	} {
		start := strings.Index(test.line, "«")
		end := strings.Index(test.line, "»") - len("«")
		src := strings.NewReplacer("«", "", "»", "").Replace(test.line)
		doc := &source.Document{Src: []byte(src), Lines: text.NewLines([]byte(src))}
		e := excerptOf(doc, text.Span{Start: start, End: end}, 80)
		marker := strings.Repeat(" ", e.indent) + strings.Repeat("^", e.width)
		if e.text != test.text || marker != test.marker {
			t.Errorf("%s:\n%q\n%q, want\n%q\n%q", test.name, e.text, marker, test.text, test.marker)
		}
	}
}

// TestExcerptFits cuts long lines at every place and measures what is left.
func TestExcerptFits(t *testing.T) {
	src := []byte(strings.Repeat("chữ 漢字 👩‍👩‍👧\t", 3000))
	doc := &source.Document{Src: src, Lines: text.NewLines(src)}
	const columns = 60
	for at := 0; at < len(src); at += 97 {
		for _, length := range []int{0, 3, 200, 9000} {
			span := text.Span{Start: at, End: min(at+length, len(src))}
			e := excerptOf(doc, span, columns)
			if w := displaywidth.String(e.text); w > columns {
				t.Fatalf("at %v: %d columns: %q", span, w, e.text)
			}
			if e.indent < 0 || e.width < 1 || e.indent+e.width > columns+1 {
				t.Fatalf("at %v: marker from %d, %d wide, under %q", span, e.indent, e.width, e.text)
			}
		}
	}
}

func TestVisible(t *testing.T) {
	for s, want := range map[string]string{
		"chữ é":     "chữ é",
		"a\nb":      "a<U+000A>b",
		"\x1b[0m":   "<U+001B>[0m",
		"a\u2066b":  "a<U+2066>b",
		"\xc3(":     "<C3>(",
		"\u00adx":   "<U+00AD>x",
		"\uFFFD ok": "\uFFFD ok",
	} {
		if got := Visible(s); got != want {
			t.Errorf("Visible(%q) = %q, want %q", s, got, want)
		}
	}
}

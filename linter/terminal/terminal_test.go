package terminal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = "# khóa-bị-nuốt\n\n" +
	"Trong TOML một bảng **kéo dài** tới bảng sau, `draft` nằm *dưới* [bảng ảnh](https://example.org/a) là của bảng ảnh.\n" +
	"Cứng\\\nxuống &amp; hàng \\*sao\\*, <https://example.org> <b>x</b>.\n\n" +
	"## Lỗi\n\n```md\n+++\n\ttitle = \"x\"\n\n+++\n```\n\n" +
	"- một mục dài để xuống hàng ở đâu đó trong dòng\n- hai\n  1. con\n  2. con nữa\n\n" +
	"> trích dẫn dài để xuống hàng ở đâu đó\n>\n> đoạn hai\n\n---\n\n" +
	"| luật | nghĩa |\n|---|---|\n| a `b` | một ô dài để xuống hàng ở đâu đó |\n| 漢字 | c |\n"

func markdown(t *testing.T, src string, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := Markdown(&b, src, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	const want = "khóa-bị-nuốt\n\n" +
		"Trong TOML một bảng kéo dài tới bảng\n" +
		"sau, `draft` nằm dưới bảng ảnh\n" +
		"(https://example.org/a) là của bảng ảnh.\n" +
		"Cứng\nxuống & hàng *sao*, https://example.org\n<b>x</b>.\n\n" +
		"Lỗi\n\n" +
		"    +++\n        title = \"x\"\n\n    +++\n\n" +
		"- một mục dài để xuống hàng ở đâu đó\n  trong dòng\n- hai\n  1. con\n  2. con nữa\n\n" +
		"│ trích dẫn dài để xuống hàng ở đâu đó\n│\n│ đoạn hai\n\n───\n\n" +
		"luật   nghĩa\n" +
		"a `b`  một ô dài để xuống hàng ở đâu đó\n" +
		"漢字   c\n"
	if diff := cmp.Diff(want, markdown(t, sample, Options{Width: 40})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestColors(t *testing.T) {
	for src, want := range map[string]string{
		"# a b":               "\x1b[1;4ma\x1b[0m\x1b[1;4m \x1b[0m\x1b[1;4mb\x1b[0m\n",
		"## a":                "\x1b[1ma\x1b[0m\n",
		"a `b`":               "a \x1b[36mb\x1b[0m\n",
		"*a* **b** ***c***":   "\x1b[3ma\x1b[0m \x1b[1mb\x1b[0m \x1b[3;1mc\x1b[0m\n",
		"[a](b)":              "\x1b[4ma\x1b[0m \x1b[2m(b)\x1b[0m\n",
		"[a](a)":              "\x1b[4ma\x1b[0m\n",
		"<https://e.org>":     "\x1b[4mhttps://e.org\x1b[0m\n",
		"```\na\n\n b\n```\n": "    \x1b[36ma\x1b[0m\n\n    \x1b[36m b\x1b[0m\n",
	} {
		if diff := cmp.Diff(want, markdown(t, src, Options{Color: true})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", src, diff)
		}
	}
}

// TestWidths asks that colours change nothing but colours and backquotes, that
// no line is wider than the terminal unless one word is, and that none ends
// with a blank.
func TestWidths(t *testing.T) {
	for width := 30; width < 130; width++ {
		coloured := bare(markdown(t, sample, Options{Width: width, Color: true}))
		for _, out := range []string{coloured, markdown(t, sample, Options{Width: width})} {
			if strings.ContainsRune(out, '\x1b') {
				t.Fatalf("escape sequence in %q", out)
			}
			for line := range strings.Lines(out) {
				line = strings.TrimSuffix(line, "\n")
				if Columns(line) > width && strings.Contains(strings.TrimSpace(line), " ") {
					t.Errorf("width %d: %d columns: %s", width, Columns(line), line)
				}
				if strings.TrimRight(line, " ") != line {
					t.Errorf("width %d: blank at the end of %q", width, line)
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"một hai ba", 7, "một hai|ba"},
		{"một hai ba", 0, "một hai ba"},
		{"một  hai\n\tba", 0, "một hai ba"},
		{"e\u0301e\u0301 e\u0301", 2, "e\u0301e\u0301|e\u0301"}, // accents take no column
		{"漢字漢字", 4, "漢字|漢字"},
		{"ab漢字", 5, "ab漢|字"},
		{"👩‍👩‍👧 👩‍👩‍👧", 4, "👩‍👩‍👧|👩‍👩‍👧"},
		{"see https://example.org/long now", 10, "see|https://example.org/long|now"},
		{"10\u00a0km more", 6, "10\u00a0km|more"},
		{"red \x1b[31m\u202e", 80, "red \uFFFD[31m\uFFFD"},
	} {
		if got := strings.Join(Wrap(test.text, test.width), "|"); got != test.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestTable(t *testing.T) {
	header := []string{"TỪ", "B", "NGHĨA"}
	rows := [][]string{{"漢字", "", "một hai ba bốn năm sáu bảy"}, {"a", "xyz"}, {"dài hơn"}}
	for _, test := range []struct {
		o    Options
		want string
	}{
		{Options{}, "TỪ       B    NGHĨA\n漢字          một hai ba bốn năm sáu bảy\na        xyz\ndài hơn\n"},
		{Options{Width: 41}, "TỪ       B    NGHĨA\n漢字          một hai ba bốn năm sáu bảy\na        xyz\ndài hơn\n"},
		{Options{Width: 30}, "TỪ       B\n    NGHĨA\n漢字\n    một hai ba bốn năm sáu bảy\na        xyz\ndài hơn\n"},
		{Options{Width: 10}, "TỪ       B\n    NGHĨA\n漢字\n    một hai ba bốn năm\n    sáu bảy\na        xyz\ndài hơn\n"},
		{Options{Color: true}, "\x1b[1mTỪ\x1b[0m       \x1b[1mB\x1b[0m    \x1b[1mNGHĨA\x1b[0m\n漢字          một hai ba bốn năm sáu bảy\na        xyz\ndài hơn\n"},
	} {
		var b strings.Builder
		if err := Table(&b, header, rows, test.o); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, b.String()); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.o, diff)
		}
	}
}

func TestTableWraps(t *testing.T) {
	var b strings.Builder
	if err := Table(&b, []string{"A", "B"}, [][]string{{"x", strings.Repeat("chữ ", 20)}}, Options{Width: 44}); err != nil {
		t.Fatal(err)
	}
	const want = "A  B\nx  chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ\n   chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// FuzzMarkdown writes any text without a control character of its own.
func FuzzMarkdown(f *testing.F) {
	f.Add(sample)
	f.Add("\x1b]8;;x\x07 `\x1b[2J` <b\x1b>\n\n    \x9b\n\n| \x1b |\n|-|\n")
	f.Fuzz(func(t *testing.T, src string) {
		out := markdown(t, src, Options{Width: 40})
		for _, r := range out {
			if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 {
				t.Fatalf("%q gives %q", src, out)
			}
		}
	})
}

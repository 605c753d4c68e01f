package source

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/parser/pageparser"
)

// wholeHead returns the front matter as it is read when the parser gets the
// whole file.
func wholeHead(src []byte) *Document {
	d := &Document{Path: "a.md", Src: src, Markup: MarkupMarkdown, BodyStart: len(src)}
	defer d.guard()
	if d.lexing, d.lexed = d.chooseLexing(); d.lexed {
		items, _ := pageparser.ParseBytes(src, d.lexing)
		d.readFrontMatter(items)
	}
	return d
}

// checkHead compares the head that is read alone with the one that is read
// with the rest of the file.
func checkHead(t *testing.T, src []byte) {
	t.Helper()
	got, want := Parse("a.md", src, nil), wholeHead(src)
	if got.BodyStart != want.BodyStart || got.FrontMatter.Format != want.FrontMatter.Format ||
		got.FrontMatter.Span != want.FrontMatter.Span || got.FrontMatter.Content != want.FrontMatter.Content ||
		!reflect.DeepEqual(got.FrontMatter.Values, want.FrontMatter.Values) || !reflect.DeepEqual(got.headProblems, want.problems) {
		t.Errorf("%q: body at %d, front matter %v %v, problems %v;\nwith the whole file %d, %v %v, %v", src,
			got.BodyStart, got.FrontMatter.Format, got.FrontMatter.Span, got.headProblems,
			want.BodyStart, want.FrontMatter.Format, want.FrontMatter.Span, want.problems)
	}
}

// headPieces are what decides where front matter begins and ends.
var headPieces = []string{
	"---", "+++", "-- ", "--- foo", "---\n", "+++\n", "---\r\n", "\r", "\n", "\n\n", " ", "\ufeff", "title: a\n", "title = 'a'\n",
	"a: |\n  ---\n", "# +++\n", "text", "{{< x >}}", "{{</* x */>}}", "<!--more-->", "{\"a\": 1}", "#+title: a\n", "\x00", "\xff",
}

// The head of a file does not depend on what comes after it.
func TestHeadAlone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		b.WriteString([]string{"", "---\n", "+++\n", "---\r\n", "\ufeff---\n", "\n +++\n"}[random.IntN(6)])
		for range random.IntN(9) {
			b.WriteString(headPieces[random.IntN(len(headPieces))])
		}
		checkHead(t, []byte(b.String()))
		if t.Failed() {
			return
		}
	}
}

func FuzzHead(f *testing.F) {
	for _, opening := range headPieces {
		f.Add([]byte(opening + "title: a\n" + opening + "\ntext"))
	}
	f.Fuzz(func(t *testing.T, src []byte) { checkHead(t, src) })
}

package change

import (
	"strings"
	"testing"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// at is a finding at a text of a document, the first of it.
func at(doc *source.Document, mark, message string, args ...any) lint.Diagnostic {
	start := strings.Index(string(doc.Src), mark)
	return lint.Diagnostic{Span: text.Span{Start: start, End: start + len(mark)}, Message: lint.Msg(message, args...)}
}

func TestTouches(t *testing.T) {
	const old = "---\ntitle: A\ndate: 2026-01-01\nlist:\n  - a\n  - b\nx:\n  y: 1\n  z: 2\n---\n\none\n\ntwo\n\nthree\n"
	with := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(old) }
	for _, c := range []struct {
		name, new string
		touched   string // marks of findings that are the change's
		not       string
	}{
		{"nothing", old, "", "title|one|---"},
		{"another line", with("two", "twice"), "twice", "one|three|title"},
		{"line ends", strings.ReplaceAll(old, "\n", "\r\n"), "", "title|one|three"},
		{"a line more", with("two\n", "two\nmore\n"), "more", "one|two|three"},
		{"a line less", with("two\n", ""), "", "one|three|title"},
		{"a paragraph that moved", with("one\n\n", "", "three\n", "three\n\none\n"), "", "one|two|three"},
		{"a paragraph that moved and changed", with("one\n\n", "", "three\n", "three\n\none.\n"), "one.", "two|three"},
		{"a finding over several lines", with("two", "twice"), "one\n\ntwice", "one"},
		{"an element of a list", with("- b", "- c"), "- a|- c|list", "title|y: 1"},
		{"a key of a table", with("y: 1", "y: 3"), "y: 3", "z: 2|x:|title|- a"},
		{"keys in another order", with("title: A\ndate: 2026-01-01\n", "date: 2026-01-01\ntitle: A\n"), "", "title|date|2026-01-01"},
		{"another letter case of a key", with("title", "Title"), "Title", "date"},
	} {
		doc := source.Parse("a.md", []byte(c.new), nil)
		w := compare("a.md", []byte(old), doc)
		for _, mark := range strings.Split(c.touched, "|") {
			if mark != "" && !w.touches(at(doc, mark, "")) {
				t.Errorf("%s: does not touch %q", c.name, mark)
			}
		}
		for _, mark := range strings.Split(c.not, "|") {
			if mark != "" && w.touches(at(doc, mark, "")) {
				t.Errorf("%s: touches %q", c.name, mark)
			}
		}
	}
}

// A finding at the start of the front matter is about the keys that it names.
func TestTouchesMissingKey(t *testing.T) {
	old := "---\ntitle: A\ndate: 2026-01-01\n---\n"
	doc := source.Parse("a.md", []byte("---\ntitle: A\n---\n"), nil)
	w := compare("a.md", []byte(old), doc)
	for message, want := range map[string]bool{"date": true, `"author" and "date"`: true, "author": false, "update": false, "dates": false} {
		if got := w.touches(at(doc, "---", "the post has no %s", message)); got != want {
			t.Errorf("a finding about %s: %v, want %v", message, got, want)
		}
		if w.touches(at(doc, "A", "the post has no %s", message)) {
			t.Errorf("a finding elsewhere about %s is the change's", message)
		}
	}
	nested := lint.Diagnostic{Span: text.Span{End: 3}, Message: lint.Msg("%s", lint.Msg("no %q", "Date"))}
	if !w.touches(nested) {
		t.Error("a message within a message is not read")
	}
}

func TestWrittenLines(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"a b", "a b", ""}, {"", "a", "a"}, {"a b c", "c b a", ""}, {"a b", "b a a", "a"}, {"a", "a a", "a"}, {"x a", "a y", "y"},
	} {
		new := strings.Fields(c.new)
		var written []string
		for i, w := range writtenLines(strings.Fields(c.old), new) {
			if w {
				written = append(written, new[i])
			}
		}
		if got := strings.Join(written, " "); got != c.want {
			t.Errorf("%q to %q: %q was written, want %q", c.old, c.new, got, c.want)
		}
	}
}

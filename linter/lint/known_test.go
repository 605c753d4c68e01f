package lint

import (
	"fmt"
	"testing"

	"postlint/linter/source"
	"postlint/linter/text"
)

func TestKnown(t *testing.T) {
	found := func(messages ...string) (ds []Diagnostic) {
		for _, m := range messages {
			ds = append(ds, Diagnostic{Message: Msg("%s", m)})
		}
		return ds
	}
	same := func(Diagnostic) string { return "f" }
	for _, c := range []struct {
		name  string
		known []string
		found []string
		want  string
	}{
		{"none known", nil, []string{"a"}, "[false]"},
		{"the first ones", []string{"a"}, []string{"a", "a"}, "[true false]"},
		{"what says the same goes before what is first", []string{"b"}, []string{"a", "b"}, "[false true]"},
		{"what a message counts may change", []string{"in 3 posts", "x"}, []string{"in 4 posts", "x", "y"}, "[true true false]"},
	} {
		var k Known
		for _, m := range c.known {
			k.Add("f", m)
		}
		if got := fmt.Sprint(k.Take(found(c.found...), same)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	var k Known
	k.Add("f", "a")
	k.Add("g", "b")
	k.Take(found("c"), same)
	if k.Left("f", "a") || !k.Left("g", "b") || k.Left("g", "b") {
		t.Error("what is left is not what has not come again")
	}
}

func TestFingerprint(t *testing.T) {
	print := func(src, mark, message string) string {
		doc := source.Parse("a.md", []byte(src), nil)
		start := len(src) - len(mark)
		for start > 0 && src[start:start+len(mark)] != mark {
			start--
		}
		d := Diagnostic{Rule: "r", Span: text.Span{Start: start, End: start + len(mark)}, Message: Msg("%s", message)}
		return d.Fingerprint("a.md", doc)
	}
	base := print("---\ntitle: a\n---\nSee [x](/y/).\n", "/y/", "m")
	for name, other := range map[string]string{
		"elsewhere":         print("---\ntitle: b\n---\n\nNew.\n\n  See  [x](/y/).\n", "/y/", "m"),
		"another message":   print("---\ntitle: a\n---\nSee [x](/y/).\n", "/y/", "m 2"),
		"another line end":  print("---\r\ntitle: a\r\n---\r\nSee [x](/y/).\r\n", "/y/", "m"),
		"the end of a file": print("See [x](/y/).", "/y/", "m"),
	} {
		if other != base {
			t.Errorf("%s: another fingerprint", name)
		}
	}
	for name, other := range map[string]string{
		"another mark": print("---\ntitle: a\n---\nSee [x](/y/).\n", "x", "m"),
		"another line": print("---\ntitle: a\n---\nRead [x](/y/).\n", "/y/", "m"),
	} {
		if other == base {
			t.Errorf("%s: the same fingerprint", name)
		}
	}
	if print("---\n", "---", "no title") == print("---\n", "---", "no date") {
		t.Error("two missing keys have one fingerprint")
	}
}

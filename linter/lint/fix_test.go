package lint

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// blog loads a site of posts, by name below content/posts.
func blog(t *testing.T, posts map[string]string) func(overlay map[string][]byte) (*site.Index, error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content", "posts"), 0o777); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"hugo.toml": ""}
	for name, src := range posts {
		files["content/posts/"+name] = src
	}
	for name, src := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return func(overlay map[string][]byte) (*site.Index, error) {
		return site.Load(site.Options{Dir: dir, Now: time.Date(2026, 1, 15, 0, 0, 0, 0, time.UTC), Overlay: overlay})
	}
}

// replacer is a rule that replaces words.
type replacer struct {
	Old, New string
	Unsafe   bool
}

func (r replacer) Check(p *Pass) {
	for at := 0; ; {
		i := bytes.Index(p.Src[at:], []byte(r.Old))
		if i < 0 {
			return
		}
		span := text.Span{Start: at + i, End: at + i + len(r.Old)}
		at = span.End
		p.Report(Diagnostic{Span: span, Message: Msg("%q", r.Old), Fixes: []Fix{{Title: Msg("Use %q", r.New), Unsafe: r.Unsafe, Edits: []text.Edit{text.Replace(span, r.New)}}}})
	}
}

func rule(name string, c Checker) Rule { return Rule{Name: name, Severity: Error, Checker: c} }

// fixAll applies rules to a blog and returns its posts afterwards.
func fixAll(t *testing.T, unsafe bool, posts map[string]string, rules ...Rule) (map[string]string, *FixReport) {
	t.Helper()
	load := blog(t, posts)
	run := func(x *site.Index) ([]Diagnostic, []error) {
		return Run(x, Plan{Rules: func(*site.Page) []Rule { return rules }})
	}
	x, err := load(nil)
	if err != nil {
		t.Fatal(err)
	}
	found, errs := run(x)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	report, errs := (&Fixer{Unsafe: unsafe, Load: load, Run: run}).Fix(x, found)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	after := map[string]string{}
	for _, p := range report.Index.Pages {
		after[p.Document.Path[len("content/posts/"):]] = string(p.Src)
	}
	return after, report
}

func TestFix(t *testing.T) {
	for _, c := range []struct {
		name   string
		unsafe bool
		src    string
		rules  []Rule
		want   string
		fixed  int
		left   int
	}{
		{"two rules, two places", false, "one two", []Rule{rule("a", replacer{Old: "one", New: "1"}), rule("b", replacer{Old: "two", New: "2"})}, "1 2", 2, 0},
		{"unsafe ones wait to be asked for", false, "one two", []Rule{rule("a", replacer{Old: "one", New: "1"}), rule("b", replacer{Old: "two", New: "2", Unsafe: true})}, "1 two", 1, 1},
		{"and are applied then", true, "one two", []Rule{rule("a", replacer{Old: "one", New: "1"}), rule("b", replacer{Old: "two", New: "2", Unsafe: true})}, "1 2", 2, 0},
		{"the first of two that overlap wins, the other finds nothing", false, "abc", []Rule{rule("a", replacer{Old: "ab", New: "x"}), rule("b", replacer{Old: "bc", New: "y"})}, "xc", 1, 0},
		{"one that must wait is made in the next round", false, "abc", []Rule{rule("a", replacer{Old: "ab", New: "b"}), rule("b", replacer{Old: "bc", New: "y"})}, "y", 2, 0},
		{"the same edit of two rules is made once", false, "ab", []Rule{rule("a", replacer{Old: "ab", New: "x"}), rule("b", replacer{Old: "ab", New: "x"})}, "x", 2, 0},
		{"one fix leads to the next", false, "a", []Rule{rule("a", replacer{Old: "a", New: "b"}), rule("b", replacer{Old: "b", New: "c"})}, "c", 2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			// The front matter has none of the letters.
			after, report := fixAll(t, c.unsafe, map[string]string{"p.md": "---\n---\n" + c.src}, c.rules...)
			if got := after["p.md"]; got != "---\n---\n"+c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if len(report.Fixed) != c.fixed || len(report.Left) != c.left || report.Unsettled {
				t.Errorf("%d fixed, %d left, unsettled %v; want %d and %d", len(report.Fixed), len(report.Left), report.Unsettled, c.fixed, c.left)
			}
		})
	}
}

// A fix after which Hugo could not read the file is left out, and those beside it are made.
func TestFixBreaksNothing(t *testing.T) {
	src := "+++\ntitle = \"word\"\n+++\nother\n"
	after, report := fixAll(t, false, map[string]string{"p.md": src},
		rule("a", replacer{Old: "\"word\"", New: "word"}), rule("b", replacer{Old: "other", New: "a text"}))
	if want := strings.Replace(src, "other", "a text", 1); after["p.md"] != want {
		t.Errorf("got %q, want %q", after["p.md"], want)
	}
	if len(report.Left) != 1 || report.Left[0].Rule != "a" {
		t.Errorf("left are %v, want the fix that breaks the file", report.Left)
	}
}

// Fixes that never end are given up, and that is said.
func TestFixUnsettled(t *testing.T) {
	after, report := fixAll(t, false, map[string]string{"p.md": "---\n---\na"}, rule("a", replacer{Old: "a", New: "aa"}))
	if !report.Unsettled {
		t.Error("the fixer says that it is done")
	}
	if n := strings.Count(after["p.md"], "a"); n != 1<<Rounds {
		t.Errorf("%d letters after %d rounds, want %d", n, Rounds, 1<<Rounds)
	}
}

// What was changed and changed back is no change.
func TestFixThereAndBack(t *testing.T) {
	_, report := fixAll(t, false, map[string]string{"p.md": "---\n---\nx1"},
		rule("a", onlyIn{"x1", "y1"}), rule("b", onlyIn{"y1", "x2"}), rule("c", onlyIn{"x2", "x1 "}), rule("d", onlyIn{"x1 ", "x1"}))
	for _, f := range report.Files {
		if bytes.Equal(f.Old, f.New) {
			t.Errorf("%s is said to change and does not", f)
		}
	}
}

// onlyIn replaces the body when it is just that.
type onlyIn struct{ Old, New string }

func (o onlyIn) Check(p *Pass) {
	if span := (text.Span{Start: p.BodyStart, End: len(p.Src)}); p.Slice(span) == o.Old {
		p.Report(Diagnostic{Span: span, Message: Msg("%s", o.Old), Fixes: []Fix{{Title: Msg("Use it"), Edits: []text.Edit{text.Replace(span, o.New)}}}})
	}
}

// Files come sorted, each with what it was and what it is to be.
func TestFixFiles(t *testing.T) {
	posts := map[string]string{}
	for i := range 20 {
		posts[fmt.Sprintf("p%02d.md", i)] = fmt.Sprintf("---\n---\na%d", i)
	}
	posts["q.md"] = "---\n---\nnothing"
	_, report := fixAll(t, false, posts, rule("a", replacer{Old: "a", New: "x"}), rule("b", replacer{Old: "x", New: "y"}))
	var names []string
	for _, f := range report.Files {
		names = append(names, f.Path)
		if want := strings.Replace(string(f.Old), "a", "y", 1); string(f.New) != want {
			t.Errorf("%s becomes %q, want %q", f.Path, f.New, want)
		}
	}
	if len(names) != 20 || !slices.IsSorted(names) {
		t.Errorf("the files are %q", names)
	}
}

// merge, whatever the edits are, gives a file with all of the fixes it names.
func FuzzMerge(f *testing.F) {
	f.Add("abcdef", uint8(0), uint8(2), "x", uint8(1), uint8(3), "y")
	f.Add("abcdef", uint8(2), uint8(2), "x", uint8(2), uint8(2), "y")
	f.Fuzz(func(t *testing.T, src string, a1, a2 uint8, s1 string, b1, b2 uint8, s2 string) {
		doc := source.Parse("p.md", []byte(src), nil)
		edit := func(start, end uint8, s string) text.Edit {
			return text.Replace(text.Span{Start: int(start), End: int(end)}, s)
		}
		edits := []text.Edit{edit(a1, a2, s1), edit(b1, b2, s2)}
		var ds []Diagnostic
		for _, e := range edits {
			ds = append(ds, Diagnostic{Fixes: []Fix{{Title: Msg("x"), Edits: []text.Edit{e}}}})
		}
		got, applied := merge(doc, ds, false)
		if len(applied) == 0 {
			if got != nil {
				t.Errorf("no fix is applied, and the result is %q", got)
			}
			return
		}
		var done []text.Edit
		for _, d := range applied {
			done = union(done, d.Fixes[0].Edits)
		}
		want, err := text.Apply(doc.Src, done)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("got %q, want %q (%v)", got, want, err)
		}
	})
}

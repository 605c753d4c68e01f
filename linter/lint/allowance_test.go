package lint

import (
	"strings"
	"testing"

	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

func TestAllowances(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      string // the words "bad" that are reported, by number from 1
		used      string // the allowances that were used, by rule
	}{
		{"none", "bad bad", "12", ""},
		{"the next line", "<!-- postlint:allow a: reason -->\nbad\nbad", "2", "a"},
		{"past blank lines", "<!-- postlint:allow a -->\n\n\nbad\nbad", "2", "a"},
		{"its own line", "bad <!-- postlint:allow a -->", "", "a"},
		{"its own line, after it", "<!-- postlint:allow a --> bad", "", "a"},
		{"another rule", "<!-- postlint:allow b -->\nbad", "1", ""},
		{"two rules", "<!-- postlint:allow b, a: reason -->\nbad", "", "a"},
		{"two rules by blanks", "<!-- postlint:allow b a -->\nbad", "", "a"},
		{"the last line", "<!-- postlint:allow a -->\nbad", "", "a"},
		{"over several lines", "<!-- postlint:allow a:\nwhy\n-->\nbad\nbad", "2", "a"},
		{"not closed", "<!-- postlint:allow a\nbad", "1", ""},
		{"in code", "`<!-- postlint:allow a -->`\nbad", "1", ""},
		{"in a code block", "~~~\n<!-- postlint:allow a -->\n~~~\nbad", "1", ""},
		{"CRLF", "<!-- postlint:allow a -->\r\nbad\r\nbad", "2", "a"},
		{"front matter list", "+++\n[postlint]\nallow = [\"a\"]\n+++\nbad\nbad", "", "a"},
		{"front matter text", "---\npostlint:\n  allow: a\n---\nbad", "", "a"},
		{"below params", "---\nparams:\n  postlint:\n    allow: [b, a]\n---\nbad", "", "a"},
		{"comment in front matter", "---\n# postlint:allow a\ntitle: bad\nx: bad\n---\nbad", "23", "a"},
		{"hash in the body", "# postlint:allow a\nbad", "1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			load := blog(t, map[string]string{"p.md": c.src})
			x, err := load(nil)
			if err != nil {
				t.Fatal(err)
			}
			var used string
			rules := []Rule{rule("a", replacer{Old: "bad", New: "good"}), {Name: "z", Last: true, Checker: watcher{&used}}}
			found, errs := Run(x, Plan{Rules: func(*site.Page) []Rule { return rules }})
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			got := ""
			for _, d := range found {
				got += string(rune('0' + 1 + strings.Count(c.src[:d.Span.Start], "bad")))
			}
			if got != c.want || used != c.used {
				t.Errorf("reported are %q, used %q; want %q and %q", got, used, c.want, c.used)
			}
		})
	}
}

// watcher notes which allowances were used.
type watcher struct{ Used *string }

func (w watcher) Check(p *Pass) {
	for _, a := range p.Allowances() {
		if a.Used {
			*w.Used += a.Rule
		}
	}
}

func TestAllowanceParts(t *testing.T) {
	src := "text\n<!-- postlint:allow broken-link , b : the page comes: next week -->\nx\n"
	list := allowances(&site.Page{Document: source.Parse("p.md", []byte(src), nil)})
	if len(list) != 2 {
		t.Fatalf("%d allowances, want 2", len(list))
	}
	for i, name := range []string{"broken-link", "b"} {
		a := list[i]
		if a.Rule != name || src[a.RuleSpan.Start:a.RuleSpan.End] != name || a.Names != 2 || a.Element != -1 {
			t.Errorf("allowance %d is %+v", i, a)
		}
		if a.Reason != "the page comes: next week" {
			t.Errorf("the reason is %q", a.Reason)
		}
		if got := src[a.Span.Start:a.Span.End]; !strings.HasPrefix(got, "<!--") || !strings.HasSuffix(got, "-->") {
			t.Errorf("the comment is %q", got)
		}
	}
}

// Allowances of any text lie within it and never cover what stands before them.
func FuzzAllowances(f *testing.F) {
	f.Add("<!-- postlint:allow a, b: c -->\nx")
	f.Add("---\n# postlint:allow a\nx: y\n---\n`<!-- postlint:allow b -->`")
	f.Add("+++\n[postlint]\nallow = [\"a\", 1]\n+++\n")
	f.Fuzz(func(t *testing.T, src string) {
		d := source.Parse("p.md", []byte(src), nil)
		all := text.Span{End: len(src)}
		for _, a := range allowances(&site.Page{Document: d}) {
			if !all.Contains(a.Span) || !all.Contains(a.RuleSpan) || a.Names < 1 {
				t.Errorf("%+v leaves a text of %d bytes", a, len(src))
			}
			if !a.file && (a.lines.Start > a.Span.Start || a.lines.End < a.Span.End) {
				t.Errorf("%+v does not cover its own line", a)
			}
		}
	})
}

package report

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/locale"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/terminal"
	"postlint/linter/text"
)

var update = flag.Bool("update", false, "rewrite the golden sections of the archives")

const archive = "testdata/formats.txtar"

// TestFormats compares what every format makes of the same findings with the
// sections "want/FORMAT" of the archive, those that people read in Vietnamese, too.
func TestFormats(t *testing.T) {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	r := sample(t, a)
	var sections []txtar.File
	compare := func(name string, got []byte) {
		sections = append(sections, txtar.File{Name: "want/" + name, Data: got})
		if !*update {
			if diff := cmp.Diff(string(section(a, "want/"+name)), string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
	for _, format := range Formats() {
		compare(format, write(t, format, r, nil))
	}
	for _, format := range []string{"text", "concise", "markdown", "github"} {
		compare(format+".vi", write(t, format, r, locale.Vietnamese))
	}
	if *update {
		a.Files = append(slices.DeleteFunc(a.Files, isWant), sections...)
		if err := os.WriteFile(archive, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever the width of the terminal, what readers would see stands below the
// marker where there is no room beside it, and nothing in an excerpt is wider.
func TestNarrowExcerpts(t *testing.T) {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	r := sample(t, a)
	words := func(s string) []string { return strings.Fields(strings.NewReplacer("│", " ", "^", " ").Replace(s)) }
	var wide []string
	for _, width := range []int{1000, 120, 80, 72} {
		var b bytes.Buffer
		if err := Write(&b, "text", r, Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		var excerpts []string
		for line := range strings.Lines(b.String()) {
			if _, under, ok := strings.Cut(strings.TrimRight(line, "\n"), "│"); ok && strings.HasPrefix(line, "     ") {
				if got := terminal.Columns(strings.TrimRight(line, "\n")); got > width {
					t.Errorf("a line takes %d columns of %d: %s", got, width, line)
				}
				excerpts = append(excerpts, words(under)...)
			}
		}
		slices.Sort(excerpts)
		if wide == nil {
			wide = excerpts
		}
		if diff := cmp.Diff(wide, excerpts); diff != "" {
			t.Errorf("at %d columns other words are said than at 1000:\n%s", width, diff)
		}
	}
	if len(wide) == 0 {
		t.Error("no excerpt says anything")
	}
}

func write(t *testing.T, format string, r *Report, l Localizer) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, r, Options{Localizer: l}); err != nil {
		t.Fatal(err)
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("file://"+filepath.ToSlash(r.Base)), []byte("file:///site"))
}

func isWant(f txtar.File) bool { return strings.HasPrefix(f.Name, "want/") }

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// sampleSite makes a site of the files of the archive.
func sampleSite(t *testing.T, a *txtar.Archive) *Site {
	t.Helper()
	index := &site.Index{Root: t.TempDir()}
	for _, f := range a.Files {
		if isWant(f) {
			continue
		}
		name := filepath.Join(index.Root, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "content/") {
			index.Pages = append(index.Pages, &site.Page{Document: source.Parse(f.Name, f.Data, nil), Filename: name})
		}
	}
	return &Site{Index: index, Checked: len(index.Pages)}
}

// sample makes a report on the files of the archive.
func sample(t *testing.T, a *txtar.Archive) *Report {
	t.Helper()
	index := sampleSite(t, a).Index
	index.Failures = []site.Failure{{Path: "content/locked.md", Err: errors.New("content/locked.md: permission denied")}}

	const post, odd = "content/bai-viet/a.md", "content/bai-viet/b, c:d%.md"
	at := func(path, s string) text.Span {
		i := bytes.Index(section(a, path), []byte(s))
		if i < 0 {
			t.Fatalf("%s has no %q", path, s)
		}
		return text.Span{Start: i, End: i + len(s)}
	}
	rule := func(name string, family lint.Family, severity lint.Severity) lint.Rule {
		return lint.Rule{Name: name, Summary: "summary of " + name, Family: family, Severity: severity}
	}
	rules := []lint.Rule{
		rule("broken-link", lint.Link, lint.Warning),
		rule("misspelled-summary-divider", lint.Summary, lint.Error),
		rule("stale-draft", lint.Publication, lint.Info),
		rule("zola-front-matter", lint.FrontMatter, lint.Error),
	}
	divider := at(odd, "<!-- more -->")
	second := divider.Shift(len("<!-- more -->\n"))
	fix := func(span text.Span) []lint.Fix {
		return []lint.Fix{{Title: lint.Msg("Use `%s`", "<!--more-->"), Edits: []text.Edit{text.Replace(span, "<!--more-->")}}}
	}
	table := at(post, "[taxonomies]\n")
	return &Report{
		Base: index.Root, Version: "1.2.3", Rules: rules,
		Page: func(r lint.Rule) string { return "# " + r.Name + "\n" },
		Sites: []Site{{
			Index: index, Checked: 3,
			Fixed: []lint.Diagnostic{{Path: odd}},
			Diagnostics: []lint.Diagnostic{
				{
					Rule: "zola-front-matter", Family: lint.FrontMatter, Severity: lint.Error, Path: post,
					Span:    at(post, "[taxonomies]"),
					Message: lint.Msg("%s stands in %s, which Hugo does not read", `"chuyen-muc"`, "[taxonomies]"),
					Effect:  lint.Msg("the post is listed under none of these terms; expected them at the top level"),
					Fixes: []lint.Fix{{
						Title: lint.Msg("Move %s to the top level", `"chuyen-muc"`),
						Edits: []text.Edit{text.Delete(table), text.Insert(at(post, "title").Start, "chuyen-muc = [\"a\"]\n")},
					}},
				},
				{
					Rule: "broken-link", Family: lint.Link, Severity: lint.Warning, Path: post,
					Span:    at(post, "./khong-co.md"),
					Message: lint.Msg("%q leads nowhere", "./khong-co.md"),
					Related: []lint.Related{{Path: "layouts/home.html", Span: text.Span{Start: 3, End: 9}, Message: lint.Msg("read %d%% here", 100)}},
					Fixes: []lint.Fix{
						{Title: lint.Msg("Use %q", "clean.md"), Unsafe: true, Edits: []text.Edit{text.Replace(at(post, "./khong-co.md"), "clean.md")}},
						{Title: lint.Msg("Remove it"), Unsafe: true, Edits: []text.Edit{text.Delete(at(post, "[liên kết](./khong-co.md)"))}},
					},
				},
				{
					Rule: "stale-draft", Family: lint.Publication, Severity: lint.Info, Path: odd,
					Span: at(odd, "\u202eevil"), Message: lint.Msg("100%% odd: %s", "\x1b[31m\u202e"), Effect: lint.Msg("seen\nby nobody"),
				},
				{
					Rule: "misspelled-summary-divider", Family: lint.Summary, Severity: lint.Error, Path: odd,
					Span: divider, Message: lint.Msg("%q is not a summary divider to Hugo", "<!-- more -->"), Fixes: fix(divider),
				},
				{
					Rule: "misspelled-summary-divider", Family: lint.Summary, Severity: lint.Error, Path: odd,
					Span: second, Message: lint.Msg("%q is not a summary divider to Hugo", "<!-- more -->"), Fixes: fix(second),
				},
				{
					Rule: "stale-draft", Family: lint.Publication, Severity: lint.Info, Path: odd,
					Span: at(odd, "one\nline two"), Message: lint.Msg("two lines"),
				},
				{
					Rule: "stale-draft", Family: lint.Publication, Severity: lint.Info, Path: "content/gone.md",
					Span: text.Span{Start: 7, End: 9}, Message: lint.Msg("a file that is gone"), Effect: lint.Msg("no excerpt"),
				},
			},
		}},
	}
}

func TestTotalsLine(t *testing.T) {
	for _, test := range []struct {
		totals Totals
		want   string
	}{
		{Totals{Checked: 128}, "128 posts: no problems"},
		{Totals{Checked: 1}, "1 post: no problems"},
		{Totals{Checked: 128, Faulty: 3, Errors: 9, Warnings: 5, Fixable: 11},
			"14 problems in 3 of 128 posts: 9 errors, 5 warnings; 11 can be fixed with --fix"},
		{Totals{Checked: 1, Faulty: 1, Infos: 1, Unsafe: 1},
			"1 problem in 1 of 1 post: 1 info; 1 can be fixed with --fix --unsafe-fixes"},
		{Totals{Templates: 80}, "80 templates: no problems"},
		{Totals{Templates: 80, Settings: 1}, "81 files: no problems"},
		{Totals{Settings: 1}, "1 file: no problems"},
		{Totals{}, "0 posts: no problems"},
		{Totals{Templates: 2, Settings: 1, Faulty: 1, Outside: 1, Errors: 1}, "1 problem in 1 file: 1 error"},
		{Totals{Checked: 2, Faulty: 2, Warnings: 1, Infos: 2}, "3 problems in 2 of 2 posts: 1 warning, 2 infos"},
	} {
		if got := test.totals.Line(english{}); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
	if got := (Totals{Fixed: 3, Mended: 2, MendedOut: 1}).FixedLine(english{}); got != "fixed 3 problems in 2 files" {
		t.Errorf("got  %s", got)
	}
	totals := Totals{Checked: 128, Faulty: 3, Errors: 9, Warnings: 1, Fixable: 1, Unsafe: 2}
	if got, want := totals.Line(locale.Vietnamese), "10 vấn đề ở 3/128 bài viết: 9 lỗi, 1 cảnh báo; "+
		"1 vấn đề sửa được bằng --fix, thêm 2 vấn đề bằng --fix --unsafe-fixes"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestColor(t *testing.T) {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	r := sample(t, a)
	var plain, colored bytes.Buffer
	if err := errors.Join(Write(&plain, "text", r, Options{}), Write(&colored, "text", r, Options{Color: true})); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("escape sequences without colour")
	}
	stripped := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(colored.String(), "")
	if stripped == colored.String() {
		t.Error("no colour")
	}
	if diff := cmp.Diff(plain.String(), stripped); diff != "" {
		t.Errorf("colours change more than colours:\n%s", diff)
	}
}

func TestUnknownFormat(t *testing.T) {
	for format, want := range map[string]string{
		"jsno":  `unknown format "jsno"; did you mean "json"?`,
		"excel": `unknown format "excel"; expected one of text, concise, json, jsonl, sarif, github, gitlab, checkstyle, junit, rdjson, markdown`,
	} {
		if err := Write(io.Discard, format, &Report{}, Options{}); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// TestNothing writes every format of an empty report.
func TestNothing(t *testing.T) {
	for _, format := range Formats() {
		if err := Write(io.Discard, format, &Report{Sites: []Site{{Index: &site.Index{}}}}, Options{}); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

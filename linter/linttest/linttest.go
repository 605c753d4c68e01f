// Package linttest runs the golden tests of rules.
package linttest

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var update = flag.Bool("update", false, "rewrite the golden sections of the archives")

// Now is the clock of every test: 2026-01-15, noon UTC.
var Now = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

// Run tests rule with every archive in testdata/rule_name.
//
// The files of an archive are a site. An archive without a Hugo configuration
// gets an empty hugo.toml. Section "want" lists the diagnostics expected;
// sections "fixed/…" hold the files that safe fixes change, sections
// "unsafe/…" those that safe and unsafe fixes change together, where that is
// more. The words "#crlf", "#bom" and "#noeol" in the comment turn the content files into
// that variant before the test; what it prints is turned back.
//
// The others run beside it, for a rule about their findings; what they find is not compared.
func Run(t *testing.T, rule lint.Rule, others ...lint.Rule) {
	archives, _ := filepath.Glob(filepath.Join("testdata", FileName(rule), "*.txtar"))
	if len(archives) == 0 {
		t.Errorf("rule %s has no archive in testdata/%s", rule.Name, FileName(rule))
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runArchive(t, rule, others, name)
		})
	}
}

// FileName returns the name that a rule's files have: "swallowed_key".
func FileName(r lint.Rule) string { return strings.ReplaceAll(r.Name, "-", "_") }

func runArchive(t *testing.T, rule lint.Rule, others []lint.Rule, name string) {
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	archive := txtar.Parse(want)
	if first, _, _ := strings.Cut(string(archive.Comment), "\n"); strings.TrimSpace(first) == "" {
		t.Errorf("%s: the first line does not say what the archive shows", name)
	}
	v := variantOf(string(archive.Comment))
	got := &txtar.Archive{Comment: archive.Comment}
	files := map[string][]byte{}
	for _, f := range archive.Files {
		if f.Name == "want" || strings.HasPrefix(f.Name, "fixed/") || strings.HasPrefix(f.Name, "unsafe/") {
			continue
		}
		got.Files = append(got.Files, f)
		files[f.Name] = f.Data
		if strings.HasPrefix(f.Name, "content/") && utf8.Valid(f.Data) {
			files[f.Name] = v.make(f.Data)
		}
	}
	s := newScratch(t, files)
	s.others = others
	index := s.load(t, nil)
	found := s.check(t, rule, index)
	got.Files = append(got.Files, txtar.File{Name: "want", Data: list(index, found)})
	for _, d := range found {
		checkSpans(t, index, d)
	}

	safe := s.fix(t, rule, index, found, false)
	for _, f := range safe {
		got.Files = append(got.Files, txtar.File{Name: "fixed/" + f.Path, Data: v.unmake(t, f.New)})
	}
	for _, f := range s.fix(t, rule, index, found, true) {
		if !slices.ContainsFunc(safe, func(o lint.FixedFile) bool { return o.Path == f.Path && bytes.Equal(o.New, f.New) }) {
			got.Files = append(got.Files, txtar.File{Name: "unsafe/" + f.Path, Data: v.unmake(t, f.New)})
		}
	}

	if *update {
		if err := os.WriteFile(name, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// list prints diagnostics the way the archives have them, one a line, with the
// effect after " — " and related places indented below.
func list(x *site.Index, found []lint.Diagnostic) []byte {
	var b bytes.Buffer
	for _, d := range found {
		doc := x.Page(d.Path).Document
		start, end := doc.Position(d.Span.Start), doc.Position(d.Span.End)
		fmt.Fprintf(&b, "%s:%s-%s: %s: %s", d.Path, start, end, d.Severity, d.Message)
		if !d.Effect.IsZero() {
			fmt.Fprintf(&b, " — %s", d.Effect)
		}
		for _, fix := range d.Fixes {
			kind := "fix"
			if fix.Unsafe {
				kind = "unsafe fix"
			}
			fmt.Fprintf(&b, " [%s: %s]", kind, fix.Title)
		}
		b.WriteByte('\n')
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  %s:%s: %s\n", r.Path, x.Page(r.Path).Position(r.Span.Start), r.Message)
		}
	}
	return b.Bytes()
}

// checkSpans fails the test when a span of d leaves its file or cuts a
// character, or when the edits of a fix overlap.
func checkSpans(t *testing.T, x *site.Index, d lint.Diagnostic) {
	t.Helper()
	src := x.Page(d.Path).Src
	sound := func(what string, s text.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(src) {
			t.Errorf("%s of %q: %v leaves the file of %d bytes", what, d.Message, s, len(src))
			return
		}
		for _, at := range []int{s.Start, s.End} {
			if at < len(src) && !utf8.RuneStart(src[at]) && utf8.Valid(src) {
				t.Errorf("%s of %q: offset %d lies within a character", what, d.Message, at)
			}
		}
	}
	sound("span", d.Span)
	for _, fix := range d.Fixes {
		for i, e := range fix.Edits {
			sound("fix", e.Span)
			for _, o := range fix.Edits[i+1:] {
				if text.Conflict(e, o) {
					t.Errorf("fix %q has edits that overlap: %v and %v", fix.Title, e, o)
				}
			}
		}
	}
	for _, r := range d.Related {
		if x.Page(r.Path) == nil {
			t.Errorf("%q: related file %s is not in the site", d.Message, r.Path)
		}
	}
}

// A scratch is a site in a temporary folder.
type scratch struct {
	dir    string
	others []lint.Rule
}

func newScratch(t *testing.T, files map[string][]byte) scratch {
	s := scratch{dir: t.TempDir()}
	if !slices.ContainsFunc(slices.Collect(maps.Keys(files)), isConfig) {
		s.write(t, "hugo.toml", nil)
	}
	for name, data := range files {
		s.write(t, name, data)
	}
	return s
}

func isConfig(name string) bool {
	base := strings.TrimSuffix(name, filepath.Ext(name))
	return base == "hugo" || base == "config" || strings.HasPrefix(name, "config/")
}

func (s scratch) write(t *testing.T, name string, data []byte) {
	t.Helper()
	full := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func (s scratch) load(t *testing.T, overlay map[string][]byte) *site.Index {
	t.Helper()
	x, err := site.Load(site.Options{Dir: s.dir, Now: Now, Overlay: overlay})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// check runs rule alone, configured as the site says. A policy rule is on.
func (s scratch) check(t *testing.T, rule lint.Rule, x *site.Index) []lint.Diagnostic {
	t.Helper()
	configured, err := rule.Configure(settings(x, rule.Name))
	if err != nil {
		t.Fatal(err)
	}
	plan := append([]lint.Rule{configured}, s.others...)
	found, errs := lint.Run(x, lint.Plan{Rules: func(*site.Page) []lint.Rule { return plan }})
	for _, err := range errs {
		t.Error(err)
	}
	return slices.DeleteFunc(found, func(d lint.Diagnostic) bool { return d.Rule != rule.Name })
}

// settings returns [params.postlint.rules.NAME] of the site.
func settings(x *site.Index, name string) map[string]any {
	var table any = map[string]any(x.Config.Params)
	for _, key := range []string{"postlint", "rules", name} {
		table = asMap(table)[key]
	}
	return asMap(table)
}

func (s scratch) fix(t *testing.T, rule lint.Rule, x *site.Index, found []lint.Diagnostic, unsafe bool) []lint.FixedFile {
	t.Helper()
	fixer := lint.Fixer{
		Unsafe: unsafe,
		Load:   func(overlay map[string][]byte) (*site.Index, error) { return s.load(t, overlay), nil },
		Run:    func(x *site.Index) ([]lint.Diagnostic, []error) { return s.check(t, rule, x), nil },
	}
	report, errs := fixer.Fix(x, found)
	for _, err := range errs {
		t.Error(err)
	}
	if report.Unsettled {
		t.Errorf("fixes do not converge in %d rounds", lint.Rounds)
	}
	for _, f := range report.Files {
		before, after := x.Page(f.Path).Problems(), report.Index.Page(f.Path).Problems()
		if len(after) > len(before) {
			t.Errorf("%s no longer parses after the fix: %v", f.Path, after[0].Message)
		}
	}
	return report.Files
}

// Lint returns what rule finds in the site that an example of its page shows: an
// archive of files, or one post, which gets front matter where it has none.
// config is the site's hugo.toml where the archive has none.
func Lint(t *testing.T, rule lint.Rule, config, example string, others ...lint.Rule) []lint.Diagnostic {
	t.Helper()
	files := map[string][]byte{}
	for _, f := range txtar.Parse([]byte(example)).Files {
		files[f.Name] = f.Data
	}
	if len(files) == 0 {
		if !strings.HasPrefix(example, "---") && !strings.HasPrefix(example, "+++") && !strings.HasPrefix(example, "{") {
			example = "+++\ntitle = \"Example\"\ndate = 2026-01-02\n+++\n" + example
		}
		files["content/posts/example.md"] = []byte(example)
	}
	if _, ok := files["hugo.toml"]; !ok {
		files["hugo.toml"] = []byte(config)
	}
	s := newScratch(t, files)
	s.others = others
	return s.check(t, rule, s.load(t, nil))
}

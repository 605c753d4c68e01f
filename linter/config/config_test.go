package config

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var update = flag.Bool("update", false, "rewrite the golden sections of the archives")

type checker struct {
	MaxWidth int
	Fields   []string
	Strict   bool
}

func (checker) Check(*lint.Pass) {}

// sampleRules are three rules, the last of which is a matter of policy.
var sampleRules = []lint.Rule{
	{Name: "broken-image", Family: lint.Image, Severity: lint.Error, Checker: checker{}},
	{Name: "oversized-image", Family: lint.Image, Severity: lint.Warning, Checker: checker{MaxWidth: 2000}},
	{Name: "missing-field", Family: lint.FrontMatter, Severity: lint.Error, Policy: true, Checker: checker{}},
}

// TestLoad loads the site in every archive. Section "want" lists the errors,
// or which rules check a page of each section, with severity and options.
func TestLoad(t *testing.T) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	if len(archives) == 0 {
		t.Fatal("no archives")
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(Load(load(t, a), sampleRules, Flags{}))
			want := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			if want < 0 {
				a.Files = append(a.Files, txtar.File{Name: "want"})
				want = len(a.Files) - 1
			}
			if *update {
				a.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[want].Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func load(t *testing.T, a *txtar.Archive) *site.Index {
	t.Helper()
	dir := t.TempDir()
	for _, f := range a.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	x, err := site.Load(site.Options{Dir: dir, Environ: []string{"HUGO_NOTHING=1"}})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func describe(c *Config, err error) string {
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	for _, note := range c.Notes {
		fmt.Fprintf(&b, "note: %s\n", note)
	}
	fmt.Fprintf(&b, "failOn %s, lang %q\n", c.failOn, c.Lang)
	for _, section := range []string{"", "bai-viet"} {
		fmt.Fprintf(&b, "section %q:\n", section)
		for _, r := range c.Rules(page(section)) {
			fmt.Fprintf(&b, "  %s %s %+v\n", r.Name, r.Severity, r.Checker)
		}
	}
	return b.String()
}

func page(section string) *site.Page {
	return &site.Page{Document: source.Parse("content/a.md", nil, nil), Section: section}
}

func ruleList(c *Config) string {
	var list []string
	for _, r := range c.Rules(page("")) {
		list = append(list, r.Name+"="+r.Severity.String())
	}
	return strings.Join(list, " ")
}

func TestFlags(t *testing.T) {
	a := txtar.Parse([]byte(`
-- hugo.toml --
[params.postlint]
failOn = "warning"
skip = ["broken-image"]
[params.postlint.rules.oversized-image]
severity = "off"
`))
	x := load(t, a)
	for _, test := range []struct {
		name  string
		flags Flags
		want  string
	}{
		{"the site's own", Flags{}, ""},
		{"only wins over skip", Flags{Only: []string{"broken-image"}}, "broken-image=error"},
		{"a family leaves what is off", Flags{Only: []string{"image"}}, "broken-image=error"},
		{"a name turns on what is off", Flags{Only: []string{"oversized-image"}}, "oversized-image=warning"},
		{"a name asks for policy", Flags{Only: []string{"missing-field"}}, "missing-field=error"},
		{"a family does not", Flags{Only: []string{"frontmatter"}}, ""},
		{"skip wins over only", Flags{Only: []string{"image"}, Skip: []string{"broken-image"}}, ""},
	} {
		c, err := Load(x, sampleRules, test.flags)
		if err != nil {
			t.Fatal(err)
		}
		if got := ruleList(c); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestFails(t *testing.T) {
	x := load(t, txtar.Parse([]byte("-- hugo.toml --\n")))
	for failOn, want := range map[string][3]bool{ // info, warning, error
		"":        {false, false, true},
		"error":   {false, false, true},
		"warning": {false, true, true},
		"info":    {true, true, true},
		"never":   {},
	} {
		c, err := Load(x, sampleRules, Flags{FailOn: failOn})
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]bool{c.Fails(lint.Info), c.Fails(lint.Warning), c.Fails(lint.Error)}; got != want {
			t.Errorf("%q: got %v, want %v", failOn, got, want)
		}
	}
}

func TestFlagErrors(t *testing.T) {
	for want, flags := range map[string]Flags{
		`--only: unknown rule "broken-imge"; did you mean "broken-image"?`:           {Only: []string{"broken-imge"}},
		`--only: unknown rule "imag"; did you mean "image"?`:                         {Only: []string{"imag"}},
		`--skip: unknown rule "zzzzzzzzzz"; run "postlint rules" to see all of them`: {Skip: []string{"zzzzzzzzzz"}},
		`--fail-on: unknown severity "eror"; did you mean "error"?`:                  {FailOn: "eror"},
		`--fail-on: unknown severity "off"; expected error, warning, info, never`:    {FailOn: "off"},
	} {
		if err := flags.Check(sampleRules); err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	if err := (Flags{Only: []string{"image", "missing-field"}, FailOn: "never"}).Check(sampleRules); err != nil {
		t.Error(err)
	}
}

package rules

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"postlint/linter/lint"
	"postlint/linter/linttest"
)

func TestRules(t *testing.T) {
	for _, r := range All {
		t.Run(r.Name, func(t *testing.T) { linttest.Run(t, r, others(r)...) })
	}
}

// others returns the rules whose findings r is about.
func others(r lint.Rule) []lint.Rule {
	if !r.Last {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(All), func(o lint.Rule) bool { return o.Name == r.Name })
}

func TestSorted(t *testing.T) {
	if !slices.IsSortedFunc(All, func(a, b lint.Rule) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("All is not sorted by name")
	}
}

// TestFacts checks what every rule's literal must say, and that its name is
// that of a defect: it reads well after "allow".
func TestFacts(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)*$`)
	for _, r := range All {
		if !name.MatchString(r.Name) || strings.HasPrefix(r.Name, "no-") || strings.HasPrefix(r.Name, "require-") {
			t.Errorf("%s: the name must be kebab-case and name the defect", r.Name)
		}
		if r.Summary == "" || strings.HasSuffix(r.Summary, ".") || r.Summary != strings.TrimSpace(r.Summary) {
			t.Errorf("%s: the summary must be a fragment: %q", r.Name, r.Summary)
		}
		if !slices.Contains(lint.Families, r.Family) {
			t.Errorf("%s: unknown family %q", r.Name, r.Family)
		}
		if r.Severity < lint.Info || r.Severity > lint.Error || r.Since == "" {
			t.Errorf("%s: severity and since must be set", r.Name)
		}
		for _, o := range r.Options() {
			if o.Doc == "" {
				t.Errorf("%s: option %s has no doc tag", r.Name, o.Name)
			}
		}
	}
}

// TestNothingLeftOver finds pages and archives of rules that are not there.
func TestNothingLeftOver(t *testing.T) {
	known := map[string]bool{}
	for _, r := range All {
		known[linttest.FileName(r)] = true
	}
	entries, err := fs.ReadDir(pages, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(strings.TrimSuffix(e.Name(), ".md"), ".vi")
		if !known[name] {
			t.Errorf("%s is the page of no rule", e.Name())
		}
	}
	dirs, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range dirs {
		if d.IsDir() && !known[d.Name()] {
			t.Errorf("testdata/%s belongs to no rule", d.Name())
		}
	}
}

var (
	example = regexp.MustCompile("(?ms)^```(md|txtar)\n(.*?)^```$")
	tomlFor = regexp.MustCompile("(?ms)^```toml\n(.*?)^```$")
)

// TestPages checks that the examples in the manual mean what they say: each one
// under "Defect" is reported, none under "Instead" is. A page of a rule that
// needs configuration shows it in a block of TOML.
func TestPages(t *testing.T) {
	for _, r := range All {
		t.Run(r.Name, func(t *testing.T) {
			page := Page(r, "en")
			if !strings.HasPrefix(page, "# "+r.Name+"\n") {
				t.Errorf("the page does not begin with its rule's name")
			}
			config := ""
			if m := tomlFor.FindStringSubmatch(page); m != nil {
				config = m[1]
			}
			_, defects, ok := strings.Cut(page, "\n## Defect\n")
			defects, instead, ok2 := strings.Cut(defects, "\n## Instead\n")
			if !ok || !ok2 {
				t.Fatal("the page needs the sections Defect and Instead, in this order")
			}
			for _, section := range []struct {
				name, text string
				reported   bool
			}{{"Defect", defects, true}, {"Instead", instead, false}} {
				examples := example.FindAllStringSubmatch(section.text, -1)
				if len(examples) == 0 {
					t.Errorf("no example under %s", section.name)
				}
				for _, e := range examples {
					found := linttest.Lint(t, r, config, e[2], others(r)...)
					if len(found) > 0 != section.reported {
						t.Errorf("the example under %s has %d diagnostics:\n%s%v", section.name, len(found), e[2], found)
					}
				}
			}
		})
	}
}

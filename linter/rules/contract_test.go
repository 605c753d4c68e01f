package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"postlint/linter/lint"
	"postlint/linter/linttest"
)

// contractCases change one text of the theme's contract. The site of each is in
// order under one of the two contracts, and not under the other.
var contractCases = []struct {
	name     string
	rule     lint.Rule
	old, new string
	was, is  string // the worst severity found before and after the change; "" for nothing
	site     string
}{
	{"image keys: a new one", missingFeatureImage, `keys = ["feature_image"`, `keys = ["anh_dai_dien", "feature_image"`, "warning", "",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\nanh_dai_dien = \"a.png\"\n+++\n"},
	{"image keys: one less", missingFeatureImage, `keys = ["feature_image", `, `keys = [`, "", "warning",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\nfeature_image = \"a.png\"\n+++\n"},
	{"image tables", missingFeatureImage, `tables = ["", "extra"]`, `tables = ["", "them"]`, "", "warning",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\n[extra]\nimage = \"a.png\"\n+++\n"},
	{"image places", brokenFeatureImage, `places = ["bundle", "assets", "static"]`, `places = ["bundle", "assets"]`, "", "error",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\nimage = \"a.png\"\n+++\n-- static/a.png --\n"},
	{"dividers: one less", misspelledSummaryDivider, `dividers = ["<!-- more -->"]`, `dividers = []`, "warning", "error",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\n+++\nTóm tắt.\n\n<!-- more -->\n\nPhần sau.\n"},
	{"AI levels", unknownAILevel, `levels = ["human-only", `, `levels = ["người", "human-only", `, "warning", "",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\n[ai]\nlevel = \"người\"\n+++\n"},
	{"AI table", unknownAILevel, `table = "ai"`, `table = "may"`, "", "warning",
		"-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\n[may]\nlevel = \"x\"\n+++\n"},
	{"glossary section", undefinedTerm, `section = "thuat-ngu"`, `section = "tu-dien"`, "", "error",
		"-- content/tu-dien/a.md --\n+++\ntitle = \"A\"\n+++\n-- content/bai-viet/a.md --\n+++\ntitle = \"A\"\n+++\n{{< term \"b\" >}}\n-- content/thuat-ngu/b.md --\n+++\ntitle = \"B\"\n+++\n"},
	{"glossary table", duplicateTerm, `table = "term"`, `table = "muc"`, "", "warning",
		"-- content/thuat-ngu/a.md --\n+++\ntitle = \"A\"\n+++\n-- content/thuat-ngu/b.md --\n+++\ntitle = \"B\"\n[muc]\nalso = [\"a\"]\n+++\n"},
}

// TestContractIsFollowed changes the contract in a copy of the theme's own
// configuration, and expects the rules to follow.
func TestContractIsFollowed(t *testing.T) {
	theme, err := os.ReadFile(filepath.Join("..", "..", "theme", "hugo.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range contractCases {
		t.Run(c.name, func(t *testing.T) {
			if n := strings.Count(string(theme), c.old); n != 1 {
				t.Fatalf("the theme's hugo.toml has %q %d times, want once", c.old, n)
			}
			changed := strings.Replace(string(theme), c.old, c.new, 1)
			for config, want := range map[string]string{string(theme): c.was, changed: c.is} {
				site := "-- hugo.toml --\ntheme = \"t\"\ndefaultContentLanguage = \"vi\"\n-- themes/t/hugo.toml --\n" + config +
					"-- themes/t/layouts/_shortcodes/term.html --\n{{ .Get 0 }}\n" + c.site
				if got := worst(linttest.Lint(t, c.rule, "", site)); got != want {
					t.Errorf("changed: %v; found %q, want %q", config == changed, got, want)
				}
			}
		})
	}
}

// worst returns the severest severity of some diagnostics, "" if there are none.
func worst(found []lint.Diagnostic) string {
	if len(found) == 0 {
		return ""
	}
	severity := lint.Info
	for _, d := range found {
		severity = max(severity, d.Severity)
	}
	return severity.String()
}

// Package rules holds the rules of postlint, one per file.
//
// Beside each rule_name.go lie rule_name.md, its page in the manual, which
// rule_name.vi.md has in Vietnamese, and testdata/rule_name, its tests.
package rules

import (
	"embed"
	"strings"

	"postlint/linter/lint"
)

//go:embed *.md
var pages embed.FS

// Page returns the manual page of a rule, in Markdown and the language of a
// code such as "vi". It is in English where there is none in that language.
func Page(r lint.Rule, language string) string {
	name := strings.ReplaceAll(r.Name, "-", "_")
	b, err := pages.ReadFile(name + "." + language + ".md")
	if err != nil {
		b, err = pages.ReadFile(name + ".md")
	}
	if err != nil {
		panic(err) // TestPages keeps this from happening
	}
	return string(b)
}

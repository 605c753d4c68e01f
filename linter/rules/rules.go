// Package rules holds the rules of postlint, one per file.
//
// Beside each rule_name.go lie rule_name.md, its page in the manual, and
// testdata/rule_name, its tests.
package rules

import (
	"embed"
	"strings"

	"postlint/linter/lint"
)

//go:embed *.md
var pages embed.FS

// Page returns the manual page of a rule, in Markdown.
func Page(r lint.Rule) string {
	b, err := pages.ReadFile(strings.ReplaceAll(r.Name, "-", "_") + ".md")
	if err != nil {
		panic(err) // TestPages keeps this from happening
	}
	return string(b)
}

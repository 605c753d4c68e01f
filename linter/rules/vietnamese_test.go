package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"postlint/linter/lint"
	"postlint/linter/linttest"
	"postlint/linter/locale"
)

var (
	// quoted is what comes from a post, is a path, or is meant to be copied.
	quoted = regexp.MustCompile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|<[^>]*>|\\{[^}]*\\}|\\[[^]]*\\]|\\S*[-/]\\S*")
	// hugosWords are how errors of Hugo begin that are passed on.
	hugosWords = regexp.MustCompile(`dates are expected|OutputFormat with|failed to resolve`)
	// englishWords are those that no Vietnamese syllable is spelled like.
	englishWords = regexp.MustCompile(`(?i)\b(of|is|are|was|and|with|which|that|this|not|for|from|it|expected|read|has|have|than|what)\b`)
)

// TestVietnameseFindings says whatever the archives of the rules have found in
// Vietnamese: no English comes in through the arguments of messages.
func TestVietnameseFindings(t *testing.T) {
	for _, r := range All {
		archives, err := filepath.Glob(filepath.Join("testdata", linttest.FileName(r), "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range archives {
			archive, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range linttest.Lint(t, r, "", string(archive), others(r)...) {
				for _, m := range said(d) {
					if word := englishWords.FindString(quoted.ReplaceAllString(m, "")); word != "" && !hugosWords.MatchString(m) {
						t.Errorf("%s: %q is English in %q", filepath.Base(name), word, m)
					}
				}
			}
		}
	}
}

// said lists what a diagnostic says in Vietnamese.
func said(d lint.Diagnostic) []string {
	list := []string{locale.Vietnamese.Say(d.Message), locale.Vietnamese.Say(d.Effect)}
	for _, r := range d.Related {
		list = append(list, locale.Vietnamese.Say(r.Message))
	}
	for _, f := range d.Fixes {
		list = append(list, locale.Vietnamese.Say(f.Title))
	}
	return list
}

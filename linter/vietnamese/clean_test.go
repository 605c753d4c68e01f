package vietnamese

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

var finders = map[string]func(string) []Damage{
	"FindMojibake": FindMojibake, "FindLegacy": FindLegacy, "FindLookalikes": FindLookalikes, "FindDecomposed": FindDecomposed,
}

// TestCleanCorpora runs every finder over the undamaged text of real sites, in
// the 16 languages of the glossary and more.
func TestCleanCorpora(t *testing.T) {
	for _, a := range []string{"multi-cncf-glossary", "vi-zola-jakeclark", "vi-hugo-levandong", "hugo-kubeflow", "theme-stack", "theme-papermod", "hugo-basicExample"} {
		t.Run(a, func(t *testing.T) {
			for _, d := range corpus(t, a+".tar.gz", func(string) bool { return true }) {
				for name, find := range finders {
					text := norm.NFC.String(d.text) // two of the posts are partly decomposed
					for _, f := range find(text) {
						t.Errorf("%s: %s: %q would become %q", d.name, name, text[f.Start:f.End], f.Text)
					}
				}
			}
		})
	}
}

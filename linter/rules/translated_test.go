package rules

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"postlint/linter/linttest"
)

var (
	anyBlock = regexp.MustCompile("(?ms)^```.*?^```$")
	heading  = regexp.MustCompile("(?m)^(#+) (.*)$")
)

// headings are those that every page has, or may have, in Vietnamese.
var headings = map[string]string{"Defect": "Lỗi", "Instead": "Thay vào đó", "Exceptions": "Ngoại lệ"}

// TestTranslatedPages compares the pages in Vietnamese with those in English:
// they have the same headings and the same examples, which TestPages has run.
func TestTranslatedPages(t *testing.T) {
	for _, r := range All {
		if _, err := pages.ReadFile(linttest.FileName(r) + ".vi.md"); err != nil {
			t.Errorf("%s has no page in Vietnamese", r.Name)
			continue
		}
		english, page := Page(r, "en"), Page(r, "vi")
		if !strings.HasPrefix(page, "# "+r.Name+"\n") {
			t.Errorf("%s: the page does not begin with its rule's name", r.Name)
		}
		want, got := anyBlock.FindAllString(english, -1), anyBlock.FindAllString(page, -1)
		if !slices.Equal(want, got) {
			t.Errorf("%s: the examples are %q in English and %q in Vietnamese", r.Name, want, got)
		}
		compareHeadings(t, r.Name, headingsOf(english), headingsOf(page))
		if !strings.ContainsAny(proseOfPage(page), "ăâđêôơưạảấầẩậắằẳặẹẻẽếềểệịỉọỏốồổộớờởợụủứừửựỳỵỷỹ") {
			t.Errorf("%s: the page is not in Vietnamese", r.Name)
		}
	}
}

func compareHeadings(t *testing.T, rule string, english, vietnamese [][]string) {
	t.Helper()
	if len(english) != len(vietnamese) {
		t.Errorf("%s: %d headings in English, %d in Vietnamese", rule, len(english), len(vietnamese))
		return
	}
	for i, e := range english {
		v := vietnamese[i]
		if e[1] != v[1] {
			t.Errorf("%s: heading %q has another level than %q", rule, v[2], e[2])
		}
		if want, ok := headings[e[2]]; ok && v[2] != want {
			t.Errorf("%s: heading %q is %q, want %q", rule, e[2], v[2], want)
		}
	}
}

// headingsOf returns the level and the text of the headings outside of examples.
func headingsOf(page string) [][]string {
	return heading.FindAllStringSubmatch(anyBlock.ReplaceAllString(page, ""), -1)
}

// proseOfPage returns a page without its examples and its code.
func proseOfPage(page string) string {
	return regexp.MustCompile("`[^`]*`").ReplaceAllString(anyBlock.ReplaceAllString(page, ""), "")
}

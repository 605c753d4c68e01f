package site

import (
	"slices"
	"strings"
	"testing"
)

// mentionsSite has names that overlap, that two entries share, and that need care.
var mentionsSite = []string{
	"hugo.toml", "defaultContentLanguage = \"vi\"\n[params.postlint.glossary]\nsection = \"g\"\n",
	"content/g/po.md", "---\ntitle: Product Owner\nterm: {abbreviation: PO, vietnamese: chủ sản phẩm}\n---\n",
	"content/g/backlog.md", "---\ntitle: Product Backlog\nterm: {also: [backlog sản phẩm]}\n---\n",
	"content/g/pm.md", "---\ntitle: Product Manager\nterm: {abbreviation: PM}\n---\n",
	"content/g/pjm.md", "---\ntitle: Project Manager\nterm: {abbreviation: PM}\n---\n",
	"content/g/ab.md", "---\ntitle: A/B testing\n---\n",
	"content/g/cpp.md", "---\ntitle: C++\n---\n",
	"content/g/draft.md", "---\ntitle: Bản nháp\ndraft: true\n---\n",
}

func TestMentions(t *testing.T) {
	g := load(t, writeSite(t, mentionsSite...)).Glossary("vi")
	for text, want := range map[string]string{
		"Product owner và PO, po":                    "po:Product owner po:PO",
		"CHỦ SẢN PHẨM, chủ sản xuất":                 "po:CHỦ SẢN PHẨM",
		"Product Owners, POs, APO":                   "po:Product Owners po:POs",
		"product\n  backlog; product\n\nbacklog":     "backlog:product\n  backlog",
		"PM":                                         "?:PM",
		"A/B testing, a b testing":                   "ab:A/B testing",
		"C, C++ và C+":                               "cpp:C++",
		"bản nháp":                                   "",
		"non-PO PO-like po@PO.vn x_PO PO.":           "po:PO",
		"\xffPO\xff Product \xff Owner":              "po:PO",
		"Product Product Owner Product Owner-Chính.": "po:Product Owner",
	} {
		var got []string
		for _, m := range g.Mentions([]byte(text), 0) {
			name := "?"
			if m.Entry != nil {
				name = m.Entry.Name
			}
			got = append(got, name+":"+text[m.Start:m.End])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

func TestGlossary(t *testing.T) {
	x := load(t, writeSite(t, append(mentionsSite, "content/a.md", "[x](/g/po/) {{< term \"PM\" >}}", "content/g/_index.md", "")...))
	g := x.Glossary("vi")
	if got := strings.Join(g.EntryNames(), " "); got != "ab backlog cpp draft pjm pm po" {
		t.Errorf("entries: %s", got)
	}
	if e := g.Entry("/PO"); e == nil || e.Title() != "Product Owner" || len(e.Names) != 3 || e.Names[2].Kind != AbbreviationName {
		t.Errorf("po: %+v", e)
	}
	var linked []string
	for _, e := range g.Entries {
		if x.IsLinked(e) {
			linked = append(linked, e.Name)
		}
	}
	if !slices.Equal(linked, []string{"pm", "po"}) {
		t.Errorf("linked: %v", linked)
	}
	if same := g.Called(" pm"); len(same) != 2 || same[0].Entry != g.Entry("pjm") {
		t.Errorf("called PM: %v", same)
	}
	if len(x.Glossary("en").Entries) != 0 {
		t.Error("a language without a glossary has entries")
	}
}

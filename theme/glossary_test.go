package theme

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// entry returns the source of a glossary entry.
func entry(title string) string {
	return fmt.Sprintf("+++\ntitle = %q\n[term]\ndefinition = \"nghĩa của %s\"\n+++\n", title, title)
}

// between returns the groups of a pattern's matches in a page, in order.
func between(pattern, html string) (found []string) {
	for _, match := range regexp.MustCompile(pattern).FindAllStringSubmatch(html, -1) {
		found = append(found, match[1])
	}
	return found
}

// The alphabet is a ă â b c d đ e ê … o ô ơ … u ư …, and the tones come in the order ngang huyền hỏi ngã sắc nặng.
func TestVietnameseOrder(t *testing.T) {
	want := strings.Fields("3C ab ác ai Ăn Ấm ba bà bả bã bá bạ ca cha da Đa Đế e em Ê go ma mà mả mã má mạ na nga o Ô ỡ pa sa ta tha tra u Ư ý")
	files := map[string]string{}
	for i, title := range want {
		files[fmt.Sprintf("content/thuat-ngu/t%02d/index.md", (i*17)%len(want))] = entry(title)
	}
	if len(files) != len(want) {
		t.Fatal("the numbers of the folders collide")
	}
	public := build{source: site(t, files)}.mustRun(t)
	html := read(t, public, "thuat-ngu", "index.html")
	if got := between(`<dt><a href=[^>]*>([^<]*)</a>`, html); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("the entries stand as\n%v, want\n%v", got, want)
	}
	letters := "A Ă Â B C D Đ E Ê G M N O Ô Ơ P S T U Ư Y"
	if got := between(`<h2 id=chu-[^>]*>([^<]+)</h2>`, html); strings.Join(got, " ") != letters {
		t.Errorf("the letters stand as\n%v, want\n%v", got, letters)
	}
	alphabet := "# A Ă Â B C D Đ E Ê G H I K L M N O Ô Ơ P Q R S T U Ư V X Y"
	nav := html[strings.Index(html, "class=alphabet"):]
	nav = nav[:strings.Index(nav, "</nav>")]
	if got := between(`<li><[^>]*>([^<]+)<`, nav); strings.Join(got, " ") != alphabet {
		t.Errorf("the thumb index is\n%v, want\n%v", got, alphabet)
	}
}

func TestUnknownTerm(t *testing.T) {
	_, output, err := build{source: site(t, map[string]string{
		"content/thuat-ngu/product-owner/index.md": entry("Product Owner"),
		"content/p/a.md": "+++\ntitle = \"x\"\n+++\nmột\n\nhai {{< term \"product-onwer\" >}}\n",
	})}.run(t)
	if err == nil {
		t.Error("the build succeeds with a term that is not in the glossary")
	}
	for _, want := range []string{`"product-onwer"`, "thuat-ngu/product-onwer", "a.md:6:5"} {
		if !strings.Contains(output, want) {
			t.Errorf("Hugo says %s, which lacks %s", output, want)
		}
	}
}

func TestUses(t *testing.T) {
	page := func(text string) string { return "+++\ntitle = \"x\"\ndate = 2024-01-01\n+++\n" + text + "\n" }
	public := build{source: site(t, map[string]string{
		"content/thuat-ngu/sprint/index.md": entry("Sprint"),
		"content/thuat-ngu/po/index.md":     entry("PO"),
		"content/p/shortcode.md":            page(`{{< term "sprint" >}}, {{< term sprint "chặng" >}}`),
		"content/p/link.md":                 page(`[chặng](/thuat-ngu/sprint/)`),
		"content/p/relative.md":             page(`[chặng](../../thuat-ngu/sprint/#term)`),
		"content/p/other.md":                page(`Sprint mà không liên kết, {{< term "po" >}}`),
	})}.mustRun(t)
	html := read(t, public, "thuat-ngu", "sprint", "index.html")
	for post, want := range map[string]int{"shortcode": 1, "link": 1, "relative": 1, "other": 0} {
		if got := strings.Count(html, "<h3><a href=/p/"+post+"/>"); got != want {
			t.Errorf("the entry lists %s %d times, want %d", post, got, want)
		}
	}
	if got := strings.Count(read(t, public, "p", "shortcode", "index.html"), "<div popover "); got != 1 {
		t.Errorf("a term used twice has %d popovers, want 1", got)
	}
}

// Nothing in the templates is bound to one blog's names.
func TestOtherNames(t *testing.T) {
	public := build{source: site(t, map[string]string{
		"hugo.toml": `baseURL = "https://example.org/blog/"
locale = "en-GB"
title = "Terms"
theme = "theme"
[outputs]
  home = ["html", "rss", "jsonfeed", "search", "searchindex", "archive"]
[params.postlint.glossary]
  section = "glossary"
  table = "entry"
[params.postlint.ai]
  table = "origin"
[taxonomies]
  topic = "topics"
`,
		"content/glossary/sprint/index.md": "+++\ntitle = \"Sprint\"\n[entry]\nenglish = \"time box\"\ndefinition = \"A fixed time.\"\n+++\n",
		"content/notes/a.md":               "+++\ntitle = \"A\"\ndate = 2024-02-03\ntopics = [\"scrum\"]\n[origin]\nlevel = \"ai-assisted\"\n+++\n{{< term \"sprint\" >}}\n",
	})}.mustRun(t)
	for name, wants := range map[string][]string{
		"glossary/index.html":        {"<h2 id=chu-s>S</h2>", "A fixed time."},
		"glossary/sprint/index.html": {"time box", "/blog/notes/a/"},
		"notes/a/index.html":         {"3 February 2024", "ai-disclosure", "/blog/topics/scrum/", "popovertarget=term-sprint"},
		"search/index.html":          {"/blog/glossary/sprint/", "data-index=/blog/search/index.json"},
		"archive/index.html":         {"/blog/notes/a/"},
		"index.html":                 {`lang=en`, "/blog/glossary/#chu-s"},
	} {
		html := read(t, public, name)
		for _, want := range wants {
			if !strings.Contains(html, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
}

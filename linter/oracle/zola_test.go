package oracle

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"postlint/linter/site"
	"postlint/linter/source"
)

// A blog of Zola's, written for this test, with everything that a path of
// Zola's can be made of: each address is listed by hand.
func TestZolaBlog(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/zola-blog.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var urls []string
	var files []txtar.File
	for _, f := range archive.Files {
		if f.Name == "urls" {
			urls = strings.Fields(strings.ReplaceAll(string(f.Data), " ", "%20"))
			continue
		}
		files = append(files, f)
	}
	dir := t.TempDir()
	write(t, dir, append(files, txtar.Parse([]byte(layouts)).Files...))
	before := build(t, dir, nil)
	overlay, report := mend(t, dir)
	after := build(t, dir, overlay)
	lost := 0
	for _, url := range urls {
		if !served(before, url) {
			lost++
		}
		if !served(after, url) {
			t.Errorf("%s is not served", url)
		}
	}
	t.Logf("%d of %d addresses were lost before", lost, len(urls))
	if lost == 0 {
		t.Error("no address was lost before the fixes: the test shows nothing")
	}
	for name, html := range after {
		if strings.Contains(html, "@/") || strings.Contains(html, "{{") {
			t.Errorf("%s still has something of Zola's:\n%s", name, html)
		}
	}
	for _, d := range report.Left {
		if _, ok := d.Applicable(true); ok {
			t.Errorf("%s: %s is fixable still: %s", d.Path, d.Rule, d.Message)
		}
	}
	if !strings.Contains(after["/notes/links/index.html"], `href="/notes/toi-uu-hoa/#`) {
		t.Errorf("the link to the heading is lost:\n%s", after["/notes/links/index.html"])
	}
}

// Every address of a real blog: its pages and sections by the documented rules,
// and its terms.
func TestZolaCorpus(t *testing.T) {
	files := unpack(t, shared(t, "corpora", "vi-zola-jakeclark.tar.gz"), "content/")
	config := "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"vi\"\n[taxonomies]\ntag = \"tags\"\n" +
		"[languages.vi]\nweight = 1\n[languages.en]\nweight = 2\n-- layouts/all.html --\n{{ .Content }}\n"
	urls := map[string]bool{}
	for _, f := range files {
		for _, url := range zolaURLs(t, f) {
			urls[url] = true
		}
	}
	dir := t.TempDir()
	write(t, dir, append(files, txtar.Parse([]byte("-- hugo.toml --\n"+config)).Files...))
	overlay, report := mend(t, dir)
	after := build(t, dir, overlay)
	for url := range urls {
		if !served(after, url) {
			t.Errorf("%s is not served", url)
		}
	}
	t.Logf("%d addresses of %d files, %d of them mended", len(urls), len(files), len(report.Files))
	if len(urls) < 40 {
		t.Errorf("only %d addresses were looked for", len(urls))
	}
}

var plainName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// zolaURLs returns the addresses that a file of the corpus gives by Zola's
// documentation: its names are all such that slugs are the names themselves.
func zolaURLs(t *testing.T, f txtar.File) []string {
	t.Helper()
	name := strings.TrimSuffix(strings.TrimPrefix(f.Name, "content/"), ".md")
	prefix := "/"
	if rest, english := strings.CutSuffix(name, ".en"); english {
		name, prefix = rest, "/en/"
	}
	d := source.Parse(f.Name, f.Data, nil)
	for _, key := range []string{"slug", "path"} {
		if d.FrontMatter.Lookup(key) != nil {
			t.Fatalf("%s has a %s, which this test does not read", f.Name, key)
		}
	}
	folder := path.Dir(name)
	if base := path.Base(name); base != "index" && base != "_index" {
		folder = name
	}
	var urls []string
	if folder == "." {
		urls = append(urls, prefix)
	} else {
		for _, part := range strings.Split(folder, "/") {
			if !plainName.MatchString(part) {
				t.Fatalf("%s: the slug of %q takes more than this test knows", f.Name, part)
			}
		}
		urls = append(urls, prefix+folder+"/")
	}
	if tags := d.FrontMatter.Lookup("taxonomies", "tags"); tags != nil {
		urls = append(urls, prefix+"tags/")
		for _, v := range tags.Value.Elements {
			term, _ := v.Text()
			if !plainName.MatchString(term) {
				t.Fatalf("%s: the slug of %q takes more than this test knows", f.Name, term)
			}
			urls = append(urls, prefix+"tags/"+term+"/")
		}
	}
	return urls
}

// The blog's own post, as Zola had it.
func TestSeed(t *testing.T) {
	src, err := os.ReadFile(shared(t, "seeds", "000_*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	seed := txtar.File{Name: "content/bai-viet/giai-thich-cac-thuat-ngu.md", Data: src}
	dir := t.TempDir()
	config := txtar.Parse([]byte("-- hugo.toml --\ndefaultContentLanguage = \"vi\"\n[taxonomies]\nchuyen-muc = \"chuyen-muc\"\nthe = \"the\"\n" + layouts))
	write(t, dir, append(config.Files, seed))
	overlay, report := mend(t, dir)
	after := build(t, dir, overlay)
	const url = "/bai-viet/giai-thich-cac-thuat-ngu/"
	if !served(after, url) {
		t.Errorf("%s is not served", url)
	}
	p := report.Index.Page(seed.Name)
	if want := "Bảng tổng hợp các thuật ngữ tham khảo"; p.Title != want {
		t.Errorf("title is %q, want %q", p.Title, want)
	}
	for taxonomy, want := range map[string]string{"chuyen-muc": "quản lý sản phẩm", "the": "thuật ngữ"} {
		if !slices.ContainsFunc(p.Terms, func(term site.Term) bool { return term.Taxonomy == taxonomy && term.Name == want }) {
			t.Errorf("%s is not in %s %q: %v", seed.Name, taxonomy, want, p.Terms)
		}
	}
	if strings.Contains(string(p.Src), "\n\n\n+++") {
		t.Errorf("blank lines are left behind:\n%.600s", p.Src)
	}
	if !strings.Contains(after[url+"index.html"], "😉") {
		t.Error("the note of its author is not restored")
	}
	for _, d := range report.Left {
		if _, ok := d.Applicable(true); ok {
			t.Errorf("%s is fixable still: %s", d.Rule, d.Message)
		}
	}
}

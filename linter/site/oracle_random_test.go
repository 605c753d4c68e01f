package site

import (
	"fmt"
	"math/rand/v2"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// randomSites is how many sites are made up; each has its own seed, which is
// its subtest's name.
const randomSites = 120

// TestOracleRandom compares the index with Hugo over sites that combine
// features at random, the same ones in every run.
func TestOracleRandom(t *testing.T) {
	sites := randomSites
	if testing.Short() {
		sites = 10
	}
	pages := 0
	for seed := range sites {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dir := t.TempDir()
			g := &generator{Rand: rand.New(rand.NewPCG(uint64(seed), 1)), files: map[string]string{}}
			g.site()
			for name, content := range g.files {
				writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), []byte(content))
			}
			pages += checkSite(t, dir)
			if t.Failed() {
				t.Log(g.dump())
			}
		})
	}
	t.Logf("%d pages of %d random sites compared with Hugo", pages, sites)
}

// A generator makes up a site.
type generator struct {
	*rand.Rand
	files     map[string]string
	languages []string
	folders   bool            // a content folder a language
	taken     map[string]bool // logical paths: which of a.md and a/index.md Hugo takes varies from run to run
	capitals  bool            // disablePathToLower: the spelling of a term decides its URL
}

func (g *generator) pick(list ...string) string { return list[g.IntN(len(list))] }

// chance is true n times out of ten.
func (g *generator) chance(n int) bool { return g.IntN(10) < n }

func (g *generator) dump() string {
	names := make([]string, 0, len(g.files))
	for name := range g.files {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "-- %s --\n%s\n", name, g.files[name])
	}
	return b.String()
}

func (g *generator) site() {
	g.files["hugo.toml"] = g.configuration()
	for range 8 + g.IntN(25) {
		g.post(g.folder())
	}
	for range g.IntN(6) {
		g.branch(g.folder())
	}
	for range g.IntN(4) {
		g.bundle(g.folder())
	}
	if g.chance(3) {
		g.branch("")
	}
}

// configuration writes hugo.toml; tables come last.
func (g *generator) configuration() string {
	var top, tables strings.Builder
	fmt.Fprintf(&top, "baseURL = %q\n", g.pick("https://example.org/", "https://example.org/blog/", "https://example.org"))
	if g.chance(5) {
		g.languages = []string{"vi", "en"}
		g.folders = g.chance(4)
		fmt.Fprintln(&top, `defaultContentLanguage = "vi"`)
		for i, l := range g.languages {
			fmt.Fprintf(&tables, "[languages.%s]\nweight = %d\n", l, i+1)
			if g.folders {
				fmt.Fprintf(&tables, "contentDir = \"content/%s\"\n", l)
			}
		}
		if g.chance(3) {
			fmt.Fprintln(&top, "defaultContentLanguageInSubdir = true")
		}
	}
	if g.chance(2) {
		// Without RSS: .Aliases of an unrendered page takes its suffix from the last format.
		fmt.Fprintln(&top, "uglyURLs = true\ndisableKinds = [\"rss\"]")
	}
	if g.chance(2) {
		fmt.Fprintln(&top, "removePathAccents = true")
	}
	if g.capitals = g.chance(1); g.capitals {
		fmt.Fprintln(&top, "disablePathToLower = true")
	}
	if g.chance(3) {
		fmt.Fprintln(&top, `timeZone = "Asia/Ho_Chi_Minh"`)
	}
	if g.chance(4) {
		fmt.Fprintln(&tables, "[taxonomies]\nthe = \"the\"\nchuyen-muc = \"chuyen-muc\"")
	}
	if g.chance(4) {
		fmt.Fprintln(&tables, "[permalinks]")
		for _, section := range []string{"blog", "Bài viết", "docs"} {
			if g.chance(6) {
				fmt.Fprintf(&tables, "%q = %q\n", section, g.pattern())
			}
		}
	}
	if g.chance(2) {
		fmt.Fprintf(&tables, "[permalinks.section]\ndocs = %q\n", g.pick("/d/:sections[1:]/", "/d/:slug/"))
	}
	if g.chance(3) {
		fmt.Fprintln(&tables, "[frontmatter]\ndate = [\":filename\", \":default\"]")
	}
	if g.chance(3) {
		fmt.Fprintf(&tables, "[[cascade]]\n%s\n[cascade.target]\npath = %q\n",
			g.pick("draft = true", "tags = [\"cascaded\"]", "slug = \"from-config\""), g.pick("/blog/**", "/docs/**", "/**"))
	}
	return top.String() + tables.String()
}

func (g *generator) pattern() string {
	return "/" + path.Join(g.pick(":section", ":sections", "x", ":year", ":sectionslugs"), g.pick(":month/:day", ":filename", "y"),
		g.pick(":slug", ":title", ":slugorfilename", ":contentbasename")) + g.pick("/", "")
}

// folder returns a section, nested or not, "" for the top.
func (g *generator) folder() string {
	return g.pick("", "blog", "blog", "blog/2020", "docs", "docs/api", "docs/api-v2", "docs/API/deep", "Bài viết", "a b/c", "tags", "tags/go")
}

// root is where a file of a random language lies, and what its name ends in.
func (g *generator) root() (dir, suffix string) {
	if len(g.languages) == 0 {
		return "content", g.pick("", "", "", ".fr")
	}
	language := g.pick(g.languages...)
	if g.folders {
		return path.Join("content", language), ""
	}
	if language == "vi" && g.chance(7) {
		return "content", ""
	}
	return "content", "." + language
}

func (g *generator) name() string {
	return g.pick("a", "b", "Xin Chào", "đồ-án", "Bảng", "Bảng", "v1.0", "2020-01-02-hello", "2021-05-06-chào bạn", "c++", "x & y", "UPPER", "index2", "same", "go")
}

// take reports whether a logical path is free for a page of this form.
func (g *generator) take(form, name string) bool {
	if g.taken == nil {
		g.taken = map[string]bool{}
	}
	key := strings.ReplaceAll(strings.ToLower(name), " ", "-")
	for _, other := range []string{"page", "leaf", "branch"} {
		if other != form && g.taken[other+key] {
			return false
		}
	}
	g.taken[form+key] = true
	return true
}

func (g *generator) post(folder string) {
	dir, suffix := g.root()
	base := g.name()
	if !g.take("page", path.Join(folder, base)) {
		return
	}
	name := path.Join(dir, folder, base+suffix+g.pick(".md", ".md", ".md", ".org", ".markdown"))
	if strings.HasSuffix(name, ".org") {
		g.files[name] = fmt.Sprintf("#+title: %s\n#+date: 2020-01-02\n\nmột\n\n# more\n\nhai\n", g.pick("A", "B b"))
		return
	}
	g.files[name] = g.document(false)
}

func (g *generator) branch(folder string) {
	dir, suffix := g.root()
	if !g.take("branch", folder) {
		return
	}
	g.files[path.Join(dir, folder, "_index"+suffix+".md")] = g.document(true)
}

func (g *generator) bundle(folder string) {
	dir, suffix := g.root()
	base := path.Join(folder, g.name())
	if !g.take("leaf", base) {
		return
	}
	bundle := path.Join(dir, base)
	g.files[path.Join(bundle, "index"+suffix+".md")] = g.document(false)
	g.files[path.Join(bundle, "ảnh bìa.png")] = "x"
	if g.chance(3) {
		g.files[path.Join(bundle, "note.md")] = g.document(false)
	}
	if g.chance(2) {
		g.files[path.Join(bundle, "Sub", "deep.txt")] = "x"
	}
}

// document writes a post in TOML or YAML.
func (g *generator) document(branch bool) string {
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	toml := g.chance(5)
	assign := ": "
	if toml {
		assign = " = "
	}
	set := func(key, value string) { add("%s%s%s", key, assign, value) }
	if g.chance(8) {
		set("title", g.pick(`"Một"`, `"Hai Ba"`, `"Đồ án: tập 1"`, `""`, `"x/y"`))
	}
	if g.chance(6) {
		set("date", g.pick("2020-01-02", "2021-03-04T05:06:07Z", "2999-01-01", `"2022-01-01T10:00:00"`))
	}
	if g.chance(3) {
		set("slug", g.pick(`"Hello World"`, `"same"`, `"đồ án"`, `"a/b"`, `"-x-"`, `""`))
	}
	if g.chance(1) {
		set("url", g.pick(`"/u/"`, `"v"`, `"/w.html"`, `"/:year/x"`, `"/Đ ơ/"`))
	}
	if g.chance(3) {
		set("aliases", g.pick(`["/old/"]`, `["rel", "/old/x.html"]`, `["../up"]`, `"/one"`))
	}
	if g.chance(2) {
		set("draft", g.pick("true", "false", `"true"`, `"yes"`, "1"))
	}
	if g.chance(1) {
		set("expiryDate", g.pick("2001-01-01", "2999-01-01"))
	}
	if g.chance(1) {
		set("headless", "true")
	}
	if g.chance(2) {
		set("summary", `"tóm tắt"`)
	}
	for _, key := range []string{"tags", "the", "chuyen-muc", "categories"} {
		if g.chance(3) {
			goes := `["Go", "go"]`
			if g.capitals {
				goes = `["Go"]` // which of two spellings Hugo takes varies from run to run
			}
			set(key, g.pick(goes, `["Sản phẩm"]`, `["Sản phẩm"]`, `"x, y"`, `[1, true]`, `["", " pad "]`, `["C#", "a/b"]`))
		}
	}
	lines = append(lines, g.tables(toml, branch)...)
	body := g.pick("", "một hai\n", "một\n\n<!--more-->\n\nhai\n", "một\n\n<!-- more -->\n\nhai\n", "```\n<!--more-->\n```\nhai\n", "{{< details >}}\n<!--more-->\n{{< /details >}}\n")
	fence := "---"
	if toml {
		fence = "+++"
	}
	return fence + "\n" + strings.Join(lines, "\n") + "\n" + fence + "\n" + body
}

// tables writes what must come last in TOML.
func (g *generator) tables(toml, branch bool) []string {
	var lines []string
	if g.chance(1) {
		render, list := g.pick("always", "never", "link"), g.pick("always", "never", "local")
		if toml {
			lines = append(lines, "[build]", fmt.Sprintf("render = %q\nlist = %q", render, list))
		} else {
			lines = append(lines, fmt.Sprintf("build:\n  render: %s\n  list: %s", render, list))
		}
	}
	if branch && g.chance(4) {
		key, value := "slug", `"cascaded"`
		if g.chance(5) {
			key, value = "tags", `["from above"]`
		}
		if toml {
			lines = append(lines, fmt.Sprintf("[cascade]\n%s = %s\n[cascade.target]\nkind = \"page\"", key, value))
		} else {
			lines = append(lines, fmt.Sprintf("cascade:\n  %s: %s\n  target:\n    kind: page", key, value))
		}
	}
	return lines
}

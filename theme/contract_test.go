package theme

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// contract is [params.postlint] of the theme's hugo.toml: what the templates
// read and the linter checks.
type contract struct {
	Image struct {
		Keys, Tables, AltKeys, Places []string
	}
	Summary struct{ Dividers []string }
	AI      struct {
		Table  string
		Levels []string
	}
	Glossary struct{ Section, Table string }
}

// themeConfig is what the tests read of the theme's hugo.toml.
type themeConfig struct {
	Module struct{ HugoVersion struct{ Min string } }
	Params struct{ Postlint contract }
}

func config(t testing.TB) (c themeConfig) {
	t.Helper()
	if err := toml.Unmarshal([]byte(read(t, "hugo.toml")), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// themeCopy copies the theme with one text of its hugo.toml replaced, and returns the folder above it.
func themeCopy(t *testing.T, old, new string) string {
	t.Helper()
	dir := t.TempDir()
	copyTree(t, ".", filepath.Join(dir, "theme"), "node_modules", "testdata", "images")
	path := filepath.Join(dir, "theme", "hugo.toml")
	text := read(t, path)
	if strings.Count(text, old) != 1 {
		t.Fatalf("hugo.toml has %q %d times, want once", old, strings.Count(text, old))
	}
	write(t, path, strings.Replace(text, old, new, 1))
	return dir
}

// Each part of the contract is changed in a copy of the theme; the templates follow.
func TestContractIsFollowed(t *testing.T) {
	source := site(t, map[string]string{
		"content/p/picture/index.md":   "+++\ntitle = \"x\"\ndate = 2024-01-01\nfeature_image = \"a.svg\"\nanh_dai_dien = \"b.svg\"\nta_anh = \"lời\"\n[khac]\nfeature_image = \"c.svg\"\n+++\n",
		"i18n/vi.toml":                 "[ai_may-viet]\nother = \"Máy viết\"\n",
		"content/p/picture/a.svg":      svg(1),
		"content/p/picture/b.svg":      svg(2),
		"content/p/picture/c.svg":      svg(3),
		"assets/a.svg":                 svg(4),
		"content/p/summary.md":         "+++\ntitle = \"x\"\ndate = 2024-01-01\ndescription = \"lời giới thiệu\"\n+++\nmột\n\n<!-- doc tiep -->\n\nhai\n",
		"content/p/ai.md":              "+++\ntitle = \"x\"\ndate = 2024-01-01\n[may]\nlevel = \"ai-assisted\"\n+++\n",
		"content/p/level.md":           "+++\ntitle = \"x\"\ndate = 2024-01-01\n[ai]\nlevel = \"may-viet\"\n+++\n",
		"content/tu-dien/po/index.md":  "+++\ntitle = \"PO\"\n[term]\nenglish = \"Product Owner\"\n+++\n",
		"content/thuat-ngu/x/index.md": "+++\ntitle = \"X\"\n[muc]\nenglish = \"Unknown\"\n+++\n",
	})
	for _, change := range []struct{ old, new, page, before, after string }{
		{`keys = ["feature_image"`, `keys = ["anh_dai_dien"`, "p/picture/index.html", "width=1 ", "width=2 "},
		{`tables = [""`, `tables = ["khac"`, "p/picture/index.html", "width=1 ", "width=3 "},
		{`altKeys = [`, `altKeys = ["ta_anh", `, "p/picture/index.html", "a.svg alt ", "a.svg alt=lời "},
		{`places = ["bundle"`, `places = ["assets"`, "p/picture/index.html", "width=1 ", "width=4 "},
		{`dividers = ["<!-- more -->"`, `dividers = ["<!-- doc tiep -->"`, "p/index.html", "<p>lời giới thiệu</p>", "<p>một</p>"},
		{`table = "ai"`, `table = "may"`, "p/ai/index.html", "", "Người viết, có AI hỗ trợ"},
		{`"ai-autonomous"]`, `"may-viet"]`, "p/level/index.html", "Mức dùng AI: may-viet", "Máy viết"},
		{`section = "thuat-ngu"`, `section = "tu-dien"`, "tu-dien/index.html", "", "class=entries"},
		{`table = "term"`, `table = "muc"`, "thuat-ngu/x/index.html", "", ">Unknown</i>"},
	} {
		before := read(t, build{source: source}.mustRun(t), change.page)
		after := read(t, build{source: source, themes: themeCopy(t, change.old, change.new)}.mustRun(t), change.page)
		if !strings.Contains(before, change.before) || strings.Contains(before, change.after) {
			t.Errorf("%s: %s should show %q and not %q", change.old, change.page, change.before, change.after)
		}
		if !strings.Contains(after, change.after) {
			t.Errorf("%s: %s should show %q", change.new, change.page, change.after)
		}
	}
}

// The templates read the contract's names; none of them is written down a second time.
func TestNothingHardCoded(t *testing.T) {
	c := config(t).Params.Postlint
	names := append([]string{c.Glossary.Section, "bai-viet", "chuyen-muc", "tags", "categories"}, c.Image.Keys[:2]...)
	for _, folder := range []string{"layouts", "assets"} {
		eachFile(t, folder, ".html.xml.json.js.css.txt", func(name, text string) {
			text = strings.ReplaceAll(text, `(dict "tags" (uniq .))`, "") // JSON Feed's own name
			for _, word := range names {
				if regexp.MustCompile(`["'/.]` + regexp.QuoteMeta(word) + `["'/ ]`).MatchString(text) {
					t.Errorf("%s/%s names %q", folder, name, word)
				}
			}
		})
	}
}

// The oldest Hugo stands in two files.
func TestOldestHugo(t *testing.T) {
	var about struct {
		MinVersion string `toml:"min_version"`
	}
	if err := toml.Unmarshal([]byte(read(t, "theme.toml")), &about); err != nil {
		t.Fatal(err)
	}
	if got := config(t).Module.HugoVersion.Min; got != about.MinVersion || got == "" {
		t.Errorf("hugo.toml wants Hugo %q, theme.toml %q", got, about.MinVersion)
	}
}

// Both languages say everything, and say nothing that no template asks for.
func TestTranslations(t *testing.T) {
	templates := &strings.Builder{}
	eachFile(t, "layouts", ".html.xml.json", func(_, text string) { templates.WriteString(text) })
	words := map[string]map[string]any{}
	for _, language := range []string{"vi", "en"} {
		var table map[string]any
		if err := toml.Unmarshal([]byte(read(t, "i18n", language+".toml")), &table); err != nil {
			t.Fatal(err)
		}
		words[language] = table
	}
	for key := range words["vi"] {
		if words["en"][key] == nil {
			t.Errorf("en.toml lacks %s", key)
		}
		family, _, _ := strings.Cut(key, "_")
		if !strings.Contains(templates.String(), fmt.Sprintf("i18n %q", key)) && !strings.Contains(templates.String(), `(printf "`+family+`_%s"`) {
			t.Errorf("no template asks for %s", key)
		}
	}
	for key := range words["en"] {
		if words["vi"][key] == nil {
			t.Errorf("vi.toml lacks %s", key)
		}
	}
	for _, level := range config(t).Params.Postlint.AI.Levels {
		if words["vi"]["ai_"+level] == nil {
			t.Errorf("no words for the level %s", level)
		}
	}
}

//go:generate go test -run TestFrontMatterPage -update

// TestFrontMatterPage compares front-matter.md with the contract; -update writes it.
func TestFrontMatterPage(t *testing.T) {
	want := frontMatterPage(config(t).Params.Postlint)
	if *update {
		write(t, "front-matter.md", want)
	}
	got, err := os.ReadFile("front-matter.md")
	if err != nil || string(got) != want {
		t.Errorf("front-matter.md is stale (%v): run go generate ./theme", err)
	}
}

// frontMatterPage returns the page of the keys that the theme reads.
func frontMatterPage(c contract) string {
	code := func(words []string) string { return "`" + strings.Join(words, "`, `") + "`" }
	tables := make([]string, len(c.Image.Tables))
	for i, table := range c.Image.Tables {
		tables[i] = "at the top level"
		if table != "" {
			tables[i] = "in `[" + table + "]`"
		}
	}
	places := map[string]string{
		"bundle": "the post's own folder (a page bundle; names given under `[[resources]]` count too)",
		"assets": "`assets/`", "static": "`static/`",
	}
	var where []string
	for _, place := range c.Image.Places {
		where = append(where, places[place])
	}
	return fmt.Sprintf(`<!-- Generated from hugo.toml by go generate; do not edit. -->

# Front matter that the theme reads

A site may change any of these names under `+"`[params.postlint]`"+` in its own hugo.toml; the templates
and the linter follow. Hugo's own keys mean what they mean in Hugo.

## A post

| key | what readers see |
|---|---|
| `+"`title`"+` | the heading; without it, the name of the file |
| `+"`date`"+` | the date in the byline; a page without a date is no post: no byline, no neighbours |
| `+"`lastmod`"+` | “last changed” in the byline, when it is more than a day after `+"`date`"+` |
| `+"`description`"+` | the line below the heading, search engines, shared links |
| `+"`summary`"+` | lists and feeds, if the text has no divider |
| `+"`author`"+` | the byline; `+"`params.author`"+` of the site otherwise |
| `+"`draft`"+` | the mark “draft” in a preview |
| each taxonomy of the site | its terms, below the text, and in feeds |

## The feature image

The first of %s that holds a text (or a list of texts) names the image. All keys are looked for %s.

Its description for those who do not see it: the first of %s.

A file is looked for in %s. A path that begins with `+"`/`"+` is a path of the site and skips the post's folder.
An address with `+"`https://`"+` is shown as it is; it is fetched, and made a local picture, only if the site sets
`+"`params.fetchRemoteImages = true`"+`. If no key is set, a page resource whose `+"`name`"+` is one of the keys is shown.

## The summary

What stands before `+"`<!--more-->`"+`; else before %s outside of code; else `+"`summary`"+`, the definition of a
glossary entry, `+"`description`"+`, or what Hugo takes from the beginning.

## What a machine wrote: `+"`[%s]`"+`

| key | value |
|---|---|
| `+"`level`"+` | one of %s |
| `+"`tool`"+` | what was used |
| `+"`scope`"+` | which part |
| `+"`reviewed_by`"+` | who checked it |
| `+"`reviewed_on`"+` | when, a date |

The note stands below the byline, in `+"`<meta name=\"ai-disclosure\">`"+`, in JSON-LD and in the feeds. `+"`params.aiPolicy`"+`
of the site names the page that the note links to.

## A glossary entry: pages in `+"`content/%s/`"+`, table `+"`[%s]`"+`

| key | what readers see |
|---|---|
| `+"`vietnamese`, `english`, `abbreviation`"+` | beside the headword, where they differ from `+"`title`"+` |
| `+"`also`"+` | other names, which the filter and the search find |
| `+"`definition`"+` | one or two sentences: below the headword, in lists, in the popover of `+"`{{< term \"folder-name\" >}}`"+` |
| `+"`related`"+` | folder names of entries, as “see also” |
| `+"`confused_with`"+` | folder names of entries, with their definitions |

`+"`owns` and `not_owns`"+` are for the linter; the theme does not show them.
`,
		code(c.Image.Keys), strings.Join(tables, ", then "), code(c.Image.AltKeys), strings.Join(where, ", then "),
		code(c.Summary.Dividers), c.AI.Table, code(c.AI.Levels), c.Glossary.Section, c.Glossary.Table)
}

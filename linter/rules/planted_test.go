package rules

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"postlint/linter/lint"
	"postlint/linter/linttest"
	"postlint/linter/site"
)

// planted are misspellings of keys that this repository's site reads, each with
// the key that it stands for: Hugo's own, the theme's, and those of tables.
var planted = [][2]string{
	{"titel", "title"}, {"descripton", "description"}, {"draf", "draft"}, {"alises", "aliases"}, {"expirydat", "expirydate"},
	{"sumary", "summary"}, {"lastmd", "lastmod"}, {"wieght", "weight"}, {"slugg", "slug"}, {"keyword", "keywords"},
	{"publishdaet", "publishdate"}, {"lnktitle", "linktitle"}, {"layuot", "layout"}, {"outptus", "outputs"}, {"markpu", "markup"},
	{"translatonkey", "translationkey"}, {"isCJKLangauge", "isCJKLanguage"}, {"headles", "headless"}, {"ulr", "url"}, {"resorces", "resources"},
	{"feature_imge", "feature_image"}, {"feature_image_atl", "feature_image_alt"}, {"featured_imgae", "featured_image"},
	{"term.definiton", "definition"}, {"term.abreviation", "abbreviation"}, {"term.relatd", "related"}, {"term.vietnames", "vietnamese"},
	{"term.confusd_with", "confused_with"}, {"ai.levle", "level"}, {"ai.reviewd_by", "reviewed_by"}, {"ai.scpoe", "scope"},
	{"sitemap.prority", "priority"}, {"build.rendr", "render"},
}

// TestPlantedKeys misspells one key in each of some posts of this repository's
// site, and expects unknown-key to find them, to know what was meant, and to say
// nothing else.
func TestPlantedKeys(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	posts, err := filepath.Glob(filepath.Join(root, "content", "thuat-ngu", "*", "index.md"))
	if err != nil || len(posts) < len(planted) {
		t.Fatalf("%d posts to misspell %d keys in: %v", len(posts), len(planted), err)
	}
	overlay, want := map[string][]byte{}, []string{}
	for i, p := range planted {
		src, err := os.ReadFile(posts[i])
		if err != nil {
			t.Fatal(err)
		}
		rel, _ := filepath.Rel(root, posts[i])
		overlay[posts[i]] = plant(t, string(src), p[0], p[1])
		_, key, nested := strings.Cut(p[0], ".")
		if !nested {
			key = p[0]
		}
		want = append(want, fmt.Sprintf("%s: %q is %q", filepath.ToSlash(rel), key, p[1]))
	}
	x, err := site.Load(site.Options{Dir: root, Now: linttest.Now, Overlay: overlay})
	if err != nil {
		t.Fatal(err)
	}
	found, errs := lint.Run(x, lint.Plan{Rules: func(*site.Page) []lint.Rule { return []lint.Rule{unknownKey} }})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for _, d := range found {
		got = append(got, fmt.Sprintf("%s: %q is %q", d.Path, d.Message.Args[0], d.Message.Args[1]))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// plant writes a misspelled key in the place of the right one into TOML front matter.
func plant(t *testing.T, src, misspelled, right string) []byte {
	t.Helper()
	table, key, nested := strings.Cut(misspelled, ".")
	if !nested {
		table, key = "", misspelled
	}
	src = regexp.MustCompile(`(?m)^`+right+` = .*\n`).ReplaceAllString(src, "")
	entry := key + " = \"x\"\n"
	switch header := "[" + table + "]\n"; {
	case table == "":
		return []byte(strings.Replace(src, "+++\n", "+++\n"+entry, 1))
	case strings.Contains(src, header):
		return []byte(strings.Replace(src, header, header+entry, 1))
	default:
		end := strings.Index(src[4:], "\n+++")
		if end < 0 {
			t.Fatalf("no TOML front matter: %s", src)
		}
		return bytes.Join([][]byte{[]byte(src[:4+end]), []byte(header + entry), []byte(src[4+end+1:])}, []byte("\n"))
	}
}

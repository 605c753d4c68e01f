package rules

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bep/logg"
	"github.com/bep/overlayfs"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/linttest"
)

// silentRows are the things that go wrong without a word from Hugo: the rule
// that says it, an archive that shows it, and a part of a line in it that the rule
// reports, after the path and a colon.
var silentRows = []struct{ trap, rule, archive, line string }{
	{"a divider with blanks", "misspelled-summary-divider", "toml", "<!-- more -->"},
	{"a divider in capitals", "misspelled-summary-divider", "toml", "<!--More-->"},
	{"a divider in code", "divider-in-code", "toml", "<!--more-->"},
	{"Zola's terms", "zola-front-matter", "toml", "[taxonomies]"},
	{"Zola's parameters", "zola-front-matter", "toml", "[extra]"},
	{"Zola's date of the last change", "zola-front-matter", "keys", "updated"},
	{"Zola's template", "zola-front-matter", "keys", "template"},
	{"draft after a table", "swallowed-key", "toml", "draft"},
	{"date after a table", "swallowed-key", "toml", "date"},
	{"tags after a table", "swallowed-key", "toml", "tags"},
	{"draft: yes", "unread-draft-flag", "yaml", "draft: yes"},
	{"draft in quotes", "unread-draft-flag", "yaml", "quoted.md: draft"},
	{"drafts: true", "unread-draft-flag", "yaml", "drafts: "},
	{"draft in params", "misplaced-draft", "nested", "params.md:   draft"},
	{"a comment before the front matter", "unseen-front-matter", "before", "comment.md: <!--"},
	{"a zero-width space before the front matter", "unseen-front-matter", "before", "unseen.md: \u200b---"},
	{"the singular of a taxonomy", "singular-taxonomy-key", "toml", "tag = "},
	{"terms in one string", "joined-terms", "toml", "thuật ngữ, vai trò"},
	{"terms in a table", "unreadable-terms", "yaml", "tags: {go: yes}"},
	{"terms in a nested list", "unreadable-terms", "yaml", "tags: [[go, web]]"},
	{"terms in several letter cases", "conflicting-terms", "toml", "SCRUM"},
	{"a padded term", "padded-term", "yaml", `" go "`},
	{"a term with two blanks", "padded-term", "yaml", `"product  owner"`},
	{"a term in two normal forms", "conflicting-terms", "yaml", "qua\u0309n ly\u0301"},
	{"one slug in two posts", "duplicate-url", "slug_yaml", "slug: scrum"},
	{"a page beside a bundle", "shadowed-file", "kinds", "posts/a.md: "},
	{"two letter cases of a name", "shadowed-file", "kinds", "posts/c.md: "},
	{"two markups", "shadowed-file", "kinds", "posts/b.md: "},
	{"posts beside index.md", "swallowed-page", "yaml", "posts/dated.md: "},
	{"_index.md beside index.md", "swallowed-page", "yaml", "posts/sub/_index.md: "},
	{"a folder beside index.md", "swallowed-page", "yaml", "posts/bundle/index.md: "},
	{"_index.md for index.md", "misnamed-index", "section", "posts/b/_index.md: "},
	{"an alias that is a page's URL", "alias-conflict", "yaml", "/posts/b/"},
	{"an alias with a blank", "mistyped-value", "lost", "/scrum guide/"},
	{"a layout that is not there", "missing-layout", "toml", "nosuch"},
	{"MDX", "stray-file", "kinds", "posts/a.mdx: "},
	{"text", "stray-file", "kinds", "posts/b.txt: "},
	{"README.md", "stray-file", "kinds", "posts/README.md: "},
	{"a language the site does not have", "undeclared-language", "kinds", "posts/a.fr.md: "},
	{"a date in the future", "future-date", "dates", "2062-01-02"},
	{"an expired post", "expired-post", "dates", "expiryDate"},
	{"a link to a draft", "link-to-draft", "links", "/posts/draft/"},
	{"an image that is not there", "broken-image", "toml", "anh-1.png"},
	{"a link that leads nowhere", "broken-link", "kinds", "/nowhere/at-all.html"},
	{"a place that is not on the page", "broken-anchor", "near", "#The-Plan"},
	{"a link to a file of the content folder", "link-to-source", "paths", ".md"},
	{"a javascript: link", "emptied-link", "all", "javascript:"},
	{"an image with a blank", "broken-image", "blank", "the board.png"},
	{"a weight that is a word", "mistyped-value", "lost", "weight: heavy"},
	{"a sitemap that is a word", "mistyped-value", "lost", "sitemap: nope"},
	{"a title that is a list", "mistyped-value", "lost", "title: ["},
}

// TestHugoIsSilent checks that each trap is reported, and that Hugo builds the
// same site with neither an error nor a warning.
func TestHugoIsSilent(t *testing.T) {
	for _, row := range silentRows {
		t.Run(row.trap, func(t *testing.T) {
			t.Parallel()
			i := slices.IndexFunc(All, func(r lint.Rule) bool { return r.Name == row.rule })
			if i < 0 {
				t.Fatalf("there is no rule %s", row.rule)
			}
			archive, err := os.ReadFile(filepath.Join("testdata", linttest.FileName(All[i]), row.archive+".txtar"))
			if err != nil {
				t.Fatal(err)
			}
			found := linttest.Lint(t, All[i], "", string(archive))
			if !slices.ContainsFunc(found, func(d lint.Diagnostic) bool { return strings.Contains(lineOf(archive, d), row.line) }) {
				t.Errorf("%s reports nothing at %q, only:\n%v", row.rule, row.line, found)
			}
			if logged, err := buildSite(t, archive); err != nil || len(logged) > 0 {
				t.Errorf("Hugo is not silent: %v %q", err, logged)
			}
		})
	}
}

// lineOf returns the path of a diagnostic and the line it begins in.
func lineOf(archive []byte, d lint.Diagnostic) string {
	for _, f := range txtar.Parse(archive).Files {
		if f.Name == d.Path {
			start := bytes.LastIndexByte(f.Data[:d.Span.Start], '\n') + 1
			line, _, _ := bytes.Cut(f.Data[start:], []byte("\n"))
			return d.Path + ": " + string(line)
		}
	}
	return ""
}

// buildSite builds the site of an archive with Hugo, in memory and pages
// included, as "hugo" does without flags. It returns what Hugo logged of level
// WARN and above.
func buildSite(t *testing.T, archive []byte) (logged []string, err error) {
	t.Helper()
	dir := t.TempDir()
	writeSite(t, dir, archive)
	source := overlayfs.New(overlayfs.Options{
		Fss: []afero.Fs{afero.NewMemMapFs(), afero.NewReadOnlyFs(hugofs.Os)}, FirstWritable: true,
	})
	flags := config.New()
	for key, value := range map[string]any{
		"workingDir": dir, "cacheDir": "/cache", "publishDirDynamic": "/", "environment": "production",
		"security.exec.allow": []string{"none"}, "security.http.urls": []string{"none"},
	} {
		flags.Set(key, value)
	}
	log := loggers.New(loggers.Options{
		Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn, StdOut: io.Discard, StdErr: io.Discard,
		HandlerPost: func(e *logg.Entry) error {
			if e.Level >= logg.LevelWarn {
				logged = append(logged, e.Level.String()+": "+e.Message)
			}
			return nil
		},
	})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, ConfigDir: "config", Environment: "production", Logger: log, SkipNpmCheck: true,
	})
	if err != nil {
		return logged, err
	}
	flags.Set("publishDir", configs.Base.PublishDir)
	fs := hugofs.NewFromSourceAndDestination(source, afero.NewMemMapFs(), flags)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{Configs: configs, Fs: fs, TestLogger: log})
	if err != nil {
		return logged, err
	}
	defer sites.Close()
	err = sites.Build(hugolib.BuildCfg{NoBuildLock: true})
	return logged, err
}

// writeSite writes the files of an archive, with a configuration and one
// template for all pages where it has none.
func writeSite(t *testing.T, dir string, archive []byte) {
	t.Helper()
	files := map[string][]byte{"hugo.toml": nil, "layouts/all.html": []byte("{{ .Title }} {{ .Summary }} {{ .Content }}\n")}
	for _, f := range txtar.Parse(archive).Files {
		if !isGolden(f.Name) {
			files[f.Name] = f.Data
		}
	}
	for name, data := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// isGolden reports whether a section of an archive is an outcome, not a file of the site.
func isGolden(name string) bool {
	return name == "want" || strings.HasPrefix(name, "fixed/") || strings.HasPrefix(name, "unsafe/")
}

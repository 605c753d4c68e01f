package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"postlint/linter/config"
	"postlint/linter/git"
	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// A history is a git repository with a site, to which random things happen.
type history struct {
	t      *testing.T
	random *rand.Rand
	root   string // of the site, which may be below the top
	top    string
	env    []string
}

// gitSettings keep git away from the settings of whoever runs the tests.
var gitSettings = []string{"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org",
	"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org"}

func newHistory(t *testing.T, seed uint64) *history {
	top, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	h := &history{t: t, random: rand.New(rand.NewPCG(seed, 1)), root: top, top: top, env: append(os.Environ(), gitSettings...)}
	if seed%3 == 0 {
		h.root = filepath.Join(top, "trang web")
	}
	h.git("init", "--quiet")
	return h
}

func (h *history) git(args ...string) {
	h.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = h.top, h.env
	if out, err := cmd.CombinedOutput(); err != nil {
		h.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// names are the files that come and go, and what may be in them.
func (h *history) content(name string) []byte {
	pick := func(list ...string) string { return list[h.random.IntN(len(list))] }
	link := pick("/p/a/", "/p/b/", "/p/đẹp/", "/p/old/", "../b/", "/bundle/", "/img/x.png", "x.png", "/p/a/#h", "b.md")
	switch filepath.Ext(name) {
	case ".png":
		var b bytes.Buffer
		size := 1 + h.random.IntN(3)
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size, size))); err != nil {
			h.t.Fatal(err)
		}
		return b.Bytes()[:b.Len()-h.random.IntN(2)*(b.Len()-5)]
	case ".html":
		return []byte(pick("<h1>{{ .Title }}</h1>\n", "<p id=\"h\">{{ .Inner }}</p>\n", "<a href=\"{{ .Destination }}\">x</a>\n", "{{ .Page.RelPermalink }}\n", ""))
	case ".toml":
		return []byte(pick("", "theme = \"plain\"\n") + pick("baseURL = \"https://example.org/\"\n", "baseURL = \"https://example.org/blog/\"\n") +
			pick("", "[taxonomies]\ncategory = \"chuyen-muc\"\n", "[params.postlint.rules.missing-field]\nfields = [\"date\"]\n", "[permalinks]\np = \"/:year/:slug/\"\n", "[markup.goldmark.extensions]\nlinkify = false\n"))
	}
	front := fmt.Sprintf("title: %s\n%s%s%s", pick("A", "Đẹp", "\"Sản pháº©m\""), pick("", "draft: yes\n", "draft: true\n", "draft: \"yes\"\n"),
		pick("", "url: /p/same/\n", "aliases: [/p/a/]\n", "tags: [PM, pm]\n", "tags: \"a, b\"\n"), pick("", "date: 2026-01-01\n", "date: 2030-01-01\n"))
	body := fmt.Sprintf("# H\n\nSee [x](%s) and ![](%s), https://example.org/p/gone/.\n\n{{< %s >}}\n", link, pick("x.png", "/img/x.png"), pick("note", "figure", "gone"))
	return []byte("---\n" + front + "---\n\n" + body + strings.Repeat(pick("Một câu.\n\n", "See [y]("+link+").\n\n"), h.random.IntN(4)))
}

var historyNames = []string{
	"hugo.toml", "content/p/a.md", "content/p/b.md", "content/p/đẹp.md", "content/p/_index.md", "content/p/a b.md", "content/bundle/index.md", "content/bundle/x.png",
	"content/q/only.md", "content/p/old.md", "static/img/x.png", "layouts/_shortcodes/note.html", "layouts/_markup/render-link.html", "layouts/single.html",
	"themes/plain/layouts/single.html", "themes/plain/hugo.toml", "config/_default/params.toml",
}

// happen changes some files of the site.
func (h *history) happen(times int) {
	for range times {
		name := filepath.Join(h.root, filepath.FromSlash(historyNames[h.random.IntN(len(historyNames))]))
		other := filepath.Join(h.root, filepath.FromSlash(historyNames[1+h.random.IntN(6)]))
		if strings.HasSuffix(name, "params.toml") {
			h.write(name, []byte("x = 1\n"))
			continue
		}
		switch h.random.IntN(6) {
		case 0:
			os.Remove(name)
		case 1:
			if strings.HasSuffix(name, ".md") {
				os.Rename(other, name)
			}
		case 2:
			if src, err := os.ReadFile(name); err == nil && strings.HasSuffix(name, ".md") {
				h.write(name, append(src, "One more [line](/p/b/).\n"...))
			}
		default:
			h.write(name, h.content(name))
		}
	}
	// As in a checkout, there are no empty folders.
	for _, dir := range []string{"content/q", "content/bundle", "content/p", "static/img", "static", "layouts/_markup", "layouts/_shortcodes", "layouts",
		"themes/plain/layouts", "themes/plain", "themes", "config/_default", "config"} {
		os.Remove(filepath.Join(h.root, filepath.FromSlash(dir)))
	}
}

func (h *history) write(name string, src []byte) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(name, src, 0o666); err != nil {
		h.t.Fatal(err)
	}
}

var historyNow = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)

// seen returns what postlint makes of a site: what it finds, and the status of each post.
// Where it can, it takes what like has read.
func seen(t *testing.T, root string, overlay map[string][]byte, like *site.Index) string {
	t.Helper()
	x, err := site.Load(site.Options{Dir: root, Now: historyNow, Overlay: overlay, Environ: []string{"X=y"}, Like: like})
	if err != nil {
		return "cannot be read: " + strings.ReplaceAll(err.Error(), root, "ROOT")
	}
	var b strings.Builder
	for _, note := range x.Notes {
		fmt.Fprintln(&b, strings.ReplaceAll(note.String(), root, "ROOT"))
	}
	for _, f := range x.Config.Files {
		fmt.Fprintln(&b, strings.TrimPrefix(f, root))
	}
	cfg, err := config.Load(x, rules.All, config.Flags{})
	if err != nil {
		return b.String() + err.Error()
	}
	found, errs := lint.Run(x, lint.Plan{Rules: cfg.Rules})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	for _, d := range found {
		fmt.Fprintf(&b, "%s:%d-%d: %s: %s; %s\n", d.Path, d.Span.Start, d.Span.End, d.Rule, d.Message, d.Effect)
	}
	for _, p := range x.Pages {
		s := statusOf(x, p)
		fmt.Fprintf(&b, "%+v %d\n", s, len(p.Src))
	}
	return b.String()
}

// checkout returns a folder with the site of a revision, or of the index.
func (h *history) checkout(rev string) string {
	h.t.Helper()
	top, err := filepath.EvalSymlinks(h.t.TempDir())
	if err != nil {
		h.t.Fatal(err)
	}
	dir := filepath.Join(top, "copy")
	if rev == "" {
		h.git("checkout-index", "--all", "--prefix="+dir+"/")
	} else {
		h.git("worktree", "add", "--quiet", "--detach", dir, rev)
	}
	root := filepath.Join(dir, strings.TrimPrefix(h.root, h.top))
	if err := os.MkdirAll(root, 0o777); err != nil {
		h.t.Fatal(err)
	}
	return root
}

// TestOverlayIsCheckout compares a site that is read from git's objects with a
// checkout of the same commit, and one of the index.
func TestOverlayIsCheckout(t *testing.T) {
	histories := 24
	if testing.Short() {
		histories = 6
	}
	different := 0
	for seed := range histories {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			h := newHistory(t, uint64(seed))
			h.happen(25)
			commits := 1 + h.random.IntN(4)
			for range commits {
				h.happen(1 + h.random.IntN(8))
				h.git("add", "--all")
				h.git("commit", "--quiet", "--allow-empty", "-m", "x")
			}
			h.happen(h.random.IntN(6))
			h.git("add", "--all")
			h.happen(h.random.IntN(6))
			before := h.state()

			if err := os.MkdirAll(h.root, 0o777); err != nil {
				t.Fatal(err)
			}
			repository, err := git.Open(h.root, h.top, h.env)
			if err != nil {
				t.Fatal(err)
			}
			rev := fmt.Sprintf("HEAD~%d", h.random.IntN(commits))
			since, err := repository.Since(rev, nil)
			if err != nil {
				t.Fatal(err)
			}
			staged, err := repository.Staged()
			if err != nil {
				t.Fatal(err)
			}
			if after := h.state(); after != before {
				t.Errorf("git's state is not what it was:\n%s\n%s", before, after)
			}
			for _, c := range []struct {
				name, rev string
				overlay   map[string][]byte
			}{{rev, rev, since.Then}, {"HEAD", "HEAD", staged.Then}, {"the index", "", staged.Now}} {
				// A site that cannot be read is like no other.
				like, _ := site.Load(site.Options{Dir: h.root, Now: historyNow, Environ: []string{"X=y"}})
				got, want := seen(t, h.root, c.overlay, like), seen(t, h.checkout(c.rev), nil, nil)
				if got != want {
					t.Errorf("%s is read from git as\n%s\nand from a checkout as\n%s", c.name, got, want)
				}
				if got != seen(t, h.root, nil, nil) {
					different++
				}
			}
		})
	}
	if different < histories {
		t.Errorf("only %d states of %d histories differ from the work tree; expected a test of something", different, histories)
	}
}

// state is what must not change: the index and what git says of the files.
func (h *history) state() string {
	index, err := os.ReadFile(filepath.Join(h.top, ".git", "index"))
	if err != nil {
		h.t.Fatal(err)
	}
	cmd := exec.Command("git", "status", "--porcelain=v2")
	cmd.Dir, cmd.Env = h.top, slices.Concat(h.env, []string{"GIT_OPTIONAL_LOCKS=0"})
	out, err := cmd.Output()
	if err != nil {
		h.t.Fatal(err)
	}
	return fmt.Sprintf("%x\n%s", index, out)
}

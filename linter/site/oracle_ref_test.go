package site

import (
	"fmt"
	"math/rand/v2"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/resources/page"
)

// TestOracleRef compares what Ref finds with what Hugo's relref does, for
// references of every form between the pages of random sites.
func TestOracleRef(t *testing.T) {
	refs := 0
	for seed := range 25 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dir := t.TempDir()
			g := &generator{Rand: rand.New(rand.NewPCG(uint64(seed), 3)), files: map[string]string{}}
			g.site()
			for name, content := range g.files {
				writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), []byte(content))
			}
			refs += checkRefs(t, dir)
		})
	}
	t.Logf("%d references compared with Hugo", refs)
}

func checkRefs(t *testing.T, dir string) int {
	t.Helper()
	o := askHugo(t, dir)
	x, err := Load(Options{Dir: dir, Environ: []string{"HUGO_BUILDDRAFTS=true", "HUGO_BUILDFUTURE=true", "HUGO_BUILDEXPIRED=true"}})
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]page.Page{}
	for _, s := range o.everySite() {
		for _, p := range s.Pages() {
			if p.File() != nil {
				pages[s.Language().Lang+p.File().Filename()] = p
			}
		}
	}
	written := references(x)
	n := 0
	for _, from := range x.Pages {
		p := pages[from.Language+from.Filename]
		if p == nil {
			continue
		}
		for _, ref := range written {
			link, err := p.RelRef(map[string]any{"path": ref})
			if err != nil {
				link = ""
			}
			n++
			target, ambiguous := x.Ref(from, ref, "")
			if got := x.linkOf(target); got != link {
				t.Errorf("%s: ref %q\n\thugo: %q\n\tours: %q, ambiguous %d", from.Document.Path, ref, link, got, len(ambiguous))
			}
		}
	}
	return n
}

// linkOf is the URL that relref emits for a target with a page.
func (x *Index) linkOf(t Target) string {
	if t.node == nil {
		return ""
	}
	link, _ := t.node.permalinks()
	return link
}

// references writes every page of a site in every form a reference has, and
// some that lead nowhere.
func references(x *Index) []string {
	refs := []string{"/", "nosuch", "nosuch.md", "/nosuch", "./nosuch.md", "../", "_index.md", "index", "tags", "/tags/go"}
	for _, p := range x.Pages {
		if p.node == nil || p.node.bundled {
			continue
		}
		base := path.Base(p.Document.Path)
		within := strings.TrimPrefix(p.Document.Path, "content/")
		refs = append(refs, p.Path, strings.TrimPrefix(p.Path, "/"), path.Base(p.Path), base, within, "/"+within, "./"+base, "../"+base, strings.ToUpper(path.Base(p.Path)))
	}
	slices.Sort(refs)
	return slices.Compact(refs)
}

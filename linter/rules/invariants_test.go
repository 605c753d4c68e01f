package rules

import (
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/linttest"
	"postlint/linter/site"
)

// mayChange says what the safe fixes of a rule change, which is what the rule
// is about; a rule that is not in the table changes nothing. "url" is the page's address,
// "state" whether it is published, "text" what readers read, "links" where links lead, "images" and "code" what
// they are, "anchors" the ids, which follow the text of headings; ".title" is a top-level key of the front matter, ".terms"
// any that a taxonomy reads, ".*" any at all.
var mayChange = map[string][]string{
	"absolute-self-link":    {"links"},
	"decomposed-unicode":    {".*", "text", "images"},
	"empty-term":            {".terms"},
	"invisible-character":   {".*", "text", "images", "anchors"},
	"joined-terms":          {".terms"},
	"lookalike-letter":      {".*", "text", "images"},
	"misplaced-draft":       {".cover", ".draft", ".extra", ".params", "state"},
	"misspelled-ai-tool":    {".ai", "text", "anchors"},
	"mojibake":              {".*", "text"},
	"padded-term":           {".terms"},
	"singular-taxonomy-key": {".terms"},
	"unread-draft-flag":     {".*", "state"}, // the flag has many spellings
	"unseen-front-matter":   {".*", "state", "text", "anchors"},
	"untidy-slug":           {".slug"},
	"unused-allowance":      {".postlint"},
	"zola-front-matter":     {".*"}, // [extra] holds any key
	"zola-link":             {"links"},
}

// Every safe fix keeps the page's address, its front matter as decoded and what
// readers read, but for what its rule is there to change.
func TestSafeFixesKeep(t *testing.T) {
	unused := maps.Clone(mayChange)
	for _, r := range All {
		changed, archives := map[string]bool{}, 0
		for _, a := range archivesOf(t, r) {
			before, after := a.mended(t, "fixed/")
			if after == nil {
				continue
			}
			archives++
			for _, name := range a.fixed("fixed/") {
				for _, what := range differences(before.Page(name), after.Page(name)) {
					what = general(before, mayChange[r.Name], what)
					changed[what] = true
					if !slices.Contains(mayChange[r.Name], what) {
						t.Errorf("%s: a safe fix in %s of %s changes %s", r.Name, name, a.name, what)
					}
				}
			}
		}
		delete(unused, r.Name)
		for _, what := range mayChange[r.Name] {
			if !changed[what] {
				t.Errorf("%s: no archive shows that a safe fix changes %s", r.Name, what)
			}
		}
		if (r.Fix == lint.SafeFix || r.Fix == lint.PartlySafe) != (archives > 0) {
			t.Errorf("%s: its fixes are called %q, and %d archives show safe ones", r.Name, r.Fix, archives)
		}
	}
	for name := range unused {
		t.Errorf("there is no rule %s", name)
	}
}

// An unsafe fix that changes the address of a page keeps the old one alive.
func TestUnsafeFixesKeepAddresses(t *testing.T) {
	moves := 0
	for _, r := range All {
		for _, a := range archivesOf(t, r) {
			before, after := a.mended(t, "fixed/", "unsafe/")
			if after == nil || r.Name == zolaFrontMatter.Name {
				continue // Zola's addresses are those that count there; see package oracle
			}
			for _, name := range a.fixed("fixed/", "unsafe/") {
				old, p := before.Page(name), after.Page(name)
				if old.Err != nil || old.RelPermalink == "" || p.RelPermalink == "" || p.RelPermalink == old.RelPermalink {
					continue // nobody could have followed a link to it, or nobody is to
				}
				moves++
				address, err := url.PathUnescape(strings.TrimSuffix(old.RelPermalink, "/"))
				if err != nil || !slices.Contains(p.Aliases, address) {
					t.Errorf("%s: %s of %s moves from %s to %s, and its aliases are %q", r.Name, name, a.name, old.RelPermalink, p.RelPermalink, p.Aliases)
				}
			}
		}
	}
	if moves == 0 {
		t.Error("no archive has a fix that changes an address: the test shows nothing")
	}
}

// general returns the name under which a table of changes allows one.
func general(x *site.Index, allowed []string, what string) string {
	key, isKey := strings.CutPrefix(what, ".")
	if !isKey || slices.Contains(allowed, what) {
		return what
	}
	if slices.Contains(allowed, ".*") {
		return ".*"
	}
	for _, t := range x.Config.Taxonomies {
		if slices.Contains(allowed, ".terms") && (strings.EqualFold(key, t.Plural) || strings.EqualFold(key, t.Singular)) {
			return ".terms"
		}
	}
	return what
}

// A ruleArchive is one of the golden archives of a rule.
type ruleArchive struct {
	name  string
	files map[string][]byte
}

func archivesOf(t *testing.T, r lint.Rule) (all []ruleArchive) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", linttest.FileName(r), "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a := ruleArchive{name, map[string][]byte{}}
		for _, f := range archive.Files {
			a.files[f.Name] = f.Data
		}
		all = append(all, a)
	}
	return all
}

// fixed lists the files that fixes of these kinds change, sorted.
func (a ruleArchive) fixed(kinds ...string) []string {
	names := map[string]bool{}
	for name := range a.files {
		for _, kind := range kinds {
			if rest, ok := strings.CutPrefix(name, kind); ok {
				names[rest] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// mended loads the archive's site as it is and with the fixes of these kinds;
// after is nil where there are none.
func (a ruleArchive) mended(t *testing.T, kinds ...string) (before, after *site.Index) {
	t.Helper()
	if len(a.fixed(kinds...)) == 0 {
		return nil, nil
	}
	dir := t.TempDir()
	overlay := map[string][]byte{filepath.Join(dir, "hugo.toml"): nil}
	for name, data := range a.files {
		if name == "want" || strings.HasPrefix(name, "fixed/") || strings.HasPrefix(name, "unsafe/") {
			continue
		}
		writeFile(t, dir, name, data)
		if strings.HasPrefix(name, "hugo.") || strings.HasPrefix(name, "config") {
			delete(overlay, filepath.Join(dir, "hugo.toml"))
		}
	}
	for name, data := range overlay {
		writeFile(t, dir, filepath.Base(name), data)
	}
	load := func(overlay map[string][]byte) *site.Index {
		x, err := site.Load(site.Options{Dir: dir, Now: linttest.Now, Overlay: overlay})
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	overlay = map[string][]byte{}
	for _, kind := range kinds {
		for name, data := range a.files {
			if rest, ok := strings.CutPrefix(name, kind); ok {
				overlay[filepath.Join(dir, filepath.FromSlash(rest))] = data
			}
		}
	}
	return load(nil), load(overlay)
}

// differences names what is not the same in two versions of a page.
func differences(a, b *site.Page) (names []string) {
	note := func(what string, x, y any) {
		if !reflect.DeepEqual(x, y) {
			names = append(names, what)
		}
	}
	note("url", a.RelPermalink, b.RelPermalink)
	note("state", a.State, b.State)
	x, y := a.FrontMatter.Values, b.FrontMatter.Values
	for key := range x {
		note("."+key, fmt.Sprint(x[key]), fmt.Sprint(y[key]))
	}
	for key := range y {
		if _, ok := x[key]; !ok {
			names = append(names, "."+key)
		}
	}
	note("text", whatIsRead(a), whatIsRead(b))
	note("anchors", a.Anchors(), b.Anchors())
	note("links", destinations(a), destinations(b))
	note("images", images(a), images(b))
	note("code", code(a), code(b))
	slices.Sort(names)
	return slices.Compact(names)
}

// whatIsRead is the text of a page, with blanks as browsers show them.
func whatIsRead(p *site.Page) string {
	var b strings.Builder
	for _, s := range p.Texts() {
		b.WriteString(p.Slice(s) + " ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func destinations(p *site.Page) (all []string) {
	for _, l := range p.Links() {
		all = append(all, l.Dest)
	}
	return all
}

func images(p *site.Page) (all []string) {
	for _, i := range p.Images() {
		all = append(all, i.Dest+" "+i.Alt)
	}
	return all
}

func code(p *site.Page) (all []string) {
	for _, c := range p.CodeBlocks() {
		all = append(all, c.Info+"\n"+p.Slice(c.Content))
	}
	for _, s := range p.CodeSpans() {
		all = append(all, p.Slice(s))
	}
	return all
}

func writeFile(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

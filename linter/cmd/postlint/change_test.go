package main

import (
	"fmt"
	"os"
	"testing"

	"postlint/linter/change"
	"postlint/linter/config"
	"postlint/linter/git"
	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// TestChangeIsWhatDiffers compares what a filter says of random histories with
// what is found before and after: what is called older was there before, and
// what is called made was not, or is in a file that the change wrote.
func TestChangeIsWhatDiffers(t *testing.T) {
	histories := 30
	if testing.Short() {
		histories = 5
	}
	made, older := 0, 0
	for seed := range histories {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			h := newHistory(t, uint64(seed)+1000)
			h.happen(30)
			h.git("add", "--all")
			h.git("commit", "--quiet", "--allow-empty", "-m", "x")
			h.happen(1 + h.random.IntN(3))
			if err := os.MkdirAll(h.root, 0o777); err != nil {
				t.Fatal(err)
			}
			repository, err := git.Open(h.root, h.top, h.env)
			if err != nil {
				t.Fatal(err)
			}
			c, err := repository.Since("HEAD", nil)
			if err != nil {
				t.Fatal(err)
			}
			found := func(overlay map[string][]byte) (*site.Index, *config.Config, []lint.Diagnostic) {
				x, err := site.Load(site.Options{Dir: h.root, Now: historyNow, Overlay: overlay, Environ: []string{"X=y"}})
				if err != nil {
					t.Fatal(err)
				}
				cfg, err := config.Load(x, rules.All, config.Flags{})
				if err != nil {
					t.Fatal(err)
				}
				ds, errs := lint.Run(x, lint.Plan{Rules: cfg.Rules})
				if len(errs) > 0 {
					t.Fatal(errs)
				}
				return x, cfg, ds
			}
			now, _, after := found(nil)
			then, cfg, before := found(c.Then)
			f := change.Filter{Comparison: c, Before: func(map[string][]byte) (*site.Index, func(*site.Page) []lint.Rule, error) {
				return then, cfg.Rules, nil
			}}
			new, old := f.Split(now, after)
			if len(new)+len(old) != len(after) {
				t.Fatalf("%d and %d of %d findings", len(new), len(old), len(after))
			}
			made, older = made+len(new), older+len(old)
			was := map[string]bool{}
			for _, d := range before {
				was[d.Path+d.Rule+then.Page(d.Path).Slice(d.Span)] = true
			}
			for _, d := range old {
				page := now.Page(d.Path)
				path := d.Path
				for _, p := range then.Pages {
					if p.Filename == c.Old[page.Filename] {
						path = p.Document.Path
					}
				}
				if !was[path+d.Rule+page.Slice(d.Span)] {
					t.Errorf("%s: %s: %s is called older and was not there", d.Path, d.Rule, d.Message)
				}
			}
			said := map[string]bool{}
			for _, d := range before {
				said[d.Path+d.Rule+d.Message.String()] = true
			}
			for _, d := range new {
				name := now.Page(d.Path).Filename
				_, written := c.Then[name]
				if !written && said[d.Path+d.Rule+d.Message.String()] && count(after, d) <= count(before, d) {
					t.Errorf("%s: %s: %s is called made in a file that the change left alone, and was there", d.Path, d.Rule, d.Message)
				}
			}
		})
	}
	if made < histories || older < histories {
		t.Errorf("%d findings made, %d older; expected a test of something", made, older)
	}
}

// count returns how many findings say what d says at its path.
func count(ds []lint.Diagnostic, d lint.Diagnostic) (n int) {
	for _, o := range ds {
		if o.Path == d.Path && o.Rule == d.Rule && o.Message.String() == d.Message.String() {
			n++
		}
	}
	return n
}

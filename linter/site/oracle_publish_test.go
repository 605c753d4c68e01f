package site

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"
	"golang.org/x/tools/txtar"
)

// TestOraclePublished compares the paths that the index says are published
// with the files that Hugo writes, templates standing in for those that the
// sites do not have.
func TestOraclePublished(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "oracle", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			for _, f := range archive.Files {
				writeFile(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
			}
			files += checkPublished(t, dir)
		})
	}
	for seed := range 30 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dir := t.TempDir()
			g := &generator{Rand: rand.New(rand.NewPCG(uint64(seed), 2)), files: map[string]string{}}
			g.site()
			for name, content := range g.files {
				writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), []byte(content))
			}
			files += checkPublished(t, dir)
		})
	}
	t.Logf("%d published files compared with Hugo's", files)
}

// checkPublished returns how many files were compared.
func checkPublished(t *testing.T, dir string) int {
	t.Helper()
	o := askHugo(t, dir)
	overlay := map[string][]byte{}
	for name := range o.fatal {
		overlay[name] = []byte{}
	}
	x, err := Load(Options{Dir: dir, Now: time.Now(), Overlay: overlay})
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := o.publish(t, dir)
	if wrong := aliasErrors(x); err != nil || len(wrong) > 0 {
		if err == nil || len(wrong) == 0 || !strings.Contains(err.Error(), "alias ") {
			t.Errorf("rendering: Hugo says %v, the index %v", err, wrong)
		}
		return 0
	}
	ours := map[string]bool{}
	for name := range x.urls.files {
		ours[name] = true
	}
	for name := range x.published().files {
		ours[name] = true
	}
	for name := range theirs {
		if t1, ok := x.exactly(name); !ok || t1.Kind == Missing {
			if !isPager(x, name) {
				t.Errorf("%s: Hugo publishes it, the index does not know it", name)
			}
		}
	}
	for name := range ours {
		if !theirs[name] && !linkOnly(x, name) {
			t.Errorf("%s: the index has it, Hugo does not publish it", name)
		}
	}
	return len(theirs)
}

func aliasErrors(x *Index) (wrong []error) {
	x.eachPage(func(p *Page) {
		var e *aliasError
		if errors.As(p.Err, &e) {
			wrong = append(wrong, e)
		}
	})
	return wrong
}

func isPager(x *Index, name string) bool {
	target := x.at(name, x.variants[0])
	return target.Kind == ListTarget
}

// linkOnly reports whether a path is that of a page with build.render = "link",
// or of an alias of one.
func linkOnly(x *Index, name string) bool {
	for _, p := range x.urls.files[name] {
		if p.node.late.Build.Render != "always" {
			return true
		}
	}
	return false
}

// publish renders the site as it is built for readers, drafts included, and
// lists what Hugo wrote.
func (o *oracle) publish(t *testing.T, dir string) (map[string]bool, error) {
	t.Helper()
	for name, text := range map[string]string{
		"all.html": "x", "all.json": "{}", "all.amp.html": "x",
	} {
		if err := afero.WriteFile(o.mem, filepath.Join(dir, "layouts", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o.render = true
	sites, err := o.build(dir)
	if sites != nil {
		defer sites.Close()
	}
	if err != nil && !strings.HasPrefix(err.Error(), "logged ") {
		return nil, err
	}
	files := map[string]bool{}
	err = afero.Walk(sites.Fs.PublishDir, "", func(name string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			files[path.Join("/", filepath.ToSlash(name))] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, nil
}

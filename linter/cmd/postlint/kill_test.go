package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"postlint/linter/site"
)

const (
	oldPost = "+++\ntitle = \"Post %d\"\ndate = 2025-01-02\n+++\nThe beginning.\n\n<!-- more -->\n\nThe rest.\n"
	newPost = "+++\ntitle = \"Post %d\"\ndate = 2025-01-02\n+++\nThe beginning.\n\n<!--more-->\n\nThe rest.\n"
	posts   = 300
)

// postFile is the file of post i; every third is a bundle of its own.
func postFile(i int) string {
	if i%3 == 0 {
		return fmt.Sprintf("content/posts/p%d/index.md", i)
	}
	return fmt.Sprintf("content/posts/p%d.md", i)
}

// A run that is killed while it writes leaves every file whole, old or new, and
// nothing that Hugo would publish; the next run does what is left.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	dir := t.TempDir()
	old := map[string][]byte{"hugo.toml": nil}
	for i := range posts {
		old[postFile(i)] = fmt.Appendf(nil, oldPost, i)
	}
	writeFiles(t, dir, old)
	began := time.Now()
	if out, err := fixCommand(t, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(began)
	if done := countNew(t, dir); done != posts {
		t.Fatalf("a run that is left alone fixes %d of %d posts", done, posts)
	}
	r := rand.New(rand.NewSource(1))
	halfway := 0
	for n := 0; n < 40 && (n < 12 || halfway < 3); n++ {
		writeFiles(t, dir, old)
		cmd := fixCommand(t, dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Int63n(int64(whole))))
		if err := cmd.Process.Kill(); err != nil && !strings.Contains(err.Error(), "finished") {
			t.Fatal(err)
		}
		cmd.Wait()
		if done := countNew(t, dir); 0 < done && done < posts {
			halfway++
		}
		checkPages(t, dir)
	}
	t.Logf("%d runs were killed halfway through their %v", halfway, whole)
	if halfway == 0 {
		t.Error("no run was killed while it wrote: the test shows nothing")
	}
	if out, err := fixCommand(t, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if done := countNew(t, dir); done != posts {
		t.Errorf("the last run leaves %d of %d posts", posts-done, posts)
	}
}

// fixCommand is postlint --fix in a process of its own: the test binary stands
// in for the command when it is called by its name.
func fixCommand(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Args = []string{"postlint", "--fix", "--now", "2026-01-15T12:00:00Z", "."}
	cmd.Dir = dir
	return cmd
}

// countNew returns how many posts are fixed, and fails the test at one that is
// neither as it was nor fixed.
func countNew(t *testing.T, dir string) (done int) {
	t.Helper()
	for i := range posts {
		src, err := os.ReadFile(filepath.Join(dir, postFile(i)))
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case bytes.Equal(src, fmt.Appendf(nil, newPost, i)):
			done++
		case !bytes.Equal(src, fmt.Appendf(nil, oldPost, i)):
			t.Fatalf("%s is neither old nor new: %q", postFile(i), src)
		}
	}
	return done
}

// checkPages fails the test where Hugo would see more than the posts.
func checkPages(t *testing.T, dir string) {
	t.Helper()
	x, err := site.Load(site.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Pages) != posts {
		t.Errorf("Hugo sees %d pages, not %d", len(x.Pages), posts)
	}
	for _, p := range x.Pages {
		if len(p.Resources) > 0 {
			t.Errorf("%s has got resources: %q", p.Document.Path, p.Resources)
		}
	}
}

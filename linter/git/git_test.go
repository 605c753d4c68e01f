package git

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A work tree to test with.
type workTree struct {
	*testing.T
	top string
	env []string
}

func newWorkTree(t *testing.T) *workTree {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	top, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &workTree{t, top, append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_ALLOW_PROTOCOL=file")}
	w.git("init", "--quiet")
	return w
}

func (w *workTree) git(args ...string) string {
	w.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = w.top, w.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// write writes files, name and content alternating.
func (w *workTree) write(files ...string) {
	w.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(w.top, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			w.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o666); err != nil {
			w.Fatal(err)
		}
	}
}

func (w *workTree) commit() {
	w.Helper()
	w.git("add", "--all")
	w.git("commit", "--quiet", "-m", "x")
}

func (w *workTree) remove(name string) {
	w.Helper()
	if err := os.Remove(filepath.Join(w.top, filepath.FromSlash(name))); err != nil {
		w.Fatal(err)
	}
}

func (w *workTree) open() *Repository {
	w.Helper()
	r, err := Open(w.top, w.top, w.env)
	if err != nil {
		w.Fatal(err)
	}
	return r
}

// told returns an overlay and renames in one line: "a=text b=- c<a".
func (w *workTree) told(overlay map[string][]byte, old map[string]string) string {
	rel := func(name string) string {
		return filepath.ToSlash(strings.TrimPrefix(name, w.top+string(filepath.Separator)))
	}
	var list []string
	for _, name := range slices.Sorted(maps.Keys(overlay)) {
		content := strings.ReplaceAll(string(overlay[name]), "\n", "/")
		if overlay[name] == nil {
			content = "-"
		}
		list = append(list, rel(name)+"="+content)
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		list = append(list, rel(name)+"<"+rel(old[name]))
	}
	return strings.Join(list, " ")
}

const poem = "one\ntwo\nthree\nfour\nfive\nsix\n"

func TestSince(t *testing.T) {
	w := newWorkTree(t)
	w.write("a", "1\n", "b", poem, "c", "3", "d e", "4", "x", "", ".gitignore", "ignored\n")
	w.commit()
	for _, c := range []struct {
		name   string
		change func()
		want   string
	}{
		{"nothing", func() {}, ""},
		{"a file that was only touched", func() { w.write("a", "1\n") }, ""},
		{"changed, deleted, new, ignored", func() { w.write("a", "2", "new/n", "5", "ignored", "6"); w.remove("d e") }, "a=1/ d e=4 new/n=-"},
		{"the same, staged", func() { w.write("a", "2", "new/n", "5"); w.remove("d e"); w.git("add", "--all") }, "a=1/ d e=4 new/n=-"},
		{"an empty file", func() { w.write("x", "full") }, "x="},
		{"renamed", func() { w.git("mv", "b", "z") }, "b=one/two/three/four/five/six/ z=- z<b"},
		{"renamed and changed", func() { w.git("mv", "b", "z"); w.write("z", poem+"seven\n") }, "b=one/two/three/four/five/six/ z=- z<b"},
		{"renamed behind git's back", func() { w.remove("b"); w.write("z", poem+"seven\n") }, "b=one/two/three/four/five/six/ z=- z<b"},
		{"renamed beyond recognition", func() { w.remove("b"); w.write("z", "un\ndeux\nthree\nfour\n") }, "b=one/two/three/four/five/six/ z=-"},
		{"taken out of the index only", func() { w.git("rm", "--quiet", "--cached", "b") }, ""},
		{"taken out of the index, and changed", func() { w.git("rm", "--quiet", "--cached", "c"); w.write("c", "4") }, "c=3"},
		{"two names exchanged", func() { w.write("a", "3", "c", "1\n") }, "a=1/ c=3"},
		{"meant to be added", func() { w.write("n", "5"); w.git("add", "--intent-to-add", "n") }, "n=-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.change()
			comparison, err := w.open().Since("HEAD", nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := w.told(comparison.Then, comparison.Old); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if comparison.Unchanged() != (c.want == "") {
				t.Error("whether it is unchanged is told wrongly")
			}
		})
		w.git("reset", "--quiet", "--hard")
		w.git("clean", "-dfxq")
	}
	comparison, err := w.open().Since("HEAD", func(string) bool { return false })
	if err != nil || len(comparison.Then) > 0 {
		t.Error("what does not matter is told:", comparison, err)
	}
}

func TestStaged(t *testing.T) {
	w := newWorkTree(t)
	w.write("a", "1", "b", poem, "c", "3")
	if comparison, err := w.open().Staged(); err != nil || w.told(comparison.Now, nil) != "a=- b=- c=-" || !comparison.Unchanged() {
		t.Errorf("before anything is staged: %s, %v", w.told(comparison.Now, nil), err)
	}
	w.git("add", "a")
	if comparison, err := w.open().Staged(); err != nil || w.told(comparison.Now, nil) != "b=- c=-" || w.told(comparison.Then, nil) != "a=- b=- c=-" {
		t.Errorf("before the first commit: %s, %v", w.told(comparison.Then, nil), err)
	}
	w.commit()
	for _, c := range []struct {
		name      string
		change    func()
		now, then string
	}{
		{"nothing", func() {}, "", ""},
		{"not staged", func() { w.write("a", "2", "n", "5"); w.remove("c") }, "a=1 c=3 n=-", "a=1 c=3 n=-"},
		{"staged", func() { w.write("a", "2", "n", "5"); w.remove("c"); w.git("add", "--all") }, "", "a=1 c=3 n=-"},
		{"staged and changed again", func() { w.write("a", "2"); w.git("add", "a"); w.write("a", "3") }, "a=2", "a=1"},
		{"staged and changed back", func() { w.write("a", "2"); w.git("add", "a"); w.write("a", "1") }, "a=2", ""},
		{"renamed and gone", func() { w.git("mv", "b", "z"); w.remove("z") }, "z=one/two/three/four/five/six/", "b=one/two/three/four/five/six/ z=- z<b"},
		{"taken out of the index only", func() { w.git("rm", "--quiet", "--cached", "c") }, "c=-", ""},
		{"meant to be added", func() { w.write("n", "5"); w.git("add", "--intent-to-add", "n") }, "n=-", "n=-"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.change()
			comparison, err := w.open().Staged()
			if err != nil {
				t.Fatal(err)
			}
			if now, then := w.told(comparison.Now, nil), w.told(comparison.Then, comparison.Old); now != c.now || then != c.then {
				t.Errorf("now %s, want %s; then %s, want %s", now, c.now, then, c.then)
			}
		})
		w.git("reset", "--quiet", "--hard")
		w.git("clean", "-dfxq")
	}
}

// A merge that stopped leaves entries of no one content in the index.
func TestUnmerged(t *testing.T) {
	w := newWorkTree(t)
	w.write("a", "1\n")
	w.commit()
	w.git("checkout", "--quiet", "-b", "other")
	w.write("a", "2\n")
	w.commit()
	w.git("checkout", "--quiet", "-")
	w.write("a", "3\n")
	w.commit()
	cmd := exec.Command("git", "merge", "--quiet", "other")
	cmd.Dir, cmd.Env = w.top, w.env
	if cmd.Run() == nil {
		t.Fatal("the merge did not stop")
	}
	for _, compare := range []func() (*Comparison, error){w.open().Staged, func() (*Comparison, error) { return w.open().Since("HEAD", nil) }} {
		comparison, err := compare()
		if err != nil || len(comparison.Now) > 0 || w.told(comparison.Then, nil) != "a=3/" {
			t.Errorf("now %s, then %s, %v", w.told(comparison.Now, nil), w.told(comparison.Then, nil), err)
		}
	}
}

// A link is no file to Hugo.
func TestTypeChange(t *testing.T) {
	w := newWorkTree(t)
	w.write("a", "1", "b", "2")
	w.commit()
	w.remove("b")
	if err := os.Symlink("a", filepath.Join(w.top, "b")); err != nil {
		t.Skip(err)
	}
	if c, err := w.open().Since("HEAD", nil); err != nil || w.told(c.Then, nil) != "b=2" {
		t.Errorf("a file that becomes a link: %s, %v", w.told(c.Then, nil), err)
	}
	w.commit()
	w.remove("b")
	w.write("b", "3")
	if c, err := w.open().Since("HEAD", nil); err != nil || w.told(c.Then, nil) != "b=-" {
		t.Errorf("a link that becomes a file: %s, %v", w.told(c.Then, nil), err)
	}
	w.remove("b")
	w.write("b/c", "4")
	if c, err := w.open().Since("HEAD~1", nil); err != nil || w.told(c.Then, nil) != "b=2 b/c=-" {
		t.Errorf("a file that becomes a folder: %s, %v", w.told(c.Then, nil), err)
	}
}

func TestSubmodule(t *testing.T) {
	theme := newWorkTree(t)
	theme.write("layout", "1")
	theme.commit()
	w := newWorkTree(t)
	w.write("a", "1")
	w.commit()
	w.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", theme.top, "themes/t")
	w.commit()
	sub := &workTree{t, filepath.Join(w.top, "themes", "t"), w.env}
	sub.write("layout", "2", "new", "3")
	sub.commit()

	check := func(what string, c *Comparison, err error, now, then string) {
		t.Helper()
		if err != nil || w.told(c.Now, nil) != now || w.told(c.Then, nil) != then {
			t.Errorf("%s: now %s, then %s, notes %q, %v", what, w.told(c.Now, nil), w.told(c.Then, nil), c.Notes, err)
		}
	}
	c, err := w.open().Since("HEAD", nil)
	check("another commit of the submodule", c, err, "", "themes/t/layout=1 themes/t/new=-")
	c, err = w.open().Staged()
	check("the same, not staged", c, err, "themes/t/layout=1 themes/t/new=-", "themes/t/layout=1 themes/t/new=-")
	w.git("add", "themes/t")
	// As in a hook, which tells of the repository around it.
	w.env = append(w.env, "GIT_DIR=.git", "GIT_INDEX_FILE=.git/index")
	c, err = w.open().Staged()
	check("the same, staged", c, err, "", "themes/t/layout=1 themes/t/new=-")
	w.env = w.env[:len(w.env)-2]
	c, err = w.open().Since("HEAD~1", nil)
	check("added", c, err, "", ".gitmodules=- themes/t/layout=- themes/t/new=-")
	w.commit()
	w.git("submodule", "--quiet", "deinit", "--force", "themes/t")
	c, err = w.open().Since("HEAD~1", nil)
	check("not checked out", c, err, "", "")
	if len(c.Notes) != 1 || !strings.HasPrefix(c.Notes[0].String(), "submodule themes/t: its earlier files are not there to compare with; it is read as it is now") {
		t.Errorf("notes %q", c.Notes)
	}
}

func TestOpen(t *testing.T) {
	w := newWorkTree(t)
	w.write("site/a", "1", "other/a", "2", "linked/hugo.toml", "")
	w.commit()
	// The index that a hook is given, relative to where the hook runs.
	w.write("site/a", "3")
	index := w.git("rev-parse", "--git-path", "index")
	if err := os.Link(filepath.Join(w.top, index), filepath.Join(w.top, ".git", "next")); err != nil {
		t.Skip(err)
	}
	hook := append(slices.Clone(w.env), "GIT_INDEX_FILE=.git/next")
	cmd := exec.Command("git", "add", "site/a")
	cmd.Dir, cmd.Env = w.top, hook
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for what, env := range map[string][]string{"a=1": w.env, "": hook} {
		r, err := Open(filepath.Join(w.top, "site"), w.top, env)
		if err != nil {
			t.Fatal(err)
		}
		c, err := r.Staged()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimPrefix(w.told(c.Now, nil), "site/"); got != what {
			t.Errorf("the index gives %q, want %q", got, what)
		}
	}
	// A site that is reached through symbolic links.
	for link, target := range map[string]string{"linked/content": "../other", "link": "site"} {
		if err := os.Symlink(target, filepath.Join(w.top, filepath.FromSlash(link))); err != nil {
			t.Skip(err)
		}
	}
	w.write("other/a", "4")
	for root, want := range map[string]string{"linked": "linked/content/a=2", "link": "link/a=1"} {
		r, err := Open(filepath.Join(w.top, root), w.top, w.env)
		if err != nil {
			t.Fatal(err)
		}
		c, err := r.Since("HEAD", nil)
		if err != nil || !strings.Contains(" "+w.told(c.Then, nil)+" ", " "+want+" ") {
			t.Errorf("%s: %s, want %s, %v", root, w.told(c.Then, nil), want, err)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	w := newWorkTree(t)
	dir := t.TempDir()
	for _, c := range []struct {
		root string
		env  []string
		want string
	}{
		{dir, w.env, "is in no git repository"},
		{filepath.Join(w.top, ".git"), w.env, "is in a git repository without a work tree"},
		{dir, append(slices.Clone(w.env), "GIT_DIR="+filepath.Join(w.top, ".git"), "GIT_WORK_TREE="+w.top), "is outside the work tree of its git repository"},
	} {
		if _, err := Open(c.root, dir, c.env); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want an error with %q", c.root, err, c.want)
		}
	}
	t.Setenv("PATH", "")
	if _, err := Open(w.top, w.top, w.env); err == nil || err.Error() != "git is not installed, or not in PATH" {
		t.Error("without git:", err)
	}
}

func TestRawDiff(t *testing.T) {
	r := &Repository{}
	for _, bad := range []string{":100644", ":1 2 3 4 M\x00", ":1 2 3 4 R100\x00a\x00", "fatal: x\x00y\x00"} {
		if pairs, err := r.rawDiff([]byte(bad)); err == nil {
			t.Errorf("%q: %v", bad, pairs)
		}
	}
	pairs, err := r.rawDiff([]byte(":100644 100644 1 2 R090\x00a b\x00:c\x00:100644 000000 1 0 D\x00d\x00"))
	if err != nil || fmt.Sprintln(len(pairs), pairs[0].old.path, pairs[0].new.path, pairs[1].new.isThere()) != "2 a b :c false\n" {
		t.Error(pairs, err)
	}
}

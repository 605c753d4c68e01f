// Package git asks the git command what has changed in a work tree, and reads
// what was there before from its objects. It changes nothing: neither the work
// tree, nor the index, nor a ref.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"postlint/linter/message"
)

// A Repository is a git repository with its work tree.
type Repository struct {
	top  string   // of the work tree, absolute, without symbolic links
	env  []string // of the git command
	seen []seen   // how the caller spells folders in it
}

// A seen is a folder as the caller spells it, and as git does.
type seen struct{ name, real string }

// Open returns the repository around the site at root. env holds the
// environment (nil: the process's own), with what git sets for its hooks, and
// dir is the folder that relative paths in it count from. The error says that
// there is no git, no repository, or no work tree.
func Open(root, dir string, env []string) (*Repository, error) {
	r := &Repository{top: root, env: environment(dir, env)}
	if value(r.env, "GIT_DIR") != "" && value(r.env, "GIT_WORK_TREE") == "" {
		r.top = dir // which is what git takes for the work tree then
	}
	top, err := r.output("rev-parse", "--show-toplevel")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, message.Errorf("git is not installed, or not in PATH")
	case err != nil && strings.Contains(err.Error(), "not a git repository"):
		return nil, message.Errorf("%s is in no git repository", root)
	case err != nil && strings.Contains(err.Error(), "must be run in a work tree"):
		return nil, message.Errorf("%s is in a git repository without a work tree", root)
	case err != nil && strings.Contains(err.Error(), "dubious ownership"):
		return nil, message.Errorf("git trusts no repository of another user: run git config --global --add safe.directory %s", root)
	case err != nil:
		return nil, err
	}
	r.top = filepath.FromSlash(top)
	if real, err := filepath.EvalSymlinks(r.top); err == nil {
		r.top = real
	}
	r.see(root)
	if !within(r.top, r.seen[0].real) {
		return nil, message.Errorf("%s is outside the work tree of its git repository, %s", root, r.top)
	}
	return r, nil
}

// see notes how the site at root is spelled: the root itself, and the symbolic
// links to folders in it and among its themes.
func (r *Repository) see(root string) {
	note := func(name string) {
		if real, err := filepath.EvalSymlinks(name); err == nil {
			r.seen = append(r.seen, seen{name, real})
		}
	}
	note(root)
	for _, dir := range []string{root, filepath.Join(root, "themes")} {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if e.Type()&fs.ModeSymlink != 0 {
				note(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// names returns the absolute names under which the caller may see a file of
// the work tree, whose path is relative to its top and slash-separated.
func (r *Repository) names(path string) []string {
	real := filepath.Join(r.top, filepath.FromSlash(path))
	var names []string
	for _, s := range r.seen {
		if within(s.real, real) {
			names = append(names, filepath.Join(s.name, strings.TrimPrefix(real, s.real)))
		}
	}
	if len(names) == 0 {
		names = []string{real}
	}
	return names
}

func within(dir, name string) bool {
	return dir == name || strings.HasPrefix(name, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// relative are the variables that may hold paths relative to the folder that
// git runs in.
var relative = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"}

// environment returns env for a git that may run elsewhere than in dir, says
// everything in English, and does not even refresh the index.
func environment(dir string, env []string) []string {
	if env == nil {
		env = os.Environ()
	}
	env = slices.Clone(env)
	for i, v := range env {
		name, path, _ := strings.Cut(v, "=")
		if slices.Contains(relative, name) && path != "" && !filepath.IsAbs(path) {
			env[i] = name + "=" + filepath.Join(dir, path)
		}
	}
	return append(env, "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C", "LANGUAGE=C", "GIT_PAGER=cat")
}

// value returns a variable of an environment; of equal names the last counts.
func value(env []string, name string) string {
	for _, v := range slices.Backward(env) {
		if key, value, ok := strings.Cut(v, "="); ok && key == name {
			return value
		}
	}
	return ""
}

// run runs git in the work tree and returns its standard output.
func (r *Repository) run(input []byte, args ...string) ([]byte, error) {
	// Paths are taken as they are, also where they look like patterns.
	cmd := exec.Command("git", append([]string{"--no-pager", "--literal-pathspecs"}, args...)...)
	var out, complaint bytes.Buffer
	cmd.Dir, cmd.Env = r.top, r.env
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), &out, &complaint
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		first, _, _ := strings.Cut(strings.TrimSpace(complaint.String()), "\n")
		return nil, &failure{args[0], strings.TrimPrefix(strings.TrimPrefix(first, "fatal: "), "error: ")}
	}
	return out.Bytes(), err
}

// A failure is what git had to say when it failed; nothing with --quiet.
type failure struct{ command, message string }

func (f *failure) Error() string { return fmt.Sprintf("git %s: %s", f.command, f.message) }

// output returns what git says in one line.
func (r *Repository) output(args ...string) (string, error) {
	out, err := r.run(nil, args...)
	return strings.TrimRight(string(out), "\r\n"), err
}

package main

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"postlint/linter/lint"
)

// A repository is the git repository around a site.
type repository struct {
	top    string // root of the work tree
	common string // the git folder that all work trees share
	hooks  string // where git looks for hooks
	site   string // the site from top, with slashes; "" for top itself
}

// planGit plans the hook and the workflow.
func (s *setup) planGit() {
	if s.options.noHook && s.options.noWorkflow {
		return
	}
	repo, ok := s.repository()
	if !ok {
		s.line("no git repository around the site: no hook, no workflow")
		return
	}
	if !s.options.noHook {
		s.planHook(repo)
	}
	if !s.options.noWorkflow {
		s.planWorkflow(repo)
	}
}

// repository asks git about the site's repository.
func (s *setup) repository() (repository, bool) {
	var r repository
	for _, ask := range []struct {
		into     *string
		question []string
	}{
		{&r.top, []string{"rev-parse", "--show-toplevel"}},
		{&r.common, []string{"rev-parse", "--git-common-dir"}},
		{&r.hooks, []string{"rev-parse", "--git-path", "hooks"}},
	} {
		answer, err := s.git(ask.question...)
		if err != nil || answer == "" {
			return r, false
		}
		if answer = filepath.FromSlash(answer); !filepath.IsAbs(answer) {
			answer = filepath.Join(s.index.Root, answer)
		}
		*ask.into = answer
	}
	root, err := filepath.EvalSymlinks(s.index.Root)
	if err != nil {
		root = s.index.Root
	}
	if top, err := filepath.EvalSymlinks(r.top); err == nil {
		r.site = prefix(top, root)
	}
	return r, true
}

// git returns what git says to a question about the site's folder.
func (s *setup) git(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = s.index.Root, s.Env
	out, err := cmd.Output()
	return strings.TrimRight(string(out), "\r\n"), err
}

// planHook plans a pre-commit hook, or says what to add to the one there is.
func (s *setup) planHook(r repository) {
	config := filepath.Join(r.top, ".pre-commit-config.yaml")
	hook := filepath.Join(r.hooks, "pre-commit")
	command := hookCommand(r.site)
	switch {
	case isThere(config):
		if src, err := os.ReadFile(config); err == nil && regexp.MustCompile(`(?m)^\s*-?\s*id:\s*["']?postlint`).Match(src) {
			s.line("%s runs postlint already", s.display(config))
			return
		}
		s.advice = append(s.advice, lint.Msg("pre-commit makes the hooks here; add this to the repos of %s, with the place of your copy of postlint for OWNER:\n\n%s", s.display(config), preCommitSnippet()))
	case isThere(hook):
		if src, err := os.ReadFile(hook); err == nil && strings.Contains(string(src), "postlint --staged") {
			s.line("%s runs postlint already", s.display(hook))
			return
		}
		s.advice = append(s.advice, lint.Msg("%s is there already and is left alone; add this line to it:\n\n    %s || exit", s.display(hook), command))
	case !within(r.common, r.hooks) && !within(r.top, r.hooks):
		s.advice = append(s.advice, lint.Msg("core.hooksPath leads to %s, which other repositories may use; to check every commit, add this line to the pre-commit hook there:\n\n    %s || exit", filepath.ToSlash(r.hooks), command))
	default:
		s.plan(plannedFile{name: hook, new: []byte(s.hookScript(command)), mode: 0o777, apart: !within(r.top, r.hooks) || within(r.common, r.hooks)})
	}
}

// hookCommand is what a hook runs, from the root of the work tree.
func hookCommand(site string) string {
	if site == "" {
		return "postlint --staged"
	}
	return "postlint --staged " + shellQuote(site)
}

// shellQuote returns a word as a POSIX shell reads it back.
func shellQuote(word string) string {
	if regexp.MustCompile(`^[A-Za-z0-9_./][A-Za-z0-9_./-]*$`).MatchString(word) {
		return word
	}
	return "./'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// hookScript returns the hook, which speaks as postlint does here.
func (s *setup) hookScript(command string) string {
	return "#!/bin/sh\n" +
		"# " + s.say("Checks the posts that a commit changes before it is made.") + "\n" +
		"# " + s.say("\"git commit --no-verify\" goes past it.") + "\n" +
		"if ! command -v postlint >/dev/null 2>&1; then\n" +
		"\techo " + echoed(s.say("pre-commit: postlint is not on PATH, so the posts of this commit cannot be checked.")) + " >&2\n" +
		"\techo " + echoed(s.say("Install it, or delete $0; \"git commit --no-verify\" goes past it once.")) + " >&2\n" +
		"\texit 1\n" +
		"fi\n" +
		"exec " + command + "\n"
}

// echoed quotes words for the shell, which puts the hook in the place of $0.
func echoed(words string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`").Replace(words) + `"`
}

// actionVersion is the version that snippets ask for: that of this binary, if
// it is a release.
func actionVersion() string {
	if v := module().Version; regexp.MustCompile(`^v\d+\.\d+\.\d+$`).MatchString(v) {
		return v
	}
	return "v0.1.0"
}

func preCommitSnippet() string {
	return "  - repo: https://github.com/OWNER/postlint\n    rev: " + actionVersion() + "\n    hooks:\n      - id: postlint-staged\n"
}

// planWorkflow plans a workflow, where GitHub is what runs it.
func (s *setup) planWorkflow(r repository) {
	if origin, err := s.git("remote", "get-url", "origin"); err == nil && !strings.Contains(host(origin), "github") {
		s.line("the origin of the repository is not on GitHub: no workflow")
		return
	}
	folder := filepath.Join(r.top, ".github", "workflows")
	name := filepath.Join(folder, "postlint.yml")
	switch {
	case isThere(name):
		s.line("%s is there already and is left alone", s.display(name))
		return
	case runsPostlint(folder):
		s.line("a workflow runs postlint already")
		return
	}
	s.plan(plannedFile{name: name, new: []byte(workflow(r.site, isThere(filepath.Join(r.top, ".gitmodules"))))})
	s.advice = append(s.advice, lint.Msg("In %s, put the account that keeps your copy of postlint in the place of OWNER.", s.display(name)))
}

// host returns the host of a remote: https://host/path, user@host:path. A path
// on the disk has none, and counts as GitHub.
func host(remote string) string {
	if u, err := url.Parse(remote); err == nil && u.Host != "" {
		return u.Host
	}
	if before, _, ok := strings.Cut(remote, ":"); ok && !strings.Contains(before, "/") {
		return before
	}
	return "github"
}

// runsPostlint reports whether a workflow uses the action.
func runsPostlint(folder string) bool {
	names, _ := filepath.Glob(filepath.Join(escapeGlob(folder), "*.y*ml")) // the pattern is ours
	for _, name := range names {
		if src, err := os.ReadFile(name); err == nil && strings.Contains(string(src), "postlint/.github/actions/postlint") {
			return true
		}
	}
	return false
}

// escapeGlob makes a path a pattern that matches only itself.
func escapeGlob(path string) string {
	if filepath.Separator == '\\' {
		return path
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

func workflow(site string, submodules bool) string {
	var b strings.Builder
	b.WriteString(`name: postlint
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  posts:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
`)
	if submodules {
		b.WriteString("        with:\n          submodules: recursive # the theme\n")
	}
	// OWNER stands for the account, which only the user knows.
	b.WriteString("      - uses: OWNER/postlint/.github/actions/postlint@" + actionVersion() + "\n")
	b.WriteString("        with:\n          since: ${{ github.event.pull_request.base.sha || github.event.before }} # only what a change makes\n")
	if site != "" {
		b.WriteString("          working-directory: '" + strings.ReplaceAll(site, "'", "''") + "'\n")
	}
	return b.String()
}

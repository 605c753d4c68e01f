package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const faultyPost = "+++\ntitle = \"a\"\n+++\nIntro.\n\n<!-- more -->\n\nRest.\n"

// TestActionCheck runs the action on a blog: findings, none, and trouble.
func TestActionCheck(t *testing.T) {
	for _, test := range []struct {
		name    string
		inputs  map[string]string
		failed  bool
		log     string // a regular expression
		outputs map[string]string
		summary string
	}{
		{
			name: "findings", failed: true,
			log:     `(?m)^::error file=blog/content/a\.md,line=6,`,
			outputs: map[string]string{"problems": "1", "sarif": "", "rdjson": ""},
			summary: "| misspelled-summary-divider | error | 1 | 1 |\n",
		},
		{
			name: "findings that do not fail the job", inputs: map[string]string{"fail-on": "never"},
			outputs: map[string]string{"problems": "1"},
		},
		{
			name: "none", inputs: map[string]string{"paths": "content/clean.md", "sarif": "true", "suggest": "true"},
			outputs: map[string]string{"problems": "0", "sarif": "postlint.sarif", "rdjson": "postlint.rdjson"},
			summary: "**1 post: no problems**\n",
		},
		{
			name: "paths with blanks", inputs: map[string]string{"paths": "content/thư mục\ncontent/clean.md\n"}, failed: true,
			log:     `::error file=blog/content/thư mục/b\.md,line=6,`,
			outputs: map[string]string{"problems": "1"},
			summary: "| `content/thư mục/b.md` | 1 |\n",
		},
		{
			name: "flags", inputs: map[string]string{"flags": "--skip misspelled-summary-divider --environment staging"},
			outputs: map[string]string{"problems": "0"},
		},
		{
			name: "a path that is not there", inputs: map[string]string{"paths": "contnet content/*.md"}, failed: true,
			log: `(?s)did you mean "content"\?.*content/\*\.md: no such file.*::error title=postlint::`,
		},
		{
			name: "a flag that is not there", inputs: map[string]string{"flags": "--fxi"}, failed: true,
			log: `(?s)did you mean "--fix"\?.*::error title=postlint::`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			inputs := map[string]string{"working-directory": "blog", "paths": "content/a.md content/clean.md"}
			for name, value := range test.inputs {
				inputs[name] = value
			}
			j := newJob(t, inputs)
			j.builds()
			j.file(".git/HEAD", "")
			j.file("blog/hugo.toml", "")
			j.file("blog/content/a.md", faultyPost)
			j.file("blog/content/thư mục/b.md", faultyPost)
			j.file("blog/content/clean.md", "+++\ntitle = \"b\"\n+++\nRest.\n")
			failed, log, used := j.run()
			if failed != test.failed || !regexp.MustCompile(test.log).MatchString(log) {
				t.Errorf("failed: %v; want %v, and %s in\n%s", failed, test.failed, test.log, log)
			}
			for name, want := range test.outputs {
				if got := j.output(name); filepath.Base(got) != filepath.Base(want) {
					t.Errorf("output %s is %q, want %q", name, got, want)
				}
			}
			summary, _ := os.ReadFile(j.summary())
			if !strings.Contains(string(summary), test.summary) {
				t.Errorf("the summary lacks %q:\n%s", test.summary, summary)
			}
			if want := j.output("sarif") != ""; strings.Contains(strings.Join(used, "\n"), "upload-sarif") != want {
				t.Errorf("used %q; want the SARIF file to be uploaded: %v", used, want)
			}
			if _, err := os.Stat(filepath.Join(j.path, "workspace", ".postlint-go.sum")); err == nil {
				t.Error("a file is left in the workspace")
			}
		})
	}
}

// TestActionSince checks a shallow clone against a revision that it lacks.
func TestActionSince(t *testing.T) {
	need(t, "git")
	origin := t.TempDir()
	git := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", origin, "-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("git %s: %v", args, err)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "--quiet", "--initial-branch=main")
	git("config", "uploadpack.allowAnySHA1InWant", "true") // as GitHub has it
	git("commit", "--quiet", "--allow-empty", "--message=one")
	first := git("rev-parse", "HEAD")
	git("branch", "stable")
	git("commit", "--quiet", "--allow-empty", "--message=two")
	for _, test := range []struct{ since, want string }{
		{first, "--since=" + first},
		{"stable", "--since=" + first},
		{"HEAD", "--since=HEAD"},
		{strings.Repeat("0", 40), ""},
		{"", ""},
	} {
		j := newJob(t, map[string]string{"since": test.since})
		j.buildsScript(`echo "arguments: $*"`)
		if out, err := exec.Command("git", "clone", "--quiet", "--depth=1", "--branch=main", "file://"+origin, filepath.Join(j.path, "workspace")).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		failed, log, _ := j.run()
		if failed || !strings.Contains(log, "arguments: ") || !strings.Contains(log, test.want) || test.want == "" && strings.Contains(log, "--since") {
			t.Errorf("since %q: failed: %v, want %q in\n%s", test.since, failed, test.want, log)
		}
	}
	j := newJob(t, map[string]string{"since": "nowhere"})
	j.buildsScript("echo arguments")
	failed, log, _ := j.run()
	if !failed || strings.Contains(log, "arguments\n") || !strings.Contains(log, "::error title=postlint::since: the repository has no revision nowhere") {
		t.Errorf("an unknown revision: failed: %v\n%s", failed, log)
	}
}

// TestActionSinceFindings has the action report what a pull request makes: the
// revision before it is fetched, as is the rest of what postlint asks git for.
func TestActionSinceFindings(t *testing.T) {
	need(t, "git")
	origin := t.TempDir()
	git := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", origin, "-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("git %s: %v", args, err)
		}
		return strings.TrimSpace(string(out))
	}
	git("init", "--quiet", "--initial-branch=main")
	git("config", "uploadpack.allowAnySHA1InWant", "true")
	writeFiles(t, origin, map[string][]byte{
		"hugo.toml":        nil,
		"content/old.md":   []byte(faultyPost),
		"content/moved.md": []byte(faultyPost + "\nWith a text of its own, so that git knows it again.\n"),
		"content/gone.md":  []byte("+++\ntitle = \"gone\"\n+++\nGone.\n"),
		"content/links.md": []byte("+++\ntitle = \"links\"\n+++\nSee [it](/gone/).\n"),
	})
	git("add", ".")
	git("commit", "--quiet", "--message=one")
	first := git("rev-parse", "HEAD")
	git("mv", "content/moved.md", "content/renamed.md")
	git("rm", "--quiet", "content/gone.md")
	writeFiles(t, origin, map[string][]byte{"content/new.md": []byte(faultyPost)})
	git("add", ".")
	git("commit", "--quiet", "--message=two")

	j := newJob(t, map[string]string{"since": first})
	j.builds()
	if out, err := exec.Command("git", "clone", "--quiet", "--depth=1", "--branch=main", "file://"+origin, filepath.Join(j.path, "workspace")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	failed, log, _ := j.run()
	if !failed || strings.Count(log, "::error file=") != 2 || !strings.Contains(log, "::error file=content/links.md,line=4,") || !strings.Contains(log, "::error file=content/new.md,line=6,") {
		t.Errorf("failed: %v; want what the second commit makes in\n%s", failed, log)
	}
	if summary, _ := os.ReadFile(j.summary()); !strings.Contains(string(summary), "2 older problems are not shown") {
		t.Errorf("the summary does not say what it leaves out:\n%s", summary)
	}
}

// TestActionSuggest lets the action meet reviewdog.
func TestActionSuggest(t *testing.T) {
	for _, test := range []struct {
		name, event, script string
		log, called         string
	}{
		{name: "no reviewdog", event: "pull_request", log: "::notice title=postlint::reviewdog is not on the PATH"},
		{name: "reviewdog", event: "pull_request_target", script: `echo "$REVIEWDOG_GITHUB_API_TOKEN $*" > "$HOME/called"; cat >> "$HOME/called"`,
			called: "secret -f=rdjson -name=postlint -reporter=github-pr-review\n{\n  \"source\""},
		{name: "no pull request", event: "push", script: `touch "$HOME/called"`},
		{name: "reviewdog without the permission", event: "pull_request", script: "exit 1", log: "::warning title=postlint::reviewdog could not comment"},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := newJob(t, map[string]string{"suggest": "true"})
			j.builds()
			j.env = append(j.env, "GITHUB_EVENT_NAME="+test.event)
			if test.script != "" {
				j.tool("reviewdog", test.script)
			} else if name, err := exec.LookPath("reviewdog"); err == nil {
				t.Skipf("there is %s", name)
			}
			j.file("hugo.toml", "")
			j.file("content/a.md", faultyPost)
			failed, log, _ := j.run()
			if !failed || j.output("rdjson") == "" || !strings.Contains(log, test.log) {
				t.Errorf("failed: %v, rdjson %q, want %q in\n%s", failed, j.output("rdjson"), test.log, log)
			}
			called, _ := os.ReadFile(filepath.Join(j.path, "called"))
			if !strings.HasPrefix(string(called), test.called) || test.called == "" && len(called) > 0 {
				t.Errorf("reviewdog got %.200q, want %q", called, test.called)
			}
		})
	}
}

// TestActionRelease gets binaries from a server that has releases.
func TestActionRelease(t *testing.T) {
	const archive = "postlint_1.2.3_linux_amd64.tar.gz"
	data := tarball(t, "#!/bin/sh\necho \"released $*\"\n")
	sum := fmt.Sprintf("%x", sha256.Sum256(data))
	for _, test := range []struct {
		name, ref string
		files     map[string]string
		env       []string
		released  bool
		failed    bool
		log       string
	}{
		{name: "a release", ref: "v1.2.3", files: map[string]string{"checksums.txt": sum + "  " + archive + "\n", archive: string(data)}, released: true, log: "postlint v1.2.3\nreleased --format=github"},
		{name: "a tampered archive", ref: "v1.2.3", files: map[string]string{"checksums.txt": strings.Repeat("0", 64) + "  " + archive + "\n", archive: string(data)},
			failed: true, log: "::error title=postlint::"},
		{name: "no release yet", ref: "v1.2.3", log: "no release v1.2.3: building postlint"},
		{name: "not for this system", ref: "v1.2.3", files: map[string]string{"checksums.txt": sum + "  postlint_1.2.3_darwin_arm64.tar.gz\n"}, log: "has no " + archive + ": building"},
		{name: "a lost archive", ref: "v1.2.3", files: map[string]string{"checksums.txt": sum + "  " + archive + "\n"}, log: "lacks " + archive + ": building"},
		{name: "a branch", ref: "main", log: "'main' is no release: building"},
		{name: "a local action", ref: "", log: "'' is no release: building"},
		{name: "another processor", ref: "v1.2.3", env: []string{"RUNNER_ARCH=RISCV"}, log: "no release for RISCV: building"},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				name, ok := strings.CutPrefix(r.URL.Path, "/owner/postlint/releases/download/v1.2.3/")
				if file, there := test.files[name]; ok && there {
					w.Write([]byte(file))
					return
				}
				http.NotFound(w, r)
			}))
			defer server.Close()
			j := newJob(t, nil)
			j.builds()
			j.env = append(j.env, append(test.env, "GITHUB_SERVER_URL="+server.URL)...)
			j.context["github.action_ref"], j.context["github.action_repository"] = test.ref, "owner/postlint"
			if test.ref == "" {
				j.context["github.action_repository"] = ""
			}
			j.file("hugo.toml", "")
			j.file("content/clean.md", "+++\ntitle = \"b\"\n+++\nRest.\n")
			failed, log, used := j.run()
			if failed != test.failed || !strings.Contains(log, test.log) {
				t.Errorf("failed: %v; want %v, and %q in\n%s", failed, test.failed, test.log, log)
			}
			if built := strings.Contains(strings.Join(used, "\n"), "setup-go"); built == (test.released || test.failed) {
				t.Errorf("built: %v; used %q", built, used)
			}
			for _, use := range used {
				if strings.Contains(use, "setup-go") && !strings.Contains(use, "cache-dependency-path=.postlint-go.sum ") {
					t.Errorf("setup-go keeps no cache: %s", use)
				}
			}
		})
	}
}

// tarball returns an archive with a program named postlint.
func tarball(t *testing.T, program string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: "postlint", Mode: 0o755, Size: int64(len(program))}); err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(program))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

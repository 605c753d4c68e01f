package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestHooks runs the hooks of .pre-commit-hooks.yaml as pre-commit does: the
// entry, its arguments, and the names of the staged files of its types.
func TestHooks(t *testing.T) {
	const manifest = "../../../.pre-commit-hooks.yaml"
	src, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct { // what pre-commit documents, as far as postlint needs it
		ID, Name, Description, Entry, Language string
		Types                                  []string
		Args                                   []string `yaml:"args,omitempty"`
		RequireSerial                          bool     `yaml:"require_serial"`
		AlwaysRun                              bool     `yaml:"always_run"`
		PassFilenames                          *bool    `yaml:"pass_filenames"`
		MinimumVersion                         string   `yaml:"minimum_pre_commit_version"`
	}
	if err := yaml.UnmarshalWithOptions(src, &hooks, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath("pre-commit"); err == nil {
		if out, err := exec.Command("pre-commit", "validate-manifest", manifest).CombinedOutput(); err != nil {
			t.Errorf("pre-commit validate-manifest: %v\n%s", err, out)
		}
	}
	left := map[string]string{
		"postlint":     faultyPost,
		"postlint-fix": strings.Replace(faultyPost, "<!-- more -->", "<!--more-->", 1),
	}
	for _, hook := range hooks {
		if hook.Language != "golang" || !hook.RequireSerial || hook.Name == "" || hook.Description == "" {
			t.Errorf("%+v", hook)
		}
		want, ok := left[hook.ID]
		if !ok {
			continue // it does not go by the names of files
		}
		delete(left, hook.ID)
		if strings.Join(hook.Types, " ") != "markdown" {
			t.Errorf("%s is for %q", hook.ID, hook.Types)
		}
		dir := t.TempDir()
		for name, data := range map[string]string{
			"hugo.toml": "", "README.md": "# x\n", "content/old.md": faultyPost, "content/một bài.md": faultyPost,
		} {
			if err := os.MkdirAll(filepath.Join(dir, "content"), 0o777); err != nil {
				t.Fatal(err)
			}
			writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), data)
		}
		words := append(strings.Fields(hook.Entry), hook.Args...)
		if words[0] != "postlint" {
			t.Fatalf("%s: entry %q", hook.ID, hook.Entry)
		}
		var out bytes.Buffer
		c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Dir: dir}
		status := c.Run(append(words[1:], "README.md", "content/một bài.md"))
		got, err := os.ReadFile(filepath.Join(dir, "content", "một bài.md"))
		if err != nil || string(got) != want || (status == faulty) != (want == faultyPost) || status == trouble {
			t.Errorf("%s: exit status %d, %v, leaves %q\n%s", hook.ID, status, err, got, out.Bytes())
		}
		if strings.Contains(out.String(), "old.md") {
			t.Errorf("%s speaks of a file that is not staged:\n%s", hook.ID, out.Bytes())
		}
	}
	if len(left) > 0 {
		t.Errorf("no hook %v", left)
	}
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

const actionDir = "../../../.github/actions/postlint"

// An action is the composite action, as GitHub reads it.
type action struct {
	Inputs  map[string]struct{ Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Using string
		Steps []struct {
			ID, Name, If, Uses, Shell, Run string
			Env, With                      map[string]string
			Dir                            string `yaml:"working-directory"`
		}
	}
}

// A job runs the action's shell steps here, as the runner would.
type job struct {
	t       *testing.T
	action  action
	context map[string]string // what expressions may name
	path    string            // of the files of the job
	env     []string          // more variables of its steps
}

func newJob(t *testing.T, inputs map[string]string) *job {
	t.Helper()
	need(t, "bash")
	src, err := os.ReadFile(filepath.Join(actionDir, "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	j := &job{t: t, path: t.TempDir(), context: map[string]string{"github.token": "secret", "github.action_ref": "", "github.action_repository": ""}}
	if err := yaml.UnmarshalWithOptions(src, &j.action, yaml.Strict(), yaml.AllowFieldPrefixes("name", "description", "branding")); err != nil {
		t.Fatal(err)
	}
	for name, input := range j.action.Inputs {
		j.context["inputs."+name] = j.expand(input.Default)
	}
	for name, value := range inputs {
		if _, ok := j.action.Inputs[name]; !ok {
			t.Fatalf("no input %q", name)
		}
		j.context["inputs."+name] = value
	}
	for _, dir := range []string{"temp", "workspace"} {
		if err := os.Mkdir(filepath.Join(j.path, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	j.context["github.action_path"], err = filepath.Abs(actionDir)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

var expression = regexp.MustCompile(`\$\{\{ *(.*?) *\}\}`)

// expand replaces the expressions in s.
func (j *job) expand(s string) string {
	return expression.ReplaceAllStringFunc(s, func(e string) string {
		for term := range strings.SplitSeq(expression.FindStringSubmatch(e)[1], "||") {
			if v := j.value(strings.TrimSpace(term)); v != "" {
				return v
			}
		}
		return ""
	})
}

// value returns what a term stands for. A step that has not run has no outputs.
func (j *job) value(term string) string {
	v, ok := j.context[term]
	if !ok && !strings.HasPrefix(term, "steps.") {
		j.t.Fatalf("unknown term %q", term)
	}
	return v
}

// holds evaluates a condition: comparisons with ” that are joined by &&.
func (j *job) holds(condition string, failed bool) bool {
	if m := expression.FindStringSubmatch(condition); m != nil {
		condition = m[1]
	}
	if !strings.Contains(condition, "cancelled()") && failed {
		return false
	}
	for term := range strings.SplitSeq(condition, "&&") {
		switch term = strings.TrimSpace(term); {
		case term == "" || term == "!cancelled()":
		case strings.HasSuffix(term, " != ''"):
			if j.value(strings.TrimSuffix(term, " != ''")) == "" {
				return false
			}
		case strings.HasSuffix(term, " == ''"):
			if j.value(strings.TrimSuffix(term, " == ''")) != "" {
				return false
			}
		default:
			j.t.Fatalf("unknown condition %q", term)
		}
	}
	return true
}

// run runs the steps and returns whether the job failed, what it printed, and
// the other actions that it used, with their inputs.
func (j *job) run() (failed bool, log string, used []string) {
	j.t.Helper()
	var out bytes.Buffer
	for _, step := range j.action.Runs.Steps {
		switch {
		case !j.holds(step.If, failed):
			continue
		case step.Uses != "":
			use := step.Uses
			for _, name := range slices.Sorted(maps.Keys(step.With)) {
				j.checkFile(name, j.expand(step.With[name]))
				use += fmt.Sprintf(" %s=%s", name, j.expand(step.With[name]))
			}
			used = append(used, use)
			continue
		case step.Shell != "bash":
			j.t.Fatalf("%s: shell %q", step.Name, step.Shell)
		}
		outputs := filepath.Join(j.path, "output")
		writeFile(j.t, outputs, "")
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
		cmd.Dir = filepath.Join(j.path, "workspace", j.expand(step.Dir))
		cmd.Stdout, cmd.Stderr = &out, &out
		cmd.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+j.context["github.action_path"], "GITHUB_OUTPUT="+outputs,
			"GITHUB_STEP_SUMMARY="+j.summary(), "GITHUB_WORKSPACE="+filepath.Join(j.path, "workspace"),
			"RUNNER_TEMP="+filepath.Join(j.path, "temp"), "RUNNER_OS=Linux", "RUNNER_ARCH=X64", "GITHUB_SERVER_URL=http://127.0.0.1:1",
			"GITHUB_EVENT_NAME=push", "GIT_CONFIG_NOSYSTEM=1", "HOME="+j.path)
		for name, value := range step.Env {
			cmd.Env = append(cmd.Env, name+"="+j.expand(value))
		}
		cmd.Env = append(cmd.Env, j.env...)
		if err := cmd.Run(); err != nil {
			if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) {
				j.t.Fatal(err)
			}
			failed = true
		}
		set, err := os.ReadFile(outputs)
		if err != nil {
			j.t.Fatal(err)
		}
		for line := range strings.Lines(string(set)) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
			j.context["steps."+step.ID+".outputs."+name] = value
		}
	}
	return failed, out.String(), used
}

// checkFile asks that a file that is an input of another action is there, and
// in the workspace where it names a cache: setup-go hashes no others.
func (j *job) checkFile(input, name string) {
	j.t.Helper()
	switch input {
	case "cache-dependency-path", "sarif_file":
		if input == "cache-dependency-path" && filepath.IsAbs(name) {
			j.t.Errorf("%s: %s is outside the workspace", input, name)
		}
		fallthrough
	case "go-version-file":
		if !filepath.IsAbs(name) {
			name = filepath.Join(j.path, "workspace", name)
		}
		if _, err := os.Stat(name); err != nil {
			j.t.Errorf("%s: %v", input, err)
		}
	}
}

func (j *job) summary() string { return filepath.Join(j.path, "summary.md") }

// output returns an output of the action.
func (j *job) output(name string) string { return j.expand(j.action.Outputs[name].Value) }

// file writes a file of the workspace.
func (j *job) file(name, data string) {
	j.t.Helper()
	file := filepath.Join(j.path, "workspace", filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(data), 0o777)); err != nil {
		j.t.Fatal(err)
	}
}

// tool puts a command on the PATH of the steps: a script of bash.
func (j *job) tool(name, script string) {
	j.t.Helper()
	dir := filepath.Join(j.path, "bin")
	if err := errors.Join(os.MkdirAll(dir, 0o777), os.WriteFile(filepath.Join(dir, name), []byte("#!/usr/bin/env bash\n"+script), 0o777)); err != nil {
		j.t.Fatal(err)
	}
	j.env = append(j.env, "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// builds puts a go on the PATH whose build is this program, run as postlint.
func (j *job) builds() {
	j.t.Helper()
	self, err := os.Executable()
	if err != nil {
		j.t.Fatal(err)
	}
	link := filepath.Join(j.path, "postlint")
	if err := os.Symlink(self, link); err != nil {
		j.t.Skip(err)
	}
	j.buildsScript(`exec "` + link + `" "$@"`)
}

// buildsScript puts a go on the PATH whose build is a script of sh.
func (j *job) buildsScript(script string) {
	j.t.Helper()
	file := filepath.Join(j.path, "script")
	writeFile(j.t, file, "#!/bin/sh\n"+script+"\n")
	j.tool("go", `while [[ $1 != -o ]]; do shift; done
cp "`+file+`" "$2"
chmod +x "$2"
`)
}

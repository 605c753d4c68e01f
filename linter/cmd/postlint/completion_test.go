package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// completions are command lines with the cursor at their end, and what each
// shell offers there: all of want, and nothing of not.
var completions = []struct {
	line, want, not string
}{
	{"postlint ex", "explain", "rules content"},
	{"postlint ", "check explain rules status terms completion man content", "swallowed-key"},
	{"postlint con", "content", "completion"},
	{"postlint content/", "posts about.md", "explain"},
	{"postlint content/posts/h", "hello world.md", "posts"},
	{"postlint --fix ex", "explain", ""},
	{"postlint -- ex", "", "explain"},
	{"postlint content ex", "", "explain"},
	{"postlint --fi", "--fix", "--format"},
	{"postlint --format j", "json jsonl junit", "sarif"},
	{"postlint --format=j", "json jsonl junit", "sarif"},
	{"postlint rules --format ", "text json markdown", "sarif content"},
	{"postlint --format json rules --f", "--format", "--fix --fail-on"},
	{"postlint --fail-on ", "error warning info never", "content"},
	{"postlint --color=a", "auto always", "never"},
	{"postlint --only swallowed-k", "swallowed-key", "swallowed-page"},
	{"postlint --only broken-link,swallowed-k", "swallowed-key", "swallowed-page"},
	{"postlint --skip=fron", "frontmatter", ""},
	{"postlint explain swallowed-", "swallowed-key swallowed-page", "content"},
	{"postlint explain swallowed-key broken-l", "broken-link", ""},
	{"postlint completion ", "bash zsh fish", "content"},
	{"postlint --site cont", "content", ""},
	{"postlint --site content/", "posts", "about.md"},
	{"postlint --stdin-path content/a", "about.md", ""},
	{"postlint status --e", "--environment", ""},
	{"postlint status --f", "--format", "--fix"},
}

// TestCompletion asks the shells themselves.
func TestCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"content/about.md", "content/posts/hello world.md"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, nil, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	for _, shell := range shells {
		t.Run(shell, func(t *testing.T) {
			need(t, shell)
			script := filepath.Join(t.TempDir(), "_postlint")
			writeFile(t, script, run(t, "completion", shell))
			offered := offers(t, shell, script, dir)
			for i, test := range completions {
				got := offered[i]
				for _, want := range separated(test.want) {
					if !slices.Contains(got, want) {
						t.Errorf("%q| does not offer %q; it offers %q", test.line, want, got)
					}
				}
				for _, not := range separated(test.not) {
					if slices.Contains(got, not) {
						t.Errorf("%q| offers %q", test.line, not)
					}
				}
			}
		})
	}
}

// separated splits at spaces, of which only one file name has one.
func separated(s string) []string {
	return strings.Fields(strings.ReplaceAll(s, "hello world.md", "world.md"))
}

// offers returns what a shell offers for each of the completions: the last part
// of each word, of a list or of a path, as shells differ in how much they repeat.
func offers(t *testing.T, shell, script, dir string) (all [][]string) {
	t.Helper()
	drivers := map[string][]string{
		"bash": {"--norc", "-c", bashDriver},
		"zsh":  {"-f", "-c", zshDriver},
		"fish": {"--no-config", "-c", fishDriver},
	}
	var lines []string
	for _, test := range completions {
		lines = append(lines, test.line)
	}
	cmd := exec.Command(shell, drivers[shell]...)
	cmd.Dir = dir
	home := t.TempDir()
	cmd.Env = append(os.Environ(), "SCRIPT="+script, "LINES_TYPED="+strings.Join(lines, "\n"), "HOME="+home,
		"XDG_CONFIG_HOME="+home, "LC_ALL=C.UTF-8", "TERM=xterm")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		t.Fatalf("%s: %v\n%s", shell, err, stderr.Bytes())
	}
	answers := strings.Split(string(out), "= end\n")
	if len(answers) != len(lines)+1 {
		t.Fatalf("%s: %d answers to %d lines", shell, len(answers)-1, len(lines))
	}
	for _, answer := range answers[:len(lines)] {
		var words []string
		for word := range strings.Lines(answer) {
			word, _, _ = strings.Cut(strings.TrimRight(word, "\r\n"), "\t")
			word = strings.NewReplacer(`hello\ world`, "world", "hello world", "world").Replace(strings.TrimRight(word, "/ "))
			words = append(words, word[strings.LastIndexAny(word, ",/=")+1:])
		}
		all = append(all, words)
	}
	return all
}

// bashDriver does what bash does on a tab: it splits the line, also at "=", and
// calls the function.
const bashDriver = `
source "$SCRIPT"
while IFS= read -r line; do
	read -ra COMP_WORDS <<< "${line//=/ = }"
	[[ $line == *[\ =] ]] && COMP_WORDS+=("")
	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
	_postlint postlint
	[[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
	echo '= end'
done <<< "$LINES_TYPED"
`

const fishDriver = `
source "$SCRIPT"
for line in (string split \n "$LINES_TYPED")
	complete --do-complete "$line"
	echo '= end'
end
`

// zshDriver types the lines into an interactive zsh, and notes what the
// completion adds.
const zshDriver = `
zmodload zsh/zpty
export FOUND=$HOME/found
zpty -b z zsh -f -i
zpty -w z 'PROMPT= RPROMPT='
zpty -w z 'fpath=(${SCRIPT:h} $fpath); autoload -Uz compinit; compinit -u -D'
zpty -w z 'compadd() {
	local -a hits
	if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)* ]]; then
		builtin compadd -A hits "$@"
		print -rl -- $hits >> $FOUND
	fi
	builtin compadd "$@"
}'
zpty -w z 'complete-and-tell() { zle list-choices; print > $FOUND.done; BUFFER= }; zle -N complete-and-tell; bindkey "^I" complete-and-tell; : > $FOUND.done'
await() {
	repeat 500; do [[ -e $FOUND.done ]] && break; sleep 0.02; done
	[[ -e $FOUND.done ]] || { print -u2 'no answer'; exit 1 }
	rm $FOUND.done
}
await
for line in "${(f)LINES_TYPED}"; do
	: > $FOUND
	zpty -n -w z "$line"$'\t'
	await
	cat $FOUND
	print -- '= end'
done
zpty -d z
`

func writeFile(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// run runs postlint without a site and returns what it prints.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Dir: t.TempDir()}
	if status := c.Run(args); status != clean {
		t.Fatalf("postlint %s: exit status %d\n%s", args, status, errs.Bytes())
	}
	return out.String()
}

// TestValues asks that every word that the help uses for a value is known, so
// that shells can complete it.
func TestValues(t *testing.T) {
	c := &Command{}
	for _, sub := range subcommands() {
		words := []string{sub.argument()}
		for _, f := range c.flags(&sub) {
			words = append(words, f.word)
		}
		for _, word := range words {
			if _, ok := valueOf(&sub, word); word != "" && !ok {
				t.Errorf("%s: valueOf does not know what %q stands for", sub.name, word)
			}
		}
	}
}

// TestMan asks mandoc whether the page is in order, and for every flag in it.
func TestMan(t *testing.T) {
	page := filepath.Join(t.TempDir(), "postlint.1")
	writeFile(t, page, run(t, "man"))
	need(t, "mandoc")
	if out, err := exec.Command("mandoc", "-Tlint", page).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("mandoc -Tlint: %v\n%s", err, out)
	}
	out, err := exec.Command("mandoc", "-Tascii", page).Output()
	if err != nil {
		t.Fatal(err)
	}
	shown := overstruck(string(out))
	for _, name := range append((&Command{}).valueFlags(), "--fix", "--stdin-path", "explain", "swallowed-key", "NO_COLOR", "hugo.toml", "git apply") {
		if !strings.Contains(shown, name) {
			t.Errorf("the page does not have %s", name)
		}
	}
}

// overstruck takes out what terminals show as bold or underlined.
func overstruck(s string) string {
	var b []rune
	for _, r := range s {
		if r == '\b' {
			b = b[:len(b)-1]
		} else {
			b = append(b, r)
		}
	}
	return string(b)
}

func TestRoff(t *testing.T) {
	for s, want := range map[string]string{
		"a-b":    `a\-b`,
		".SH":    `\&.SH`,
		"'quote": `\&'quote`,
		`a\b`:    `a\eb`,
	} {
		if diff := cmp.Diff(want, roff(s)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	}
}

package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestReadme keeps the rules' table in README.md true to the rules.
func TestReadme(t *testing.T) {
	const name, begin, end = "../../../README.md", "-update -->\n", "<!-- end of rules -->"
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(readme), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the rules' table", name)
	}
	var table bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &table, Stderr: os.Stderr, Dir: t.TempDir()}
	if status := c.Run([]string{"rules", "--format=markdown"}); status != clean {
		t.Fatalf("exit status %d", status)
	}
	want := head + begin + "\n" + table.String() + "\n" + end + tail
	if want == string(readme) {
		return
	}
	if !*update {
		t.Fatalf("the rules' table in %s is stale; run go test ./linter/cmd/postlint -update", name)
	}
	if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestOptionsSchema keeps the JSON Schema of [params.postlint] true to the rules.
func TestOptionsSchema(t *testing.T) {
	const name = "../../config/hugo.schema.json"
	var want bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &want, Stderr: os.Stderr, Dir: t.TempDir()}
	if status := c.Run([]string{"rules", "--format=schema"}); status != clean {
		t.Fatalf("exit status %d", status)
	}
	if *update {
		if err := os.WriteFile(name, want.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Fatalf("%s is stale; run go test ./linter/cmd/postlint -update", name)
	}
}

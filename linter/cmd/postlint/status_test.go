package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStatusAgreesWithHugo compares the columns that status has in common with
// "hugo list all", row by row, on the blog of this repository.
func TestStatusAgreesWithHugo(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the hugo command")
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	hugo := exec.Command("go", "tool", "hugo", "list", "all", "--noBuildLock")
	hugo.Dir, hugo.Stderr, hugo.Env = root, os.Stderr, append(os.Environ(), "HUGO_CACHEDIR="+t.TempDir())
	printed, err := hugo.Output()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: os.Stderr, Dir: root}
	if status := c.Run([]string{"status", "--format=csv"}); status != clean {
		t.Fatalf("exit status %d", status)
	}
	want, got := records(t, printed), records(t, out.Bytes())
	if len(want) < 50 {
		t.Fatalf("hugo list all prints %d pages", len(want))
	}
	for name, row := range want {
		if len(got[name]) < len(row) || !slices.Equal(got[name][:len(row)], row) {
			t.Errorf("%s:\nhugo     %q\npostlint %q", name, row, got[name])
		}
	}
	t.Logf("%d pages", len(want))
}

// records reads CSV and returns the rows by their first column.
func records(t *testing.T, data []byte) map[string][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string][]string{}
	for _, row := range rows {
		byName[row[0]] = row
	}
	return byName
}

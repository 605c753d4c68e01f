package site

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// TestHugoList compares the index with what the command `hugo list all`
// prints, column by column.
func TestHugoList(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the hugo command")
	}
	sites := map[string]string{"blog": repository(t)}
	for _, name := range []string{"cascade-branch", "dates-filename", "languages-files", "permalinks", "slugs", "subfolder", "filenames", "taxonomies-own", "dates-sections", "draft-values", "urls"} {
		archive, err := txtar.ParseFile(filepath.Join("testdata", "oracle", name+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		sites[name] = t.TempDir()
		for _, f := range archive.Files {
			writeFile(t, filepath.Join(sites[name], filepath.FromSlash(f.Name)), f.Data)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sites)) {
		dir := sites[name]
		t.Run(name, func(t *testing.T) {
			rows, err := hugoList(t, dir)
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) < 2 {
				t.Errorf("hugo list all prints %d pages", len(rows))
			}
			compareRows(t, dir, rows)
		})
	}
}

// TestHugoListCorpora does the same with the sites of other people that the
// bare command can read, empty folders standing in for their themes.
func TestHugoListCorpora(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the hugo command")
	}
	archives, err := filepath.Glob(filepath.Join(repository(t), "..", "shared", "corpora", "*.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if len(archives) == 0 && os.Getenv("POSTLINT_REQUIRE_ALL") == "" {
		t.Skip("no corpora beside the repository: ../shared/corpora/*.tar.gz")
	}
	compared := 0
	for _, archive := range archives {
		for _, dir := range corpusSites(t, unpack(t, archive)) {
			x, err := Load(Options{Dir: dir})
			if err != nil {
				t.Fatal(err)
			}
			for _, theme := range x.hugo.missing {
				writeFile(t, filepath.Join(dir, "themes", theme, "README"), nil)
			}
			rows, err := hugoList(t, dir)
			if err != nil {
				t.Logf("%s: Hugo alone cannot read it", filepath.Base(dir))
				continue
			}
			compareRows(t, dir, rows)
			compared += len(rows)
		}
	}
	t.Logf("%d rows compared", compared)
	if compared == 0 {
		t.Error("no corpus could be compared")
	}
}

func compareRows(t *testing.T, dir string, want []string) {
	t.Helper()
	x, err := Load(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	got := ourList(x)
	if len(got) != len(want) {
		t.Errorf("%s: %d rows; hugo list all has %d", filepath.Base(dir), len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("%s: row %d\n\thugo: %s\n\tours: %s", filepath.Base(dir), i, want[i], got[i])
		}
	}
}

// hugoList runs the command and returns its rows, sorted.
func hugoList(t *testing.T, dir string) ([]string, error) {
	t.Helper()
	cmd := exec.Command("go", "tool", "hugo", "list", "all", "--source", dir, "--noBuildLock")
	cmd.Dir = repository(t)
	cmd.Env = append(os.Environ(), "HUGO_CACHEDIR="+t.TempDir())
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("hugo list all: %v: %s", err, stderr.String())
	}
	// Warnings of Hugo's go to standard output, before the table.
	_, table, ok := strings.Cut("\n"+string(out), "\npath,")
	if !ok {
		return nil, fmt.Errorf("hugo list all prints no table: %s", out)
	}
	records, err := csv.NewReader(strings.NewReader("path," + table)).ReadAll()
	if err != nil {
		return nil, err
	}
	var rows []string
	for _, record := range records[1:] {
		rows = append(rows, strings.Join(record, " | "))
	}
	sort.Strings(rows)
	return rows, nil
}

// ourList returns the same rows: the pages with a file that are in Hugo's lists.
func ourList(x *Index) []string {
	var rows []string
	x.eachPage(func(p *Page) {
		if p.node == nil || p.node.bundled || p.node.late.Build.List != "always" {
			return
		}
		rows = append(rows, strings.Join([]string{
			p.Document.Path, p.Slug, p.Title, p.Dates.Date.Format(time.RFC3339), p.Dates.ExpiryDate.Format(time.RFC3339),
			p.Dates.PublishDate.Format(time.RFC3339), strconv.FormatBool(p.node.late.Draft), p.Permalink, p.node.kind(), p.Section,
		}, " | "))
	})
	sort.Strings(rows)
	return rows
}

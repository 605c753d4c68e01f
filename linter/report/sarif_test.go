package report

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/text"
)

func sampleSARIF(t *testing.T) []byte {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	return write(t, "sarif", sample(t, a), nil)
}

// TestSARIFSchema validates against the schema that OASIS publishes, as a Go
// module carries it.
func TestSARIFSchema(t *testing.T) {
	schema := compile(t, publishedSchema(t))
	for name, r := range reports(t) {
		validate(t, schema, name, write(t, "sarif", r, nil))
	}
}

// publishedSchema reads the schema out of the source of a module that embeds it.
func publishedSchema(t *testing.T) string {
	t.Helper()
	name := filepath.Join(moduleDir(t, "github.com/owenrumney/go-sarif/v3@v3.3.1"), "pkg", "report", "v210", "sarif", "schema.go")
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.BasicLit); ok && s.Kind == token.STRING && len(s.Value) > 10_000 {
			schema, _ = strconv.Unquote(s.Value)
		}
		return true
	})
	if schema == "" {
		t.Fatalf("%s holds no schema", name)
	}
	return schema
}

// moduleDir returns the folder of a module's source. The module is no
// dependency; without a network there is no test.
func moduleDir(t *testing.T, module string) string {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", module)
	cmd.Dir = t.TempDir()
	out, err := cmd.Output()
	var info struct{ Dir string }
	if err != nil || json.Unmarshal(out, &info) != nil || info.Dir == "" {
		if os.Getenv("POSTLINT_REQUIRE_ALL") != "" {
			t.Fatalf("cannot get %s: %v", module, err)
		}
		t.Skipf("cannot get %s: %v", module, err)
	}
	return info.Dir
}

// compile returns a JSON Schema that is ready to validate.
func compile(t *testing.T, source string) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// validate reports where JSON departs from a schema.
func validate(t *testing.T, schema *jsonschema.Schema, name string, out []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// TestSARIFConstraints checks what GitHub's upload asks for beyond the schema,
// and what of the schema matters most where that cannot be had.
func TestSARIFConstraints(t *testing.T) {
	var log sarifLog
	d := json.NewDecoder(bytes.NewReader(sampleSARIF(t)))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("version %q, %d runs", log.Version, len(log.Runs))
	}
	run := log.Runs[0]
	if base := run.BaseIDs[sarifBase].URI; !strings.HasSuffix(base, "/") {
		t.Errorf("base %q does not end with a slash", base)
	}
	prints := map[string]bool{}
	for _, r := range run.Results {
		if i := r.RuleIndex; i == nil || run.Tool.Driver.Rules[*i].ID != r.RuleID {
			t.Errorf("%s: the rule index leads elsewhere", r.RuleID)
		}
		print := r.Fingerprints["primaryLocationLineHash"]
		if print == "" || prints[print] {
			t.Errorf("%s: fingerprint %q is empty or not unique", r.RuleID, print)
		}
		prints[print] = true
		for _, l := range append(r.Locations, r.Related...) {
			if u, err := url.Parse(l.Physical.Artifact.URI); err != nil || u.IsAbs() || strings.HasPrefix(u.Path, "/") {
				t.Errorf("%q is no relative reference", l.Physical.Artifact.URI)
			}
			if g := l.Physical.Region; g != nil && (g.StartLine < 1 || g.StartColumn < 1 || g.EndLine < g.StartLine) {
				t.Errorf("%s: region %+v", r.RuleID, g)
			}
		}
		for _, fix := range r.Fixes {
			if len(fix.Changes) != 1 || len(fix.Changes[0].Replacements) == 0 {
				t.Errorf("%s: fix without replacements", r.RuleID)
			}
		}
	}
}

// TestFingerprints moves a finding to another line, which must not change it.
func TestFingerprints(t *testing.T) {
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	const post = "content/bai-viet/a.md"
	print := func(src string) []string {
		for i := range a.Files {
			if a.Files[i].Name == post {
				a.Files[i].Data = []byte(src)
			}
		}
		s := sampleSite(t, a)
		at := strings.Index(src, "mark")
		d := lint.Diagnostic{Rule: "r", Path: post, Span: text.Span{Start: at, End: at + 4}}
		s.Diagnostics = []lint.Diagnostic{d, d}
		return s.Fingerprints()
	}
	before, moved, changed := print("a mark b\n"), print("one\n\n  a  mark b\n"), print("a mark c\n")
	if before[0] == before[1] {
		t.Errorf("two findings have the fingerprint %s", before[0])
	}
	if before[0] != moved[0] || before[1] != moved[1] {
		t.Errorf("moving the line changed %s to %s", before, moved)
	}
	if before[0] == changed[0] {
		t.Error("changing the line did not change the fingerprint")
	}
}

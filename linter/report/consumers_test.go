package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/joshdk/go-junit"
)

// places returns path, line and message of every finding, in order, as a format
// with these should have them.
func places(r *Report) (list []string) {
	p := &printer{nil, r, Options{Localizer: english{}}}
	r.findings(func(f finding) {
		list = append(list, fmt.Sprintf("%s:%d: %s", f.path, f.start.Line, p.message(f.Diagnostic)))
	})
	return list
}

// compare reports where what a consumer read is not what was found.
func compare(t *testing.T, name string, r *Report, read []string) {
	t.Helper()
	if diff := cmp.Diff(places(r), read); diff != "" {
		t.Errorf("%s (-found +read):\n%s", name, diff)
	}
}

// decode reads one JSON value that has no fields but those of v.
func decode(t *testing.T, name string, out []byte, v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if _, err := d.Token(); err != io.EOF {
		t.Errorf("%s: something follows the JSON: %v", name, err)
	}
}

// TestGitLab holds the report to what GitLab documents of Code Quality reports.
func TestGitLab(t *testing.T) {
	for name, r := range reports(t) {
		out := write(t, "gitlab", r, nil)
		var issues []struct {
			Description string `json:"description"`
			CheckName   string `json:"check_name"`
			Fingerprint string `json:"fingerprint"`
			Severity    string `json:"severity"`
			Location    struct {
				Path  string `json:"path"`
				Lines struct {
					Begin int `json:"begin"`
					End   int `json:"end"`
				} `json:"lines"`
			} `json:"location"`
		}
		decode(t, name, out, &issues)
		if out[0] != '[' { // null is no report
			t.Errorf("%s: no array: %.20s", name, out)
		}
		var read []string
		prints := map[string]bool{}
		for _, i := range issues {
			if i.Fingerprint == "" || prints[i.Fingerprint] {
				t.Errorf("%s: fingerprint %q is empty, or not unique", name, i.Fingerprint)
			}
			prints[i.Fingerprint] = true
			if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) {
				t.Errorf("%s: severity %q", name, i.Severity)
			}
			if p := i.Location.Path; p != path.Clean(p) || path.IsAbs(p) || strings.HasPrefix(p, "../") {
				t.Errorf("%s: path %q is not relative to the repository, or begins with ./", name, p)
			}
			if l := i.Location.Lines; l.Begin < 1 || l.End < l.Begin {
				t.Errorf("%s: lines %+v", name, l)
			}
			if i.CheckName == "" {
				t.Errorf("%s: no check_name", name)
			}
			read = append(read, fmt.Sprintf("%s:%d: %s", i.Location.Path, i.Location.Lines.Begin, i.Description))
		}
		compare(t, name, r, read)
		if again := write(t, "gitlab", r, nil); !bytes.Equal(out, again) {
			t.Errorf("%s: another run gives another report", name)
		}
	}
}

// TestCheckstyle reads the report as those do who read Checkstyle's: elements
// and attributes of these names only, and the severities of Checkstyle.
func TestCheckstyle(t *testing.T) {
	attributes := map[string][]string{
		"checkstyle": {"version"}, "file": {"name"}, "error": {"line", "column", "severity", "message", "source"},
	}
	parents := map[string]string{"checkstyle": "", "file": "checkstyle", "error": "file"}
	for name, r := range reports(t) {
		var read, open []string
		file := ""
		walkXML(t, name, write(t, "checkstyle", r, nil), func(e xml.StartElement, end bool) {
			if end {
				open = open[:len(open)-1]
				return
			}
			parent := ""
			if len(open) > 0 {
				parent = open[len(open)-1]
			}
			open = append(open, e.Name.Local)
			if want, ok := parents[e.Name.Local]; !ok || want != parent {
				t.Errorf("%s: <%s> in <%s>", name, e.Name.Local, parent)
			}
			got := map[string]string{}
			for _, a := range e.Attr {
				got[a.Name.Local] = a.Value
				if !slices.Contains(attributes[e.Name.Local], a.Name.Local) {
					t.Errorf("%s: <%s> has %q", name, e.Name.Local, a.Name.Local)
				}
			}
			switch e.Name.Local {
			case "file":
				file = got["name"]
			case "error":
				if !slices.Contains([]string{"ignore", "info", "warning", "error"}, got["severity"]) {
					t.Errorf("%s: severity %q", name, got["severity"])
				}
				if column, err := strconv.Atoi(got["column"]); err != nil || column < 1 {
					t.Errorf("%s: column %q", name, got["column"])
				}
				if !strings.HasPrefix(got["source"], "postlint.") {
					t.Errorf("%s: source %q", name, got["source"])
				}
				read = append(read, fmt.Sprintf("%s:%s: %s", file, got["line"], got["message"]))
			}
		})
		compare(t, name, r, read)
	}
}

// walkXML calls f at the start and the end of every element of a document that
// must be well-formed XML 1.0 in UTF-8.
func walkXML(t *testing.T, name string, out []byte, f func(e xml.StartElement, end bool)) {
	t.Helper()
	if !utf8.Valid(out) {
		t.Errorf("%s: not UTF-8", name)
	}
	d := xml.NewDecoder(bytes.NewReader(out))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			f(e, false)
		case xml.EndElement:
			f(xml.StartElement{Name: e.Name}, true)
		}
	}
}

// TestJUnit reads the report with a parser of JUnit's, and counts again.
func TestJUnit(t *testing.T) {
	for name, r := range reports(t) {
		suites, err := junit.Ingest(write(t, "junit", r, nil))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var read []string
		tests := 0
		for _, s := range suites {
			failed := 0
			for _, test := range s.Tests {
				tests++
				if test.Name == "" || test.Classname == "" {
					t.Errorf("%s: a test without a name: %+v", name, test)
				}
				if test.Status != junit.StatusFailed {
					continue
				}
				failed++
				read = append(read, fmt.Sprintf("%s:%s: %s", test.Properties["file"], test.Properties["line"], test.Message))
			}
			if s.Totals.Tests != len(s.Tests) || s.Totals.Failed != failed {
				t.Errorf("%s: suite %q says %+v of %d tests, %d of which failed", name, s.Name, s.Totals, len(s.Tests), failed)
			}
		}
		if tests == 0 {
			t.Errorf("%s: a report without a test is taken for a broken one", name)
		}
		compare(t, name, r, read)
	}
}

// TestGitHub reads workflow commands as the runner of GitHub Actions does.
func TestGitHub(t *testing.T) {
	command := regexp.MustCompile(`^::(error|warning|notice) ([^:]*)::(.*)$`)
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for name, r := range reports(t) {
		var read []string
		for line := range strings.Lines(string(write(t, "github", r, nil))) {
			parts := command.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
			if parts == nil {
				t.Errorf("%s: no command: %q", name, line)
				continue
			}
			properties := map[string]string{}
			for p := range strings.SplitSeq(parts[2], ",") {
				key, value, ok := strings.Cut(p, "=")
				if !ok || value == "" || !slices.Contains([]string{"file", "line", "endLine", "col", "endColumn", "title"}, key) {
					t.Errorf("%s: property %q", name, p)
				}
				properties[key] = property.Replace(value)
			}
			if first, last := number(properties["line"]), number(properties["endLine"]); first < 1 || last < first ||
				first != last && properties["col"] != "" ||
				first == last && (number(properties["col"]) < 1 || number(properties["endColumn"]) < number(properties["col"])) {
				t.Errorf("%s: %q", name, properties)
			}
			message, _, _ := strings.Cut(data.Replace(parts[3]), "\n")
			read = append(read, fmt.Sprintf("%s:%s: %s", properties["file"], properties["line"], message))
		}
		compare(t, name, r, read)
	}
}

// number returns a decimal number, or -1.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// TestJSONLines asks that json and jsonl have the same findings, one a line.
func TestJSONLines(t *testing.T) {
	for name, r := range reports(t) {
		var whole jsonReport
		decode(t, name, write(t, "json", r, nil), &whole)
		var read []string
		lines := []jsonDiagnostic{}
		for line := range bytes.Lines(write(t, "jsonl", r, nil)) {
			var d jsonDiagnostic
			decode(t, name, line, &d)
			lines = append(lines, d)
			read = append(read, fmt.Sprintf("%s:%d: %s", d.Path, d.Line, d.Message))
		}
		if diff := cmp.Diff(whole.Diagnostics, lines, cmp.AllowUnexported(jsonDiagnostic{}, jsonRelated{})); diff != "" {
			t.Errorf("%s (-json +jsonl):\n%s", name, diff)
		}
		compare(t, name, r, read)
	}
}

// TestRDJSONSchema validates against the schema that reviewdog publishes.
func TestRDJSONSchema(t *testing.T) {
	dir := moduleDir(t, "github.com/reviewdog/reviewdog@v0.21.3")
	source, err := os.ReadFile(filepath.Join(dir, "proto", "rdf", "jsonschema", "DiagnosticResult.json"))
	if err != nil {
		t.Fatal(err)
	}
	// The schema lets anything else in, too.
	closed := strings.ReplaceAll(string(source), `"additionalProperties": true`, `"additionalProperties": false`)
	closed = regexp.MustCompile(`("\$ref": "[^"]*"),\s*"additionalProperties": false`).ReplaceAllString(closed, "$1")
	schema := compile(t, closed)
	for name, r := range reports(t) {
		validate(t, schema, name, write(t, "rdjson", r, nil))
	}
}

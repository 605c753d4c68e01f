package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"postlint/linter/text"
)

// defective are posts with one defect each, which --fix mends.
var defective = map[string]string{
	"crlf.md":              "---\r\ntitle: Tiếng Việt\r\n---\r\n\r\nMột đoạn mở đầu.\r\n\r\n<!-- more -->\r\n\r\nHết",
	"bom.md":               "\ufeff---\ntitle: Tiếng Việt\n---\nMột đoạn mở đầu.\n\n<!-- more -->\n\nHết.\n",
	"bom-first-line.md":    "\ufeff{\"title\": \"Tiê\u0301ng Việt\"}\nHết.\n",
	"emoji.md":             "---\ntitle: x\n---\n👩‍👩‍👧 𝒳 một ti\u200bếng, và hết",
	"tab.md":               "---\ntitle: x\n---\n\n- một\n\n\thai\tthu\u200bật\tngữ\n",
	"a b|c,d;100%#e?.md":   "+++\ntitle = \"x\"\n+++\nMở đầu.\n<!-- More -->\nHết.\n",
	"draft.md":             "---\r\ntitle: x\r\ndraft: \"yes\"\r\n---\r\nHết.\r\n",
	"moved.md":             "+++\r\ntitle = \"Thuật ngữ\"\r\n\r\n[params]\r\n  a = \"é\"\r\n  draft = true\r\n+++\r\nHết.\r\n",
	"terms.md":             "---\ntitle: x\ntags: [\"  sản phẩm \"]\n---\nHết.\n",
	"thư mục/hai dòng.md":  "---\ntitle: x\n---\nMở đầu.\n\n<!--more -->\n\nHết.\n",
	"joined.md":            "---\ntitle: x\ntags: \"một, hai\"\n---\nHết.\n",
	"heading.md":           "---\ntitle: x\n---\n# Một\n\nA.\n\n### Hai 漢字\n\nB.",
	"no-end-of-file.md":    "---\ntitle: x\n---\nMở đầu.\n\n<!-- more -->",
	"decomposed-in-bom.md": "\ufeff+++\r\ntitle = \"x\"\r\n+++\r\nTiê\u0301ng Việt.",
}

// TestSuggestions applies what SARIF and rdjson files hold to the posts, and
// compares with what --fix makes of them.
func TestSuggestions(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(data), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	write("hugo.toml", "defaultContentLanguage = \"vi\"\n")
	for name, data := range defective {
		write("content/posts/"+name, data)
	}
	check := func(args ...string) {
		t.Helper()
		var out, errs bytes.Buffer
		c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Dir: dir}
		if status := c.Run(args); status == trouble {
			t.Fatalf("postlint %s:\n%s", args, errs.Bytes())
		}
	}
	check("--output", "sarif:s.json", "--output", "rdjson:r.json")
	var log sarifLog
	var report rdReport
	read(t, filepath.Join(dir, "s.json"), &log)
	read(t, filepath.Join(dir, "r.json"), &report)
	check("--fix", "--unsafe-fixes")

	want := map[string]string{}
	for name := range defective {
		b, err := os.ReadFile(filepath.Join(dir, "content", "posts", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if want["content/posts/"+name] = string(b); string(b) == defective[name] {
			t.Errorf("--fix leaves %q as it is", name)
		}
	}
	compare := func(format string, got map[string]string) {
		for name, data := range want {
			if got[name] != data {
				t.Errorf("%s: %s:\ngot  %q\nwant %q", format, name, got[name], data)
			}
		}
	}
	compare("sarif", log.apply(t))
	compare("rdjson", report.apply(t))
}

func read(t *testing.T, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A sarifLog is what someone who applies fixes reads of SARIF.
type sarifLog struct {
	Runs []struct {
		ColumnKind string
		Results    []struct {
			RuleID string
			Fixes  []struct {
				ArtifactChanges []struct {
					ArtifactLocation struct{ URI string }
					Replacements     []struct {
						DeletedRegion   struct{ StartLine, StartColumn, EndLine, EndColumn, ByteLength int }
						InsertedContent struct{ Text string }
					}
				}
			}
		}
	}
}

// apply applies the first fix of every result.
func (l *sarifLog) apply(t *testing.T) map[string]string {
	files := map[string][]text.Edit{}
	if l.Runs[0].ColumnKind != "unicodeCodePoints" {
		t.Fatalf("columns count %q", l.Runs[0].ColumnKind)
	}
	for _, result := range l.Runs[0].Results {
		if len(result.Fixes) == 0 {
			t.Errorf("%s: no fix", result.RuleID)
			continue
		}
		change := result.Fixes[0].ArtifactChanges[0]
		name, err := url.PathUnescape(change.ArtifactLocation.URI)
		if err != nil {
			t.Fatal(err)
		}
		src := defective[strings.TrimPrefix(name, "content/posts/")]
		mark := len(src) - len(strings.TrimPrefix(src, "\ufeff"))
		for _, r := range change.Replacements {
			d := r.DeletedRegion
			e := text.Edit{Span: text.Span{End: d.ByteLength}, New: r.InsertedContent.Text}
			if d.StartLine > 0 {
				e.Span = text.Span{
					Start: mark + offset(src[mark:], d.StartLine, d.StartColumn, true),
					End:   mark + offset(src[mark:], d.EndLine, d.EndColumn, true),
				}
			}
			files[name] = append(files[name], e)
		}
	}
	return applied(t, files)
}

// An rdReport is what reviewdog reads.
type rdReport struct {
	Diagnostics []struct {
		Location    struct{ Path string }
		Suggestions []struct {
			Range struct{ Start, End struct{ Line, Column int } }
			Text  string
		}
	}
}

// apply applies every suggestion.
func (r *rdReport) apply(t *testing.T) map[string]string {
	files := map[string][]text.Edit{}
	for _, d := range r.Diagnostics {
		src := defective[strings.TrimPrefix(d.Location.Path, "content/posts/")]
		for _, s := range d.Suggestions {
			start, end := s.Range.Start, s.Range.End
			files[d.Location.Path] = append(files[d.Location.Path], text.Edit{
				Span: text.Span{Start: offset(src, start.Line, start.Column, false), End: offset(src, end.Line, end.Column, false)}, New: s.Text,
			})
		}
	}
	return applied(t, files)
}

// offset returns the byte offset of a line and a column, which counts
// characters or bytes, all from 1.
func offset(src string, line, column int, characters bool) int {
	at := 0
	for ; line > 1; line-- {
		at += strings.IndexByte(src[at:], '\n') + 1
	}
	if !characters {
		return at + column - 1
	}
	for ; column > 1; column-- {
		_, size := utf8.DecodeRuneInString(src[at:])
		at += size
	}
	return at
}

func applied(t *testing.T, files map[string][]text.Edit) map[string]string {
	done := map[string]string{}
	for name, edits := range files {
		b, err := text.Apply([]byte(defective[strings.TrimPrefix(name, "content/posts/")]), edits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		done[name] = string(b)
	}
	return done
}

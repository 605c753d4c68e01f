package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/text"
)

// sources returns the files of a report, by the path that it prints.
func sources(r *Report) map[string][]byte {
	files := map[string][]byte{}
	for i := range r.Sites {
		docs := documents{site: &r.Sites[i]}
		for _, d := range r.Sites[i].Diagnostics {
			if doc := docs.find(d.Path); doc != nil {
				files[docs.name(d.Path)] = doc.Src
			}
		}
	}
	return files
}

// want returns what each fix of each finding makes of its file, in order, and
// nil where the file is gone.
func want(t *testing.T, r *Report, chosen func(fixes []lint.Fix) []lint.Fix) (list [][]byte) {
	t.Helper()
	r.findings(func(f finding) {
		for _, fix := range chosen(f.Fixes) {
			if f.doc == nil {
				continue
			}
			b, err := text.Apply(f.doc.Src, fix.Edits)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, b)
		}
	})
	return list
}

// TestSARIFFixes applies the fixes of the log to the files, once by lines and
// columns and once by characters, and compares with the fixes themselves.
func TestSARIFFixes(t *testing.T) {
	for name, r := range reports(t) {
		var log sarifLog
		if err := json.Unmarshal(write(t, "sarif", r, nil), &log); err != nil {
			t.Fatal(err)
		}
		wanted := want(t, r, func(fixes []lint.Fix) []lint.Fix { return fixes })
		files := sources(r)
		n := 0
		for _, result := range log.Runs[0].Results {
			for _, fix := range result.Fixes {
				change := fix.Changes[0]
				file, err := url.PathUnescape(change.Artifact.URI)
				if err != nil {
					t.Fatal(err)
				}
				for _, read := range []struct {
					unit string
					span func([]byte, sarifRegion) text.Span
				}{{"lines and columns", byColumns}, {"characters", byCharacters}} {
					var edits []text.Edit
					for _, replacement := range change.Replacements {
						e := text.Edit{Span: read.span(files[file], replacement.Deleted)}
						if replacement.Inserted != nil {
							e.New = replacement.Inserted.Text
						}
						edits = append(edits, e)
					}
					got, err := text.Apply(files[file], edits)
					if err != nil || !bytes.Equal(got, wanted[n]) {
						t.Errorf("%s: %s, fix %q by %s: %v\ngot  %.300q\nwant %.300q", name, file, fix.Description.Text, read.unit, err, got, wanted[n])
					}
				}
				n++
			}
		}
		if n != len(wanted) {
			t.Errorf("%s: %d fixes of %d", name, n, len(wanted))
		}
	}
}

// byColumns reads a region of text as an editor does, which has taken the byte
// order mark off, and shows bytes that are not UTF-8 as one character each.
func byColumns(src []byte, region sarifRegion) text.Span {
	if region.ByteOffset != nil {
		return text.Span{Start: *region.ByteOffset, End: *region.ByteOffset + *region.ByteLength}
	}
	bom := len(byteOrderMark(src))
	offset := func(line, column int) int {
		at := bom
		for ; line > 1; line-- {
			at += bytes.IndexByte(src[at:], '\n') + 1
		}
		return at + characters(src[at:], column-1)
	}
	return text.Span{Start: offset(region.StartLine, region.StartColumn), End: offset(region.EndLine, region.EndColumn)}
}

func byCharacters(src []byte, region sarifRegion) text.Span {
	if region.ByteOffset != nil {
		return byColumns(src, region)
	}
	bom := len(byteOrderMark(src))
	start := bom + characters(src[bom:], *region.CharOffset)
	return text.Span{Start: start, End: start + characters(src[start:], *region.CharLength)}
}

// characters returns how many bytes n code points take.
func characters(src []byte, n int) (bytes int) {
	for range n {
		_, size := utf8.DecodeRune(src[bytes:])
		bytes += size
	}
	return bytes
}

// TestRDJSONFixes applies the suggestions as reviewdog has GitHub apply them:
// whole lines give way to the suggestion with what surrounds it, and the
// comment is on just these lines.
func TestRDJSONFixes(t *testing.T) {
	for name, r := range reports(t) {
		var report rdReport
		decode(t, name, write(t, "rdjson", r, nil), &report)
		first := func(fixes []lint.Fix) []lint.Fix { return fixes[:min(1, len(fixes))] }
		wanted := want(t, r, first)
		files := sources(r)
		n := 0
		for _, d := range report.Diagnostics {
			src, ok := files[d.Location.Path]
			if !ok {
				if d.Location.Range != nil || d.Suggestions != nil {
					t.Errorf("%s: %s has a range", name, d.Location.Path)
				}
				continue
			}
			hasFix := d.Code.Value == "misspelled-summary-divider" || name == "sample" && d.Code.Value != "stale-draft"
			switch {
			case !hasFix && len(d.Suggestions) > 0, len(d.Suggestions) > 1:
				t.Errorf("%s: %s has %d suggestions", name, d.Location.Path, len(d.Suggestions))
			case hasFix && len(d.Suggestions) == 0:
				if utf8.Valid(src) { // other bytes cannot be said in JSON
					t.Errorf("%s: %s: no suggestion for %s", name, d.Location.Path, d.Message)
				}
				n++
			case hasFix:
				s := d.Suggestions[0]
				if s.Range != *d.Location.Range {
					t.Errorf("%s: the comment is on %v, the suggestion for %v", name, *d.Location.Range, s.Range)
				}
				got, err := suggested(src, s)
				if err != nil || !bytes.Equal(got, wanted[n]) {
					t.Errorf("%s: %s: %v\ngot  %.300q\nwant %.300q", name, d.Location.Path, err, got, wanted[n])
				}
				n++
			}
		}
		if n != len(wanted) {
			t.Errorf("%s: %d suggestions of %d", name, n, len(wanted))
		}
	}
}

// suggested applies a suggestion: lines from 1, columns in bytes from 1.
func suggested(src []byte, s rdSuggestion) ([]byte, error) {
	lines := strings.SplitAfter(string(src), "\n")
	start, end := s.Range.Start, s.Range.End
	if start.Line < 1 || end.Line < start.Line || end.Line > len(lines) ||
		start.Column < 1 || start.Column-1 > len(lines[start.Line-1]) || end.Column < 1 || end.Column-1 > len(lines[end.Line-1]) {
		return nil, fmt.Errorf("%v is not within the %d lines", s.Range, len(lines))
	}
	changed := lines[start.Line-1][:start.Column-1] + s.Text + lines[end.Line-1][end.Column-1:]
	return []byte(strings.Join(lines[:start.Line-1], "") + changed + strings.Join(lines[end.Line:], "")), nil
}

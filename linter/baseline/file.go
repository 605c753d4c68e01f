package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"postlint/linter/message"
)

// version is that of the file's form.
const version = 1

// A file is what a baseline's file holds.
type file struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// Decode reads a baseline as [Baseline.Encode] writes it. The error begins with
// line and column, as "3:7: ", says what is wrong and what was expected.
func Decode(src []byte) (*Baseline, error) {
	var head struct {
		Version *int `json:"version"`
	}
	if err := json.Unmarshal(src, &head); err != nil {
		return nil, malformed(src, err)
	}
	switch {
	case head.Version == nil:
		return nil, message.Errorf("1:1: has no version; expected a baseline as postlint --write-baseline writes it")
	case *head.Version != version:
		return nil, message.Errorf("1:1: version %d; this postlint reads version %d: use another postlint, or write the file anew with --write-baseline",
			*head.Version, version)
	}
	var f file
	if err := json.Unmarshal(src, &f); err != nil {
		return nil, malformed(src, err)
	}
	for i, e := range f.Findings {
		if e.Path == "" || e.Rule == "" || e.Fingerprint == "" {
			return nil, message.Errorf("1:1: entry %d of findings lacks its path, rule or fingerprint", i+1)
		}
	}
	slices.SortFunc(f.Findings, Entry.compare)
	return &Baseline{f.Findings}, nil
}

// malformed puts the place of an error first.
func malformed(src []byte, err error) error {
	offset := int64(len(src))
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = max(syntax.Offset-1, 0)
		switch {
		case bytes.Contains(src, []byte("<<<<<<<")):
			err = message.Errorf("a merge left its marks; expected JSON: write the file anew with --write-baseline")
		case syntax.Offset >= int64(len(src)):
			err = message.Errorf("the file is cut off; write it anew with --write-baseline")
		default:
			err = message.Errorf("not JSON: %w; write the file anew with --write-baseline", syntax)
		}
	case errors.As(err, &kind):
		offset = kind.Offset
		err = message.Errorf("%q is not what belongs here; expected a baseline as postlint --write-baseline writes it", kind.Value)
	}
	before := src[:min(offset, int64(len(src)))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := len(bytes.Runes(before[bytes.LastIndexByte(before, '\n')+1:])) + 1
	return message.Errorf("%d:%d: %w", line, column, err)
}

// Encode writes a baseline as JSON with one finding a line, so that a change of
// one is a change of one line.
func (b *Baseline) Encode() []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, e := range b.entries {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		fmt.Fprintf(&out, `{"path": %s, "rule": %s, "fingerprint": %s, "message": %s}`,
			quoted(e.Path), quoted(e.Rule), quoted(e.Fingerprint), quoted(e.Message))
	}
	if len(b.entries) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	return out.Bytes()
}

// quoted returns a string as JSON, with <, > and & as they are.
func quoted(s string) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // any string can be
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

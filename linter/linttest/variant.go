package linttest

import (
	"bytes"
	"strings"
	"testing"
)

// A variant is an awkward way to store the same text.
type variant struct{ crlf, bom, noeol bool }

// variantOf reads the header tags of an archive.
func variantOf(comment string) variant {
	has := func(tag string) bool {
		for _, word := range strings.Fields(comment) {
			if word == tag {
				return true
			}
		}
		return false
	}
	return variant{has("#crlf"), has("#bom"), has("#noeol")}
}

var bom = []byte("\ufeff")

// make turns the text of an archive into the variant.
func (v variant) make(data []byte) []byte {
	if v.noeol {
		data = bytes.TrimSuffix(data, []byte("\n"))
	}
	if v.crlf {
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	}
	if v.bom {
		data = append(bytes.Clone(bom), data...)
	}
	return data
}

// unmake turns it back, and fails the test when the variant was not kept.
func (v variant) unmake(t *testing.T, data []byte) []byte {
	t.Helper()
	if v.bom {
		if !bytes.HasPrefix(data, bom) {
			t.Error("the fix lost the byte order mark")
		}
		data = bytes.TrimPrefix(data, bom)
	}
	if v.crlf {
		plain := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		if bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) {
			t.Error("the fix mixed line ends in a file with CRLF")
		}
		data = plain
	}
	if v.noeol {
		if bytes.HasSuffix(data, []byte("\n")) {
			t.Error("the fix added a last newline")
		}
		data = append(bytes.Clone(data), '\n')
	}
	return data
}

func asMap(v any) map[string]any {
	switch m := v.(type) {
	case map[string]any:
		return m
	}
	return nil
}

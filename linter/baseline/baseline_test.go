package baseline

import (
	"strings"
	"testing"
)

func TestEncode(t *testing.T) {
	b := &Baseline{entries: []Entry{{"a <b>.md", "r", "f", "a \"quoted\" & long – message"}, {"b.md", "r", "g", "x"}, {"b.md", "r", "g", "x"}}}
	src := b.Encode()
	again, err := Decode(src)
	if err != nil || again.Len() != 3 || again.entries[0] != b.entries[0] {
		t.Errorf("%v, %v, of\n%s", again, err, src)
	}
	if !strings.Contains(string(src), `"a <b>.md"`) || strings.Count(string(src), "\n") != 8 {
		t.Errorf("not a line for each:\n%s", src)
	}
	if empty, err := Decode((&Baseline{}).Encode()); err != nil || empty.Len() != 0 {
		t.Errorf("an empty one: %v, %v", empty, err)
	}
}

func TestDecodeErrors(t *testing.T) {
	for src, want := range map[string]string{
		"":                                    "1:1: ",
		"{\n\"version\": 1,\n\"findings\": [": "3:13: the file is cut off",
		"{\"version\" 1}":                     "1:12: not JSON: ",
		"{\"version\": \"1\"}":                `1:`,
		"{\"version\": 0}":                    "version 0; this postlint reads version 1",
		"{\"version\": 1, \"findings\": 3}":   `"number" is not what belongs here`,
		"{\"version\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"r\"}]}": "entry 1 of findings lacks its path, rule or fingerprint",
	} {
		if b, err := Decode([]byte(src)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want an error with %q", src, b, err, want)
		}
	}
}

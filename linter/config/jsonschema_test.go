package config

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
)

// TestJSONSchema compares the schema of the options with what is read: for
// each table that has a fixed set of keys, the error of an unknown one lists them.
func TestJSONSchema(t *testing.T) {
	src, err := JSONSchema(sampleRules)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(src)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("a.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("a.json")
	if err != nil {
		t.Fatal(err)
	}
	settings := compiled.Properties["params"].Properties["postlint"].Ref
	section := settings.Properties["sections"].AdditionalProperties.(*jsonschema.Schema).Ref
	for table, schema := range map[string]*jsonschema.Schema{
		"":                       settings,
		".image":                 settings.Properties["image"],
		".summary":               settings.Properties["summary"],
		".ai":                    settings.Properties["ai"],
		".glossary":              settings.Properties["glossary"],
		".sections.x":            section,
		".rules.oversized-image": settings.Properties["rules"].Ref.Properties["oversized-image"],
	} {
		_, err := Load(load(t, txtar.Parse([]byte("-- hugo.toml --\n[params.postlint"+table+"]\nqqqqqqqqqq = 1\n"))), sampleRules, Flags{})
		if err == nil {
			t.Errorf("%q: an unknown key is read", table)
			continue
		}
		_, list, ok := strings.Cut(err.Error(), "expected one of ")
		if !ok {
			t.Errorf("%q: %v", table, err)
			continue
		}
		read := regexp.MustCompile(`, `).Split(list, -1)
		slices.Sort(read)
		written := slices.Sorted(maps.Keys(schema.Properties))
		if !slices.Equal(read, written) {
			t.Errorf("%q: read %v, described %v", table, read, written)
		}
	}
	for config, valid := range map[string]bool{
		`{"params": {"postlint": {"failOn": "warning", "sections": {"a": {"schema": "a.json", "rules": {"missing-field": {"fields": ["a"], "severity": "off"}}}}}, "other": 1}, "title": "A"}`: true,
		`{"params": {"postlint": {"failOn": "eror"}}}`:                                   false,
		`{"params": {"postlint": {"rules": {"missing-field": {"fields": "a"}}}}}`:        false,
		`{"params": {"postlint": {"rules": {"oversized-image": {"maxWidth": 3000}}}}}`:   true,
		`{"params": {"postlint": {"rules": {"oversized-image": {"maxWidth": "3000"}}}}}`: false,
		`{"params": {"postlint": {"skip": ["image", "missing-field"]}}}`:                 true,
		`{"params": {"postlint": {"skip": ["imag"]}}}`:                                   false,
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(config))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(value); (err == nil) != valid {
			t.Errorf("%s: %v", config, err)
		}
	}
}

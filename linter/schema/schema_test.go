package schema

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// files is a folder in memory, by slash-separated names.
type files map[string]string

func (f files) read(name string) ([]byte, error) {
	src, ok := f[filepath.ToSlash(name)]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return []byte(src), nil
}

func compile(t *testing.T, f files) *Schema {
	t.Helper()
	s, err := Compile(filepath.FromSlash("/s/a.json"), f.read)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *Schema) print(data map[string]any) string {
	var lines []string
	for _, v := range s.Validate(data) {
		lines = append(lines, fmt.Sprintf("%s %T", strings.Join(v.Path, "."), v.Kind))
	}
	return strings.Join(lines, "\n")
}

// TestLetterCase looks at every keyword that names a key: what is written in
// one letter case holds for all.
func TestLetterCase(t *testing.T) {
	for name, schema := range map[string]string{
		"properties":        `{"properties": {"FeatureImage": {"type": "string"}}}`,
		"patternProperties": `{"patternProperties": {"^Feature": {"type": "string"}}}`,
		"required":          `{"required": ["Other"]}`,
		"dependentRequired": `{"dependentRequired": {"FeatureImage": ["Other"]}}`,
		"dependentSchemas":  `{"dependentSchemas": {"FeatureImage": {"required": ["Other"]}}}`,
		"dependencies":      `{"$schema": "http://json-schema.org/draft-07/schema#", "dependencies": {"FeatureImage": ["Other"]}}`,
		"propertyNames":     `{"propertyNames": {"not": {"enum": ["FeatureImage"]}}}`,
		"const":             `{"properties": {"cover": {"not": {"const": {"Image": "a.png"}}}}}`,
		"reference":         `{"properties": {"FeatureImage": {"type": "string"}, "Properties": {"properties": {"Items": {"$ref": "#/properties/FeatureImage"}}}}}`,
		"another file":      `{"properties": {"FeatureImage": {"$ref": "b.json#/properties/Cover/properties/Image"}}}`,
		"items":             `{"properties": {"List": {"prefixItems": [{"$ref": "#/properties/List/$defs/X"}], "$defs": {"X": {"properties": {"Src": {"type": "number"}}}}}}}`,
	} {
		s := compile(t, files{"/s/a.json": schema, "/s/b.json": `{"properties": {"Cover": {"properties": {"Image": {"type": "string"}}}}}`})
		for _, key := range []string{"featureimage", "featureImage", "FEATUREIMAGE"} {
			data := map[string]any{
				key: 3, "cover": map[string]any{"image": "a.png"}, "PROPERTIES": map[string]any{"items": 3},
				"list": []any{map[string]any{"SRC": "a.png"}},
			}
			if got := s.print(data); got == "" {
				t.Errorf("%s: %s: no violation", name, key)
			}
		}
	}
}

func TestDates(t *testing.T) {
	s := compile(t, files{"/s/a.json": `{"properties": {
		"day": {"type": "string", "format": "date"},
		"moment": {"type": "string", "format": "date-time"},
		"hour": {"type": "string", "pattern": "^08:00:00"}
	}}`})
	for want, data := range map[string]map[string]any{
		"":                    {"day": toml.LocalDate{Year: 2026, Month: 1, Day: 31}, "moment": time.Date(2026, 1, 31, 8, 0, 0, 0, time.FixedZone("", 7*3600)), "hour": toml.LocalTime{Hour: 8}},
		"moment *kind.Format": {"day": "2026-01-31", "moment": toml.LocalDateTime{LocalDate: toml.LocalDate{Year: 2026, Month: 1, Day: 31}}},
		"day *kind.Format":    {"day": "2026-02-30", "moment": "2026-01-31T08:00:00Z"},
	} {
		if got := s.print(data); got != want {
			t.Errorf("%v: got %q, want %q", data, got, want)
		}
	}
}

func TestJavaScriptPattern(t *testing.T) {
	s := compile(t, files{"/s/a.json": `{"properties": {"slug": {"pattern": "^(?!draft-)[a-z-]+$"}}}`})
	if got := s.print(map[string]any{"slug": "draft-a"}); got != "slug *kind.Pattern" {
		t.Errorf("got %q", got)
	}
	if got := s.print(map[string]any{"slug": "a-draft"}); got != "" {
		t.Errorf("got %q", got)
	}
}

// TestNoNetwork gives references that only the network could follow. A file
// beside one whose $id is there stands for what would be beside it there.
func TestNoNetwork(t *testing.T) {
	remote := files{"/s/a.json": `{"$ref": "https://example.org/b.json"}`, "/s/b.json": `{}`}
	_, err := Compile("/s/a.json", remote.read)
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Error(), "never uses the network") || e.Line != 1 || e.Column != 10 {
		t.Errorf("got %v", err)
	}
	s := compile(t, files{
		"/s/a.json": `{"$id": "https://example.org/s/a.json", "properties": {"title": {"$ref": "b.json"}}}`,
		"/s/b.json": `{"type": "string"}`,
	})
	if got := s.print(map[string]any{"title": 1}); got != "title *kind.Type" {
		t.Errorf("got %q", got)
	}
}

func TestNotThere(t *testing.T) {
	_, err := Compile("/s/a.json", files{}.read)
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want fs.ErrNotExist", err)
	}
}

package lint

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
)

type sample struct {
	MaxWidth int      `doc:"the width"`
	Strict   bool     `doc:"strictness"`
	Ratio    float64  `doc:"a ratio"`
	Name     string   `doc:"a name"`
	Fields   []string `doc:"fields"`
	URLs     []string `doc:"addresses"`
	hidden   int
}

func (sample) Check(*Pass) {}

func TestOptions(t *testing.T) {
	r := rule("r", sample{MaxWidth: 7, Fields: []string{"title"}, hidden: 1})
	want := []Option{
		{"maxWidth", "integer", "the width", 7}, {"strict", "boolean", "strictness", false}, {"ratio", "number", "a ratio", 0.0},
		{"name", "string", "a name", ""}, {"fields", "list of strings", "fields", []string{"title"}}, {"urls", "list of strings", "addresses", []string(nil)},
	}
	if got := r.Options(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestConfigure(t *testing.T) {
	defaults := sample{MaxWidth: 7, Name: "n", Fields: []string{"title"}}
	for _, c := range []struct {
		settings map[string]any
		want     sample
	}{
		{nil, defaults},
		{map[string]any{"maxwidth": int64(9), "STRICT": true, "ratio": 2, "name": "x"}, sample{9, true, 2, "x", []string{"title"}, nil, 0}},
		{map[string]any{"maxWidth": 9.0, "ratio": 0.5, "fields": []any{"a", "b"}}, sample{9, false, 0.5, "n", []string{"a", "b"}, nil, 0}},
		{map[string]any{"maxWidth": uint64(9), "ratio": uint8(3), "fields": []string{}, "urls": []any{}}, sample{9, false, 3, "n", []string{}, []string{}, 0}},
	} {
		got, err := rule("r", defaults).Configure(c.settings)
		if err != nil || !reflect.DeepEqual(got.Checker, c.want) {
			t.Errorf("%v gives %+v (%v), want %+v", c.settings, got.Checker, err, c.want)
		}
	}
	if r, err := rule("r", defaults).Configure(map[string]any{"Severity": "WARNING"}); err != nil || r.Severity != Warning {
		t.Errorf("severity is %v (%v), want warning", r.Severity, err)
	}
}

// A rule that was configured shares nothing with the one it was made from.
func TestConfigureCopies(t *testing.T) {
	fields := []any{"a"}
	r := rule("r", sample{Fields: []string{"title"}})
	configured, err := r.Configure(map[string]any{"fields": fields})
	if err != nil {
		t.Fatal(err)
	}
	fields[0] = "changed"
	if got := configured.Checker.(sample).Fields; !reflect.DeepEqual(got, []string{"a"}) {
		t.Errorf("the options follow the settings: %q", got)
	}
	if got := r.Checker.(sample).Fields; !reflect.DeepEqual(got, []string{"title"}) {
		t.Errorf("the defaults have become %q", got)
	}
}

func TestConfigureErrors(t *testing.T) {
	for _, c := range []struct {
		settings map[string]any
		key      string
		says     []string
	}{
		{map[string]any{"maxWitdh": 1}, "maxWitdh", []string{"not an option", `did you mean "maxWidth"?`}},
		{map[string]any{"nonsense": 1}, "nonsense", []string{"not an option", "severity, maxWidth, strict"}},
		{map[string]any{"hidden": 1}, "hidden", []string{"not an option"}},
		{map[string]any{"maxWidth": "9"}, "maxWidth", []string{`the string "9"`, "integer"}},
		{map[string]any{"maxWidth": 9.5}, "maxWidth", []string{"the number 9.5"}},
		{map[string]any{"maxWidth": math.Inf(1)}, "maxWidth", []string{"+Inf"}},
		{map[string]any{"maxWidth": 1e300}, "maxWidth", []string{"1e+300"}},
		{map[string]any{"maxWidth": nil}, "maxWidth", []string{"empty"}},
		{map[string]any{"strict": "yes"}, "strict", []string{"boolean"}},
		{map[string]any{"fields": "title"}, "fields", []string{"list of strings"}},
		{map[string]any{"fields": []any{"a", 1}}, "fields", []string{"a list", "list of strings"}},
		{map[string]any{"name": map[string]any{}}, "name", []string{"a table"}},
		{map[string]any{"severity": "fatal"}, "severity", []string{"error, warning, info or off"}},
		{map[string]any{"severity": 3}, "severity", []string{"the number 3"}},
		{map[string]any{"b": 1, "a": 1}, "a", []string{"not an option"}},
	} {
		_, err := rule("r", sample{}).Configure(c.settings)
		var o *OptionError
		if !errors.As(err, &o) || o.Key != c.key || o.Rule != "r" {
			t.Errorf("%v gives %v, want an error about %s", c.settings, err, c.key)
			continue
		}
		for _, s := range c.says {
			if !strings.Contains(err.Error(), s) {
				t.Errorf("%v gives %q, which does not say %q", c.settings, err, s)
			}
		}
	}
}

func TestParseSeverity(t *testing.T) {
	for s := Off; s <= Error; s++ {
		if got, err := ParseSeverity(strings.ToUpper(s.String())); err != nil || got != s {
			t.Errorf("%v is read as %v (%v)", s, got, err)
		}
	}
	if _, err := ParseSeverity("warn"); err == nil {
		t.Error(`"warn" is taken for a severity`)
	}
}

package rules

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"postlint/linter/lint"
	"postlint/linter/schema"
)

// say returns what is wrong with a value, and what was expected.
func (v *violations) say(violation schema.Violation, spot schema.Spot) (message, effect lint.Message) {
	name, named := "", lint.Msg("the front matter")
	if spot.Field != nil {
		name, named = spot.Field.Key, lint.Msg("%q", spot.Field.Key)
	}
	switch k := violation.Kind.(type) {
	case *kind.Type:
		if spot.Field != nil && spot.Value != spot.Field.Value {
			return lint.Msg("a value of %q is %s", name, typeWords(k.Got)), lint.Msg("expected %s", anyOfTypes(k.Want))
		}
		return lint.Msg("%q is %s", name, typeWords(k.Got)), lint.Msg("expected %s", anyOfTypes(k.Want))
	case *kind.Enum:
		return lint.Msg("%s is not a value of %q", jsonWords(k.Got), name), expectedValues(k.Want)
	case *kind.Const:
		return lint.Msg("%s is not a value of %q", jsonWords(k.Got), name), lint.Msg("expected %s", jsonWords(k.Want))
	case *kind.Format:
		return lint.Msg("%s is not %s", jsonWords(k.Got), formatWords(k.Want)), lint.Msg("expected one such as %s", formatExample(k.Want))
	case *kind.Pattern:
		return lint.Msg("%s is not a value of %q", jsonWords(k.Got), name), lint.Msg("expected one that matches %s", k.Want)
	case *kind.MinLength:
		return lint.Msg("%q has %d characters", name, k.Got), lint.Msg("expected %d or more", k.Want)
	case *kind.MaxLength:
		return lint.Msg("%q has %d characters", name, k.Got), lint.Msg("expected %d or fewer", k.Want)
	case *kind.MinItems:
		return lint.Msg("%q has %d values", name, k.Got), lint.Msg("expected %d or more", k.Want)
	case *kind.MaxItems:
		return lint.Msg("%q has %d values", name, k.Got), lint.Msg("expected %d or fewer", k.Want)
	case *kind.MinProperties:
		return lint.Msg("%s has %d keys", named, k.Got), lint.Msg("expected %d or more", k.Want)
	case *kind.MaxProperties:
		return lint.Msg("%s has %d keys", named, k.Got), lint.Msg("expected %d or fewer", k.Want)
	case *kind.Minimum:
		return lint.Msg("%q is %s", name, number(k.Got)), lint.Msg("expected %s or more", number(k.Want))
	case *kind.Maximum:
		return lint.Msg("%q is %s", name, number(k.Got)), lint.Msg("expected %s or less", number(k.Want))
	case *kind.ExclusiveMinimum:
		return lint.Msg("%q is %s", name, number(k.Got)), lint.Msg("expected more than %s", number(k.Want))
	case *kind.ExclusiveMaximum:
		return lint.Msg("%q is %s", name, number(k.Got)), lint.Msg("expected less than %s", number(k.Want))
	case *kind.MultipleOf:
		return lint.Msg("%q is %s", name, number(k.Got)), lint.Msg("expected a multiple of %s", number(k.Want))
	case *kind.UniqueItems:
		return lint.Msg("%q has a value twice", name), lint.Msg("expected each value once")
	case *kind.AdditionalItems:
		return lint.Msg("%q has more values than it may have", name), lint.Msg("expected %d fewer", k.Count)
	case *kind.Contains, *kind.MinContains, *kind.MaxContains:
		return lint.Msg("%q lacks a value that %s asks for, or has too many", name, v.file), lint.Msg("expected what \"contains\" describes there")
	case *kind.OneOf:
		return lint.Msg("%s fits more than one of the alternatives in %s", named, v.file), lint.Msg("expected what fits exactly one")
	case *kind.Not, *kind.FalseSchema:
		return lint.Msg("%s is what %s rules out", named, v.file), lint.Msg("expected something else")
	}
	return lint.Msg("%s is not what %s describes", named, v.file), lint.Msg("expected what the schema says")
}

// typeWords names a type of JSON in plain words.
func typeWords(name string) lint.Message {
	switch name {
	case "null":
		return lint.Msg("empty")
	case "boolean":
		return lint.Msg("a boolean")
	case "integer":
		return lint.Msg("a whole number")
	case "number":
		return lint.Msg("a number")
	case "array":
		return lint.Msg("a list")
	case "object":
		return lint.Msg("a table")
	}
	return lint.Msg("a string")
}

func anyOfTypes(names []string) lint.Message {
	words := typeWords(names[len(names)-1])
	for i := len(names) - 2; i >= 0; i-- {
		words = lint.Msg("%s or %s", typeWords(names[i]), words)
	}
	return words
}

func expectedValues(want []any) lint.Message {
	if len(want) > maxListed {
		return lint.Msg("expected one of the %d values in the schema", len(want))
	}
	if len(want) == 1 {
		return lint.Msg("expected %s", jsonWords(want[0]))
	}
	return lint.Msg("expected one of %s", listed(want))
}

func listed(values []any) string {
	words := make([]string, len(values))
	for i, value := range values {
		words[i] = jsonWords(value)
	}
	return strings.Join(words, ", ")
}

func quotedList(names []string) string {
	values := make([]any, len(names))
	for i, name := range names {
		values[i] = name
	}
	return listed(values)
}

// jsonWords prints a value as JSON has it, cut where it is long.
func jsonWords(value any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(value) != nil {
		return fmt.Sprint(value)
	}
	words := []rune(strings.TrimSpace(b.String()))
	if len(words) > 60 {
		return string(words[:59]) + "…"
	}
	return string(words)
}

// number prints a number without a fraction of zeros.
func number(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	f, _ := r.Float64()
	return fmt.Sprint(f)
}

// formatWords names a format in plain words.
func formatWords(format string) lint.Message {
	switch format {
	case "date":
		return lint.Msg("a date")
	case "date-time":
		return lint.Msg("a date with a time and a zone")
	case "time":
		return lint.Msg("a time of the day with a zone")
	case "duration", "period":
		return lint.Msg("a span of time")
	case "email", "idn-email":
		return lint.Msg("an e-mail address")
	case "hostname", "idn-hostname":
		return lint.Msg("a host name")
	case "uri", "iri":
		return lint.Msg("a full address")
	case "uri-reference", "iri-reference":
		return lint.Msg("an address")
	case "regex":
		return lint.Msg("a regular expression")
	}
	return lint.Msg("of the format %q", format)
}

// formatExample returns a value of a format.
func formatExample(format string) string {
	if example, ok := map[string]string{
		"date": "2026-01-31", "date-time": "2026-01-31T08:00:00+07:00", "time": "08:00:00Z", "duration": "P3D", "period": "2026-01-31/P3D",
		"email": "an@example.org", "idn-email": "an@example.org", "hostname": "example.org", "idn-hostname": "example.org",
		"uri": "https://example.org/a", "iri": "https://example.org/a", "uri-reference": "/a/b", "iri-reference": "/a/b",
		"uri-template": "/a/{b}", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1", "uuid": "00000000-0000-4000-8000-000000000000",
		"regex": "^[a-z]+$", "json-pointer": "/a/b", "relative-json-pointer": "1/a", "semver": "1.2.3",
	}[format]; ok {
		return example
	}
	return format
}

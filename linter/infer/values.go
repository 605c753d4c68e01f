package infer

import (
	"cmp"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"postlint/linter/message"
	"postlint/linter/schema"
)

// describe returns the schema that nearly all values of a key fit. The key is
// "" for front matter as a whole.
func (r *reader) describe(values []any, key string) *node {
	n := &node{}
	byType := map[string][]any{}
	for _, value := range values {
		value = asMap(value)
		t := typeOf(value)
		byType[t] = append(byType[t], value)
	}
	if len(byType["integer"]) > 0 && len(byType["number"]) > 0 {
		byType["number"] = append(byType["number"], byType["integer"]...)
		delete(byType, "integer")
	}
	types := common(counts(byType), len(values))
	switch len(types) {
	case 0:
		return n
	case 1:
		n.Type = types[0]
	default:
		n.Type = types
	}
	if slices.Contains(types, "string") {
		r.describeTexts(n, byType["string"], key, len(types) == 1)
	}
	if slices.Contains(types, "array") {
		var elements []any
		for _, list := range byType["array"] {
			elements = append(elements, schema.Instance(list).([]any)...)
		}
		if len(elements) > 0 {
			n.Items = r.describe(elements, key)
		}
	}
	if slices.Contains(types, "object") {
		r.describeTables(n, byType["object"])
	}
	return n
}

// asMap returns a table in one type only.
func asMap(value any) any {
	if m, ok := value.(map[string]any); ok {
		return m
	}
	return schema.Instance(value)
}

// typeOf returns the JSON type of a value that [schema.Instance] has seen.
func typeOf(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case int, int64, uint64:
		return "integer"
	case float64:
		return "number"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return "string"
}

func counts[V any](lists map[string][]V) map[string]int {
	out := make(map[string]int, len(lists))
	for name, list := range lists {
		out[name] = len(list)
	}
	return out
}

// common returns what is left, sorted, when the rarest are dropped as long as
// those are too few to be a habit.
func common(counts map[string]int, total int) []string {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b))
	})
	dropped := 0
	for len(names) > 1 && (total-dropped-counts[names[0]])*100 >= agreement*total {
		dropped += counts[names[0]]
		names = names[1:]
	}
	slices.Sort(names)
	return names
}

// formats are those that are told apart, with what says whether a string has one.
var formats = []struct {
	name string
	is   func(string) bool
}{
	{"date", func(s string) bool { return parses(time.DateOnly, s) }},
	{"date-time", func(s string) bool { return parses(time.RFC3339, s) }},
	{"uri", func(s string) bool {
		u, err := url.Parse(s)
		return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
	}},
}

func parses(layout, s string) bool {
	_, err := time.Parse(layout, s)
	return err == nil
}

// describeTexts adds the format of strings, or the values that they may have.
// A format holds strings only, values everything: alone says that there are no
// other types. Terms may be added to any time; undeclared-term says where not.
func (r *reader) describeTexts(n *node, texts []any, key string, alone bool) {
	byFormat, byValue := map[string]int{}, map[string]int{}
	for _, value := range texts {
		s := fmt.Sprint(value)
		byValue[s]++
		format := ""
		for _, f := range formats {
			if f.is(s) {
				format = f.name
				break
			}
		}
		byFormat[format]++
	}
	names := common(byFormat, len(texts))
	switch {
	case len(texts) < least:
	case len(names) == 1 && names[0] != "":
		n.Format = names[0]
	case len(names) == 2 && names[0] == "date" && names[1] == "date-time":
		n.AnyOf = []*node{{Format: "date"}, {Format: "date-time"}}
	case alone && !r.isTaxonomy(key) && key != "":
		n.Enum = fewValues(byValue, len(texts))
	}
}

const (
	mostValues = 8  // of a key that has few
	mostRunes  = 40 // of a value that is a name and no text
)

// fewValues returns the values of a key that has few of them, which recur, or nil.
func fewValues(counts map[string]int, total int) []string {
	names := common(counts, total)
	if len(names) < 2 || len(names) > mostValues || len(names)*4 > total {
		return nil
	}
	for _, s := range names {
		if utf8.RuneCountInString(s) > mostRunes || strings.ContainsAny(s, "\n") || strings.TrimSpace(s) == "" {
			return nil
		}
	}
	return names
}

// describeTables adds the keys of tables, and those that nearly all have.
func (r *reader) describeTables(n *node, tables []any) {
	values := map[string][]any{}
	spellings := map[string]map[string]int{}
	for _, table := range tables {
		m := table.(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(m)) {
			lower := strings.ToLower(key)
			if spellings[lower] == nil {
				spellings[lower] = map[string]int{}
			}
			spellings[lower][key]++
			values[lower] = append(values[lower], m[key])
		}
	}
	n.Properties = map[string]*node{}
	for lower, list := range values {
		if len(list) < 2 || lower == "postlint" {
			continue // of one post it is not known whether it meant the key
		}
		key := mostOften(spellings[lower])
		property := r.describe(list, key)
		property.Description = r.say(message.New("%d of %d have it.", len(list), len(tables)))
		n.Properties[key] = property
		if agrees(len(list), len(tables)) && property.Type != "boolean" {
			n.Required = append(n.Required, key)
		}
	}
	slices.Sort(n.Required)
}

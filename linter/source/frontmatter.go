package source

import (
	"slices"
	"strings"

	"postlint/linter/text"
)

// Format is the language front matter is written in.
type Format string

// The formats of front matter. NoFormat is that of a file without any.
const (
	NoFormat Format = ""
	YAML     Format = "yaml"
	TOML     Format = "toml"
	JSON     Format = "json"
	Org      Format = "org"
)

// FrontMatter is the head of a post with the place of every key and value.
type FrontMatter struct {
	Format  Format
	Span    text.Span // with its delimiters, without the line end after the closing one
	Content text.Span // between the delimiters: what the decoder reads
	Fields  []*Field  // top-level entries in source order; nil when it does not decode

	// Values is what Hugo's decoder makes of Content, keys as written (Org
	// keys in lower case); nil when there is no front matter or it does not
	// decode. It must not be modified.
	Values map[string]any
}

// A Field is one entry of front matter: a key and its value. The tree of
// fields has the shape of FrontMatter.Values: a TOML [table] and a dotted key
// are fields whose value is a map, like any other nesting, and "x.y = 1" is a
// field "x" with a child "y".
//
// What is written in several places is one field all the same: the tables
// [a.b] and [a.c], "x.y = 1" and "x.z = 2", two lines of one Org key. Its Span
// then reaches from the first of them to the last and may hold other fields
// in between. Only keys that clash (JSON keeps the last of two) are two
// fields.
type Field struct {
	// Key is without quotes, letter case as written, and for Org without the
	// brackets of "tags[]".
	Key string
	// KeySpan is the key as written, quotes included; of a table the key
	// inside the brackets of its own header, or in the first header that
	// names it.
	KeySpan text.Span
	// Span is the whole entry from the key (in YAML from the "? " of an
	// explicit key) to the end of the value; of a table from "[" to the end of
	// its last entry; of an Org entry from "#+".
	Span   text.Span
	Header text.Span // of a TOML table: the line "[taxonomies]", without comment and line end; zero for other entries
	Value  *Value
	Parent *Field // nil at top level; of a map within a list the field that holds the list

	parts    []text.Span // the places Span is made of, in source order, when there are several
	mentions []text.Span // every place of the key, when there are several
}

// Kind is the type of a front matter value, as decoded.
type Kind string

// The kinds of values.
const (
	Null     Kind = "null"
	Bool     Kind = "bool"
	Integer  Kind = "integer"
	Float    Kind = "float"
	String   Kind = "string"
	Datetime Kind = "datetime"
	List     Kind = "list"
	Map      Kind = "map"
)

// Style is how a scalar is written. Lists and maps have none.
type Style string

// The styles of scalars.
const (
	Plain        Style = "plain"  // YAML plain scalar, TOML and JSON bare values, Org
	SingleQuoted Style = "single" // 'x'
	DoubleQuoted Style = "double" // "x"
	Block        Style = "block"  // YAML | and >, TOML multi-line strings
)

// A Value is the value of a field or an element of a list.
type Value struct {
	// Span is the value as written, quotes and brackets included, without the
	// YAML anchor or tag before it; empty and right after the key's separator
	// (":", "-") where nothing is written. Of a TOML table and a dotted key it
	// reaches from the first entry to the last.
	text.Span
	Kind  Kind
	Style Style
	// Data is as Hugo's decoder gives it: nil, string, bool, int, int64,
	// uint64, float64, time.Time and TOML's local dates and times, []byte (for
	// YAML's !!binary), []any, []string (Org), map[string]any.
	Data     any
	Fields   []*Field // of a map, in source order
	Elements []*Value // of a list, in source order

	// Alias is set for what a YAML alias (*x) or merge key (<<) brings in:
	// Span is that of the alias, and so are the spans of everything within.
	Alias bool

	properties text.Span   // the YAML anchor and tag before the value; zero without
	parts      []text.Span // as a Field's, for an element of a TOML array of tables
}

// Lookup returns the field at a path of keys, whose letter case does not
// matter (Hugo lower-cases them), or nil. Where a key is there twice the last
// one is returned. An empty path gives nil.
func (fm *FrontMatter) Lookup(path ...string) *Field {
	if len(path) == 0 {
		return nil
	}
	return lastField(fm.Fields, path)
}

func lastField(fields []*Field, path []string) *Field {
	for _, f := range slices.Backward(fields) {
		if !strings.EqualFold(f.Key, path[0]) {
			continue
		}
		if len(path) == 1 {
			return f
		}
		if f.Value != nil {
			if found := lastField(f.Value.Fields, path[1:]); found != nil {
				return found
			}
		}
	}
	return nil
}

// All returns every field at a path of keys, in source order. There are
// several where keys differ only in letter case ("title" and "Title") or,
// in JSON, not at all.
func (fm *FrontMatter) All(path ...string) []*Field {
	if len(path) == 0 {
		return nil
	}
	return appendFields(nil, fm.Fields, path)
}

func appendFields(found, fields []*Field, path []string) []*Field {
	for _, f := range fields {
		switch {
		case !strings.EqualFold(f.Key, path[0]):
		case len(path) == 1:
			found = append(found, f)
		case f.Value != nil:
			found = appendFields(found, f.Value.Fields, path[1:])
		}
	}
	return found
}

// Text returns the value as a string and true, if it is a string.
func (v *Value) Text() (string, bool) {
	if v == nil || v.Kind != String {
		return "", false
	}
	s, ok := v.Data.(string)
	return s, ok
}

package source

import "postlint/linter/text"

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

	// Values is what Hugo's decoder makes of Content, keys as written;
	// nil when there is no front matter or it does not decode. It must not be modified.
	Values map[string]any
}

// A Field is one entry of front matter: a key and its value. A TOML [table]
// and a dotted key are fields whose value is a map, like any other nesting.
type Field struct {
	Key     string    // without quotes, letter case as written
	KeySpan text.Span // as written, quotes included; for a table, the key inside the brackets
	Span    text.Span // the whole entry from the key to the end of the value; for a table from "[" to the end of its last entry
	Header  text.Span // of a TOML table: the line "[taxonomies]"; zero for other entries
	Value   *Value
	Parent  *Field // nil at top level
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

// Style is how a scalar is written.
type Style string

// The styles of scalars.
const (
	Plain        Style = "plain"  // YAML plain scalar, TOML and JSON bare values
	SingleQuoted Style = "single" // 'x'
	DoubleQuoted Style = "double" // "x"
	Block        Style = "block"  // YAML | and >, TOML multi-line strings
)

// A Value is the value of a field or an element of a list.
type Value struct {
	text.Span // as written, quotes and brackets included; empty and right after the key where nothing is written
	Kind      Kind
	Style     Style
	Data      any      // as Hugo's decoder gives it: string, bool, int64/uint64/int, float64, time.Time and TOML's local dates, []any, map[string]any
	Fields    []*Field // of a map, in source order
	Elements  []*Value // of a list, in source order
}

// Lookup returns the field at a path of keys, whose letter case does not
// matter (Hugo lower-cases them), or nil. Where a key is there twice the last
// one is returned.
func (fm *FrontMatter) Lookup(path ...string) *Field { return nil }

// Text returns the value as a string and true, if it is a string.
func (v *Value) Text() (string, bool) {
	if v == nil || v.Kind != String {
		return "", false
	}
	s, ok := v.Data.(string)
	return s, ok
}

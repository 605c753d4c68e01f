// Package schema holds front matter to JSON Schemas, in files beside the posts.
//
// A schema is read as Hugo reads front matter: the letter case of keys does not
// matter, neither in a post nor in the schema. Nothing is ever fetched.
package schema

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/idna"

	"postlint/linter/message"
)

// A Schema is a compiled JSON Schema. It may be used from many goroutines.
type Schema struct {
	compiled *jsonschema.Schema
	keys     *keys
}

// A Reader returns the contents of a file, given by its absolute path.
type Reader func(name string) ([]byte, error)

// Compile reads the schema in a file, given by its absolute path, and the files
// it refers to. Without a $schema it is one of the draft 2020-12. The error is
// an [*Error] that says where the schema is wrong, or wraps [fs.ErrNotExist]
// where the file itself is not there.
func Compile(name string, read Reader) (*Schema, error) {
	l := &loader{read: read, keys: newKeys(), files: map[string]string{}}
	if _, err := l.Load(fileURL(name)); err != nil {
		return nil, l.explain(name, err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	c.AssertContent()
	c.UseRegexpEngine(compileRegexp)
	for _, f := range moreFormats {
		c.RegisterFormat(f)
	}
	c.UseLoader(l)
	compiled, err := c.Compile(fileURL(name))
	if err != nil {
		return nil, l.explain(name, err)
	}
	return &Schema{compiled, l.keys}, nil
}

// fileURL returns the address of a file, given by its absolute path.
func fileURL(name string) string {
	name = filepath.ToSlash(name)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // a drive
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

// Validate returns how data, as [source.FrontMatter] has its values, departs
// from the schema, in an order that depends on both alone.
func (s *Schema) Validate(data map[string]any) []Violation {
	err := s.compiled.Validate(Instance(data))
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	var list []Violation
	for _, leaf := range leaves(invalid) {
		list = append(list, Violation{Path: leaf.InstanceLocation, Kind: leaf.ErrorKind, Keys: s.keys.at(leaf.SchemaURL)})
	}
	slices.SortStableFunc(list, Violation.compare)
	return slices.CompactFunc(list, func(a, b Violation) bool { return a.compare(b) == 0 })
}

// Key returns a key as the schema writes it, whose letter case may differ.
func (s *Schema) Key(key string) string { return s.keys.written(key) }

// Instance returns decoded front matter as JSON has it: keys in lower case,
// dates as strings, as RFC 3339 has them where they say as much.
func Instance(data any) any {
	switch v := data.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for _, key := range sortedKeys(v) {
			out[strings.ToLower(key)] = Instance(v[key])
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = Instance(e)
		}
		return out
	case []string:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = e
		}
		return out
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return math.Copysign(math.MaxFloat64, v) // JSON has neither; they are numbers all the same
		}
		return v
	case []byte:
		return string(v)
	case nil, bool, string, int, int64, uint64:
		return v
	}
	return fmt.Sprint(data) // TOML's local dates and times, as written
}

func sortedKeys(m map[string]any) []string {
	list := make([]string, 0, len(m))
	for key := range m {
		list = append(list, key)
	}
	slices.Sort(list)
	return list
}

// compileRegexp reads a pattern as Go does, else as JavaScript does, whose
// patterns JSON Schema means. Go's, where both do, cannot be made to take long.
func compileRegexp(pattern string) (jsonschema.Regexp, error) {
	fast, err := regexp.Compile(pattern)
	if err == nil {
		return fast, nil
	}
	slow, jsErr := regexp2.Compile(pattern, regexp2.ECMAScript)
	if jsErr != nil {
		return nil, err
	}
	slow.MatchTimeout = time.Second
	return jsRegexp{slow}, nil
}

// A jsRegexp is a pattern that only JavaScript has.
type jsRegexp struct{ re *regexp2.Regexp }

func (r jsRegexp) MatchString(s string) bool {
	ok, err := r.re.MatchString(s)
	return ok && err == nil
}

func (r jsRegexp) String() string { return r.re.String() }

// moreFormats are those of 2020-12 that the validator does not come with.
var moreFormats = []*jsonschema.Format{
	{Name: "idn-email", Validate: ofText(func(s string) error {
		if at := strings.LastIndexByte(s, '@'); at < 1 || at == len(s)-1 {
			return message.Errorf("no name and host around an @")
		}
		_, err := idna.Lookup.ToASCII(s[strings.LastIndexByte(s, '@')+1:])
		return err
	})},
	{Name: "idn-hostname", Validate: ofText(func(s string) error {
		_, err := idna.Lookup.ToASCII(s)
		return err
	})},
	{Name: "regex", Validate: ofText(func(s string) error {
		_, err := compileRegexp(s)
		return err
	})},
}

// ofText makes a check of strings one of any value: a format says nothing of others.
func ofText(check func(string) error) func(any) error {
	return func(v any) error {
		if s, ok := v.(string); ok {
			return check(s)
		}
		return nil
	}
}

// notThere reports whether a file could not be read because there is none.
func notThere(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// dir returns the folder of an address, with a slash at its end.
func dir(address string) string {
	address, _, _ = strings.Cut(address, "#")
	scheme, rest, _ := strings.Cut(address, "://")
	return scheme + "://" + strings.TrimSuffix(path.Dir(rest), "/") + "/"
}

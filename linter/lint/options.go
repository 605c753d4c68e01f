package lint

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"postlint/linter/text"
)

// An Option is one setting of a rule.
type Option struct {
	Name    string // "maxWidth", as documents write it; any letter case is accepted
	Type    string // "boolean", "integer", "number", "string", "list of strings"
	Doc     string // one sentence
	Default any
}

// An OptionError is a setting that a rule cannot take.
type OptionError struct {
	Rule     string
	Key      string  // of the option, as written
	Problem  Message // "is not an option of this rule"
	Expected Message // "did you mean maxWidth?", or the type that was expected
}

// Error names the rule and the option, and says what was expected.
func (e *OptionError) Error() string { return e.Message().String() }

// Message returns what e says.
func (e *OptionError) Message() Message {
	return Msg("rule %s: option %q %s; %s", e.Rule, e.Key, e.Problem, e.Expected)
}

// TypeName names the option's type.
func (o Option) TypeName() Message {
	switch o.Type {
	case "boolean":
		return Msg("boolean")
	case "integer":
		return Msg("integer")
	case "number":
		return Msg("number")
	case "string":
		return Msg("string")
	}
	return Msg("list of strings")
}

// Says returns what the option is for, as a message.
func (o Option) Says() Message { return Message{Format: o.Doc} }

// Options returns the settings of r with the defaults they have now, in the
// order of the struct's fields.
func (r Rule) Options() []Option {
	v := reflect.ValueOf(r.Checker)
	var options []Option
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() {
			continue
		}
		options = append(options, Option{optionName(f.Name), typeName(f.Type), f.Tag.Get("doc"), v.Field(i).Interface()})
	}
	return options
}

// optionName turns "MaxWidth" into "maxWidth" and "URLs" into "urls".
func optionName(field string) string {
	upper := 0
	for upper < len(field) && unicode.IsUpper(rune(field[upper])) {
		upper++
	}
	if upper > 1 && upper < len(field) && strings.TrimSuffix(field[upper:], "s") != "" {
		upper--
	}
	return strings.ToLower(field[:upper]) + field[upper:]
}

func typeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "boolean"
	case reflect.Int:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.String:
		return "string"
	}
	return "list of strings"
}

// Configure returns a copy of r with settings over its defaults. Keys match
// without regard to letter case; "severity" is not an option but every rule's.
// The error is an [*OptionError]; of several, that of the first key in
// alphabetical order.
func (r Rule) Configure(settings map[string]any) (Rule, error) {
	options := reflect.New(reflect.TypeOf(r.Checker)).Elem()
	options.Set(reflect.ValueOf(r.Checker))
	for _, key := range sortedKeys(settings) {
		if strings.EqualFold(key, "severity") {
			name, _ := settings[key].(string)
			s, err := ParseSeverity(name)
			if err != nil {
				return r, &OptionError{r.Name, key, Describe(settings[key]), Msg("expected error, warning, info or off")}
			}
			r.Severity = s
			continue
		}
		if err := setOption(options, r, key, settings[key]); err != nil {
			return r, err
		}
	}
	r.Checker = options.Interface().(Checker)
	return r, nil
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func setOption(options reflect.Value, r Rule, key string, value any) error {
	names := []string{"severity"}
	for i := range options.NumField() {
		f := options.Type().Field(i)
		if !f.IsExported() {
			continue
		}
		if !strings.EqualFold(f.Name, key) {
			names = append(names, optionName(f.Name))
			continue
		}
		if !assign(options.Field(i), value) {
			return &OptionError{r.Name, key, Describe(value), expectedTypes[typeName(f.Type)]}
		}
		return nil
	}
	expected := Msg("expected one of %s", strings.Join(names, ", "))
	return &OptionError{r.Name, key, Msg("is not an option of this rule"), Meant(key, names, expected)}
}

// assign stores value in field and reports whether its type was right.
func assign(field reflect.Value, value any) bool {
	v := reflect.ValueOf(value)
	if !v.IsValid() {
		return false
	}
	switch field.Kind() {
	case reflect.Bool, reflect.String:
		if v.Kind() != field.Kind() {
			return false
		}
		field.Set(v.Convert(field.Type()))
	case reflect.Int:
		switch {
		case v.CanInt():
			field.SetInt(v.Int())
		case v.CanUint() && v.Uint() <= math.MaxInt32:
			field.SetInt(int64(v.Uint()))
		case v.CanFloat() && v.Float() == math.Trunc(v.Float()) && math.Abs(v.Float()) <= math.MaxInt32:
			field.SetInt(int64(v.Float()))
		default:
			return false
		}
	case reflect.Float64:
		switch {
		case v.CanFloat():
			field.SetFloat(v.Float())
		case v.CanInt():
			field.SetFloat(float64(v.Int()))
		case v.CanUint():
			field.SetFloat(float64(v.Uint()))
		default:
			return false
		}
	case reflect.Slice:
		list, ok := stringList(value)
		if !ok {
			return false
		}
		field.Set(reflect.ValueOf(list))
	}
	return true
}

// expectedTypes says what an option of a type takes.
var expectedTypes = map[string]Message{
	"boolean":         Msg("expected a boolean"),
	"integer":         Msg("expected an integer"),
	"number":          Msg("expected a number"),
	"string":          Msg("expected a string"),
	"list of strings": Msg("expected a list of strings"),
}

// Meant says which of the candidates word may have been, or else otherwise.
func Meant(word string, candidates []string, otherwise Message) Message {
	if name := text.Closest(word, candidates); name != "" {
		return Msg("did you mean %q?", name)
	}
	return otherwise
}

func stringList(value any) ([]string, bool) {
	switch value := value.(type) {
	case []string:
		return slices.Clone(value), true
	case []any:
		list := make([]string, len(value))
		for i, e := range value {
			s, ok := e.(string)
			if !ok {
				return nil, false
			}
			list[i] = s
		}
		return list, true
	}
	return nil, false
}

// Describe says what a setting of the wrong kind is: `is the string "x"`.
func Describe(value any) Message {
	switch v := reflect.ValueOf(value); {
	case !v.IsValid():
		return Msg("is empty")
	case v.Kind() == reflect.Bool:
		return Msg("is the boolean %v", value)
	case v.Kind() == reflect.String:
		return Msg("is the string %s", quoteShort(v.String()))
	case v.CanInt(), v.CanUint(), v.CanFloat():
		return Msg("is the number %v", value)
	case v.Kind() == reflect.Slice:
		return Msg("is a list")
	case v.Kind() == reflect.Map:
		return Msg("is a table")
	}
	return Msg("is %v", fmt.Sprint(value))
}

// quoteShort quotes s, cut to 40 code points.
func quoteShort(s string) string {
	if utf8.RuneCountInString(s) > 40 {
		s = string([]rune(s)[:39]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

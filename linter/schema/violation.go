package schema

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// A Violation is one way in which front matter departs from a schema.
type Violation struct {
	Path []string             // of what is wrong: keys in lower case, indexes of lists from 0; empty for the front matter as a whole
	Kind jsonschema.ErrorKind // one of package kind, with what is there and what was expected
	Keys []string             // for a key too many: those that the schema lists there, sorted
}

func (v Violation) compare(o Violation) int {
	return cmp.Or(
		slices.Compare(v.Path, o.Path),
		cmp.Compare(fmt.Sprintf("%T", v.Kind), fmt.Sprintf("%T", o.Kind)),
		cmp.Compare(v.print(), o.print()),
	)
}

func (v Violation) print() string {
	return fmt.Sprintf("%+v", reflect.Indirect(reflect.ValueOf(v.Kind)))
}

// leaves returns the errors that say what is wrong, without those around them.
// Of alternatives that all fail only the errors of the nearest one are there.
func leaves(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	switch k := e.ErrorKind.(type) {
	case *kind.AnyOf:
		return nearest(e)
	case *kind.OneOf:
		if len(k.Subschemas) == 0 {
			return nearest(e)
		}
		return []*jsonschema.ValidationError{e}
	case *kind.PropertyNames:
		return []*jsonschema.ValidationError{e}
	case *kind.Contains, *kind.MinContains:
		return []*jsonschema.ValidationError{e}
	}
	if len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	var list []*jsonschema.ValidationError
	for _, cause := range e.Causes {
		list = append(list, leaves(cause)...)
	}
	return list
}

// nearest returns the errors of the alternative that comes nearest: one of the
// right type, and of those the one with the fewest errors. Alternatives that
// only differ in the type or the value they ask for become one.
func nearest(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	branches := make([][]*jsonschema.ValidationError, len(e.Causes))
	for i, cause := range e.Causes {
		branches[i] = leaves(cause)
	}
	if merged := mergeTypes(e, branches); merged != nil {
		return merged
	}
	if merged := mergeValues(e, branches); merged != nil {
		return merged
	}
	mistyped := func(branch []*jsonschema.ValidationError) int {
		for _, leaf := range branch {
			if _, ok := leaf.ErrorKind.(*kind.Type); ok && len(leaf.InstanceLocation) == len(e.InstanceLocation) {
				return 1
			}
		}
		return 0
	}
	if len(branches) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	return slices.MinFunc(branches, func(a, b []*jsonschema.ValidationError) int {
		return cmp.Or(cmp.Compare(mistyped(a), mistyped(b)), cmp.Compare(len(a), len(b)))
	})
}

// mergeTypes joins alternatives of which each wants another type.
func mergeTypes(e *jsonschema.ValidationError, branches [][]*jsonschema.ValidationError) []*jsonschema.ValidationError {
	var all kind.Type
	for _, branch := range branches {
		k, ok := only(e, branch).(*kind.Type)
		if !ok {
			return nil
		}
		all.Got = k.Got
		for _, want := range k.Want {
			if !slices.Contains(all.Want, want) {
				all.Want = append(all.Want, want)
			}
		}
	}
	return []*jsonschema.ValidationError{{SchemaURL: e.SchemaURL, InstanceLocation: e.InstanceLocation, ErrorKind: &all}}
}

// mergeValues joins alternatives of which each wants other values.
func mergeValues(e *jsonschema.ValidationError, branches [][]*jsonschema.ValidationError) []*jsonschema.ValidationError {
	var all kind.Enum
	for _, branch := range branches {
		switch k := only(e, branch).(type) {
		case *kind.Enum:
			all.Got, all.Want = k.Got, append(all.Want, k.Want...)
		case *kind.Const:
			all.Got, all.Want = k.Got, append(all.Want, k.Want)
		default:
			return nil
		}
	}
	return []*jsonschema.ValidationError{{SchemaURL: e.SchemaURL, InstanceLocation: e.InstanceLocation, ErrorKind: &all}}
}

// only returns the kind of the only error of an alternative, if that is about
// the value that there are alternatives for.
func only(e *jsonschema.ValidationError, branch []*jsonschema.ValidationError) jsonschema.ErrorKind {
	if len(branch) != 1 || len(branch[0].InstanceLocation) != len(e.InstanceLocation) {
		return nil
	}
	return branch[0].ErrorKind
}

func itoa(i int) string { return strconv.Itoa(i) }

func isIndex(token string) bool {
	_, err := strconv.Atoi(token)
	return err == nil
}

// pointerToken escapes a key for a JSON pointer.
func pointerToken(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

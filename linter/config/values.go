package config

import (
	"fmt"

	"github.com/gohugoio/hugo/common/hmaps"
)

// asMap returns v as a map, if it is one.
func asMap(v any) (map[string]any, bool) {
	switch m := v.(type) {
	case hmaps.Params:
		return m, true
	case map[string]any:
		return m, true
	}
	return nil, false
}

func stringList(v any) ([]string, bool) {
	switch v := v.(type) {
	case []string:
		return v, true
	case []any:
		list := make([]string, len(v))
		for i, e := range v {
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

// is describes a value of the wrong kind: `is the string "x"`.
func is(v any) string {
	switch v := v.(type) {
	case nil:
		return "is empty"
	case string:
		return fmt.Sprintf("is the string %q", v)
	case bool:
		return fmt.Sprintf("is the boolean %v", v)
	case []any, []string:
		return "is a list"
	}
	if _, ok := asMap(v); ok {
		return "is a table"
	}
	return fmt.Sprintf("is %v", v)
}

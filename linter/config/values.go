package config

import "github.com/gohugoio/hugo/common/hmaps"

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

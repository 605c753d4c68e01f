package site

import "slices"

// cloneMap returns a deep copy of the maps and lists in m: Hugo lower-cases
// the keys of front matter in place, and a document must not change.
func cloneMap(m map[string]any) map[string]any {
	clone := make(map[string]any, len(m))
	for key, value := range m {
		clone[key] = cloneValue(value)
	}
	return clone
}

func cloneValue(value any) any {
	switch v := value.(type) {
	case map[string]any:
		return cloneMap(v)
	case map[any]any:
		clone := make(map[any]any, len(v))
		for key, element := range v {
			clone[key] = cloneValue(element)
		}
		return clone
	case []any:
		if !slices.ContainsFunc(v, holdsMore) {
			return v // Hugo leaves it as it is
		}
		clone := make([]any, len(v))
		for i, element := range v {
			clone[i] = cloneValue(element)
		}
		return clone
	case []map[string]any:
		clone := make([]map[string]any, len(v))
		for i, element := range v {
			clone[i] = cloneMap(element)
		}
		return clone
	}
	return value
}

// holdsMore reports whether a value is a map or a list.
func holdsMore(value any) bool {
	switch value.(type) {
	case nil, string, bool, int, int64, uint64, float64:
		return false
	}
	return true
}

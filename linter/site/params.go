package site

import "github.com/gohugoio/hugo/common/hmaps"

// plain turns Hugo's parameter maps, at any depth, into plain ones, so that
// readers of [Config.Params] need not know of them. Keys stay lower-cased.
func plain(params hmaps.Params) map[string]any {
	table := make(map[string]any, len(params))
	for key, value := range params {
		table[key] = plainValue(value)
	}
	return table
}

func plainValue(value any) any {
	switch v := value.(type) {
	case hmaps.Params:
		return plain(v)
	case map[string]any:
		return plain(v)
	case []any:
		list := make([]any, len(v))
		for i, e := range v {
			list[i] = plainValue(e)
		}
		return list
	}
	return value
}

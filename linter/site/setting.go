package site

import "strings"

// Setting returns what [params.postlint] of the site and its theme has at a
// path of keys, whose letter case does not matter, or nil. An empty path gives
// the whole table.
func (x *Index) Setting(path []string) any {
	value := x.Config.Params["postlint"]
	for _, key := range path {
		table, ok := asMap(value)
		if !ok {
			return nil
		}
		value = table[strings.ToLower(key)]
	}
	return value
}

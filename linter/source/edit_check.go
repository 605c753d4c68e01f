package source

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"slices"
	"time"

	"github.com/gohugoio/hugo/parser/pageparser"
	"github.com/pelletier/go-toml/v2"

	"postlint/linter/text"
)

// checked returns the edits if, and only if, the front matter then decodes to
// the values wanted and the rest of the file is left alone.
func (e *editor) checked(edits []text.Edit, ok bool, want wanted) ([]text.Edit, bool) {
	if !ok || want.failed {
		return nil, false
	}
	out, err := text.Apply(e.src, edits)
	if err != nil {
		return nil, false
	}
	format, content := e.fm.Format, e.fm.Content
	content.End += len(out) - len(e.src)
	if format == NoFormat {
		format, content = TOML, text.Span{Start: e.opening() + len("+++"+e.eol), End: e.opening() + len(edits[0].New) - len("+++"+e.eol)}
	}
	if !isFrontMatter(out, content) {
		return nil, false
	}
	_, values, problem := decode(format, out, content)
	if problem != nil || !sameData(want.values, values, format) {
		return nil, false
	}
	return slices.DeleteFunc(edits, func(e text.Edit) bool { return e.Len() == 0 && e.New == "" }), true
}

// isFrontMatter reports whether content is what Hugo's page parser takes for
// the front matter of src.
func isFrontMatter(src []byte, content text.Span) bool {
	items, err := pageparser.ParseBytes(src, pageparser.Config{})
	if err != nil {
		return false
	}
	for _, item := range items {
		if item.IsFrontMatter() {
			// A line end after the closing bracket may count as JSON's.
			end := item.Pos() + len(bytes.TrimRight(item.Val(src), "\r\n"))
			return item.Pos() == content.Start && end == content.Start+len(bytes.TrimRight(src[content.Start:content.End], "\r\n"))
		}
	}
	return false
}

// wanted are the values that a change is to lead to.
type wanted struct {
	values any
	failed bool
}

// values starts from what the front matter holds now.
func (e *editor) values() wanted { return wanted{values: clone(e.root.Data)} }

func clone(data any) any {
	switch data := data.(type) {
	case map[string]any:
		out := make(map[string]any, len(data))
		for k, v := range data {
			out[k] = clone(v)
		}
		return out
	case []any:
		out := make([]any, len(data))
		for i, v := range data {
			out[i] = clone(v)
		}
		return out
	case []string:
		out := make([]any, len(data))
		for i, v := range data {
			out[i] = v
		}
		return out
	}
	return data
}

// at calls change for what is at path and stores the result there.
func (w wanted) at(path []any, change func(old any) (any, bool)) wanted {
	var step func(data any, path []any) any
	step = func(data any, path []any) any {
		if len(path) == 0 {
			out, ok := change(data)
			w.failed = w.failed || !ok
			return out
		}
		switch key := path[0].(type) {
		case string:
			if m, ok := data.(map[string]any); ok {
				m[key] = step(m[key], path[1:])
				return m
			}
		case int:
			if list, ok := data.([]any); ok && key < len(list) {
				list[key] = step(list[key], path[1:])
				return list
			}
		}
		w.failed = true
		return data
	}
	w.values = step(w.values, path)
	return w
}

func (w wanted) put(path []any, data any) wanted {
	return w.at(path, func(any) (any, bool) { return data, true })
}

// remove deletes the key at the end of path.
func (w wanted) remove(path []any) wanted {
	return w.at(path[:len(path)-1], func(old any) (any, bool) {
		m, ok := old.(map[string]any)
		if key, isKey := path[len(path)-1].(string); ok && isKey {
			delete(m, key)
		}
		return old, ok
	})
}

// drop deletes a field; another one of the same key comes to the fore.
func (w wanted) drop(at place, f *Field) wanted {
	w = w.remove(at.path)
	for _, other := range at.owner.Fields {
		if other != f && other.Key == f.Key {
			w = w.put(at.path, other.Value.Data)
		}
	}
	return w
}

func (w wanted) removeElement(path []any, i int) wanted {
	return w.at(path, func(old any) (any, bool) {
		list, ok := old.([]any)
		if !ok || i >= len(list) {
			return old, false
		}
		return append(list[:i:i], list[i+1:]...), true
	})
}

func (w wanted) appendElement(path []any, data any) wanted {
	return w.at(path, func(old any) (any, bool) {
		list, ok := old.([]any)
		return append(list[:len(list):len(list)], data), ok
	})
}

// sameData reports whether got, as decoded from a format, is what want says.
// Numbers are compared by value, dates by what they are written as where a
// format has no dates; an empty map is as good as nothing in YAML.
func sameData(want, got any, format Format) bool {
	switch want := want.(type) {
	case map[string]any:
		m, ok := got.(map[string]any)
		if !ok || len(m) != len(want) {
			return false
		}
		for k, v := range want {
			if format == Org {
				k = orgKey(k)
			}
			other, ok := m[k]
			if !ok || !sameData(v, other, format) {
				return false
			}
		}
		return true
	case []any, []string:
		n := length(want)
		if n != length(got) || kindOf(got) != List {
			return false
		}
		for i := range n {
			if !sameData(element(want, i), element(got, i), format) {
				return false
			}
		}
		return true
	}
	if format == Org {
		return reflect.DeepEqual(want, got) || got == orgText(want)
	}
	return sameScalar(want, got)
}

func sameScalar(want, got any) bool {
	if a, ok := number(want); ok {
		b, ok := number(got)
		return ok && (a == b || math.IsNaN(a) && math.IsNaN(b)) && (fmt.Sprint(want) == fmt.Sprint(got) || math.Abs(a) < 1<<53)
	}
	switch want := want.(type) {
	case time.Time:
		switch got := got.(type) {
		case time.Time:
			return want.Equal(got)
		case toml.LocalDate:
			return want.Equal(got.AsTime(time.UTC))
		}
		return got == writeTime(want)
	case toml.LocalDate, toml.LocalDateTime, toml.LocalTime:
		return want == got || fmt.Sprint(want) == got
	}
	return reflect.DeepEqual(want, got)
}

// number returns any kind of number as a float64.
func number(data any) (float64, bool) {
	switch n := data.(type) {
	case int:
		return float64(n), true
	case int64:
		return float64(n), true
	case uint64:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// length returns the number of elements of decoded list data.
func length(data any) int {
	switch list := data.(type) {
	case []any:
		return len(list)
	case []string:
		return len(list)
	}
	return 0
}

// writeTime returns a date as Hugo reads it from any format.
func writeTime(t time.Time) string {
	if h, m, s := t.Clock(); h+m+s+t.Nanosecond() == 0 && t.Location() == time.UTC {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}

package source

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"postlint/linter/text"
)

// A change is one call of the editing layer on a random place, with what the
// values are to be after it.
type change struct {
	name    string
	edits   []text.Edit
	ok      bool
	want    any
	touched [][]any // the paths whose text may differ afterwards
}

// normal makes data of all frontMatterFormats comparable.
func normal(data any, format Format) any {
	switch data := data.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, v := range data {
			if format == Org {
				k = strings.ToLower(k)
			}
			out[k] = normal(v, format)
		}
		return out
	case []any, []string:
		out := []any{}
		for i := range length(data) {
			out = append(out, normal(element(data, i), format))
		}
		return out
	case time.Time:
		return data.Format(time.RFC3339)
	}
	return fmt.Sprint(data)
}

// put, cut and get are the test's own model of a change.
func put(root any, path []any, data any) {
	for _, step := range path[:len(path)-1] {
		root = get(root, step)
	}
	switch key := path[len(path)-1].(type) {
	case string:
		root.(map[string]any)[key] = data
	case int:
		root.([]any)[key] = data
	}
}

func cut(root any, path []any) {
	for _, step := range path[:len(path)-1] {
		root = get(root, step)
	}
	delete(root.(map[string]any), path[len(path)-1].(string))
}

func get(root any, steps ...any) any {
	for _, step := range steps {
		switch key := step.(type) {
		case string:
			root = root.(map[string]any)[key]
		case int:
			root = root.([]any)[key]
		}
	}
	return root
}

// prune deletes the empty map at path, and those around it that become empty.
func prune(root any, path []any) {
	for ; len(path) > 0; path = path[:len(path)-1] {
		m, ok := get(root, path...).(map[string]any)
		if _, key := path[len(path)-1].(string); !ok || len(m) > 0 || !key {
			return
		}
		cut(root, path)
	}
}

type spot struct {
	place
	v *Value
}

// change picks a change for a document.
func (g *generator) change(d *Document) change {
	e := newEditor(d)
	format := d.FrontMatter.Format
	var fields, values, lists, maps []spot
	e.walk(e.root, place{}, func(at place, v *Value) bool {
		here := spot{at, v}
		if v.Alias {
			return false
		}
		values = append(values, here)
		if at.field != nil {
			fields = append(fields, here)
		}
		if v.Kind == List {
			lists = append(lists, here)
		}
		if v.Kind == Map {
			maps = append(maps, here)
		}
		return false
	})
	c := change{want: normal(d.FrontMatter.Values, format)}
	datum := func() any {
		if format == Org {
			return g.one(plainWords)
		}
		return []any{g.text(), g.Intn(99), g.chance(2), 2.5, []string{g.text(), "b"}, time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)}[g.Intn(6)]
	}
	switch k := g.Intn(9); {
	case k == 0 && len(fields) > 0:
		s := fields[g.Intn(len(fields))]
		key := g.one([]string{"Renamed", "đổi", "a b", "x.y", "true"})
		if format == Org {
			key = "renamed"
		}
		c.name = "rename"
		c.edits, c.ok = d.Rename(s.field, key)
		cut(c.want, s.path)
		put(c.want, append(slices.Clone(s.path[:len(s.path)-1]), key), normal(s.v.Data, format))
		c.touched = [][]any{s.path}
	case k == 1 && len(fields) > 0:
		s := fields[g.Intn(len(fields))]
		c.name = "remove"
		c.edits, c.ok = d.Remove(s.field)
		cut(c.want, s.path)
		prune(c.want, s.path[:len(s.path)-1])
		c.touched = [][]any{s.path}
	case k == 2:
		var path []any
		if len(maps) > 0 && g.chance(2) {
			path = slices.Clone(maps[g.Intn(len(maps))].path)
		}
		if _, ok := tablePath(path); !ok {
			path = nil
		}
		data := datum()
		if g.chance(3) && format != Org {
			data = map[string]any{"x": datum(), "y z": map[string]any{"q": 1}}
		}
		path = append(path, g.one([]string{"new", "khóa mới", "ai"}))
		if format == Org {
			path = []any{"new"}
		}
		keys, _ := tablePath(path)
		c.name = "set new"
		c.edits, c.ok = d.Set(keys, data)
		put(c.want, path, normal(data, format))
		c.touched = [][]any{path}
	case k <= 4 && len(values) > 0:
		s := values[g.Intn(len(values))]
		data := datum()
		c.name = "replace " + string(s.v.Kind)
		if s.v.Kind == Map && format == TOML {
			c.name = "replace table"
		}
		c.edits, c.ok = d.ReplaceValue(s.v, data)
		put(c.want, s.path, normal(data, format))
		c.touched = [][]any{s.path}
	case k == 5 && len(lists) > 0:
		s := lists[g.Intn(len(lists))]
		data := any("thêm")
		if e.tables(s.v) {
			data = map[string]any{"k": "v"}
		}
		c.name = "append"
		c.edits, c.ok = d.AppendElement(s.v, data)
		put(c.want, s.path, append(get(c.want, s.path...).([]any), normal(data, format)))
	case k == 6 && len(lists) > 0:
		s := lists[g.Intn(len(lists))]
		if len(s.v.Elements) == 0 {
			return c
		}
		i := g.Intn(len(s.v.Elements))
		c.name = "remove element"
		if e.tables(s.v) || format == Org {
			c.name = "remove block"
		}
		c.edits, c.ok = d.RemoveElement(s.v, i)
		list := get(c.want, s.path...).([]any)
		put(c.want, s.path, slices.Delete(slices.Clone(list), i, i+1))
		c.touched = [][]any{s.path}
	case len(maps) > 0:
		g.move(d, &c, maps[g.Intn(len(maps))])
	}
	return c
}

// move moves all or some fields of a map to the top.
func (g *generator) move(d *Document, c *change, s spot) {
	if _, ok := tablePath(s.path); !ok || len(s.v.Fields) == 0 {
		return
	}
	var fields []*Field
	var keys []string
	all := g.chance(2)
	for _, f := range s.v.Fields {
		if all || g.chance(2) {
			fields = append(fields, f)
			keys = append(keys, g.one([]string{f.Key, "moved " + fmt.Sprint(len(keys))}))
		}
	}
	if len(fields) == 0 {
		return
	}
	c.name = "move"
	c.edits, c.ok = d.Move(fields, keys)
	for i, f := range fields {
		path := append(slices.Clone(s.path), f.Key)
		cut(c.want, path)
		put(c.want, []any{keys[i]}, normal(f.Value.Data, d.FrontMatter.Format))
		c.touched = append(c.touched, path, []any{keys[i]})
	}
	prune(c.want, s.path)
}

// texts returns the source of every scalar by its path.
func texts(d *Document) map[string]string {
	out := map[string]string{}
	e := newEditor(d)
	e.walk(e.root, place{}, func(at place, v *Value) bool {
		if v.Kind != Map && v.Kind != List {
			out[fmt.Sprintf("%q", at.path)] = d.Slice(v.Span)
		}
		return false
	})
	return out
}

// A random change of a random document gives the intended values, and the
// text of everything else stays as it was.
func TestEditRandom(t *testing.T) {
	for _, format := range frontMatterFormats {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			g := &generator{Rand: rand.New(rand.NewSource(2))}
			tried, done := map[string]int{}, map[string]int{}
			for n := 0; n < rounds(); {
				src, content := g.document(format)
				d, _ := document(format, src, content)
				c := g.change(d)
				if c.name == "" {
					continue
				}
				n++
				tried[c.name]++
				if !c.ok {
					if len(c.edits) > 0 {
						t.Fatalf("%s is not ok and gives edits", c.name)
					}
					if testing.Verbose() && tried[c.name]-done[c.name] < 4 {
						t.Logf("refused: %s %q of\n%s", c.name, c.touched, src)
					}
					continue
				}
				done[c.name]++
				checkChange(t, d, c)
				if t.Failed() {
					t.Fatalf("document %d, %s %q of\n%s", n, c.name, c.touched, src)
				}
			}
			for name, n := range tried {
				t.Logf("%-16s %5d of %5d", name, done[name], n)
				if least := leastDone(format, name); float64(done[name]) < least*float64(n) {
					t.Errorf("%s is done in %d of %d cases, less than %.0f %%", name, done[name], n, 100*least)
				}
			}
		})
	}
}

func checkChange(t *testing.T, d *Document, c change) {
	t.Helper()
	fm := &d.FrontMatter
	for _, edit := range c.edits {
		if !fm.Content.Contains(edit.Span) {
			t.Errorf("edit %v leaves the front matter %v", edit.Span, fm.Content)
		}
		if strings.Contains(strings.ReplaceAll(edit.New, "\r\n", ""), "\n") && strings.Contains(string(d.Src), "\r\n") {
			t.Errorf("%q has a bare line feed", edit.New)
		}
	}
	out, err := text.Apply(d.Src, c.edits)
	if err != nil {
		t.Errorf("edits do not apply: %v", err)
		return
	}
	content := fm.Content
	content.End += len(out) - len(d.Src)
	after, problem := document(fm.Format, out, content)
	if problem != nil {
		t.Errorf("does not decode any more: %s\n%s", problem.Message, out)
		return
	}
	if got := normal(after.FrontMatter.Values, fm.Format); fmt.Sprint(got) != fmt.Sprint(c.want) {
		t.Errorf("values are\n%v\nwant\n%v\n%s", got, c.want, out)
	}
	checkTree(t, after)
	now := texts(after)
	for path, before := range texts(d) {
		if !slices.ContainsFunc(c.touched, func(p []any) bool {
			return strings.HasPrefix(path, strings.TrimSuffix(fmt.Sprintf("%q", p), "]"))
		}) && now[path] != before {
			t.Errorf("%s was %q and is %q\n%s", path, before, now[path], out)
		}
	}
}

// leastDone is the share of changes that must not be refused. What has to be:
// anchors in use, the value of a TOML table, the last table of an array, text
// where an Org list needs words, the only line of Org front matter.
func leastDone(format Format, name string) float64 {
	switch {
	case format == TOML && name == "replace table", format == Org && name == "replace list":
		return 0
	case format == TOML && (name == "replace list" || name == "remove block"), format == Org:
		return 0.5
	case format == YAML:
		return 0.93
	}
	return 1
}

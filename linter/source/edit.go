package source

import (
	"strings"

	"postlint/linter/text"
)

// The editing layer over front matter. Each method returns the edits that make
// one change and nothing else: comments, quotes, indentation, key order, line
// ends, a byte order mark and a missing last newline all stay as they are. ok
// is false where the change cannot be made byte-precisely (an anchor refers to
// the value, the place does not exist, …); then no edit is returned.
//
// That is no hope but a check: every change is made on a copy and decoded
// again by Hugo's decoder, and only when exactly the intended values come out
// are the edits handed over.

// Set gives the key at path the value data (nil, string, bool, int, float64,
// time.Time, []string or []any, map[string]any). An existing value is
// replaced, in its own style of quoting where that can hold it; a new key is
// put after the last key of its map, in TOML before the first table. Maps on
// the way that do not exist are made: a map becomes a TOML table at the end,
// a block map in YAML. A file without front matter gets one in TOML.
func (d *Document) Set(path []string, data any) (edits []text.Edit, ok bool) {
	if len(path) == 0 || !d.editable() {
		return nil, false
	}
	e := newEditor(d)
	if d.FrontMatter.Format == NoFormat {
		return e.create(wrap(path, data))
	}
	if f := d.FrontMatter.Lookup(path...); f != nil {
		return d.ReplaceValue(f.Value, data)
	}
	owner, i := e.root, 0
	for ; i < len(path)-1; i++ {
		f := (&FrontMatter{Fields: owner.Fields}).Lookup(path[i])
		if f == nil {
			break
		}
		if f.Value.Kind == Null {
			return d.ReplaceValue(f.Value, wrap(path[i+1:], data))
		}
		if f.Value.Kind != Map || f.Value.Alias {
			return nil, false
		}
		owner = f.Value
	}
	data = wrap(path[i+1:], data)
	at, found := e.ofValue(owner)
	if !found {
		return nil, false
	}
	edits, ok = e.insert(at, owner, path[i], data)
	return e.checked(edits, ok, e.values().put(append(at.path, path[i]), data))
}

// wrap returns data within maps of one key each.
func wrap(path []string, data any) any {
	for i := len(path) - 1; i >= 0; i-- {
		data = map[string]any{path[i]: data}
	}
	return data
}

// Rename gives a field another key, in the style of quoting of the old one
// where that can hold it. It is not ok if the map has that key already.
func (d *Document) Rename(f *Field, key string) (edits []text.Edit, ok bool) {
	e := newEditor(d)
	at, ok := e.ofField(f)
	if !ok || at.taken(f, key) {
		return nil, false
	}
	for _, mention := range f.places() {
		edits = append(edits, text.Replace(mention, e.key(key, e.src[mention.Start])))
	}
	want := e.values().remove(at.path).put(append(at.path[:len(at.path)-1:len(at.path)-1], key), f.Value.Data)
	return e.checked(edits, true, want)
}

// Remove deletes a field with its whole line or lines and the comment at the
// end of its line. A map that becomes empty goes too, with the header of a
// TOML table; only an element of a list stays behind as an empty map.
func (d *Document) Remove(f *Field) (edits []text.Edit, ok bool) {
	e := newEditor(d)
	at, ok := e.ofField(f)
	if !ok {
		return nil, false
	}
	for at.holder != nil && len(at.owner.Fields) == 1 {
		f = at.holder
		if at, ok = e.ofField(f); !ok {
			return nil, false
		}
	}
	edits, ok = e.cut(at.owner, []*Field{f})
	return e.checked(edits, ok, e.values().drop(at, f))
}

// Move moves fields as they are written, comments at the end of their lines
// included, to the top level under the keys given: in TOML before the first
// table, after the last top-level key; a TOML table stays where it is and gets
// another name. All of them are moved in one step, in their order; a map whose
// fields all move goes, with the header of its TOML table. It is not ok if a
// key is taken already.
func (d *Document) Move(fields []*Field, keys []string) (edits []text.Edit, ok bool) {
	if len(fields) == 0 || len(fields) != len(keys) || !d.editable() {
		return nil, false
	}
	e := newEditor(d)
	m := mover{editor: e, moving: map[*Field]bool{}, want: e.values()}
	for i, f := range fields {
		if !m.add(f, keys[i]) {
			return nil, false
		}
	}
	edits, ok = m.edits()
	return e.checked(edits, ok, m.want)
}

// RemoveElement deletes element i of a list. A list that becomes empty stays,
// as [].
func (d *Document) RemoveElement(list *Value, i int) (edits []text.Edit, ok bool) {
	e := newEditor(d)
	at, ok := e.ofValue(list)
	if !ok || list.Kind != List || i < 0 || i >= len(list.Elements) {
		return nil, false
	}
	edits, ok = e.cutElement(at, list, i)
	return e.checked(edits, ok, e.values().removeElement(at.path, i))
}

// AppendElement adds data at the end of a list.
func (d *Document) AppendElement(list *Value, data any) (edits []text.Edit, ok bool) {
	e := newEditor(d)
	at, ok := e.ofValue(list)
	if !ok || list.Kind != List || len(list.Elements) != length(list.Data) {
		return nil, false
	}
	edits, ok = e.appendElement(at, list, data)
	return e.checked(edits, ok, e.values().appendElement(at.path, data))
}

// ReplaceValue writes data in the place of v, keeping v's style of quoting
// where that can hold it. The value of a TOML table cannot be replaced.
func (d *Document) ReplaceValue(v *Value, data any) (edits []text.Edit, ok bool) {
	e := newEditor(d)
	at, ok := e.ofValue(v)
	if !ok {
		return nil, false
	}
	edits, ok = e.replace(at, v, data)
	return e.checked(edits, ok, e.values().put(at.path, data))
}

// editable reports whether there is front matter that decodes, or none and
// nothing that looks as if it were meant to be some.
func (d *Document) editable() bool {
	for _, p := range d.headProblems {
		if p.Kind == FrontMatterProblem {
			return false
		}
	}
	return d.FrontMatter.Format == NoFormat || d.FrontMatter.Values != nil
}

// places returns every place of the field's key.
func (f *Field) places() []text.Span {
	if len(f.mentions) > 0 {
		return f.mentions
	}
	return []text.Span{f.KeySpan}
}

// pieces returns every place that the field is made of.
func (f *Field) pieces() []text.Span {
	if len(f.parts) > 0 {
		return f.parts
	}
	return []text.Span{f.Span}
}

// taken reports whether a neighbour of f has the key, in any letter case.
func (at place) taken(f *Field, key string) bool {
	for _, other := range at.owner.Fields {
		if other != f && strings.EqualFold(other.Key, key) {
			return true
		}
	}
	return false
}

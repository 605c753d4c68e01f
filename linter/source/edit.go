package source

import "postlint/linter/text"

// The editing layer over front matter. Each method returns the edits that make
// one change and nothing else: comments, quotes, indentation, key order, line
// ends, a byte order mark and a missing last newline all stay as they are. ok
// is false where the change cannot be made byte-precisely (an anchor refers to
// the value, the place does not exist, …); then no edit is returned.

// Set gives the key at path the value data (string, bool, int, float64,
// time.Time, []string or []any, map[string]any). An existing value is
// replaced, in its own style of quoting where that can hold it; a new key is
// put after the last key of its map, in TOML before the first table. A file
// without front matter gets one, in format (TOML if empty).
func (d *Document) Set(path []string, data any) (edits []text.Edit, ok bool) { return nil, false }

// Rename gives a field another key.
func (d *Document) Rename(f *Field, key string) (edits []text.Edit, ok bool) { return nil, false }

// Remove deletes a field with its whole line or lines and the comment at the
// end of its line; the header of a table that becomes empty goes too.
func (d *Document) Remove(f *Field) (edits []text.Edit, ok bool) { return nil, false }

// Move moves fields as they are written, comments at the end of their lines included, to the
// top level: in TOML before the first table, after the last top-level key. All of them are
// moved in one step, in their order; a table whose fields all move loses its header.
func (d *Document) Move(fields []*Field, keys []string) (edits []text.Edit, ok bool) {
	return nil, false
}

// RemoveElement deletes element i of a list.
func (d *Document) RemoveElement(list *Value, i int) (edits []text.Edit, ok bool) { return nil, false }

// AppendElement adds data at the end of a list.
func (d *Document) AppendElement(list *Value, data any) (edits []text.Edit, ok bool) {
	return nil, false
}

// ReplaceValue writes data in the place of v, keeping v's style of quoting where that can hold it.
func (d *Document) ReplaceValue(v *Value, data any) (edits []text.Edit, ok bool) { return nil, false }

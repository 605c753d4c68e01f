package source

import (
	"slices"

	"postlint/linter/text"
)

// insert puts a new key into the map owner, which is at at.
func (e *editor) insert(at place, owner *Value, key string, data any) ([]text.Edit, bool) {
	switch {
	case e.flow(owner):
		entry, ok := e.flowEntry(owner, key, data)
		return e.addItem(owner, entry), ok
	case at.inFlow:
		return nil, false
	case e.fm.Format == YAML:
		return e.insertYAML(owner, key, data)
	case e.fm.Format == TOML:
		return e.insertTOML(at, owner, key, data)
	case e.fm.Format == Org && owner == e.root:
		return e.insertOrg(key, data)
	}
	return nil, false
}

// replace writes data in the place of v.
func (e *editor) replace(at place, v *Value, data any) ([]text.Edit, bool) {
	switch e.fm.Format {
	case YAML:
		return e.replaceYAML(at, v, data)
	case Org:
		return e.replaceOrg(at, v, data)
	}
	if e.tables(v) || v.Kind == Map && !e.flow(v) {
		return nil, false
	}
	written, ok := e.write(data, v.Style)
	return []text.Edit{text.Replace(v.Span, written)}, ok
}

// cut deletes fields of one map, with their lines where they have lines of
// their own.
func (e *editor) cut(owner *Value, fields []*Field) ([]text.Edit, bool) {
	gone := func(f *Field) bool { return slices.Contains(fields, f) }
	switch {
	case e.flow(owner):
		return e.cutItems(owner, func(i int) bool { return gone(owner.Fields[i]) }), true
	case e.fm.Format == YAML:
		return e.cutYAML(owner, gone)
	case e.fm.Format == TOML, e.fm.Format == Org:
		return e.cutTOML(fields)
	}
	return nil, false
}

// cutElement deletes an element of a list.
func (e *editor) cutElement(at place, list *Value, i int) ([]text.Edit, bool) {
	switch {
	case e.flow(list):
		return e.cutItems(list, func(j int) bool { return j == i }), true
	case e.fm.Format == YAML:
		return e.cutYAMLElement(at, list, i)
	case e.fm.Format == TOML:
		parts := list.Elements[i].parts
		if len(parts) == 0 {
			parts = []text.Span{list.Elements[i].Span}
		}
		return e.cutTOML([]*Field{{parts: parts}})
	case e.fm.Format == Org:
		return e.cutOrgElement(at, list, i)
	}
	return nil, false
}

// appendElement adds data at the end of a list.
func (e *editor) appendElement(at place, list *Value, data any) ([]text.Edit, bool) {
	switch {
	case e.flow(list):
		written, ok := e.write(data, e.elementStyle(list))
		return e.addItem(list, written), ok
	case e.fm.Format == YAML:
		return e.appendYAML(list, data)
	case e.tables(list):
		return e.appendTable(at, data)
	case e.fm.Format == Org:
		return e.appendOrg(at, list, data)
	}
	return nil, false
}

package source

import (
	"bytes"

	"postlint/linter/text"
)

// An editor makes the edits for one change of a document's front matter.
type editor struct {
	d    *Document
	fm   *FrontMatter
	src  []byte
	root *Value // the front matter as a map
	eol  string // the line end that the file uses first
}

func newEditor(d *Document) *editor {
	e := &editor{d: d, fm: &d.FrontMatter, src: d.Src, eol: "\n"}
	if i := bytes.IndexAny(e.src, "\r\n"); i >= 0 && e.src[i] == '\r' {
		if e.eol = "\r"; i+1 < len(e.src) && e.src[i+1] == '\n' {
			e.eol = "\r\n"
		}
	}
	e.root = &Value{Kind: Map, Data: d.FrontMatter.Values, Fields: d.FrontMatter.Fields}
	c := e.cursor(e.fm.Content.Start)
	if c.blank(); c.peek() == '{' {
		e.root.Span = text.Span{Start: c.pos, End: e.fm.Content.End}
	}
	return e
}

func (e *editor) cursor(pos int) *cursor {
	return &cursor{src: e.src, pos: pos, end: e.fm.Content.End}
}

// A place tells where in the tree a field or a value is.
type place struct {
	path   []any  // of keys (string) and list indexes (int)
	owner  *Value // the map that has the field; of an element the list
	holder *Field // the field whose value the owner is, nil for the root and within lists
	field  *Field // the field whose value it is, nil for elements and the root
	index  int    // of an element
	inFlow bool   // stands within brackets, of the owner or further out
}

// ofField finds a field that is written in the front matter itself.
func (e *editor) ofField(f *Field) (place, bool) {
	if f == nil || f.Value == nil || !e.d.editable() {
		return place{}, false
	}
	var found place
	ok := e.walk(e.root, place{}, func(at place, _ *Value) bool {
		found = at
		return at.field == f
	})
	return found, ok && !(f.Value.Alias && f.KeySpan == f.Value.Span)
}

// ofValue finds a value that is written in the front matter itself.
func (e *editor) ofValue(v *Value) (place, bool) {
	if v == nil || !e.d.editable() {
		return place{}, false
	}
	if v == e.root {
		return place{}, true
	}
	var found place
	ok := e.walk(e.root, place{}, func(at place, value *Value) bool {
		found = at
		return value == v
	})
	if derived := v.Alias && (found.field == nil || found.field.KeySpan == v.Span); derived {
		return place{}, false
	}
	return found, ok
}

// walk visits everything below a value until visit returns true.
func (e *editor) walk(v *Value, at place, visit func(place, *Value) bool) bool {
	inFlow := at.inFlow || e.flow(v)
	for _, f := range v.Fields {
		here := place{path: append(at.path[:len(at.path):len(at.path)], e.valuesKey(f)), owner: v, holder: at.field, field: f, inFlow: inFlow}
		if visit(here, f.Value) || e.walk(f.Value, here, visit) {
			return true
		}
	}
	for i, element := range v.Elements {
		here := place{path: append(at.path[:len(at.path):len(at.path)], i), owner: v, index: i, inFlow: inFlow}
		if visit(here, element) || e.walk(element, here, visit) {
			return true
		}
	}
	return false
}

// valuesKey returns the key that a field has in FrontMatter.Values.
func (e *editor) valuesKey(f *Field) string {
	if e.fm.Format == Org {
		return orgKey(f.Key)
	}
	return f.Key
}

// flow reports whether a list or map is written in brackets.
func (e *editor) flow(v *Value) bool {
	if v.Len() == 0 {
		return false
	}
	switch e.src[v.Start] {
	case '{':
		return v.Kind == Map
	case '[':
		return v.Kind == List && !e.tables(v)
	}
	return false
}

// tables reports whether a list is a TOML array of tables with headers.
func (e *editor) tables(v *Value) bool {
	return e.fm.Format == TOML && v.Kind == List && len(v.Elements) > 0 &&
		v.Elements[0].Kind == Map && e.src[v.Elements[0].Start] == '['
}

// lineStart returns where the line of pos begins.
func (e *editor) lineStart(pos int) int {
	for pos > e.fm.Content.Start && e.src[pos-1] != '\n' && e.src[pos-1] != '\r' {
		pos--
	}
	return pos
}

// lineEnd returns where the line of pos ends, before its line end.
func (e *editor) lineEnd(pos int) int {
	c := e.cursor(pos)
	c.line()
	return c.pos
}

// nextLine returns where the line after that of pos begins.
func (e *editor) nextLine(pos int) int {
	c := e.cursor(e.lineEnd(pos))
	c.accept('\r')
	c.accept('\n')
	return c.pos
}

// lines returns the whole lines that hold span.
func (e *editor) lines(span text.Span) text.Span {
	return text.Span{Start: e.lineStart(span.Start), End: e.nextLine(span.End)}
}

// before returns what stands on the line before pos.
func (e *editor) before(pos int) string { return string(e.src[e.lineStart(pos):pos]) }

// alone reports whether span has its lines to itself, but for indentation, a
// comma and a comment.
func (e *editor) alone(span text.Span) bool {
	if len(bytes.TrimLeft([]byte(e.before(span.Start)), " \t")) > 0 {
		return false
	}
	c := e.cursor(span.End)
	c.spaces()
	c.accept(',')
	c.spaces()
	return c.pos == c.end || bytes.IndexByte([]byte("#\r\n"), c.peek()) >= 0
}

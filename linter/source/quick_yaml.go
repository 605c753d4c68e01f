package source

import (
	"strconv"
	"strings"

	"postlint/linter/text"
)

// maxQuickDepth is how deep maps may lie in one another; front matter that
// goes deeper is none of the plain.
const maxQuickDepth = 8

// quickYAML reads plain YAML front matter. ok is false where it takes the
// decoder to tell what there is.
func quickYAML(src []byte, content text.Span) (fields []*Field, values map[string]any, ok bool) {
	r := quickYAMLReader{newQuickReader(src, content)}
	for r.blankLine() {
	}
	fields, values, ok = r.mapping(0, nil, 0)
	return fields, values, ok && r.pos == r.end && len(fields) > 0
}

type quickYAMLReader struct{ *quickReader }

// blankLine steps over an empty line or one with only a comment, at the very
// start of the line.
func (r *quickYAMLReader) blankLine() bool {
	if r.pos == r.end {
		return false
	}
	if r.accept('#') {
		return r.comment()
	}
	return r.newline()
}

// indent returns the number of spaces that the next line begins with.
func (r *quickYAMLReader) indent() int {
	i := r.pos
	for i < r.end && r.src[i] == ' ' {
		i++
	}
	return i - r.pos
}

// mapping reads the entries of a block map at a column.
func (r *quickYAMLReader) mapping(column int, parent *Field, depth int) (fields []*Field, m map[string]any, ok bool) {
	if depth > maxQuickDepth {
		return nil, nil, false
	}
	room := 4
	if depth == 0 {
		room = cap(r.fields)
	}
	fields, m = make([]*Field, 0, room), make(map[string]any, room)
	for r.pos < r.end {
		if column == 0 && r.blankLine() {
			continue
		}
		if indent := r.indent(); indent < column {
			break
		} else if indent > column {
			return nil, nil, false
		}
		r.pos += column
		f, ok := r.entry(column, parent, depth)
		if !ok {
			return nil, nil, false
		}
		if _, again := m[f.Key]; again {
			return nil, nil, false
		}
		m[f.Key] = f.Value.Data
		fields = append(fields, f)
	}
	return fields, m, true
}

// entry reads "key: value" with its line end, and the lines that belong to it.
func (r *quickYAMLReader) entry(column int, parent *Field, depth int) (*Field, bool) {
	start := r.pos
	end := r.bareKeyEnd()
	if end == start || !isLetter(r.src[start]) || end-start > 100 || yamlWord(r.slice(start, end)) {
		return nil, false
	}
	r.pos = end
	if !r.accept(':') {
		return nil, false
	}
	f := r.newField()
	f.Key, f.KeySpan, f.Parent = r.slice(start, end), text.Span{Start: start, End: end}, parent
	colon := r.pos
	ok := true
	switch {
	case r.newline():
		f.Value, ok = r.below(colon, column, f, depth)
	case r.spaces() == 0 || r.pos == r.end || r.newline():
		return nil, false
	case r.peek() == '[':
		if f.Value, ok = r.list(); ok {
			ok = r.lineEnd()
		}
	default:
		if f.Value, ok = r.scalar(false); ok {
			ok = r.lineEnd()
		}
	}
	if !ok {
		return nil, false
	}
	f.Span = text.Span{Start: start, End: f.Value.End}
	return f, true
}

// below reads what stands in the lines below "key:" at a column: a list, a
// map, or nothing.
func (r *quickYAMLReader) below(colon, column int, f *Field, depth int) (*Value, bool) {
	indent := r.indent()
	at := r.pos + indent
	if at == r.end {
		return r.newScalar(colon, colon, Plain, Null, nil), indent == 0
	}
	switch first := r.src[at]; {
	case first == '-':
		if indent < column {
			return nil, false
		}
		return r.sequence(indent)
	case indent > column:
		if !isLetter(first) {
			return nil, false
		}
		v := r.newValue()
		fields, m, ok := r.mapping(indent, f, depth+1)
		if !ok {
			return nil, false
		}
		v.Kind, v.Data, v.Fields = Map, m, fields
		v.Start, v.End = at, fields[len(fields)-1].Span.End
		return v, true
	case isLetter(first):
		return r.newScalar(colon, colon, Plain, Null, nil), true
	}
	return nil, false
}

// sequence reads a block list of scalars at a column.
func (r *quickYAMLReader) sequence(column int) (*Value, bool) {
	v := r.newValue()
	v.Kind, v.Start = List, r.pos+column
	var list []any
	for r.pos < r.end {
		indent := r.indent()
		if r.pos+indent == r.end || indent > column {
			return nil, false
		}
		if indent < column || r.src[r.pos+indent] != '-' {
			break
		}
		r.pos += indent + 1
		if r.spaces() == 0 {
			return nil, false
		}
		e, ok := r.scalar(false)
		if !ok || !r.lineEnd() {
			return nil, false
		}
		list, v.Elements = append(list, e.Data), append(v.Elements, e)
		v.End = e.End
	}
	v.Data = list
	return v, true
}

// list reads "[a, b]".
func (r *quickYAMLReader) list() (*Value, bool) {
	v := r.newValue()
	v.Kind, v.Start = List, r.pos
	r.pos++
	list := []any{}
	for r.spaces(); !r.accept(']'); r.spaces() {
		if len(list) > 0 {
			if !r.accept(',') {
				return nil, false
			}
			r.spaces()
		}
		if r.pos == r.end {
			return nil, false
		}
		e, ok := r.scalar(true)
		if !ok {
			return nil, false
		}
		list, v.Elements = append(list, e.Data), append(v.Elements, e)
	}
	v.Data, v.End = list, r.pos
	return v, true
}

// scalar reads a scalar that ends on its line; flow says that it stands in brackets.
func (r *quickYAMLReader) scalar(flow bool) (*Value, bool) {
	switch b := r.peek(); {
	case b == '"':
		return r.quoted()
	case b == '\'':
		v, ok := r.quoted()
		return v, ok && r.peek() != '\'' // a doubled quote stands for itself
	case !isLetter(b) && !isDigit(b) && b < 0x80:
		return nil, false
	}
	start, end := r.pos, r.pos
	for r.pos < r.end {
		b := r.src[r.pos]
		if b == ' ' {
			r.pos++
			continue
		}
		if b == '\n' || b == '\r' || b == '#' && r.src[r.pos-1] == ' ' || flow && (b == ',' || b == ']') {
			break
		}
		if r.ambiguous(b, flow) {
			return nil, false
		}
		n := plainRune(r.src[r.pos:r.end])
		if n == 0 {
			return nil, false
		}
		r.pos += n
		end = r.pos
	}
	r.pos = end
	return r.plain(start, end)
}

// ambiguous reports whether a byte may end or change a plain scalar.
func (r *quickYAMLReader) ambiguous(b byte, flow bool) bool {
	switch b {
	case '#':
		return flow
	case ':':
		return flow || r.pos+1 >= r.end || strings.IndexByte(" \t\r\n", r.src[r.pos+1]) >= 0
	case '{', '}', '[', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`', '?', '\\', '<':
		return flow
	}
	return false
}

// plain returns the value of a plain scalar that begins with a letter or a digit.
func (r *quickYAMLReader) plain(start, end int) (*Value, bool) {
	s := r.slice(start, end)
	if !isDigit(s[0]) {
		switch s {
		case "true":
			return r.newScalar(start, end, Plain, Bool, true), true
		case "false":
			return r.newScalar(start, end, Plain, Bool, false), true
		}
		return r.newScalar(start, end, Plain, String, s), !yamlWord(s)
	}
	if isInteger(s) {
		n, _ := strconv.ParseUint(s, 10, 64)
		return r.newScalar(start, end, Plain, Integer, n), true
	}
	return r.newScalar(start, end, Plain, String, s), notNumber(s)
}

// yamlWord reports whether s is a word that YAML, in some version and in some
// letter case, does not read as text.
func yamlWord(s string) bool {
	if len(s) > 5 {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "null", "inf", "nan":
		return true
	}
	return false
}

// notNumber reports whether s, which begins with a digit, holds something that
// no number does: any sign but "+", "-", "_" and ".", a letter that is not in
// hexadecimal numbers and their prefixes, or a "-" after a digit.
func notNumber(s string) bool {
	for i := range len(s) {
		switch b := s[i]; {
		case isDigit(b), strings.IndexByte("abcdefABCDEFoOpPxX._+", b) >= 0:
		case b == '-':
			return i > 0 && isDigit(s[i-1])
		default:
			return true
		}
	}
	return false
}

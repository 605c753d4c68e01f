package source

import (
	"strings"

	"postlint/linter/text"
)

// decodeTOML reads TOML front matter.
func decodeTOML(src []byte, content text.Span) ([]*Field, map[string]any, *Problem) {
	if fields, values, ok := quickTOML(src, content); ok {
		return fields, values, nil
	}
	return slowTOML(src, content)
}

// slowTOML reads any TOML front matter.
func slowTOML(src []byte, content text.Span) ([]*Field, map[string]any, *Problem) {
	values, err := hugoValues(TOML, src[content.Start:content.End])
	if err != nil {
		return nil, nil, tomlProblem(src, content, err)
	}
	p := &tomlPlacer{cursor: cursor{src: src, pos: content.Start, end: content.End}}
	for p.blank(); p.pos < p.end; p.blank() {
		p.expression()
	}
	finishTOML(p.root.Fields, values)
	return p.root.Fields, values, nil
}

// A tomlPlacer reads TOML that is known to be valid and builds the tree of its
// fields. The data are put in when the tree is complete.
type tomlPlacer struct {
	cursor
	root  Value
	table tomlTable // that the entries which come now belong to
}

// A tomlTable is the table that a header opens.
type tomlTable struct {
	value *Value
	field *Field // nil for the root
	path  []*pieces
}

// expression reads a header or an entry.
func (p *tomlPlacer) expression() {
	if p.table.field == nil {
		p.table.value = &p.root
	}
	pos := p.pos
	if p.peek() == '[' {
		p.header()
	} else {
		end := p.entry(p.table.value, p.table.field)
		for _, piece := range p.table.path {
			piece.last().End = end
		}
	}
	if p.pos == pos {
		p.pos++ // never without progress, whatever the input
	}
}

// A tomlKey is one part of a key, between dots.
type tomlKey struct {
	text string
	span text.Span
}

// keys reads a key and its dots.
func (p *tomlPlacer) keys() []tomlKey {
	var keys []tomlKey
	for {
		p.spaces()
		start := p.pos
		var key string
		switch p.peek() {
		case '"':
			p.quoted('"', '\\', false)
			key = tomlUnescape(string(p.src[start+1 : max(p.pos-1, start+1)]))
		case '\'':
			p.quoted('\'', 0, false)
			key = string(p.src[start+1 : max(p.pos-1, start+1)])
		default:
			for p.pos < p.end && strings.IndexByte(" \t\r\n.=]#", p.src[p.pos]) < 0 {
				p.pos++
			}
			key = string(p.src[start:p.pos])
		}
		keys = append(keys, tomlKey{key, p.since(start)})
		p.spaces()
		if !p.accept('.') {
			return keys
		}
	}
}

// entry reads "key = value" into the map m, whose field is parent, and returns
// the end of the value.
func (p *tomlPlacer) entry(m *Value, parent *Field) int {
	keys := p.keys()
	p.spaces()
	p.accept('=')
	path := make([]*Field, len(keys))
	for i, key := range keys {
		last := i == len(keys)-1
		f := m.child(key.text)
		if f == nil || last {
			f = &Field{Key: key.text, KeySpan: key.span, Parent: parent, Value: &Value{Kind: Map}}
			m.Fields = append(m.Fields, f)
		}
		f.mentions = append(f.mentions, key.span)
		path[i], m, parent = f, f.Value, f
	}
	leaf := path[len(path)-1]
	leaf.Value = p.value(leaf)
	for i, f := range path {
		f.parts = append(f.parts, text.Span{Start: keys[i].span.Start, End: leaf.Value.End})
	}
	return leaf.Value.End
}

// child returns the last field of a map that has the key, or nil.
func (v *Value) child(key string) *Field {
	for i := len(v.Fields) - 1; i >= 0; i-- {
		if v.Fields[i].Key == key {
			return v.Fields[i]
		}
	}
	return nil
}

// value reads a value, of which only the kinds Map and List are known yet.
func (p *tomlPlacer) value(parent *Field) *Value {
	p.spaces()
	start := p.pos
	v := &Value{Style: Plain}
	switch {
	case p.peek() == '[':
		p.array(v, parent)
	case p.peek() == '{':
		p.inlineTable(v, parent)
	case p.prefix(`"""`):
		v.Style = Block
		p.multiline(`"""`, '\\')
	case p.prefix(`'''`):
		v.Style = Block
		p.multiline(`'''`, 0)
	case p.peek() == '"':
		v.Style = DoubleQuoted
		p.quoted('"', '\\', false)
	case p.peek() == '\'':
		v.Style = SingleQuoted
		p.quoted('\'', 0, false)
	default:
		p.bare()
	}
	v.Span = p.since(start)
	return v
}

// bare reads a number, a date or a boolean; a date may hold a space.
func (p *tomlPlacer) bare() {
	start := p.pos
	for p.pos < p.end && strings.IndexByte(",]}#\r\n", p.src[p.pos]) < 0 {
		p.pos++
	}
	p.pos = start + len(strings.TrimRight(string(p.src[start:p.pos]), " \t"))
}

// multiline reads a multi-line string, which may end with up to two quotes of
// its own before the three that close it.
func (p *tomlPlacer) multiline(quotes string, escape byte) {
	p.pos += len(quotes)
	for p.pos < p.end {
		switch {
		case p.peek() == escape && escape != 0:
			p.pos = min(p.pos+2, p.end)
		case p.prefix(quotes):
			p.pos += len(quotes)
			if p.accept(quotes[0]) {
				p.accept(quotes[0])
			}
			return
		default:
			p.pos++
		}
	}
}

func (p *tomlPlacer) array(v *Value, parent *Field) {
	v.Kind = List
	p.accept('[')
	for p.blank(); p.pos < p.end && p.peek() != ']'; p.blank() {
		pos := p.pos
		v.Elements = append(v.Elements, p.value(parent))
		p.blank()
		if p.accept(','); p.pos == pos {
			return
		}
	}
	p.accept(']')
}

func (p *tomlPlacer) inlineTable(v *Value, parent *Field) {
	v.Kind = Map
	p.accept('{')
	for p.blank(); p.pos < p.end && p.peek() != '}'; p.blank() {
		pos := p.pos
		p.entry(v, parent)
		p.blank()
		if p.accept(','); p.pos == pos {
			return
		}
	}
	p.accept('}')
}

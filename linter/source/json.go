package source

import (
	"bytes"
	"encoding/json"

	"postlint/linter/text"
)

// decodeJSON reads JSON front matter, which includes its braces.
func decodeJSON(src []byte, content text.Span) ([]*Field, map[string]any, *Problem) {
	values, err := hugoValues(JSON, src[content.Start:content.End])
	if err != nil {
		return nil, nil, jsonProblem(src, content, err)
	}
	p := &jsonPlacer{cursor{src: src, pos: content.Start, end: content.End}}
	return p.value(values, nil).Fields, values, nil
}

// A jsonPlacer reads JSON that is known to be valid.
type jsonPlacer struct{ cursor }

func (p *jsonPlacer) blank() {
	for p.pos < p.end && bytes.IndexByte([]byte(" \t\r\n"), p.src[p.pos]) >= 0 {
		p.pos++
	}
}

func (p *jsonPlacer) value(data any, parent *Field) *Value {
	p.blank()
	start := p.pos
	v := &Value{Style: Plain}
	v.fill(data)
	switch p.peek() {
	case '{':
		v.Fields = p.object(data, parent)
	case '[':
		v.Elements = p.array(data, parent)
	case '"':
		v.Style = DoubleQuoted
		p.quoted('"', '\\', false)
	default:
		for p.pos < p.end && bytes.IndexByte([]byte(" \t\r\n,]}"), p.src[p.pos]) < 0 {
			p.pos++
		}
	}
	v.Span = p.since(start)
	return v
}

func (p *jsonPlacer) object(data any, parent *Field) []*Field {
	m, _ := data.(map[string]any)
	var fields []*Field
	last := map[string]*Field{}
	p.accept('{')
	for p.blank(); p.peek() == '"'; p.blank() {
		f := &Field{Parent: parent}
		start := p.pos
		p.quoted('"', '\\', false)
		f.KeySpan = p.since(start)
		f.Key = jsonString(p.src[start:p.pos])
		p.blank()
		p.accept(':')
		if hidden := last[f.Key]; hidden != nil {
			p.reread(hidden)
		}
		last[f.Key] = f
		f.Value = p.value(m[f.Key], f)
		f.Span = p.since(start)
		fields = append(fields, f)
		p.blank()
		p.accept(',')
	}
	p.accept('}')
	return fields
}

// reread gives a field that a later one of the same key hides the value that
// is written there.
func (p *jsonPlacer) reread(f *Field) {
	var data any
	if json.Unmarshal(p.src[f.Value.Start:f.Value.End], &data) == nil {
		again := jsonPlacer{cursor{src: p.src, pos: f.Value.Start, end: f.Value.End}}
		f.Value = again.value(data, f)
	}
}

func (p *jsonPlacer) array(data any, parent *Field) []*Value {
	var elements []*Value
	p.accept('[')
	for p.blank(); p.pos < p.end && p.peek() != ']'; p.blank() {
		elements = append(elements, p.value(element(data, len(elements)), parent))
		p.blank()
		p.accept(',')
	}
	p.accept(']')
	return elements
}

func jsonString(quoted []byte) string {
	var s string
	if json.Unmarshal(quoted, &s) != nil {
		return string(bytes.Trim(quoted, `"`))
	}
	return s
}

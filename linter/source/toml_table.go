package source

import (
	"strconv"
	"strings"

	"postlint/linter/text"
)

// pieces are the places that a table, or an element of an array of tables, is
// made of: one for every header at or below it.
type pieces struct{ parts *[]text.Span }

func (p *pieces) last() *text.Span { return &(*p.parts)[len(*p.parts)-1] }

// header reads "[a.b]" or "[[a.b]]" and makes it the current table.
func (p *tomlPlacer) header() {
	start := p.pos
	p.accept('[')
	array := p.accept('[')
	keys := p.keys()
	p.accept(']')
	if array {
		p.accept(']')
	}
	line := p.since(start)
	t := tomlTable{value: &p.root}
	for i, key := range keys {
		own := i == len(keys)-1
		f := t.value.child(key.text)
		if f == nil {
			f = &Field{Key: key.text, KeySpan: key.span, Parent: t.field, Value: &Value{Kind: Map}}
			t.value.Fields = append(t.value.Fields, f)
		}
		if own && f.Header.IsZero() {
			f.KeySpan, f.Header = key.span, line
		}
		f.parts = append(f.parts, line)
		f.mentions = append(f.mentions, key.span)
		t.path = append(t.path, &pieces{&f.parts})
		t.field, t.value = f, f.Value
		switch {
		case own && array:
			f.Value.Kind = List
			t.value = &Value{Kind: Map}
			f.Value.Elements = append(f.Value.Elements, t.value)
		case f.Value.Kind == List && len(f.Value.Elements) > 0:
			t.value = f.Value.Elements[len(f.Value.Elements)-1]
		default:
			continue
		}
		t.value.parts = append(t.value.parts, line)
		t.path = append(t.path, &pieces{&t.value.parts})
	}
	p.table = t
}

// finishTOML puts the decoded data into the fields of one map and the spans
// of what is made of parts.
func finishTOML(fields []*Field, m map[string]any) {
	for _, f := range fields {
		f.Span, f.parts = join(f.parts)
		if len(f.mentions) < 2 {
			f.mentions = nil
		}
		finishTOMLValue(f.Value, m[f.Key])
		if f.Value.Span.IsZero() {
			f.Value.Span = text.At(max(f.Header.End, f.Span.Start))
		}
	}
}

func finishTOMLValue(v *Value, data any) {
	v.fill(data)
	m, _ := data.(map[string]any)
	finishTOML(v.Fields, m)
	for i, e := range v.Elements {
		finishTOMLValue(e, element(data, i))
		if len(e.parts) > 0 {
			e.Span, e.parts = join(e.parts)
		}
	}
	if v.Span.IsZero() {
		v.Span = v.extent()
	}
}

// extent returns the span from a table's first entry to its last, or of an
// array of tables from its first element; zero if there is none.
func (v *Value) extent() text.Span {
	var span text.Span
	for _, f := range v.Fields {
		span = hull(span, f.Span)
	}
	for _, e := range v.Elements {
		span = hull(span, e.Span)
	}
	return span
}

// join returns the span from the first of parts to the last, and parts if
// there are several.
func join(parts []text.Span) (text.Span, []text.Span) {
	var span text.Span
	for _, part := range parts {
		span = hull(span, part)
	}
	if len(parts) < 2 {
		parts = nil
	}
	return span, parts
}

// tomlUnescape resolves the escapes of a basic string that is known to be
// valid (TOML 1.1, "String").
func tomlUnescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[i]]
		if short := strings.IndexByte("btnfre", s[i]); short >= 0 {
			b.WriteByte("\b\t\n\f\r\x1b"[short])
		} else if digits > 0 && i+digits < len(s) {
			n, _ := strconv.ParseUint(s[i+1:i+1+digits], 16, 32)
			b.WriteRune(rune(n))
			i += digits
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

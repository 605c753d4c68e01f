package source

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"postlint/linter/text"
)

// column returns the column, from 0, at which the entries of a YAML block map
// or list begin.
func (e *editor) column(v *Value) int {
	start := v.Start
	if v == e.root {
		c := e.cursor(e.fm.Content.Start)
		c.blank()
		start = c.pos
	}
	return len(e.before(start))
}

// yamlEnd returns the end of the last entry of a block map.
func yamlEnd(v *Value) int {
	end := v.End
	for _, f := range v.Fields {
		end = max(end, f.Span.End)
	}
	return end
}

// insertYAML puts a key after the last one of a block map.
func (e *editor) insertYAML(owner *Value, key string, data any) ([]text.Edit, bool) {
	if len(owner.Fields) == 0 {
		if owner != e.root {
			return nil, false
		}
		line, ok := e.yamlEntry(key, data, 0)
		return []text.Edit{text.Insert(e.fm.Content.End, line+e.eol)}, ok
	}
	column := e.column(owner)
	line, ok := e.yamlEntry(key, data, column)
	at := e.nextLine(yamlEnd(owner))
	return []text.Edit{text.Insert(at, strings.Repeat(" ", column)+line+e.eol)}, ok
}

// yamlEntry returns "key: value", a map as a block below the key. The lines
// after the first are indented, the last has no line end.
func (e *editor) yamlEntry(key string, data any, column int) (string, bool) {
	m, ok := data.(map[string]any)
	if !ok || len(m) == 0 {
		return e.entry(key, data)
	}
	block, ok := e.yamlBlock(m, column+e.step())
	return e.key(key, 0) + ":" + block, ok
}

// step returns by how many columns the file indents the map below a key.
func (e *editor) step() int {
	for _, f := range e.root.Fields {
		if v := f.Value; v.Kind == Map && len(v.Fields) > 0 && !e.flow(v) && !v.Alias {
			if n := e.column(v) - e.column(e.root); n > 0 {
				return n
			}
		}
	}
	return 2
}

// yamlBlock returns a map as lines, each after a line end.
func (e *editor) yamlBlock(m map[string]any, column int) (string, bool) {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(m)) {
		line, ok := e.yamlEntry(key, m[key], column)
		if !ok {
			return "", false
		}
		b.WriteString(e.eol + strings.Repeat(" ", column) + line)
	}
	return b.String(), true
}

// replaceYAML writes data in the place of v.
func (e *editor) replaceYAML(at place, v *Value, data any) ([]text.Edit, bool) {
	if m, ok := data.(map[string]any); ok && len(m) > 0 && at.field != nil && !at.inFlow {
		block, ok := e.yamlBlock(m, e.column(at.owner)+e.step())
		return e.replaceBlock(at, v, block), ok
	}
	block := v.Len() > 0 && (v.Kind == List || v.Kind == Map) && !e.flow(v) && !v.Alias
	if kindOf(data) == List && v.Kind == List && block && length(data) > 0 {
		var lines []string
		for i := range length(data) {
			line, ok := e.write(element(data, i), e.elementStyle(v))
			if !ok {
				return nil, false
			}
			lines = append(lines, "- "+line)
		}
		separator := e.eol + strings.Repeat(" ", e.column(v))
		return []text.Edit{text.Replace(v.Span, strings.Join(lines, separator))}, true
	}
	written, ok := e.write(data, v.Style)
	switch {
	case !ok:
		return nil, false
	case block && at.field != nil:
		return e.replaceBlock(at, v, " "+written), true
	case v.whole().Len() == 0:
		return []text.Edit{text.Insert(v.Start, " "+written)}, true
	case v.Style == Block && strings.HasPrefix(string(e.src[v.Start:v.End]), "|"):
		if s, isText := data.(string); isText {
			written = e.literal(v, s, written)
		}
	}
	return []text.Edit{text.Replace(v.whole(), written)}, true
}

// replaceBlock puts written in the place of everything after the colon of
// at.field, but for a comment on the key's line.
func (e *editor) replaceBlock(at place, v *Value, written string) []text.Edit {
	colon := e.afterColon(at.field)
	end := max(v.End, colon)
	gap := e.src[colon:max(v.whole().Start, colon)]
	if lineEnd := e.lineEnd(end); strings.HasPrefix(written, e.eol) && lineEnd > end && e.lineStart(end) == e.lineStart(colon) {
		return []text.Edit{text.Delete(text.Span{Start: colon, End: end}), text.Insert(lineEnd, written)}
	}
	if bytes.IndexByte(gap, '#') < 0 {
		return []text.Edit{text.Replace(text.Span{Start: colon, End: end}, written)}
	}
	head := e.lineEnd(colon)
	if strings.HasPrefix(written, e.eol) {
		return []text.Edit{text.Replace(text.Span{Start: head, End: end}, written)}
	}
	return []text.Edit{text.Insert(colon, written), text.Delete(text.Span{Start: head, End: end})}
}

// afterColon returns the offset behind the ":" of a YAML entry.
func (e *editor) afterColon(f *Field) int {
	c := e.cursor(f.KeySpan.End)
	c.blank()
	c.accept(':')
	return c.pos
}

// literal returns s as a literal block scalar with the header and indentation
// of v, or otherwise where such a block cannot hold it.
func (e *editor) literal(v *Value, s, otherwise string) string {
	header, body, ok := strings.Cut(string(e.src[v.Start:v.End]), e.eol)
	indent := body[:len(body)-len(strings.TrimLeft(body, " \r\n"))]
	if !ok || strings.TrimRight(header, " ") != "|" || indent == "" || strings.ContainsAny(indent, "\r\n") ||
		!strings.HasSuffix(s, "\n") || strings.TrimSpace(s) == "" || strings.ContainsAny(s, "\r\t") || strings.HasPrefix(s, " ") {
		return otherwise
	}
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = indent + line
		}
	}
	return header + e.eol + strings.Join(lines, e.eol)
}

// elementStyle returns the style of a list's last string.
func (e *editor) elementStyle(list *Value) Style {
	for i := len(list.Elements) - 1; i >= 0; i-- {
		if el := list.Elements[i]; el.Kind == String && !el.Alias && el.Style != Block {
			return el.Style
		}
	}
	if e.fm.Format == YAML && len(list.Elements) > 0 {
		return Plain
	}
	return DoubleQuoted
}

// cutYAML deletes fields of a block map.
func (e *editor) cutYAML(owner *Value, cut func(*Field) bool) ([]text.Edit, bool) {
	var edits []text.Edit
	for i, f := range owner.Fields {
		if !cut(f) {
			continue
		}
		if strings.TrimLeft(e.before(f.Span.Start), " ") == "" {
			if !e.alone(f.Span) {
				return nil, false
			}
			edits = append(edits, text.Delete(e.lines(f.Span)))
			continue
		}
		next := slices.IndexFunc(owner.Fields[i:], func(f *Field) bool { return !cut(f) })
		if next < 0 {
			return []text.Edit{text.Replace(owner.Span, "{}")}, true
		}
		gap := text.Span{Start: f.Span.Start, End: owner.Fields[i+next].Span.Start}
		if bytes.IndexByte(e.src[e.lineEnd(owner.Fields[i+next-1].Span.End):gap.End], '#') >= 0 {
			return nil, false
		}
		edits = []text.Edit{text.Delete(gap)}
		rest, ok := e.cutYAML(&Value{Span: owner.Span, Kind: Map, Fields: owner.Fields[i+next:]}, cut)
		return append(edits, rest...), ok
	}
	return edits, true
}

// dash returns the offset of the "-" before an element of a block list.
func (e *editor) dash(el *Value) (int, bool) {
	i := bytes.LastIndexByte(e.src[e.fm.Content.Start:el.whole().Start], '-') + e.fm.Content.Start
	if i < e.fm.Content.Start {
		return 0, false
	}
	c := e.cursor(i + 1)
	c.blank()
	return i, c.pos >= el.whole().Start
}

// cutYAMLElement deletes an element of a block list.
func (e *editor) cutYAMLElement(at place, list *Value, i int) ([]text.Edit, bool) {
	el := list.Elements[i]
	dash, ok := e.dash(el)
	if !ok {
		return nil, false
	}
	span := text.Span{Start: dash, End: max(el.End, dash+1)}
	first := strings.TrimLeft(e.before(dash), " ") == ""
	switch {
	case len(list.Elements) == 1 && at.field != nil:
		return append([]text.Edit{text.Insert(e.afterColon(at.field), " []")}, text.Delete(e.lines(span))), first
	case len(list.Elements) == 1:
		return []text.Edit{text.Replace(list.Span, "[]")}, true
	case first:
		return []text.Edit{text.Delete(e.lines(span))}, e.alone(span)
	case i+1 < len(list.Elements):
		next, ok := e.dash(list.Elements[i+1])
		return []text.Edit{text.Delete(text.Span{Start: dash, End: next})}, ok
	}
	return nil, false
}

// appendYAML adds a line to a block list.
func (e *editor) appendYAML(list *Value, data any) ([]text.Edit, bool) {
	written, ok := e.write(data, e.elementStyle(list))
	if !ok || len(list.Elements) == 0 {
		return nil, false
	}
	return []text.Edit{text.Insert(e.nextLine(list.End), strings.Repeat(" ", e.column(list))+"- "+written+e.eol)}, true
}

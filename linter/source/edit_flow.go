package source

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"postlint/linter/text"
)

// whole returns a value with the anchor and tag before it.
func (v *Value) whole() text.Span { return hull(v.properties, v.Span) }

// items returns the entries of a list or map in brackets.
func items(v *Value) []text.Span {
	var spans []text.Span
	for _, f := range v.Fields {
		spans = append(spans, f.Span)
	}
	for _, e := range v.Elements {
		spans = append(spans, e.whole())
	}
	return spans
}

// comma returns the comma after pos, and whether there is one before anything
// else but white space and comments.
func (e *editor) comma(pos int) (text.Span, bool) {
	c := e.cursor(pos)
	c.blank()
	return text.Span{Start: c.pos, End: c.pos + 1}, c.peek() == ','
}

// cutItems deletes entries of a list or map in brackets. Entries on lines of
// their own go with their lines; the brackets stay.
func (e *editor) cutItems(v *Value, cut func(i int) bool) []text.Edit {
	all := items(v)
	var edits []text.Edit
	for i := 0; i < len(all); i++ {
		if !cut(i) {
			continue
		}
		first := i
		for i+1 < len(all) && cut(i+1) {
			i++
		}
		edits = append(edits, e.cutRun(all, first, i)...)
	}
	return edits
}

// cutRun deletes the items from first to last.
func (e *editor) cutRun(all []text.Span, first, last int) []text.Edit {
	final := last == len(all)-1
	trailing, hasTrailing := e.comma(all[last].End)
	var edits []text.Edit
	if final && first > 0 && !hasTrailing {
		if comma, ok := e.comma(all[first-1].End); ok {
			edits = append(edits, text.Delete(comma))
		}
	}
	ownLines := true
	for i := first; i <= last; i++ {
		ownLines = ownLines && e.alone(all[i])
	}
	if ownLines {
		for i := first; i <= last; i++ {
			edits = append(edits, text.Delete(e.lines(all[i])))
		}
		return edits
	}
	switch {
	case !final:
		gap := e.src[trailing.End:all[last+1].Start]
		if bytes.IndexByte(gap, '#') >= 0 {
			return append(edits, text.Delete(text.Span{Start: all[first].Start, End: trailing.End}))
		}
		return append(edits, text.Delete(text.Span{Start: all[first].Start, End: all[last+1].Start}))
	case first > 0 && len(edits) > 0:
		if comma := edits[0].Span; len(bytes.TrimSpace(e.src[comma.End:all[first].Start])) == 0 {
			return []text.Edit{text.Delete(text.Span{Start: comma.Start, End: all[last].End})}
		}
		return append(edits, text.Delete(text.Span{Start: all[first].Start, End: all[last].End}))
	case hasTrailing:
		return append(edits, text.Delete(text.Span{Start: all[first].Start, End: trailing.End}))
	}
	return append(edits, text.Delete(text.Span{Start: all[first].Start, End: all[last].End}))
}

// addItem puts written after the last entry of a list or map in brackets, on a
// line of its own if the others are.
func (e *editor) addItem(v *Value, written string) []text.Edit {
	all := items(v)
	if len(all) == 0 {
		return []text.Edit{text.Insert(v.Start+1, written)}
	}
	last := all[len(all)-1]
	comma, trailing := e.comma(last.End)
	if e.alone(last) && e.nextLine(last.End) > e.lineEnd(last.End) {
		indent := e.before(last.Start)
		if trailing {
			return []text.Edit{text.Insert(e.lineEnd(comma.End), e.eol+indent+written+",")}
		}
		return addAfter(last.End, e.lineEnd(last.End), ",", e.eol+indent+written)
	}
	if trailing {
		return []text.Edit{text.Insert(comma.End, " "+written+",")}
	}
	return []text.Edit{text.Insert(last.End, ", "+written)}
}

// flowEntry returns an entry of a map in brackets: on one line, but a map in
// JSON on several where the others have lines of their own.
func (e *editor) flowEntry(owner *Value, key string, data any) (string, bool) {
	m, ok := data.(map[string]any)
	if !ok || len(m) == 0 || e.fm.Format != JSON || len(owner.Fields) == 0 {
		return e.entry(key, data)
	}
	last := owner.Fields[len(owner.Fields)-1].Span
	line := e.before(owner.Start)
	outer := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	unit, below := strings.CutPrefix(e.before(last.Start), outer)
	if !e.alone(last) || !below || unit == "" {
		return e.entry(key, data)
	}
	block, ok := e.jsonBlock(m, outer+unit, unit)
	return e.key(key, 0) + ": " + block, ok
}

// jsonBlock returns a map with a line for each entry. Its bracket closes at indent.
func (e *editor) jsonBlock(m map[string]any, indent, unit string) (string, bool) {
	var lines []string
	for _, key := range slices.Sorted(maps.Keys(m)) {
		entry, ok := e.entry(key, m[key])
		if below, isMap := m[key].(map[string]any); isMap && len(below) > 0 && ok {
			var block string
			block, ok = e.jsonBlock(below, indent+unit, unit)
			entry = e.key(key, 0) + ": " + block
		}
		if !ok {
			return "", false
		}
		lines = append(lines, e.eol+indent+unit+entry)
	}
	return "{" + strings.Join(lines, ",") + e.eol + indent + "}", true
}

// addAfter inserts a separator and a line, in one edit where they meet.
func addAfter(at, lineEnd int, separator, line string) []text.Edit {
	if at == lineEnd {
		return []text.Edit{text.Insert(at, separator+line)}
	}
	return []text.Edit{text.Insert(at, separator), text.Insert(lineEnd, line)}
}

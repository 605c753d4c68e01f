package source

import (
	"maps"
	"slices"
	"strings"

	"postlint/linter/text"
)

// opening returns where new front matter goes: after a byte order mark.
func (e *editor) opening() int {
	if strings.HasPrefix(string(e.src), "\ufeff") {
		return len("\ufeff")
	}
	return 0
}

// create gives a file without front matter some.
func (e *editor) create(data any) ([]text.Edit, bool) {
	m, _ := data.(map[string]any)
	lines, ok := e.tomlLines(nil, m)
	edits := []text.Edit{text.Insert(e.opening(), "+++"+e.eol+lines+"+++"+e.eol)}
	return e.checked(edits, ok, wanted{values: m})
}

// tomlLines returns the entries of a table, and below them its tables.
func (e *editor) tomlLines(path []string, m map[string]any) (string, bool) {
	var entries, tables strings.Builder
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if table, ok := m[key].(map[string]any); ok {
			lines, ok := e.tomlTableLines(append(path[:len(path):len(path)], key), table)
			if !ok {
				return "", false
			}
			tables.WriteString(e.eol + lines)
			continue
		}
		line, ok := e.entry(key, m[key])
		if !ok {
			return "", false
		}
		entries.WriteString(line + e.eol)
	}
	return entries.String() + tables.String(), true
}

// tomlTableLines returns a table with its header, which one that holds nothing
// but tables does without.
func (e *editor) tomlTableLines(path []string, m map[string]any) (string, bool) {
	keys := make([]string, len(path))
	for i, key := range path {
		keys[i] = e.key(key, 0)
	}
	lines, ok := e.tomlLines(path, m)
	if tables, found := strings.CutPrefix(lines, e.eol+"["); found {
		return "[" + tables, ok
	}
	return "[" + strings.Join(keys, ".") + "]" + e.eol + lines, ok
}

// headers returns where the headers of all tables begin, in source order.
func (e *editor) headers() []int {
	var starts []int
	add := func(parts []text.Span) {
		for _, part := range parts {
			if e.src[part.Start] == '[' {
				starts = append(starts, part.Start)
			}
		}
	}
	e.walk(e.root, place{}, func(at place, v *Value) bool {
		if at.field != nil {
			add(at.field.pieces())
		}
		return false
	})
	slices.Sort(starts)
	return slices.Compact(starts)
}

// block returns the place of the entries of the table whose header begins at
// start; of the root if start is negative.
func (e *editor) block(start int) text.Span {
	span := e.fm.Content
	if start >= 0 {
		span.Start = e.nextLine(start)
	}
	for _, header := range e.headers() {
		if header > start {
			span.End = e.lineStart(header)
			break
		}
	}
	return span
}

// tomlEnd returns where the next entry of a table goes, whose entries are
// within block: after the last one, else at the start of the block.
func (e *editor) tomlEnd(table *Value, block text.Span) int {
	end := block.Start
	for _, f := range table.Fields {
		for _, piece := range f.pieces() {
			if block.Contains(piece) && e.src[piece.Start] != '[' {
				end = max(end, e.nextLine(piece.End))
			}
		}
	}
	return end
}

// insertTOML puts a key into the root, a table or a map of dotted keys.
func (e *editor) insertTOML(at place, owner *Value, key string, data any) ([]text.Edit, bool) {
	if m, ok := data.(map[string]any); ok {
		if edits, ok := e.insertTable(at, key, m); ok {
			return edits, true
		}
	}
	line, ok := e.entry(key, data)
	if !ok {
		return nil, false
	}
	header := -1
	switch {
	case owner == e.root:
	case at.field == nil:
		header = owner.Start
	case !at.field.Header.IsZero():
		header = at.field.Header.Start
	default:
		return e.insertDotted(at, line, key, data)
	}
	block := e.block(header)
	pos := e.tomlEnd(owner, block)
	line += e.eol
	if owner == e.root && pos < e.fm.Content.End && e.src[pos] == '[' {
		line += e.eol
	}
	return []text.Edit{text.Insert(pos, line)}, true
}

// insertDotted puts an entry into a map that is made by dotted keys, or by the
// headers of the tables within it.
func (e *editor) insertDotted(at place, line, key string, data any) ([]text.Edit, bool) {
	pieces, mentions := at.field.pieces(), at.field.places()
	last := len(pieces) - 1
	if e.src[pieces[last].Start] != '[' {
		prefix := string(e.src[e.lineStart(pieces[last].Start):mentions[last].End])
		return []text.Edit{text.Insert(e.nextLine(pieces[last].End), prefix+"."+line+e.eol)}, true
	}
	path, ok := tablePath(at.path)
	if !ok {
		return nil, false
	}
	lines, ok := e.tomlTableLines(path, map[string]any{key: data})
	return []text.Edit{text.Insert(e.fm.Content.End, e.spacer(e.fm.Content.End)+lines)}, ok
}

// insertTable puts a whole table after the table it belongs to, or at the end.
func (e *editor) insertTable(at place, key string, m map[string]any) ([]text.Edit, bool) {
	path, ok := tablePath(append(at.path[:len(at.path):len(at.path)], key))
	if !ok {
		return nil, false
	}
	pos := e.fm.Content.End
	if at.field != nil {
		pieces := at.field.pieces()
		if e.src[pieces[0].Start] != '[' {
			return nil, false
		}
		pos = e.nextLine(pieces[len(pieces)-1].End)
	}
	lines, ok := e.tomlTableLines(path, m)
	if pos < e.fm.Content.End && e.src[pos] == '[' {
		lines += e.eol
	}
	return []text.Edit{text.Insert(pos, e.spacer(pos)+lines)}, ok
}

// tablePath returns a path as the keys of a header; there is none within the
// elements of a list.
func tablePath(path []any) ([]string, bool) {
	keys := make([]string, len(path))
	for i, step := range path {
		key, ok := step.(string)
		if !ok {
			return nil, false
		}
		keys[i] = key
	}
	return keys, true
}

// spacer returns the line end that makes a blank line before pos, if there is
// none.
func (e *editor) spacer(pos int) string {
	if pos <= e.fm.Content.Start || len(strings.TrimSpace(e.before(max(pos-len(e.eol), e.fm.Content.Start)))) == 0 {
		return ""
	}
	return e.eol
}

// cutTOML deletes fields with their lines.
func (e *editor) cutTOML(fields []*Field) ([]text.Edit, bool) {
	var edits []text.Edit
	for _, f := range fields {
		for _, piece := range f.pieces() {
			c := e.cursor(piece.End)
			if c.spaces(); c.pos < c.end && strings.IndexByte("#\r\n", c.peek()) < 0 {
				return nil, false
			}
			edits = append(edits, text.Delete(e.lines(piece)))
		}
	}
	return edits, true
}

// appendTable adds an element to an array of tables.
func (e *editor) appendTable(at place, data any) ([]text.Edit, bool) {
	m, ok := data.(map[string]any)
	if !ok || at.field == nil || at.field.Header.IsZero() {
		return nil, false
	}
	path, ok := tablePath(at.path)
	if !ok {
		return nil, false
	}
	lines, ok := e.tomlTableLines(path, m)
	_, rest, _ := strings.Cut(lines, "]")
	pieces := at.field.pieces()
	pos := e.nextLine(pieces[len(pieces)-1].End)
	header := string(e.src[at.field.Header.Start:at.field.Header.End])
	return []text.Edit{text.Insert(pos, e.spacer(pos)+header+rest)}, ok
}

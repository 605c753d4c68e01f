package source

import (
	"slices"
	"strings"

	"postlint/linter/text"
)

// A mover collects what one call of Move is to do.
type mover struct {
	*editor
	want   wanted
	moving map[*Field]bool // to the top level
	gone   map[*Field]bool // moving, or emptied by it
	keys   []string        // of the fields below the top level
	order  []*Field        // that go there
	places []place
	done   []text.Edit
	failed bool
}

// add notes that f moves to the top level as key.
func (m *mover) add(f *Field, key string) bool {
	at, ok := m.ofField(f)
	if !ok || m.moving[f] || m.fm.Format == YAML && f.Span.Start != f.KeySpan.Start {
		return false
	}
	if _, ok := tablePath(at.path); !ok {
		return false
	}
	top, _ := m.want.values.(map[string]any)
	for taken := range top {
		if strings.EqualFold(taken, key) && !(at.owner == m.root && taken == f.Key) {
			return false
		}
	}
	m.moving[f] = true
	m.want = m.want.remove(at.path).put([]any{key}, f.Value.Data)
	if at.owner == m.root {
		for _, mention := range f.places() {
			m.done = append(m.done, text.Replace(mention, m.key(key, m.src[mention.Start])))
		}
		return true
	}
	m.order, m.keys, m.places = append(m.order, f), append(m.keys, key), append(m.places, at)
	return true
}

// edits returns the edits for all that was added.
func (m *mover) edits() ([]text.Edit, bool) {
	m.empty()
	var written []string
	for i, f := range m.order {
		written = append(written, m.text(f, m.keys[i], m.places[i])...)
	}
	replaced := m.replaceLast(written)
	m.clear(m.root, replaced)
	m.done = append(m.done, m.blankLines()...)
	if replaced == nil {
		m.done = append(m.done, m.insertion(written)...)
	}
	return m.done, !m.failed
}

// empty finds the maps that lose all their fields.
func (m *mover) empty() {
	m.gone = map[*Field]bool{}
	for i, f := range m.order {
		m.gone[f] = true
		for at := m.places[i]; at.holder != nil; {
			for _, sibling := range at.owner.Fields {
				if !m.gone[sibling] {
					at.holder = nil
				}
			}
			if at.holder == nil {
				break
			}
			m.gone[at.holder] = true
			at, _ = m.ofField(at.holder)
			m.want = m.want.remove(at.path[:len(at.path):len(at.path)])
			m.want = m.restore(m.want, at)
		}
	}
}

// restore puts a moved value back that has the name of an emptied map.
func (m *mover) restore(w wanted, at place) wanted {
	if len(at.path) != 1 {
		return w
	}
	for i, key := range m.keys {
		if key == at.path[0] {
			w = w.put(at.path, m.order[i].Value.Data)
		}
	}
	return w
}

// text returns the pieces of a field as top-level entries: lines with the
// comments at their ends, or from within brackets the entry alone. The headers
// of TOML tables change where they are.
func (m *mover) text(f *Field, key string, at place) []string {
	var written []string
	for i, piece := range f.pieces() {
		mention := f.places()[i]
		if m.fm.Format == TOML && m.src[piece.Start] == '[' {
			m.renameHeader(piece, mention, key)
			continue
		}
		end := piece.End
		if !at.inFlow {
			end = m.lineEnd(end)
		}
		entry := m.key(key, m.src[mention.Start]) + string(m.src[mention.End:end])
		if m.fm.Format == YAML && !at.inFlow {
			entry = dedent(entry, m.column(at.owner))
		}
		written = append(written, entry)
	}
	return written
}

// renameHeader gives a table another name: "[extra.author]" to "[author]".
func (m *mover) renameHeader(header, mention text.Span, key string) {
	c := m.cursor(header.Start + 1)
	c.accept('[')
	c.spaces()
	edit := text.Replace(text.Span{Start: c.pos, End: mention.End}, m.key(key, m.src[mention.Start]))
	if !slices.Contains(m.done, edit) {
		m.done = append(m.done, edit)
	}
}

// dedent takes up to n spaces from the start of every line but the first.
func dedent(s string, n int) string {
	var b strings.Builder
	room := 0
	for _, r := range s {
		if r == ' ' && room > 0 {
			room--
			continue
		}
		room = 0
		if r == '\n' || r == '\r' {
			room = n
		}
		b.WriteRune(r)
	}
	return b.String()
}

// clear deletes what moves below a map, and the maps that become empty.
// The field kept is dealt with already.
func (m *mover) clear(owner *Value, kept *Field) {
	var cut []*Field
	for _, f := range owner.Fields {
		switch {
		case f == kept:
		case !m.gone[f]:
			m.clear(f.Value, kept)
		case m.fm.Format == TOML && m.src[f.pieces()[0].Start] == '[':
			m.clearTable(f, kept)
		case m.moving[f] || m.flow(f.Value) || m.fm.Format == TOML:
			cut = append(cut, f)
		default:
			m.clearKey(f)
			m.clear(f.Value, kept)
		}
	}
	if len(cut) > 0 {
		edits, ok := m.cut(owner, cut)
		m.done = append(m.done, edits...)
		m.failed = m.failed || !ok
	}
}

// clearTable deletes the header of an emptied TOML table and its entries one
// by one, so that comments between them stay.
func (m *mover) clearTable(f, kept *Field) {
	if m.moving[f] {
		var dotted []*Field
		for _, piece := range f.pieces() {
			if m.src[piece.Start] != '[' {
				dotted = append(dotted, &Field{Span: piece})
			}
		}
		edits, ok := m.cutTOML(dotted)
		m.done = append(m.done, edits...)
		m.failed = m.failed || !ok
		return
	}
	if !f.Header.IsZero() {
		m.done = append(m.done, text.Delete(m.lines(f.Header)))
	}
	m.clear(f.Value, kept)
}

// blankLines deletes the blank lines that stood before what is deleted, where
// others follow it or nothing does: they would come to stand together.
func (m *mover) blankLines() (edits []text.Edit) {
	if m.fm.Format != TOML {
		return nil
	}
	sorted := text.Sort(slices.DeleteFunc(slices.Clone(m.done), func(e text.Edit) bool { return e.New != "" || e.Len() == 0 }))
	for i, e := range sorted {
		if i > 0 && sorted[i-1].End >= e.Start || e.Start != m.lineStart(e.Start) {
			continue
		}
		end := e.End
		for _, next := range sorted[i+1:] {
			if next.Start > end {
				break
			}
			end = next.End
		}
		if end < m.fm.Content.End && !m.blankAt(end) {
			continue
		}
		start := e.Start
		for start > m.fm.Content.Start {
			line := m.lineStart(start - len(m.eol))
			if line >= start || !m.blankAt(line) {
				break
			}
			start = line
		}
		if start < e.Start {
			edits = append(edits, text.Delete(text.Span{Start: start, End: e.Start}))
		}
	}
	return edits
}

// blankAt reports whether the line that begins at pos is blank.
func (m *mover) blankAt(pos int) bool {
	return strings.TrimSpace(string(m.src[pos:m.lineEnd(pos)])) == ""
}

// clearKey deletes the line of the key of an emptied YAML block map.
func (m *mover) clearKey(f *Field) {
	key := text.Span{Start: f.Span.Start, End: m.afterColon(f)}
	if m.lineEnd(key.End) >= f.Value.Start {
		m.failed = true
	}
	m.done = append(m.done, text.Delete(m.lines(key)))
}

// replaceLast puts what moves in the place of the last entry of front matter
// in brackets, if that entry goes: the comma before it serves both.
func (m *mover) replaceLast(written []string) *Field {
	last := m.root.Fields[len(m.root.Fields)-1]
	if !m.flow(m.root) || !m.gone[last] {
		return nil
	}
	m.done = append(m.done, text.Replace(last.Span, strings.Join(written, m.separator(last))))
	return last
}

// separator returns what stands between entries in brackets.
func (m *mover) separator(f *Field) string {
	if m.alone(f.Span) {
		return "," + m.eol + m.before(f.Span.Start)
	}
	return ", "
}

// insertion puts what moves after the last top-level key.
func (m *mover) insertion(written []string) []text.Edit {
	if len(written) == 0 {
		return nil
	}
	last := m.root.Fields[len(m.root.Fields)-1]
	if m.flow(m.root) {
		return m.addItem(m.root, strings.Join(written, m.separator(last)))
	}
	indent, pos := "", m.nextLine(yamlEnd(m.root))
	if m.fm.Format == TOML {
		pos = m.tomlEnd(m.root, m.block(-1))
	} else {
		indent = strings.Repeat(" ", m.column(m.root))
	}
	var b strings.Builder
	for _, entry := range written {
		b.WriteString(indent + strings.ReplaceAll(entry, m.eol, m.eol+indent) + m.eol)
	}
	if m.fm.Format == TOML && m.headerStays(pos) {
		b.WriteString(m.eol)
	}
	return []text.Edit{text.Insert(pos, b.String())}
}

// headerStays reports whether a header that is not deleted begins at pos.
func (m *mover) headerStays(pos int) bool {
	return pos < m.fm.Content.End && m.src[pos] == '[' && !slices.ContainsFunc(m.done, func(e text.Edit) bool {
		return e.Start == pos && e.New == ""
	})
}

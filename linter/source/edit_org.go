package source

import (
	"fmt"
	"strings"
	"time"

	"postlint/linter/text"
)

// orgText returns what Org front matter, which knows only text and lists,
// makes of data.
func orgText(data any) string {
	if t, ok := data.(time.Time); ok {
		return writeTime(t)
	}
	return fmt.Sprint(data)
}

// orgLine reports whether text survives as the value of an Org line.
func orgLine(s string) bool { return s == strings.TrimSpace(s) && !strings.ContainsAny(s, "\r\n") }

// orgWords returns the elements of a list as words, if they are words.
func orgWords(data any) (string, bool) {
	words := make([]string, length(data))
	for i := range words {
		words[i] = orgText(element(data, i))
		if len(strings.Fields(words[i])) != 1 || words[i] != strings.TrimSpace(words[i]) {
			return "", false
		}
	}
	return strings.Join(words, " "), true
}

// insertOrg adds a line, or a line for every element of a list whose elements
// are more than words.
func (e *editor) insertOrg(key string, data any) ([]text.Edit, bool) {
	var lines []string
	switch words, ok := orgWords(data); {
	case kindOf(data) == Map || data == nil:
		return nil, false
	case kindOf(data) != List:
		lines = []string{"#+" + key + ": " + orgText(data)}
	case ok:
		lines = []string{strings.TrimRight("#+"+key+"[]: "+words, " ")}
	default:
		for i := range length(data) {
			lines = append(lines, "#+"+key+": "+orgText(element(data, i)))
		}
	}
	at, added := e.fm.Content.End, strings.Join(lines, e.eol)
	if e.lineStart(at) == at {
		return []text.Edit{text.Insert(at, added+e.eol)}, true
	}
	return []text.Edit{text.Insert(at, e.eol+added)}, true
}

// replaceOrg writes data in the place of a value on one line.
func (e *editor) replaceOrg(at place, v *Value, data any) ([]text.Edit, bool) {
	written, ok := orgText(data), true
	if kindOf(data) == List {
		written, ok = orgWords(data)
		ok = ok && v.Kind == List && e.orgBrackets(at.field)
	}
	if !ok || at.field != nil && len(at.field.parts) > 0 || !orgLine(written) {
		return nil, false
	}
	if v.Len() == 0 {
		written = " " + written
	}
	return []text.Edit{text.Replace(v.Span, written)}, true
}

// orgBrackets reports whether the key is written "key[]".
func (e *editor) orgBrackets(f *Field) bool {
	return f != nil && strings.HasPrefix(string(e.src[f.KeySpan.End:]), "[]")
}

// cutOrgElement deletes a word, a tag between colons or a line.
func (e *editor) cutOrgElement(at place, list *Value, i int) ([]text.Edit, bool) {
	el := list.Elements[i]
	c := e.cursor(el.End)
	switch {
	case at.field == nil:
		return nil, false
	case e.orgBrackets(at.field):
		if c.spaces(); i+1 < len(list.Elements) && list.Elements[i+1].Start == c.pos {
			return []text.Edit{text.Delete(text.Span{Start: el.Start, End: c.pos})}, true
		}
		start := len(strings.TrimRight(string(e.src[:el.Start]), " \t"))
		return []text.Edit{text.Delete(text.Span{Start: start, End: el.End})}, true
	case len(at.field.parts) > 0:
		return []text.Edit{text.Delete(e.lines(el.Span))}, true
	case c.accept(':'):
		return []text.Edit{text.Delete(text.Span{Start: el.Start, End: c.pos})}, true
	case i > 0:
		return []text.Edit{text.Delete(text.Span{Start: list.Elements[i-1].End, End: el.End})}, true
	}
	return nil, false
}

// appendOrg adds a word, a tag between colons or a line.
func (e *editor) appendOrg(at place, list *Value, data any) ([]text.Edit, bool) {
	written := orgText(data)
	switch {
	case at.field == nil || !orgLine(written):
		return nil, false
	case e.orgBrackets(at.field) && len(at.field.parts) == 0:
		return []text.Edit{text.Insert(list.End, " "+written)}, true
	case len(at.field.parts) > 0:
		key := string(e.src[at.field.KeySpan.Start:at.field.KeySpan.End])
		pos := e.lineEnd(list.End)
		return []text.Edit{text.Insert(pos, e.eol+"#+"+key+": "+written)}, true
	case strings.HasSuffix(string(e.src[list.Start:list.End]), ":"):
		return []text.Edit{text.Insert(list.End, written+":")}, true
	}
	return []text.Edit{text.Insert(list.End, ":"+written)}, true
}

package source

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"postlint/linter/text"
)

// decodeOrg reads Org front matter: lines of "#+KEY: value". Hugo makes a list
// of a key that is there twice and of "#+key[]: a b".
func decodeOrg(src []byte, content text.Span) ([]*Field, map[string]any, *Problem) {
	values, err := hugoValues(Org, src[content.Start:content.End])
	if err != nil {
		return nil, nil, newProblem(content, asSaid(err.Error()))
	}
	var fields []*Field
	known := map[string]*Field{}
	for pos := content.Start; pos < content.End; {
		line := text.Span{Start: pos, End: content.End}
		if n := bytes.IndexByte(src[pos:content.End], '\n'); n >= 0 {
			line.End = pos + n + 1
		}
		pos = line.End
		f, several := orgField(src, line)
		if f == nil {
			continue
		}
		key := orgKey(f.Key)
		data, ok := values[key]
		if !ok {
			continue // a keyword that is no setting, such as INCLUDE
		}
		first := known[key]
		if first == nil {
			known[key] = f
			f.Value.fill(data)
			fields = append(fields, f)
			first = f
		} else {
			first.extend(f)
		}
		orgElements(src, first.Value, f.Value.Span, key, several)
	}
	return fields, values, nil
}

// orgKey returns a key as Hugo has it: go-org makes it upper case, Hugo lower.
func orgKey(key string) string { return strings.ToLower(strings.ToUpper(key)) }

// orgSpace is what go-org takes for white space around a key.
const orgSpace = "\t\f\r "

// orgField places "#+KEY: value" and reports whether the key has brackets.
// Without such an entry on the line it returns nil.
func orgField(src []byte, line text.Span) (f *Field, several bool) {
	written := src[line.Start:line.End]
	c := cursor{src: src, pos: line.End - len(bytes.TrimLeft(written, orgSpace)), end: line.Start + len(bytes.TrimRightFunc(written, unicode.IsSpace))}
	start := c.pos
	if !c.accept('#') || !c.accept('+') {
		return nil, false
	}
	colon := bytes.IndexByte(src[c.pos:c.end], ':')
	if colon <= 0 || c.pos+colon > c.end {
		return nil, false
	}
	f = &Field{KeySpan: text.Span{Start: c.pos, End: c.pos + colon}, Value: &Value{Style: Plain}}
	key, several := strings.CutSuffix(string(src[c.pos:c.pos+colon]), "[]")
	f.Key, f.KeySpan.End = key, c.pos+len(key)
	c.pos += colon + 1
	if c.pos < c.end && strings.IndexByte(orgSpace, c.peek()) < 0 {
		return nil, false
	}
	f.Value.Span = text.At(c.pos)
	if c.pos < c.end {
		f.Value.Span = text.Span{Start: c.end - len(bytes.TrimLeftFunc(src[c.pos:c.end], unicode.IsSpace)), End: c.end}
	}
	f.Span = text.Span{Start: start, End: f.Value.End}
	return f, several
}

// extend adds another line of the same key to f.
func (f *Field) extend(line *Field) {
	if f.parts == nil {
		f.parts, f.mentions = []text.Span{f.Span}, []text.Span{f.KeySpan}
	}
	f.parts = append(f.parts, line.Span)
	f.mentions = append(f.mentions, line.KeySpan)
	f.Span = hull(f.Span, line.Span)
	f.Value.Span = text.Span{Start: f.Value.Start, End: line.Value.End}
}

// orgElements adds what one line brings to a list: its words for "key[]", the
// parts between colons for filetags, else the line's value.
func orgElements(src []byte, v *Value, line text.Span, key string, several bool) {
	if v.Kind != List {
		return
	}
	list, _ := v.Data.([]string)
	add := func(span text.Span) {
		if i := len(v.Elements); i < len(list) {
			e := &Value{Span: span, Style: Plain}
			e.fill(list[i])
			v.Elements = append(v.Elements, e)
		}
	}
	written := string(src[line.Start:line.End])
	tags := strings.TrimSuffix(strings.TrimPrefix(written, ":"), ":")
	switch {
	case several:
		c := cursor{src: src, pos: line.Start, end: line.End}
		for _, word := range strings.Fields(written) {
			c.pos += strings.Index(string(src[c.pos:c.end]), word)
			start := c.pos
			c.pos += len(word)
			add(c.since(start))
		}
	case key == "filetags" && slices.Equal(list, strings.Split(tags, ":")):
		at := line.Start + len(written) - len(strings.TrimPrefix(written, ":"))
		for _, tag := range list {
			add(text.Span{Start: at, End: at + len(tag)})
			at += len(tag) + 1
		}
	default:
		add(line)
	}
}

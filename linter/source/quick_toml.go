package source

import (
	"strconv"
	"time"

	"github.com/pelletier/go-toml/v2"

	"postlint/linter/text"
)

// quickTOML reads plain TOML front matter. ok is false where it takes the
// decoder to tell what there is.
func quickTOML(src []byte, content text.Span) (fields []*Field, values map[string]any, ok bool) {
	r := quickTOMLReader{newQuickReader(src, content)}
	fields, values = make([]*Field, 0, cap(r.fields)), make(map[string]any, cap(r.fields))
	table, inTable := values, (*Field)(nil)
	for r.pos < r.end {
		r.spaces()
		switch {
		case r.pos == r.end || r.newline():
			continue
		case r.accept('#'):
			if !r.comment() {
				return nil, nil, false
			}
			continue
		case r.peek() == '[':
			f, ok := r.header()
			if !ok || values[f.Key] != nil {
				return nil, nil, false
			}
			table, inTable = f.Value.Data.(map[string]any), f
			values[f.Key], fields = table, append(fields, f)
			continue
		}
		f, ok := r.entry(inTable)
		if !ok {
			return nil, nil, false
		}
		if _, again := table[f.Key]; again {
			return nil, nil, false
		}
		table[f.Key] = f.Value.Data
		if inTable == nil {
			fields = append(fields, f)
			continue
		}
		v := inTable.Value
		if len(v.Fields) == 0 {
			v.Start = f.Span.Start
		}
		v.Fields = append(v.Fields, f)
		v.End, inTable.Span.End = f.Span.End, f.Span.End
	}
	return fields, values, len(fields) > 0
}

type quickTOMLReader struct{ *quickReader }

// header reads "[table]" with its line end.
func (r *quickTOMLReader) header() (*Field, bool) {
	start := r.pos
	r.pos++
	key := text.Span{Start: r.pos, End: r.bareKeyEnd()}
	r.pos = key.End
	if key.Len() == 0 || !r.accept(']') {
		return nil, false
	}
	f, v := r.newField(), r.newValue()
	line := text.Span{Start: start, End: r.pos}
	f.Key, f.KeySpan, f.Span, f.Header, f.Value = r.slice(key.Start, key.End), key, line, line, v
	v.Kind, v.Data, v.Span = Map, map[string]any{}, text.At(line.End)
	return f, r.lineEnd()
}

// entry reads "key = value" with its line end.
func (r *quickTOMLReader) entry(parent *Field) (*Field, bool) {
	key := text.Span{Start: r.pos, End: r.bareKeyEnd()}
	r.pos = key.End
	r.spaces()
	if key.Len() == 0 || !r.accept('=') {
		return nil, false
	}
	r.spaces()
	f := r.newField()
	f.Key, f.KeySpan, f.Parent = r.slice(key.Start, key.End), key, parent
	var ok bool
	if f.Value, ok = r.value(); !ok || !r.lineEnd() {
		return nil, false
	}
	f.Span = text.Span{Start: key.Start, End: f.Value.End}
	return f, true
}

// value reads a string, an integer, a boolean, a date, or a list of them.
func (r *quickTOMLReader) value() (*Value, bool) {
	switch b := r.peek(); {
	case b == '"' || b == '\'':
		v, ok := r.quoted()
		return v, ok && r.peek() != b // three quotes begin another sort of string
	case b == '[':
		return r.array()
	case b == 't' || b == 'f' || isDigit(b):
		return r.bare()
	}
	return nil, false
}

// array reads "[a, b]" on one line.
func (r *quickTOMLReader) array() (*Value, bool) {
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
		if r.peek() == '[' {
			return nil, false
		}
		e, ok := r.value()
		if !ok {
			return nil, false
		}
		list, v.Elements = append(list, e.Data), append(v.Elements, e)
	}
	v.Data, v.End = list, r.pos
	return v, true
}

// bare reads a boolean, an integer or a date.
func (r *quickTOMLReader) bare() (*Value, bool) {
	start := r.pos
	for r.pos < r.end && (isLetter(r.src[r.pos]) || isDigit(r.src[r.pos]) || r.src[r.pos] == '-' || r.src[r.pos] == ':' || r.src[r.pos] == '+') {
		r.pos++
	}
	switch s := r.slice(start, r.pos); {
	case s == "true":
		return r.newScalar(start, r.pos, Plain, Bool, true), true
	case s == "false":
		return r.newScalar(start, r.pos, Plain, Bool, false), true
	case isInteger(s):
		n, _ := strconv.ParseInt(s, 10, 64)
		return r.newScalar(start, r.pos, Plain, Integer, n), true
	default:
		data := tomlDate(s)
		return r.newScalar(start, r.pos, Plain, Datetime, data), data != nil
	}
}

// tomlDate reads "2006-01-02" and "2006-01-02T15:04:05" with "Z" or an offset;
// nil is for anything else, and for a day or time that is not on the clock.
func tomlDate(s string) any {
	if len(s) < 10 || !isDigits(s[:4]) || s[4] != '-' || !isDigits(s[5:7]) || s[7] != '-' || !isDigits(s[8:10]) {
		return nil
	}
	year, month, day := decimal(s[:4]), decimal(s[5:7]), decimal(s[8:10])
	if month < 1 || month > 12 || day < 1 || day > 28 && day > time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return nil
	}
	if len(s) == 10 {
		return toml.LocalDate{Year: year, Month: month, Day: day}
	}
	if len(s) < 20 || s[10] != 'T' || !isDigits(s[11:13]) || s[13] != ':' || !isDigits(s[14:16]) || s[16] != ':' || !isDigits(s[17:19]) {
		return nil
	}
	hour, minute, second := decimal(s[11:13]), decimal(s[14:16]), decimal(s[17:19])
	zone, ok := tomlZone(s[19:])
	if hour > 23 || minute > 59 || second > 59 || !ok {
		return nil
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, zone)
}

// tomlZone reads "Z" or an offset such as "+07:00".
func tomlZone(s string) (*time.Location, bool) {
	if s == "Z" {
		return time.UTC, true
	}
	if len(s) != 6 || s[0] != '+' && s[0] != '-' || !isDigits(s[1:3]) || s[3] != ':' || !isDigits(s[4:6]) {
		return nil, false
	}
	hours, minutes := decimal(s[1:3]), decimal(s[4:6])
	if hours > 23 || minutes > 59 {
		return nil, false
	}
	seconds := hours*3600 + minutes*60
	switch {
	case seconds == 0:
		return time.UTC, true
	case s[0] == '-':
		seconds = -seconds
	}
	return time.FixedZone("", seconds), true
}

// decimal returns the value of a few digits.
func decimal(digits string) (n int) {
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

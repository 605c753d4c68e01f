package rules

import (
	"bytes"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

// A zolaCall is a call of one of Zola's shortcodes
// (www.getzola.org/documentation/content/shortcodes): {{ name(key="value") }}, or with a body
// {% name(key="value") %} … {% end %}. Its arguments all have names.
type zolaCall struct {
	text.Span // of the opening tag
	Name      string
	NameSpan  text.Span
	Args      []zolaArg // as written
	Body      bool      // it is the opening tag of a pair
	End       text.Span // of {% end %}
	Alone     bool      // there is nothing else on its line or lines
}

// A zolaArg is an argument of a call.
type zolaArg struct {
	Name   string
	Value  string // without quotes, or the number, true, false or list as written
	Quoted bool
	List   bool
}

// get returns an argument's value.
func (c zolaCall) get(name string) string {
	for _, a := range c.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// zolaCalls lists the calls in a body outside of code, in source order. What
// is not quite a call is none.
func zolaCalls(p *lint.Pass) []zolaCall {
	if !mayContain(p, ") }}") && !mayContain(p, "){{") && !mayContain(p, ")}}") && !mayContain(p, "{%") {
		return nil
	}
	var calls []zolaCall
	for i := p.BodyStart; i+1 < len(p.Src); i++ {
		if p.Src[i] != '{' || p.Src[i+1] != '{' && p.Src[i+1] != '%' {
			continue
		}
		c, ok := parseZolaCall(p.Src, i)
		if !ok {
			continue
		}
		if c.Body {
			if c.End, ok = zolaEnd(p.Src, c.Span.End); !ok || standsInCode(p, c.End.Start) {
				continue
			}
		}
		if standsInCode(p, c.Start) {
			continue
		}
		c.Alone = alone(p, c.Span)
		calls = append(calls, c)
		i = c.Span.End - 1
	}
	return calls
}

// parseZolaCall reads the call that begins at start.
func parseZolaCall(src []byte, start int) (c zolaCall, ok bool) {
	r := zolaReader{src: src, pos: start + 2}
	closing := "}}"
	if src[start+1] == '%' {
		c.Body, closing = true, "%}"
	}
	r.blanks()
	at := r.pos
	c.Name = r.name()
	c.NameSpan = text.Span{Start: at, End: r.pos}
	if c.Name == "" || !r.accept("(") {
		return c, false
	}
	for r.blanks(); !r.accept(")"); r.blanks() {
		a, ok := r.argument()
		if !ok {
			return c, false
		}
		c.Args = append(c.Args, a)
		if r.blanks(); !r.accept(",") && !r.at(")") {
			return c, false
		}
	}
	r.blanks()
	ok = r.accept(closing)
	c.Span = text.Span{Start: start, End: r.pos}
	return c, ok
}

// zolaEnd finds the next {% end %}.
func zolaEnd(src []byte, from int) (text.Span, bool) {
	for i := from; ; i += 2 {
		n := bytes.Index(src[i:], []byte("{%"))
		if n < 0 {
			return text.Span{}, false
		}
		i += n
		r := zolaReader{src: src, pos: i + 2}
		r.blanks()
		if r.name() == "end" {
			if r.blanks(); r.accept("%}") {
				return text.Span{Start: i, End: r.pos}, true
			}
		}
	}
}

// A zolaReader reads the inside of a tag.
type zolaReader struct {
	src []byte
	pos int
}

func (r *zolaReader) blanks() {
	for r.pos < len(r.src) && strings.IndexByte(" \t\r\n", r.src[r.pos]) >= 0 {
		r.pos++
	}
}

func (r *zolaReader) at(s string) bool { return bytes.HasPrefix(r.src[r.pos:], []byte(s)) }

func (r *zolaReader) accept(s string) bool {
	if !r.at(s) {
		return false
	}
	r.pos += len(s)
	return true
}

// name reads letters, digits and underscores; the first is no digit.
func (r *zolaReader) name() string {
	start := r.pos
	for r.pos < len(r.src) {
		c := r.src[r.pos]
		letter := c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (c < '0' || c > '9' || r.pos == start) {
			break
		}
		r.pos++
	}
	return string(r.src[start:r.pos])
}

// argument reads name=value.
func (r *zolaReader) argument() (a zolaArg, ok bool) {
	a.Name = r.name()
	r.blanks()
	if a.Name == "" || !r.accept("=") {
		return a, false
	}
	r.blanks()
	start := r.pos
	if a.Value, ok = r.quoted(); ok {
		a.Quoted = true
		return a, true
	}
	if r.accept("[") {
		n := bytes.IndexByte(r.src[r.pos:], ']')
		if n < 0 {
			return a, false
		}
		r.pos += n + 1
		a.Value, a.List = string(r.src[start:r.pos]), true
		return a, true
	}
	for r.pos < len(r.src) && (strings.IndexByte("+-.", r.src[r.pos]) >= 0 || isAlnum(r.src[r.pos])) {
		r.pos++
	}
	a.Value = string(r.src[start:r.pos])
	number := a.Value != "" && strings.Trim(a.Value, "0123456789.+-") == ""
	return a, number || a.Value == "true" || a.Value == "false"
}

// quoted reads a string in one of Zola's three kinds of quotes. None of them
// has escapes.
func (r *zolaReader) quoted() (string, bool) {
	if r.pos >= len(r.src) || strings.IndexByte("\"'`", r.src[r.pos]) < 0 {
		return "", false
	}
	n := bytes.IndexByte(r.src[r.pos+1:], r.src[r.pos])
	if n < 0 {
		return "", false
	}
	s := string(r.src[r.pos+1 : r.pos+1+n])
	r.pos += n + 2
	return s, true
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// alone reports whether there is nothing else on the lines of a span.
func alone(p *lint.Pass, s text.Span) bool {
	first, last := p.Lines.LineOf(s.Start), p.Lines.LineOf(s.End-1)
	return blank(p.Src[first.Start:s.Start]) && blank(p.Src[s.End:last.End])
}

// standsInCode reports whether offset lies in a code block or code span.
func standsInCode(p *lint.Pass, offset int) bool {
	for _, c := range p.CodeBlocks() {
		if c.Start <= offset && offset < c.End {
			return true
		}
	}
	return inCodeSpan(p, offset)
}

package source

import (
	"bytes"
	"strings"

	"github.com/gohugoio/hugo/parser/pageparser"

	"postlint/linter/message"
	"postlint/linter/text"
)

// brokenTags puts the words of pageparser's errors, told by how they begin,
// into plain ones. Source: parser/pageparser/pagelexer*.go.
var brokenTags = []struct {
	hugo              string
	message, expected message.Message
}{
	{"comment must be closed", message.New("a commented-out shortcode is never ended"), message.New("*/>}} or */%%}}")},
	{"unclosed shortcode action", message.New("a shortcode tag is never ended"), message.New(">}} or %%}}")},
	{"unclosed shortcode", message.New("a closing shortcode tag holds more than its name, or ends in the wrong delimiter"), message.New("nothing between the name and the delimiter it was opened with")},
	{"got closing shortcode, but none is open", message.New("a closing shortcode tag, and no shortcode was opened"), message.New("an opening tag before it")},
	{"closing tag for shortcode", message.New("a closing shortcode tag, and no shortcode of this name is open"), message.New("an opening tag of the same name before it")},
	{"inline shortcodes do not support nesting", message.New("a shortcode within an inline shortcode"), message.New("the closing tag of the inline shortcode")},
	{"period in shortcode name", message.New("a period in a shortcode's name"), message.New(`a name without periods; only ".inline" may end one`)},
	{"got quoted positional parameter", message.New("named and positional parameters in one shortcode"), message.New("only named, or only positional ones")},
	{"got named parameter", message.New("named and positional parameters in one shortcode"), message.New("only named, or only positional ones")},
	{"got positional parameter", message.New("named and positional parameters in one shortcode"), message.New("only named, or only positional ones")},
	{"unterminated raw string", message.New("a shortcode parameter is opened with ` and never closed"), message.New("a closing `")},
	{"unterminated quoted string", message.New(`a shortcode parameter is opened with " and not closed on its line`), message.New(`a closing "`)},
	{"unrecognized escape character", message.New(`a backslash before a quote where nothing is quoted by \"`), message.New(`parameters in plain quotes: "…"`)},
	{"unrecognized character in shortcode action", message.New("a character that a shortcode tag may hold only between quotes"), message.New(`the parameter in quotes: "…"`)},
}

// broken reports the error item it and returns the offset behind the broken
// tag. Behind an earlier broken tag nobody knows what is open, so closing tags
// are believed there.
func (r *tagReader) broken(it pageparser.Item) (next int) {
	start := r.base + it.Pos()
	if r.tag != nil {
		start = r.tag.Start
	}
	span := text.Span{Start: start, End: tagEnd(r.d.Src, start)}
	words := it.Err.Error()
	m, expected := asSaid(words), message.Message{}
	for _, b := range brokenTags {
		if strings.HasPrefix(words, b.hugo) {
			m, expected = b.message, b.expected
			break
		}
	}
	if closer, mixed := r.mixedDelimiters(span); mixed {
		m, expected = message.New("a shortcode tag that ends in another delimiter than it begins with"), asSaid(closer)
	}
	aboutOpen := strings.HasPrefix(words, "got closing") || strings.HasPrefix(words, "closing tag")
	if r.base == 0 || !aboutOpen {
		r.d.problem(ShortcodeProblem, span, m, expected)
	}
	return max(span.End, start+1)
}

// mixedDelimiters reports whether a tag reads {{< … %}} or {{% … >}}, and what
// should have ended it.
func (r *tagReader) mixedDelimiters(s text.Span) (closer string, mixed bool) {
	tag := r.d.Slice(s)
	switch {
	case strings.HasPrefix(tag, "{{<") && strings.HasSuffix(tag, "%}}"):
		return ">}}", true
	case strings.HasPrefix(tag, "{{%") && strings.HasSuffix(tag, ">}}"):
		return "%}}", true
	}
	return "", false
}

// tagEnd returns where the tag that starts at offset seems to end: behind the
// first "}}" of its line, or at the line's end.
func tagEnd(src []byte, offset int) int {
	end := lineEnd(src, offset)
	if n := bytes.Index(src[offset:end], []byte("}}")); n >= 0 {
		return offset + n + 2
	}
	return end
}

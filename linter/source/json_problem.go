package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"postlint/linter/message"
	"postlint/linter/text"
)

// jsonProblem says where JSON breaks off. The error's Offset counts the bytes
// read, the offending one included.
func jsonProblem(src []byte, content text.Span, err error) *Problem {
	if head := src[content.Start:content.End]; bytes.HasPrefix(head, []byte("{{")) {
		problem := newProblem(text.Span{Start: content.Start, End: content.Start + 2}, message.New(`"{" at the start of a file begins JSON front matter`))
		problem.Expected = message.New("front matter before the shortcode")
		return problem
	}
	var number *json.UnmarshalTypeError
	if errors.As(err, &number) {
		span := content
		word := strings.TrimPrefix(number.Value, "number ")
		if n := bytes.Index(src[content.Start:content.End], []byte(word)); n >= 0 {
			span = text.Span{Start: content.Start + n, End: content.Start + n + len(word)}
		}
		return newProblem(span, message.New("a number out of range"))
	}
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return newProblem(content, asSaid(err.Error()))
	}
	problem := newProblem(runeAt(src, content, content.Start+int(syntax.Offset)-1), asSaid(syntax.Error()))
	if comma, ok := trailingComma(src, content, problem.Span); ok {
		problem.Span = comma
		problem.Message, problem.Expected = message.New("a comma after the last entry"), message.New("no comma before the closing bracket")
		return problem
	}
	explainJSON(src, problem)
	return problem
}

// trailingComma returns the comma before a closing bracket at.
func trailingComma(src []byte, content, at text.Span) (text.Span, bool) {
	if c := string(src[at.Start:at.End]); c != "}" && c != "]" {
		return text.Span{}, false
	}
	before := bytes.TrimRight(src[content.Start:at.Start], " \t\r\n")
	end := content.Start + len(before)
	return text.Span{Start: end - 1, End: end}, bytes.HasSuffix(before, []byte(","))
}

// The messages of encoding/json's scanner.
var jsonExplanations = []explanation{
	{regexp.MustCompile(`looking for beginning of object key string`), message.New(`a key cannot begin with %[1]s`), message.New(`a key in double quotes`)},
	{regexp.MustCompile(`looking for beginning of value`), message.New(`a value cannot begin with %[1]s`), message.New(`a string in double quotes, a number, true, false, null, "[" or "{"`)},
	{regexp.MustCompile(`after object key:value pair`), message.New(`%[1]s after a value`), message.New(`"," or "}"`)},
	{regexp.MustCompile(`after object key`), message.New(`%[1]s after a key`), message.New(`":"`)},
	{regexp.MustCompile(`after array element`), message.New(`%[1]s after a list element`), message.New(`"," or "]"`)},
	{regexp.MustCompile(`'\\[nr]' in string literal`), message.New(`a string does not end on its line`), message.New(`a closing ", or \n for a line end`)},
	{regexp.MustCompile(`in string literal`), message.New(`a control character in a string`), message.New(`an escape such as \t or \u0001`)},
	{regexp.MustCompile(`in string escape code`), message.New(`a backslash before %[1]s`), message.New(`"\\" for a backslash`)},
	{regexp.MustCompile(`in \\u hexadecimal`), message.New(`%[1]s in an escape of a character`), message.New(`four hexadecimal digits after "\u"`)},
	{regexp.MustCompile(`in literal (\w+)`), message.New(`%[1]s in a word that begins like %[2]s`), message.New(`"%[2]s", or a string in double quotes`)},
	{regexp.MustCompile(`in numeric literal|in exponent of numeric|after decimal point`), message.New(`%[1]s in a number`), message.New(`a digit`)},
	{regexp.MustCompile(`unexpected end of JSON input`), message.New(`the front matter ends too early`), message.New(`a closing bracket`)},
}

func explainJSON(src []byte, problem *Problem) {
	here := string(src[problem.Span.Start:problem.Span.End])
	quoted := message.New(`"%s"`, here)
	switch here {
	case "/":
		problem.Message, problem.Expected = message.New("JSON has no comments"), message.New("a key or a value")
		return
	case `"`:
		quoted = message.New("a quote")
	}
	for _, e := range jsonExplanations {
		if m, expected, ok := e.explain(problem.Message.String(), quoted); ok {
			problem.Message, problem.Expected = m, expected
			return
		}
	}
}

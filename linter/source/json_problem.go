package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strings"

	"postlint/linter/text"
)

// jsonProblem says where JSON breaks off. The error's Offset counts the bytes
// read, the offending one included.
func jsonProblem(src []byte, content text.Span, err error) *Problem {
	if head := src[content.Start:content.End]; bytes.HasPrefix(head, []byte("{{")) {
		problem := newProblem(text.Span{Start: content.Start, End: content.Start + 2}, `"{" at the start of a file begins JSON front matter`)
		problem.Expected = "front matter before the shortcode"
		return problem
	}
	var number *json.UnmarshalTypeError
	if errors.As(err, &number) {
		span := content
		word := strings.TrimPrefix(number.Value, "number ")
		if n := bytes.Index(src[content.Start:content.End], []byte(word)); n >= 0 {
			span = text.Span{Start: content.Start + n, End: content.Start + n + len(word)}
		}
		return newProblem(span, "a number out of range")
	}
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return newProblem(content, err.Error())
	}
	problem := newProblem(runeAt(src, content, content.Start+int(syntax.Offset)-1), syntax.Error())
	if comma, ok := trailingComma(src, content, problem.Span); ok {
		problem.Span = comma
		problem.Message, problem.Expected = `a comma after the last entry`, `no comma before the closing bracket`
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

// The messages of encoding/json's scanner. A % stands for what is in the
// source at that place.
var jsonExplanations = []explanation{
	{regexp.MustCompile(`looking for beginning of object key string`), `a key cannot begin with %`, `a key in double quotes`},
	{regexp.MustCompile(`looking for beginning of value`), `a value cannot begin with %`, `a string in double quotes, a number, true, false, null, "[" or "{"`},
	{regexp.MustCompile(`after object key:value pair`), `% after a value`, `"," or "}"`},
	{regexp.MustCompile(`after object key`), `% after a key`, `":"`},
	{regexp.MustCompile(`after array element`), `% after a list element`, `"," or "]"`},
	{regexp.MustCompile(`'\\[nr]' in string literal`), `a string does not end on its line`, `a closing ", or \n for a line end`},
	{regexp.MustCompile(`in string literal`), `a control character in a string`, `an escape such as \t or \u0001`},
	{regexp.MustCompile(`in string escape code`), `a backslash before %`, `"\\" for a backslash`},
	{regexp.MustCompile(`in \\u hexadecimal`), `% in an escape of a character`, `four hexadecimal digits after "\u"`},
	{regexp.MustCompile(`in literal (\w+)`), `% in a word that begins like $1`, `"$1", or a string in double quotes`},
	{regexp.MustCompile(`in numeric literal|in exponent of numeric|after decimal point`), `% in a number`, `a digit`},
	{regexp.MustCompile(`unexpected end of JSON input`), `the front matter ends too early`, `a closing bracket`},
}

func explainJSON(src []byte, problem *Problem) {
	here := `"` + string(src[problem.Span.Start:problem.Span.End]) + `"`
	switch here {
	case `"/"`:
		problem.Message, problem.Expected = "JSON has no comments", "a key or a value"
		return
	case `"""`:
		here = "a quote"
	}
	for _, e := range jsonExplanations {
		if match := e.pattern.FindStringSubmatchIndex(problem.Message); match != nil {
			problem.Expected = string(e.pattern.ExpandString(nil, e.expected, problem.Message, match))
			message := string(e.pattern.ExpandString(nil, e.message, problem.Message, match))
			problem.Message = strings.Replace(message, "%", here, 1)
			return
		}
	}
}

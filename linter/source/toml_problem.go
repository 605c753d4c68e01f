package source

import (
	"errors"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"postlint/linter/message"
	"postlint/linter/text"
)

// tomlProblem says what Hugo's TOML decoder stumbled over, and where. The
// decoder counts lines and bytes from 1.
func tomlProblem(src []byte, content text.Span, err error) *Problem {
	var at *toml.DecodeError
	if !errors.As(err, &at) {
		return newProblem(content, asSaid(err.Error()))
	}
	row, column := at.Position()
	offset := content.Start
	for ; row > 1; row-- {
		n := strings.IndexByte(string(src[offset:content.End]), '\n')
		if n < 0 {
			break
		}
		offset += n + 1
	}
	problem := newProblem(wordAt(src, content, offset+column-1), asSaid(strings.TrimPrefix(at.Error(), "toml: ")))
	explainTOML(src, content, problem)
	return problem
}

// A tomlExplanation says also how to find the text that is wrong from the
// place where the decoder gave up.
type tomlExplanation struct {
	explanation
	place tomlPlace
}

type tomlPlace int

const (
	asIs       tomlPlace = iota
	wholeWord            // the place is inside a word
	openingAt            // the place is behind an opening quote or bracket
	oneRune              // a character alone
	escapePair           // a backslash and a character
)

// The messages of pelletier/go-toml v2.4.3.
var tomlExplanations = []tomlExplanation{
	{explanation{regexp.MustCompile(`^unexpected character U\+000[AD]( .*)? at start of value`), message.New(`the value is missing`), message.New(`a value after "="`)}, openingAt},
	{explanation{regexp.MustCompile(`^expected value(,| but)`), message.New(`the value is missing`), message.New(`a value`)}, openingAt},
	{explanation{regexp.MustCompile(`^unexpected character .* at start of value|^expected keyword|^strings must be quoted`), message.New(`%[1]s is no value`), message.New(`quotes around text`)}, wholeWord},
	{explanation{regexp.MustCompile(`^key (.+) is already defined`), message.New(`key "%[2]s" is already there`), message.New(`every key once`)}, asIs},
	{explanation{regexp.MustCompile(`^table (.+) already exists$`), message.New(`table [%[2]s] is already there`), message.New(`every table once`)}, asIs},
	{explanation{regexp.MustCompile(`^(key|table) (.+?) (should be|already exists)`), message.New(`"%[3]s" is already there as something else`), message.New(`every key once`)}, asIs},
	{explanation{regexp.MustCompile(`^expected '=' after key`), message.New(`no "=" after the key`), message.New(`"key = value"`)}, openingAt},
	{explanation{regexp.MustCompile(`^basic strings cannot have new lines|^unterminated basic string`), message.New(`the string is never closed`), message.New(`a closing "`)}, openingAt},
	{explanation{regexp.MustCompile(`^literal strings cannot have new lines|^unterminated literal string`), message.New(`the string is never closed`), message.New(`a closing '`)}, openingAt},
	{explanation{regexp.MustCompile(`^multiline .* string not terminated by (.*)`), message.New(`a multi-line string is never closed`), message.New(`a closing %[2]s`)}, openingAt},
	{explanation{regexp.MustCompile(`^array is incomplete|^expected ',' or '\]' after array value`), message.New(`the list does not go on here`), message.New(`"," or "]"`)}, asIs},
	{explanation{regexp.MustCompile(`^inline table is incomplete|^expected ',' or '\}' after inline table`), message.New(`the inline table does not go on here`), message.New(`"," or "}"`)}, openingAt},
	{explanation{regexp.MustCompile(`^expected '(\]+)' to close`), message.New(`the table name is never closed`), message.New(`"%[2]s"`)}, openingAt},
	{explanation{regexp.MustCompile(`^expected newline but got U\+000D`), message.New(`a carriage return without a line feed`), message.New(`a line end of LF or CRLF`)}, oneRune},
	{explanation{regexp.MustCompile(`^carriage returns `), message.New(`a carriage return without a line feed`), message.New(`a line end of LF or CRLF`)}, oneRune},
	{explanation{regexp.MustCompile(`^expected newline but got`), message.New(`%[1]s after the value`), message.New(`a line end, or "#" before a comment`)}, asIs},
	{explanation{regexp.MustCompile(`^invalid character at start of key`), message.New(`%[1]s cannot begin a key`), message.New(`letters, digits, "-" and "_", or quotes around the key`)}, oneRune},
	{explanation{regexp.MustCompile(`^invalid escape character`), message.New(`%[1]s is no escape that double quotes know`), message.New(`single quotes, or "\\" for a backslash`)}, escapePair},
	{explanation{regexp.MustCompile(`^invalid UTF-8`), message.New(`a byte that is not UTF-8`), message.New(`text in UTF-8`)}, oneRune},
	{explanation{regexp.MustCompile(`^integers cannot have leading zeroes`), message.New(`a number with leading zeroes`), message.New(`quotes around it, or no leading zeroes`)}, wholeWord},
	{explanation{regexp.MustCompile(`^impossible date`), message.New(`a day that no calendar has`), message.New(`year-month-day`)}, wholeWord},
	{explanation{regexp.MustCompile(`^(dates|times|local datetimes) are expected|^expected digit \(0-9\)`), message.New(`%[1]s is not how TOML writes a date or time`), message.New(`2026-01-31 or 2026-01-31T08:00:00+07:00`)}, wholeWord},
	{explanation{regexp.MustCompile(`^decimal point must be`), message.New(`a number that ends with a point`), message.New(`a digit after the point`)}, openingAt},
}

func explainTOML(src []byte, content text.Span, problem *Problem) {
	for _, e := range tomlExplanations {
		words := problem.Message.String()
		if !e.pattern.MatchString(words) {
			continue
		}
		problem.Span = e.place.find(src, content, problem.Span)
		here := `"` + string(src[problem.Span.Start:problem.Span.End]) + `"`
		problem.Message, problem.Expected, _ = e.explain(words, here)
		return
	}
}

// find returns the text that is wrong, given the place the decoder names.
func (p tomlPlace) find(src []byte, content, at text.Span) text.Span {
	before := string(src[content.Start:at.Start])
	before = before[strings.LastIndexByte(before, '\n')+1:]
	switch p {
	case wholeWord:
		at.Start -= len(before) - 1 - strings.LastIndexAny(before, " \t=[{,")
	case openingAt:
		return openingText(src, content, at, before)
	case oneRune:
		return runeAt(src, content, at.Start)
	case escapePair:
		return text.Span{Start: at.Start, End: runeAt(src, content, min(at.Start+1, content.End)).End}
	}
	return at
}

// openingText returns the last word of the line before a place at a line end:
// it holds the bracket or quote that was opened, or the key without a value.
func openingText(src []byte, content, at text.Span, before string) text.Span {
	if c := src[min(at.Start, len(src)-1)]; at.Len() > 0 && c != '\n' && c != '\r' && at.End < content.End {
		return at
	}
	line := strings.TrimRight(before, " \t\r")
	if at.End == content.End && strings.TrimSpace(line) == "" {
		line = strings.TrimRight(string(src[content.Start:at.End]), " \t\r\n")
		line = line[strings.LastIndexByte(line, '\n')+1:]
		end := content.Start + len(strings.TrimRight(string(src[content.Start:at.End]), " \t\r\n"))
		return text.Span{Start: end - len(strings.TrimLeft(line, " \t")), End: end}
	}
	start := max(strings.LastIndexAny(line, "\"'[{"), 0)
	if start == 0 {
		start = len(line) - len(strings.TrimLeft(line, " \t"))
	}
	if line == "" {
		return at
	}
	end := at.Start - len(before) + len(line)
	return text.Span{Start: end - len(line) + start, End: end}
}

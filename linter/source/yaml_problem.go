package source

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	yaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/token"

	"postlint/linter/text"
)

// yamlProblem says what Hugo's YAML decoder stumbled over, and where.
func yamlProblem(src []byte, content text.Span, err error) *Problem {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return newProblem(content, err.Error())
	}
	tk := at.GetToken()
	start := yamlOffset(src, content, tk)
	c := cursor{src: src, pos: start, end: content.End}
	span := wordAt(src, content, start)
	if tk.Type != token.InvalidType && c.match(tk.Value) {
		span = c.since(start)
	}
	problem := newProblem(span, at.GetMessage())
	explainYAML(src, content, problem)
	adjustYAML(src, content, problem)
	return problem
}

// adjustYAML tells apart what the parser has one message for, and narrows
// spans to the text that is wrong.
func adjustYAML(src []byte, content text.Span, problem *Problem) {
	written := string(src[problem.Span.Start:problem.Span.End])
	switch {
	case strings.HasPrefix(problem.Message, `a value that belongs to no key`):
		if opener := valueOpener(src, content, problem.Span.Start); opener != "" {
			problem.Message = "text after the end of a value that begins with " + opener
			problem.Expected = "quotes around the whole value"
		}
	case strings.HasPrefix(problem.Message, `a line that is no "key: value"`):
		problem.Span.End = problem.Span.Start + len(strings.TrimRight(strings.SplitN(written, "\n", 2)[0], " \t\r"))
	case strings.HasPrefix(problem.Message, `": " in a value`) && strings.Contains(written, "\n"):
		last := written[strings.LastIndex(written, "\n")+1:]
		problem.Span.Start += len(written) - len(strings.TrimLeft(last, " \t"))
		problem.Message = "an entry that is indented as if it belonged to the value above"
		problem.Expected = "the indentation of the entry above"
	case strings.HasPrefix(problem.Message, "a tab where"):
		line := strings.LastIndexAny(string(src[content.Start:problem.Span.Start]), "\r\n") + 1 + content.Start
		if n := strings.IndexByte(string(src[line:problem.Span.End]), '\t'); n >= 0 {
			problem.Span = text.Span{Start: line + n, End: line + n + 1}
		}
	case strings.HasSuffix(problem.Message, "is no escape that double quotes know") && problem.Span.Start > content.Start && src[problem.Span.Start-1] == '\\':
		problem.Span.Start--
		problem.Span.End = runeAt(src, content, problem.Span.Start+1).End
	}
}

// valueOpener returns the character that begins the value before offset on
// its line, if it is one with a meaning in YAML.
func valueOpener(src []byte, content text.Span, offset int) string {
	line := string(src[content.Start:offset])
	line = line[strings.LastIndexAny(line, "\r\n")+1:]
	_, value, ok := strings.Cut(line, ": ")
	value = strings.TrimLeft(value, " \t")
	if !ok || value == "" || strings.IndexByte("\"'[{*&!", value[0]) < 0 {
		return ""
	}
	if value[0] == '"' {
		return "a quote"
	}
	return `"` + value[:1] + `"`
}

// yamlOffset returns the byte offset in src of a token. The parser counts
// lines and code points from 1, but leaves out tabs, so where the token is not
// found at that column it is looked for in the rest of the line.
func yamlOffset(src []byte, content text.Span, tk *token.Token) int {
	c := cursor{src: src, pos: content.Start, end: content.End}
	for line := 1; line < tk.Position.Line && c.pos < c.end; line++ {
		c.line()
		c.accept('\r')
		c.accept('\n')
	}
	for column := 1; column < tk.Position.Column && c.pos < c.end; column++ {
		if b := c.peek(); b == '\n' || b == '\r' {
			break
		}
		_, size := utf8.DecodeRune(src[c.pos:c.end])
		c.pos += size
	}
	at := c.pos
	c.line()
	if word := strings.Fields(tk.Value); len(word) > 0 && tk.Type != token.InvalidType {
		if n := strings.Index(string(src[at:c.pos]), word[0]); n > 0 {
			return at + n
		}
	}
	return at
}

// An explanation puts an error of the YAML parser into plain words. Its
// message may refer to the groups of the pattern as $1, $2.
type explanation struct {
	pattern  *regexp.Regexp
	message  string
	expected string
}

// The messages of goccy/go-yaml v1.19.2 (parser, scanner and decoder).
var yamlExplanations = []explanation{
	{regexp.MustCompile(`^mapping key "(.*)" already defined at \[(\d+):\d+\]`), `key "$1" is already there on line $2`, "every key once"},
	{regexp.MustCompile(`could not find end character of double-quoted text`), `the string that begins here is never closed`, `a closing "`},
	{regexp.MustCompile(`could not find end character of single-quoted text`), `the string that begins here is never closed`, `a closing '`},
	{regexp.MustCompile(`^sequence end token '\]' not found`), `"[" is never closed`, `"]"`},
	{regexp.MustCompile(`^could not find flow mapping end token '\}'`), `"{" is never closed`, `"}"`},
	{regexp.MustCompile(`^',' or '(.)' must be specified`), `what follows does not belong to the list or map that is still open`, `"," or "$1"`},
	{regexp.MustCompile(`^could not find flow map content`), `an entry of a map is missing`, `"key: value" or "}"`},
	{regexp.MustCompile(`^expected sequence element, but found ','`), `a list element is missing before ","`, `a value`},
	{regexp.MustCompile(`^could not find '(.)' character corresponding to '(.)'`), `"$2" without a "$1" before it`, `quotes around the value`},
	{regexp.MustCompile("found character '\t' that cannot start any token|^tab character cannot"), `a tab where only spaces may indent`, `spaces`},
	{regexp.MustCompile(`^mapping value is not allowed in this context`), `": " in a value without quotes`, `quotes around the value`},
	{regexp.MustCompile(`^could not find alias "(.*)"`), `"*$1" refers to an anchor that is not there`, `quotes around the value, or "&$1" before it`},
	{regexp.MustCompile(`^'(.)' is a reserved character`), `a value cannot begin with "$1"`, `quotes around the value`},
	{regexp.MustCompile(`^found unknown escape character '(.*)'`), `"\$1" is no escape that double quotes know`, `single quotes, or "\\" for a backslash`},
	{regexp.MustCompile(`^not enough length for escaped|^found unexpected (character|low surrogate) after high`), `an incomplete escape of a character`, `four digits after "\u", eight after "\U"`},
	{regexp.MustCompile(`^found unexpected document separator`), `a document separator in a string`, `a closing quote before it`},
	{regexp.MustCompile(`^non-map value is specified|^unexpected key name|^map key definition includes an implicit line break`), `a line that is no "key: value"`, `a colon and a space after the key`},
	{regexp.MustCompile(`^value is not allowed in this context`), `a value that belongs to no key`, `"key: value", indented like its neighbours`},
	{regexp.MustCompile(`^block sequence entries are not allowed`), `a list element on the line of its key`, `"- " on a line of its own`},
	{regexp.MustCompile(`^found an invalid key for this map|^undefined map key|^could not find value for mapping key|^unexpected map key`), `":" without a key before it`, `a key`},
	{regexp.MustCompile(`^could not find multi-line content`), `the text after "|" or ">" is not indented`, `indented lines`},
	{regexp.MustCompile(`^invalid header option: "\s*(.*)"`), `"$1" is not allowed after "|" or ">"`, `quotes around the value, or the text on the next line`},
	{regexp.MustCompile(`^undefined anchor (name|value)|^could not find anchor value`), `"&" begins an anchor, and it has no value`, `quotes around the value`},
	{regexp.MustCompile(`^undefined alias name|^could not find alias value`), `"*" begins an alias, and it has no name`, `quotes around the value`},
	{regexp.MustCompile(`^unexpected directive value|^undefined directive value`), `"%" begins a directive`, `quotes around the value`},
	{regexp.MustCompile(`^sequence was used where mapping is expected`), `front matter is a list`, `lines of "key: value"`},
	{regexp.MustCompile(`^\w+ was used where mapping is expected`), `a line that is no "key: value"`, `a colon and a space after the key`},
	{regexp.MustCompile(`^unexpected scalar value`), `a value is missing here`, `a value, or quotes around this one`},
	{regexp.MustCompile(`^found invalid tag character`), `"!" begins a tag`, `quotes around the value`},
}

func explainYAML(src []byte, content text.Span, problem *Problem) {
	for _, e := range yamlExplanations {
		match := e.pattern.FindStringSubmatchIndex(problem.Message)
		if match == nil {
			continue
		}
		groups := e.pattern.FindStringSubmatch(problem.Message)
		if strings.Contains(e.message, "on line $2") {
			problem.Message = strings.NewReplacer("$1", groups[1], "$2", fileLine(src, content, groups[2])).Replace(e.message)
			problem.Expected = e.expected
			return
		}
		problem.Expected = string(e.pattern.ExpandString(nil, e.expected, problem.Message, match))
		problem.Message = string(e.pattern.ExpandString(nil, e.message, problem.Message, match))
		return
	}
}

// fileLine turns a line of the front matter, in digits, into one of the file.
func fileLine(src []byte, content text.Span, line string) string {
	n, err := strconv.Atoi(line)
	if err != nil {
		return line
	}
	return strconv.Itoa(n + strings.Count(string(src[:content.Start]), "\n"))
}

package source

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	yaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/token"

	"postlint/linter/message"
	"postlint/linter/text"
)

// yamlProblem says what Hugo's YAML decoder stumbled over, and where.
func yamlProblem(src []byte, content text.Span, err error) *Problem {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return newProblem(content, asSaid(err.Error()))
	}
	tk := at.GetToken()
	start := yamlOffset(src, content, tk)
	c := cursor{src: src, pos: start, end: content.End}
	span := wordAt(src, content, start)
	if tk.Type != token.InvalidType && c.match(tk.Value) {
		span = c.since(start)
	}
	problem := newProblem(span, asSaid(at.GetMessage()))
	explainYAML(src, content, problem)
	adjustYAML(src, content, problem)
	return problem
}

// adjustYAML tells apart what the parser has one message for, and narrows
// spans to the text that is wrong.
func adjustYAML(src []byte, content text.Span, problem *Problem) {
	written := string(src[problem.Span.Start:problem.Span.End])
	switch {
	case strings.HasPrefix(problem.Message.Format, `a value that belongs to no key`):
		if opener := valueOpener(src, content, problem.Span.Start); !opener.IsZero() {
			problem.Message = message.New("text after the end of a value that begins with %s", opener)
			problem.Expected = message.New("quotes around the whole value")
		}
	case strings.HasPrefix(problem.Message.Format, `a line that is no "key: value"`):
		problem.Span.End = problem.Span.Start + len(strings.TrimRight(strings.SplitN(written, "\n", 2)[0], " \t\r"))
	case strings.HasPrefix(problem.Message.Format, `": " in a value`) && strings.Contains(written, "\n"):
		last := written[strings.LastIndex(written, "\n")+1:]
		problem.Span.Start += len(written) - len(strings.TrimLeft(last, " \t"))
		problem.Message = message.New("an entry that is indented as if it belonged to the value above")
		problem.Expected = message.New("the indentation of the entry above")
	case strings.HasPrefix(problem.Message.Format, "a tab where"):
		line := strings.LastIndexAny(string(src[content.Start:problem.Span.Start]), "\r\n") + 1 + content.Start
		if n := strings.IndexByte(string(src[line:problem.Span.End]), '\t'); n >= 0 {
			problem.Span = text.Span{Start: line + n, End: line + n + 1}
		}
	case strings.HasSuffix(problem.Message.Format, "is no escape that double quotes know") && problem.Span.Start > content.Start && src[problem.Span.Start-1] == '\\':
		problem.Span.Start--
		problem.Span.End = runeAt(src, content, problem.Span.Start+1).End
	}
}

// valueOpener returns the character that begins the value before offset on
// its line, if it is one with a meaning in YAML.
func valueOpener(src []byte, content text.Span, offset int) message.Message {
	line := string(src[content.Start:offset])
	line = line[strings.LastIndexAny(line, "\r\n")+1:]
	_, value, ok := strings.Cut(line, ": ")
	value = strings.TrimLeft(value, " \t")
	if !ok || value == "" || strings.IndexByte("\"'[{*&!", value[0]) < 0 {
		return message.Message{}
	}
	if value[0] == '"' {
		return message.New("a quote")
	}
	return message.New(`"%s"`, value[:1])
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

// An explanation puts an error of a decoder into plain words. Its messages may
// refer to what is in the source at that place as %[1]s, to the groups of
// the pattern as %[2]s, %[3]s.
type explanation struct {
	pattern           *regexp.Regexp
	message, expected message.Message
}

// explain returns what e says of the words of a decoder, if its pattern fits.
func (e explanation) explain(words string, here any) (m, expected message.Message, ok bool) {
	groups := e.pattern.FindStringSubmatch(words)
	if groups == nil {
		return m, expected, false
	}
	args := []any{here}
	for _, group := range groups[1:] {
		args = append(args, group)
	}
	return filled(e.message, args), filled(e.expected, args), true
}

// filled gives m those of args that it refers to, and those before them.
func filled(m message.Message, args []any) message.Message {
	for n := len(args); n > 0; n-- {
		if strings.Contains(m.Format, fmt.Sprintf("%%[%d]", n)) {
			return message.Message{Format: m.Format, Args: args[:n]}
		}
	}
	return m
}

// The messages of goccy/go-yaml v1.19.2 (parser, scanner and decoder).
var yamlExplanations = []explanation{
	{regexp.MustCompile(`^mapping key "(.*)" already defined at \[(\d+):\d+\]`), message.New(`key "%[2]s" is already there on line %[3]s`), message.New("every key once")},
	{regexp.MustCompile(`could not find end character of double-quoted text`), message.New(`the string that begins here is never closed`), message.New(`a closing "`)},
	{regexp.MustCompile(`could not find end character of single-quoted text`), message.New(`the string that begins here is never closed`), message.New(`a closing '`)},
	{regexp.MustCompile(`^sequence end token '\]' not found`), message.New(`"[" is never closed`), message.New(`"]"`)},
	{regexp.MustCompile(`^could not find flow mapping end token '\}'`), message.New(`"{" is never closed`), message.New(`"}"`)},
	{regexp.MustCompile(`^',' or '(.)' must be specified`), message.New(`what follows does not belong to the list or map that is still open`), message.New(`"," or "%[2]s"`)},
	{regexp.MustCompile(`^could not find flow map content`), message.New(`an entry of a map is missing`), message.New(`"key: value" or "}"`)},
	{regexp.MustCompile(`^expected sequence element, but found ','`), message.New(`a list element is missing before ","`), message.New(`a value`)},
	{regexp.MustCompile(`^could not find '(.)' character corresponding to '(.)'`), message.New(`"%[3]s" without a "%[2]s" before it`), message.New(`quotes around the value`)},
	{regexp.MustCompile("found character '\t' that cannot start any token|^tab character cannot"), message.New(`a tab where only spaces may indent`), message.New(`spaces`)},
	{regexp.MustCompile(`^mapping value is not allowed in this context`), message.New(`": " in a value without quotes`), message.New(`quotes around the value`)},
	{regexp.MustCompile(`^could not find alias "(.*)"`), message.New(`"*%[2]s" refers to an anchor that is not there`), message.New(`quotes around the value, or "&%[2]s" before it`)},
	{regexp.MustCompile(`^'(.)' is a reserved character`), message.New(`a value cannot begin with "%[2]s"`), message.New(`quotes around the value`)},
	{regexp.MustCompile(`^found unknown escape character '(.*)'`), message.New(`"\%[2]s" is no escape that double quotes know`), message.New(`single quotes, or "\\" for a backslash`)},
	{regexp.MustCompile(`^not enough length for escaped|^found unexpected (character|low surrogate) after high`), message.New(`an incomplete escape of a character`), message.New(`four digits after "\u", eight after "\U"`)},
	{regexp.MustCompile(`^found unexpected document separator`), message.New(`a document separator in a string`), message.New(`a closing quote before it`)},
	{regexp.MustCompile(`^non-map value is specified|^unexpected key name|^map key definition includes an implicit line break`), message.New(`a line that is no "key: value"`), message.New(`a colon and a space after the key`)},
	{regexp.MustCompile(`^value is not allowed in this context`), message.New(`a value that belongs to no key`), message.New(`"key: value", indented like its neighbours`)},
	{regexp.MustCompile(`^block sequence entries are not allowed`), message.New(`a list element on the line of its key`), message.New(`"- " on a line of its own`)},
	{regexp.MustCompile(`^found an invalid key for this map|^undefined map key|^could not find value for mapping key|^unexpected map key`), message.New(`":" without a key before it`), message.New(`a key`)},
	{regexp.MustCompile(`^could not find multi-line content`), message.New(`the text after "|" or ">" is not indented`), message.New(`indented lines`)},
	{regexp.MustCompile(`^invalid header option: "\s*(.*)"`), message.New(`"%[2]s" is not allowed after "|" or ">"`), message.New(`quotes around the value, or the text on the next line`)},
	{regexp.MustCompile(`^undefined anchor (name|value)|^could not find anchor value`), message.New(`"&" begins an anchor, and it has no value`), message.New(`quotes around the value`)},
	{regexp.MustCompile(`^undefined alias name|^could not find alias value`), message.New(`"*" begins an alias, and it has no name`), message.New(`quotes around the value`)},
	{regexp.MustCompile(`^unexpected directive value|^undefined directive value`), message.New(`"%%" begins a directive`), message.New(`quotes around the value`)},
	{regexp.MustCompile(`^sequence was used where mapping is expected`), message.New(`front matter is a list`), message.New(`lines of "key: value"`)},
	{regexp.MustCompile(`^\w+ was used where mapping is expected`), message.New(`a line that is no "key: value"`), message.New(`a colon and a space after the key`)},
	{regexp.MustCompile(`^unexpected scalar value`), message.New(`a value is missing here`), message.New(`a value, or quotes around this one`)},
	{regexp.MustCompile(`^found invalid tag character`), message.New(`"!" begins a tag`), message.New(`quotes around the value`)},
}

func explainYAML(src []byte, content text.Span, problem *Problem) {
	for _, e := range yamlExplanations {
		m, expected, ok := e.explain(problem.Message.String(), "")
		if !ok {
			continue
		}
		if strings.HasSuffix(m.Format, "on line %[3]s") {
			m.Args[2] = fileLine(src, content, fmt.Sprint(m.Args[2]))
		}
		problem.Message, problem.Expected = m, expected
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

package source

import (
	"bytes"
	"strings"

	"github.com/gohugoio/hugo/parser/pageparser"

	"postlint/linter/message"
	"postlint/linter/text"
)

// formats maps pageparser's item types to ours.
var formats = map[pageparser.ItemType]Format{
	pageparser.TypeFrontMatterYAML: YAML,
	pageparser.TypeFrontMatterTOML: TOML,
	pageparser.TypeFrontMatterJSON: JSON,
	pageparser.TypeFrontMatterORG:  Org,
}

// readFrontMatter reads what stands before the body in items and sets BodyStart.
// Where front matter is begun and never ended there is no body, for nobody can
// tell where it starts.
func (d *Document) readFrontMatter(items pageparser.Items) {
	d.BodyStart = 0
	for i, it := range items {
		switch {
		case it.Type == pageparser.TypeIgnore:
			d.BodyStart = it.Pos() + len(it.Val(d.Src))
		case it.IsFrontMatter():
			if i+1 < len(items) {
				d.BodyStart = items[i+1].Pos()
			}
			d.splitFrontMatter(formats[it.Type], text.Span{Start: it.Pos(), End: it.Pos() + len(it.Val(d.Src))})
			return
		case it.IsError() && d.inIntro(items[:i]):
			d.BodyStart = len(d.Src)
			d.brokenFrontMatter(it)
			return
		default:
			return
		}
	}
}

// opener returns the offset of the first byte that is neither white space nor
// a byte order mark: where pageparser looks for an opening delimiter.
func opener(src []byte) int {
	b := src
	for {
		trimmed := bytes.TrimPrefix(bytes.TrimLeft(b, " \t\n\v\f\r"), []byte("\ufeff"))
		if len(trimmed) == len(b) {
			return len(src) - len(b)
		}
		b = trimmed
	}
}

// inIntro reports whether the file begins with what pageparser always takes
// for front matter, so that its first item, if an error, is about that.
func (d *Document) inIntro(before pageparser.Items) bool {
	for _, it := range before {
		if it.Type != pageparser.TypeIgnore {
			return false
		}
	}
	start := opener(d.Src)
	return start < len(d.Src) && strings.IndexByte("-+{", d.Src[start]) >= 0
}

// isShortcode reports whether b begins with a shortcode delimiter.
func isShortcode(b []byte) bool {
	return bytes.HasPrefix(b, []byte("{{<")) || bytes.HasPrefix(b, []byte("{{%"))
}

// shortcodeAsJSON reports a shortcode at the very start of a file.
func (d *Document) shortcodeAsJSON(span text.Span) {
	d.problem(FrontMatterProblem, span, message.New("Hugo reads a shortcode at the very start of a file as JSON front matter"),
		message.New("front matter, or any text, before the first shortcode"))
}

// splitFrontMatter notes the spans of front matter whose item is given, and
// decodes it.
func (d *Document) splitFrontMatter(format Format, item text.Span) {
	fm := &d.FrontMatter
	fm.Format = format
	switch format {
	case YAML, TOML:
		fm.Content = item
		start := item.Start
		if start > 0 && d.Src[start-1] == '\n' {
			start--
		}
		if start > 0 && d.Src[start-1] == '\r' {
			start--
		}
		fm.Span = text.Span{Start: start - 3, End: item.End + 3}
	default:
		fm.Span = trimSpan(d.Src, item)
		fm.Content = fm.Span
		if isShortcode(d.Src[fm.Span.Start:]) {
			d.shortcodeAsJSON(fm.Span)
			return
		}
	}
	fields, values, problem := decode(format, d.Src, fm.Content)
	fm.Fields, fm.Values = fields, values
	if problem != nil {
		d.problems = append(d.problems, *problem)
	}
}

// trimSpan returns s without the white space at its ends.
func trimSpan(src []byte, s text.Span) text.Span {
	b := src[s.Start:s.End]
	s.Start += len(b) - len(bytes.TrimLeft(b, " \t\n\v\f\r"))
	s.End = s.Start + len(bytes.TrimSpace(b))
	return s
}

// brokenFrontMatter explains an error item of pageparser's intro section.
func (d *Document) brokenFrontMatter(it pageparser.Item) {
	start := opener(d.Src)
	line := text.Span{Start: start, End: lineEnd(d.Src, start)}
	delimiter := text.Span{Start: start, End: min(start+3, len(d.Src))}
	switch words := it.Err.Error(); {
	case strings.HasPrefix(words, "EOF looking for end"):
		d.problem(FrontMatterProblem, delimiter, message.New("front matter is opened with %s and never closed", d.Slice(delimiter)),
			message.New("a line %s after the last key", d.Slice(delimiter)))
	case isShortcode(d.Src[start:]):
		d.shortcodeAsJSON(line)
	case strings.HasPrefix(words, "unexpected EOF parsing JSON"):
		d.problem(FrontMatterProblem, text.Span{Start: start, End: start + 1}, message.New("JSON front matter is opened with { and never closed"), message.New("a closing }"))
	case strings.HasPrefix(words, "invalid YAML delimiter"):
		d.problem(FrontMatterProblem, line, message.New("Hugo takes a file that begins with - for one with YAML front matter"), message.New("%s alone on the line", "---"))
	case strings.HasPrefix(words, "invalid TOML delimiter"):
		d.problem(FrontMatterProblem, line, message.New("Hugo takes a file that begins with + for one with TOML front matter"), message.New("%s alone on the line", "+++"))
	default:
		d.problem(FrontMatterProblem, line, asSaid(words), message.Message{})
	}
}

// lineEnd returns the offset of the end of the line that holds offset, before
// its line end and the white space there.
func lineEnd(src []byte, offset int) int {
	end := len(src)
	if n := bytes.IndexByte(src[offset:], '\n'); n >= 0 {
		end = offset + n
	}
	return max(offset, offset+len(bytes.TrimRight(src[offset:end], " \t\r")))
}

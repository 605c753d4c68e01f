package source

import (
	"time"

	"github.com/gohugoio/hugo/parser/metadecoders"
	"github.com/pelletier/go-toml/v2"

	"postlint/linter/message"
	"postlint/linter/text"
)

// decode reads the front matter src[content.Start:content.End]. A problem is
// positioned in src. Fields and values are nil when there is one.
//
// The values are those of Hugo's decoder, and only they decide whether the
// front matter can be read. The fields say where in src those values stand.
func decode(format Format, src []byte, content text.Span) (fields []*Field, values map[string]any, problem *Problem) {
	defer func() {
		if r := recover(); r != nil {
			fields, values = nil, nil
			problem = newProblem(content, message.New("%s front matter that Hugo's decoder cannot cope with: %v", string(format), r))
		}
	}()
	if at, deep := tooDeep(src, content); deep {
		return nil, nil, newProblem(at, message.New("brackets are nested too deeply"))
	}
	switch format {
	case YAML:
		return decodeYAML(src, content)
	case TOML:
		return decodeTOML(src, content)
	case JSON:
		return decodeJSON(src, content)
	case Org:
		return decodeOrg(src, content)
	}
	return nil, nil, nil
}

// maxDepth is the nesting at which Hugo's decoders give up; recursion beyond
// it could exhaust the stack, which no recover catches.
const maxDepth = 10_000

// tooDeep reports whether brackets, or the dashes of one line, may be nested
// deeper than maxDepth, and where.
func tooDeep(src []byte, content text.Span) (text.Span, bool) {
	if content.Len() <= maxDepth {
		return text.Span{}, false
	}
	depth, dashes := 0, 0
	for i := content.Start; i < content.End; i++ {
		switch src[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '-', '?':
			if i+1 < content.End && src[i+1] == ' ' {
				dashes++
			}
		case '\n', '\r':
			dashes = 0
		}
		if depth > maxDepth || dashes > maxDepth {
			return text.Span{Start: i, End: i + 1}, true
		}
	}
	return text.Span{}, false
}

// hugoValues is Hugo's own reading of front matter.
func hugoValues(format Format, content []byte) (map[string]any, error) {
	return metadecoders.Default.UnmarshalToMap(content, metadecoders.FormatFromString(string(format)))
}

func newProblem(span text.Span, m message.Message) *Problem {
	return &Problem{Span: span, Kind: FrontMatterProblem, Message: m}
}

// asSaid returns the words of Hugo's decoder as they are.
func asSaid(words string) message.Message { return message.New("%s", words) }

// fill sets the value's data and the kind that follows from it.
func (v *Value) fill(data any) {
	v.Data = data
	v.Kind = kindOf(data)
	if v.Kind == List || v.Kind == Map {
		v.Style = ""
	}
}

func kindOf(data any) Kind {
	switch data.(type) {
	case nil:
		return Null
	case bool:
		return Bool
	case int, int64, uint64:
		return Integer
	case float64:
		return Float
	case time.Time, toml.LocalDate, toml.LocalDateTime, toml.LocalTime:
		return Datetime
	case []any, []string:
		return List
	case map[string]any:
		return Map
	}
	return String
}

// element returns element i of decoded list data, or nil.
func element(data any, i int) any {
	switch list := data.(type) {
	case []any:
		if i < len(list) {
			return list[i]
		}
	case []string:
		if i < len(list) {
			return list[i]
		}
	}
	return nil
}

// hull returns the smallest span that holds both; a zero span counts as none.
func hull(a, b text.Span) text.Span {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	return text.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

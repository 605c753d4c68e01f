package source

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"postlint/linter/text"
)

// tomlProblem says what Hugo's TOML decoder stumbled over, and where. The
// decoder counts lines and bytes from 1.
func tomlProblem(src []byte, content text.Span, err error) *Problem {
	var at *toml.DecodeError
	if !errors.As(err, &at) {
		return newProblem(content, err.Error())
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
	span := wordAt(src, content, offset+column-1)
	problem := newProblem(span, strings.TrimPrefix(at.Error(), "toml: "))
	explainTOML(problem)
	return problem
}

// The messages of pelletier/go-toml v2.4.3.
var tomlExplanations = []explanation{}

func explainTOML(problem *Problem) {
	for _, e := range tomlExplanations {
		if match := e.pattern.FindStringSubmatchIndex(problem.Message); match != nil {
			message := problem.Message
			problem.Expected = string(e.pattern.ExpandString(nil, e.expected, message, match))
			problem.Message = string(e.pattern.ExpandString(nil, e.message, message, match))
			return
		}
	}
}

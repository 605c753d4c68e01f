package source

import "postlint/linter/text"

// decode reads the front matter src[content.Start:content.End]. A problem is
// positioned in src. Fields and values are nil when there is one.
func decode(format Format, src []byte, content text.Span) (fields []*Field, values map[string]any, problem *Problem) {
	return nil, nil, nil
}

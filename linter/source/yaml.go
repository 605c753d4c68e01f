package source

import (
	"bytes"

	yaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"postlint/linter/message"
	"postlint/linter/text"
)

// decodeYAML reads YAML front matter. Its syntax tree comes from the parser
// that Hugo uses, so structure and values are Hugo's; the places are found by
// reading the source along that tree (see yamlPlacer), because the positions
// in the tree are wrong after tabs, block scalars and line folds.
func decodeYAML(src []byte, content text.Span) ([]*Field, map[string]any, *Problem) {
	if fields, values, ok := quickYAML(src, content); ok {
		return fields, values, nil
	}
	return slowYAML(src, content)
}

// slowYAML reads any YAML front matter.
func slowYAML(src []byte, content text.Span) ([]*Field, map[string]any, *Problem) {
	head := src[content.Start:content.End]
	values, body, err := yamlValues(head)
	if err != nil {
		return nil, nil, yamlProblem(src, content, err)
	}
	if body == nil {
		return nil, values, nil
	}
	p := &yamlPlacer{
		cursor:  cursor{src: src, pos: content.Start, end: content.End},
		content: content,
		anchors: map[string]*Value{},
		budget:  aliasBudget,
	}
	p.prologue()
	return p.value(body, values, 0, nil).Fields, values, nil
}

// yamlValues decodes head and returns the node of the map it holds, nil if it
// holds nothing.
//
// Hugo parses the text and decodes the tree twice. Where the text is one
// plain document without anchors, decoding the one tree that the places are
// found by gives the same in half the time; anything else, and anything that
// fails, is left to Hugo's decoder.
func yamlValues(head []byte) (map[string]any, ast.Node, error) {
	file, err := parser.ParseBytes(head, 0)
	if err == nil && len(file.Docs) == 1 && isYAMLMap(file.Docs[0].Body) && bytes.IndexByte(head, '&') < 0 {
		values := map[string]any{}
		if yaml.NodeToValue(file.Docs[0].Body, &values) == nil {
			return values, file.Docs[0].Body, nil
		}
	}
	values, hugoErr := hugoValues(YAML, head)
	if hugoErr != nil {
		return nil, nil, hugoErr
	}
	if err != nil {
		return nil, nil, message.Errorf("no syntax tree: %w", err)
	}
	for _, doc := range file.Docs {
		if body := withoutProperties(doc.Body); isYAMLMap(body) {
			return values, doc.Body, nil
		}
	}
	return values, nil, nil
}

func isYAMLMap(n ast.Node) bool {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

// withoutProperties returns the node that an anchor or a tag stands before.
func withoutProperties(n ast.Node) ast.Node {
	switch n := n.(type) {
	case *ast.AnchorNode:
		return withoutProperties(n.Value)
	case *ast.TagNode:
		return withoutProperties(n.Value)
	}
	return n
}

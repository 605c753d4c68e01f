package source

import (
	"bytes"
	"path"
	"strings"

	"postlint/linter/text"
)

// ParseData reads a data file, such as Hugo's configuration, as if all of it
// were front matter: FrontMatter has the place of every key. Of a file in
// another format than TOML, YAML or JSON it has none; where the file cannot be
// read, that is in Problems.
func ParseData(name string, src []byte) *Document {
	d := PlainFile(name, src)
	d.form, d.BodyStart = dataForm, len(src)
	decoded := src
	switch strings.ToLower(path.Ext(name)) {
	case ".toml":
		d.FrontMatter.Format = TOML
	case ".yaml", ".yml":
		d.FrontMatter.Format = YAML
		decoded = withoutMarks(src)
	case ".json":
		d.FrontMatter.Format = JSON
	default:
		return d
	}
	content := text.Span{Start: len(src) - len(bytes.TrimPrefix(src, []byte("\ufeff"))), End: len(src)}
	d.FrontMatter.Span, d.FrontMatter.Content = content, content
	fields, values, problem := decode(d.FrontMatter.Format, decoded, content)
	d.FrontMatter.Fields, d.FrontMatter.Values = fields, values
	if problem != nil {
		d.problems = append(d.problems, *problem)
		d.headProblems = d.problems
	}
	return d
}

// PlainFile returns a file that is no post, as a template: of its document only
// Path, Src and Lines say something.
func PlainFile(name string, src []byte) *Document {
	return &Document{Path: name, Src: src, Lines: text.NewLines(src), Markup: MarkupOther, form: plainForm}
}

// A form is what a file is read as.
type form int

const (
	postForm form = iota
	dataForm
	plainForm
)

// With returns the file with another content, read as d was: by [Parse], by
// [ParseData] or by [PlainFile].
func (d *Document) With(src []byte) *Document {
	switch d.form {
	case dataForm:
		return ParseData(d.Path, src)
	case plainForm:
		return PlainFile(d.Path, src)
	}
	return Parse(d.Path, src, d.markdown)
}

// withoutMarks returns YAML with blanks in the place of the marks between
// documents, which would end the first.
func withoutMarks(src []byte) []byte {
	var out []byte
	for at := 0; at < len(src); {
		end := len(src)
		if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		switch string(bytes.TrimSpace(src[at:end])) {
		case "---", "...":
			if out == nil {
				out = bytes.Clone(src)
			}
			i := at + bytes.IndexAny(src[at:end], "-.")
			copy(out[i:], "   ")
		}
		at = end
	}
	if out == nil {
		return src
	}
	return out
}

package config

import (
	"bytes"
	"path/filepath"
	"strings"

	"postlint/linter/source"
	"postlint/linter/text"
)

// A wrapping is a configuration file made into a post that has it for front matter.
type wrapping struct {
	text []byte
	head int    // bytes of text before those of the file
	mark int    // bytes of the file's byte order mark, which text does not have
	eol  string // a line end that text has after the file's last line, which has none; else ""
}

// wrap makes the contents of a configuration file a post. ok is false for a
// format that front matter does not come in.
func wrap(name string, src []byte) (w wrapping, ok bool) {
	body := bytes.TrimPrefix(src, []byte("\ufeff"))
	w.mark = len(src) - len(body)
	eol := "\n"
	if i := bytes.IndexByte(body, '\n'); i > 0 && body[i-1] == '\r' {
		eol = "\r\n"
	}
	delimiter := ""
	switch filepath.Ext(name) {
	case ".toml":
		delimiter = "+++"
	case ".yaml", ".yml":
		delimiter, body = "---", withoutMarks(body)
	case ".json":
		w.text = body
		return w, true
	default:
		return w, false
	}
	if len(body) > 0 && !bytes.HasSuffix(body, []byte("\n")) {
		w.eol = eol
	}
	w.head = len(delimiter + eol)
	w.text = []byte(delimiter + eol + string(body) + w.eol + delimiter + eol)
	return w, true
}

// withoutMarks makes comments of the marks of YAML documents, of the same
// length, since they would end the front matter.
func withoutMarks(body []byte) []byte {
	lines := strings.SplitAfter(string(body), "\n")
	for i, line := range lines {
		if s := strings.TrimSpace(line); (s == "---" || s == "...") && strings.HasPrefix(line, s) {
			lines[i] = "#" + line[1:]
		}
	}
	return []byte(strings.Join(lines, ""))
}

// apply makes edits of the post in the file itself, whose other bytes stay.
func (w wrapping) apply(src []byte, edits []text.Edit) ([]byte, error) {
	moved := make([]text.Edit, len(edits))
	for i, e := range edits {
		e.Start += w.mark - w.head
		e.End += w.mark - w.head
		moved[i] = e
	}
	out, err := text.Apply(append(bytes.Clone(src), w.eol...), moved)
	return bytes.TrimSuffix(out, []byte(w.eol)), err
}

// set returns a configuration file with one more setting.
func set(name string, src []byte, path []string, value any) ([]byte, bool) {
	w, ok := wrap(name, src)
	if !ok {
		return nil, false
	}
	if filepath.Ext(name) == ".json" && len(bytes.TrimSpace(w.text)) == 0 {
		src, w = []byte("{}\n"), wrapping{text: []byte("{}\n")}
	}
	edits, ok := source.Parse(name, w.text, nil).Set(path, value)
	if !ok {
		return nil, false
	}
	out, err := w.apply(src, edits)
	return out, err == nil
}

package schema

import (
	"bytes"
	"errors"
	"io"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"postlint/linter/message"
	"postlint/linter/source"
	"postlint/linter/text"
)

// An Error is something that is wrong with a schema.
type Error struct {
	File    string          // absolute path of the file that is wrong
	Line    int             // from 1; 0 where there is no place, as in a file that is not there
	Column  int             // in code points, from 1
	Problem message.Message // what is wrong, and what was expected
	Err     error           // what reading the file failed with; may be nil
}

// Error says where the schema is and what is wrong with it.
func (e *Error) Error() string { return e.Message().String() }

// Message returns what e says.
func (e *Error) Message() message.Message {
	if e.Line == 0 {
		return message.New("%s: %s", e.File, e.Problem)
	}
	return message.New("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Problem)
}

// Unwrap returns what reading the file failed with.
func (e *Error) Unwrap() error { return e.Err }

// A loader reads the files of a schema, and nothing else.
type loader struct {
	read  Reader
	keys  *keys
	names []string          // absolute paths of the files that were read
	files map[string]string // the folder of files that stands for a remote one, by the latter's address
}

// A remoteError is a reference that only the network could follow.
type remoteError struct{ address string }

func (e *remoteError) Error() string { return e.Message().String() }

// Message returns what e says.
func (e *remoteError) Message() message.Message {
	return message.New("%q would have to be fetched, and postlint never uses the network; expected a path to a file", e.address)
}

// Load reads the document at an address. One of the network is looked for where
// the file is whose $id stands beside it there.
func (l *loader) Load(address string) (any, error) {
	name, ok := filePath(address)
	if !ok {
		folder, known := l.files[dir(address)]
		if !known {
			return nil, &remoteError{address}
		}
		name = filepath.Join(folder, filepath.FromSlash(strings.TrimPrefix(address, dir(address))))
		if _, err := l.read(name); err != nil {
			return nil, &remoteError{address}
		}
	}
	src, err := l.read(name)
	if err != nil {
		return nil, &Error{File: name, Problem: reason(err), Err: err}
	}
	l.names = append(l.names, name)
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		return nil, malformed(name, src, err)
	}
	switch m := doc.(type) {
	case map[string]any:
		if id, ok := m["$id"].(string); ok && strings.Contains(id, "://") && !strings.HasPrefix(id, "file:") {
			l.files[dir(id)] = filepath.Dir(name)
		}
	case bool:
	default:
		return nil, &Error{File: name, Line: 1, Column: 1, Problem: message.New("not a JSON Schema; expected an object, true or false")}
	}
	return folder{keys: l.keys}.schema(doc, address+"#"), nil
}

func reason(err error) message.Message {
	if notThere(err) {
		return message.New("there is no such file")
	}
	return message.Of(err)
}

// filePath returns the path of a file's address.
func filePath(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "file" {
		return "", false
	}
	if runtime.GOOS == "windows" {
		return filepath.FromSlash(strings.TrimPrefix(u.Path, "/")), true
	}
	return u.Path, true
}

// malformed says where a file stops being JSON.
func malformed(name string, src []byte, err error) *Error {
	e := &Error{File: name, Line: 1, Column: 1, Problem: message.New("not JSON: %s", err)}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		end := text.NewLines(src).Position(len(src))
		e.Line, e.Column = end.Line, end.Column
		e.Problem = message.New("not JSON: the file ends too early")
		return e
	}
	d := source.Parse(filepath.Base(name), src, nil)
	for _, p := range d.Problems() {
		if p.Kind == source.FrontMatterProblem {
			at := d.Position(p.Span.Start)
			e.Line, e.Column, e.Problem = at.Line, at.Column, message.New("not JSON: %s", p.Message)
			return e
		}
	}
	return e
}

// explain makes the compiler's errors ones that name file, line and column.
func (l *loader) explain(name string, err error) error {
	var load *jsonschema.LoadURLError
	if errors.As(err, &load) {
		err = load.Err // which it does not unwrap to
	}
	var own *Error
	var remote *remoteError
	var invalid *jsonschema.SchemaValidationError
	var regex *jsonschema.InvalidRegexError
	var pointer *jsonschema.JSONPointerNotFoundError
	var anchor *jsonschema.AnchorNotFoundError
	switch {
	case errors.As(err, &own):
		if own.File != name && notThere(own) {
			ref := own.File
			if rel, relErr := filepath.Rel(filepath.Dir(name), ref); relErr == nil {
				ref = filepath.ToSlash(rel)
			}
			return l.place(name, func(key, value string) bool {
				return key == "$ref" && strings.HasSuffix(strings.SplitN(value, "#", 2)[0], filepath.Base(own.File))
			}, message.New("refers to %s, and there is no such file", ref))
		}
		return own
	case errors.As(err, &remote):
		return l.place(name, func(key, value string) bool {
			return (key == "$ref" || key == "$schema" || key == "$dynamicRef") && value != "" && strings.Contains(remote.address, strings.SplitN(value, "#", 2)[0])
		}, remote.Message())
	case errors.As(err, &invalid):
		return l.invalid(name, invalid)
	case errors.As(err, &regex):
		return l.place(name, func(key, value string) bool { return value == regex.Regex || key == regex.Regex },
			message.New("%q is not a regular expression", strings.TrimPrefix(regex.Regex, "(?i)")))
	case errors.As(err, &pointer):
		return l.place(name, func(key, value string) bool {
			return key == "$ref" && foldReference(value) == value && strings.Contains(pointer.URL, "#"+fragment(value)) || key == "$ref" && strings.HasSuffix(pointer.URL, "#"+fragment(foldReference(value)))
		},
			message.New("refers to a place in the schema that is not there"))
	case errors.As(err, &anchor):
		return l.place(name, func(key, value string) bool {
			return strings.HasSuffix(key, "ef") && value != "" && strings.HasSuffix(anchor.Reference, value)
		},
			message.New("refers to an anchor that is not there"))
	}
	return l.place(name, nil, message.Of(err))
}

func fragment(ref string) string {
	_, f, _ := strings.Cut(ref, "#")
	return f
}

// invalid says which keyword of a schema has a value that no schema may have.
func (l *loader) invalid(name string, e *jsonschema.SchemaValidationError) error {
	if file, ok := filePath(strings.SplitN(e.URL, "#", 2)[0]); ok {
		name = file
	}
	var v *jsonschema.ValidationError
	if !errors.As(e.Err, &v) {
		return l.place(name, nil, message.Of(e.Err))
	}
	all := leaves(v)
	slices.SortStableFunc(all, func(a, b *jsonschema.ValidationError) int {
		return slices.Compare(a.InstanceLocation, b.InstanceLocation)
	})
	leaf := all[0]
	d := l.parse(name)
	path := make([]string, len(leaf.InstanceLocation))
	for i, key := range leaf.InstanceLocation {
		path[i] = l.keys.written(key)
	}
	out := &Error{File: name, Line: 1, Column: 1, Problem: message.New("not a JSON Schema: %q: %s", strings.Join(path, "."), words(leaf.ErrorKind))}
	if d == nil {
		return out
	}
	if span := Place(&d.FrontMatter, leaf.InstanceLocation).Value; span != nil {
		at := d.Position(span.Start)
		out.Line, out.Column = at.Line, at.Column
	}
	return out
}

func (l *loader) parse(name string) *source.Document {
	src, err := l.read(name)
	if err != nil {
		return nil
	}
	return source.Parse(filepath.Base(name), bytes.TrimPrefix(src, []byte("\ufeff")), nil)
}

// place returns an error about the first entry of the files that is meant, or
// about the file of the schema as a whole.
func (l *loader) place(name string, meant func(key, value string) bool, problem message.Message) *Error {
	for _, file := range l.names {
		d := l.parse(file)
		if d == nil || meant == nil {
			continue
		}
		if f := find(d.FrontMatter.Fields, meant); f != nil {
			at := d.Position(f.Value.Start)
			return &Error{File: file, Line: at.Line, Column: at.Column, Problem: problem}
		}
	}
	return &Error{File: name, Line: 1, Column: 1, Problem: problem}
}

// find returns the first field, at any depth, that is meant.
func find(fields []*source.Field, meant func(key, value string) bool) *source.Field {
	for _, f := range fields {
		value, _ := f.Value.Text()
		if meant(f.Key, value) {
			return f
		}
		below := f.Value.Fields
		for _, e := range f.Value.Elements {
			below = append(below[:len(below):len(below)], e.Fields...)
		}
		if found := find(below, meant); found != nil {
			return found
		}
	}
	return nil
}

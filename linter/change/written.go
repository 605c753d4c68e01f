package change

import (
	"slices"
	"strings"
	"unicode"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// written is what a change has written of a document.
type written struct {
	document *source.Document
	all      bool
	lines    []bool          // by number, from 0
	fields   []*source.Field // the keys whose value it set
	keys     map[string]bool // their dotted names, and those of keys that it took away, in lower case
}

// compare returns what makes a document of an old one.
func compare(path string, old []byte, document *source.Document) *written {
	w := &written{document: document, keys: map[string]bool{}}
	if string(old) == string(document.Src) {
		return w
	}
	w.lines = writtenLines(text.SplitLines(old), text.SplitLines(document.Src))
	before := map[string][]string{}
	oldDocument := source.Parse(path, old, nil)
	leaves(oldDocument.FrontMatter.Fields, "", func(name string, f *source.Field) {
		before[name] = append(before[name], spelled(oldDocument, f))
	})
	leaves(document.FrontMatter.Fields, "", func(name string, f *source.Field) {
		if i := slices.Index(before[name], spelled(document, f)); i >= 0 {
			before[name] = slices.Delete(before[name], i, i+1)
			return
		}
		w.fields, w.keys[name] = append(w.fields, f), true
	})
	for name, left := range before {
		if len(left) > 0 {
			w.keys[name] = true
		}
	}
	return w
}

// writtenLines reports for each of the new lines whether it was written: it is
// neither where it was, nor one that was taken away elsewhere.
func writtenLines(old, new []string) []bool {
	lines := make([]bool, len(new))
	for i := range lines {
		lines[i] = true
	}
	stayed := make([]bool, len(old))
	for _, p := range text.CommonLines(old, new) {
		stayed[p.Old], lines[p.New] = true, false
	}
	left := map[string]int{}
	for i, line := range old {
		if !stayed[i] {
			left[line]++
		}
	}
	for i, line := range new {
		if lines[i] && left[line] > 0 {
			left[line]--
			lines[i] = false
		}
	}
	return lines
}

// leaves calls do with every field that is not itself a table, by its dotted
// name in lower case.
func leaves(fields []*source.Field, prefix string, do func(name string, f *source.Field)) {
	for _, f := range fields {
		name := prefix + strings.ToLower(f.Key)
		if f.Value != nil && f.Value.Kind == source.Map && len(f.Value.Fields) > 0 && !f.Value.Alias {
			leaves(f.Value.Fields, name+".", do)
		} else {
			do(name, f)
		}
	}
}

// spelled returns a field as it is written, white space aside.
func spelled(d *source.Document, f *source.Field) string {
	return strings.Join(strings.Fields(d.Slice(f.Span)), " ")
}

// touches reports whether a finding is at, or about, something that was written.
func (w *written) touches(d lint.Diagnostic) bool {
	if w.all {
		return true
	}
	if len(w.lines) == 0 && len(w.keys) == 0 {
		return false
	}
	first := w.document.Position(d.Span.Start).Line
	last := w.document.Position(max(d.Span.Start, d.Span.End-1)).Line
	for line := first; line <= last && line <= len(w.lines); line++ {
		if w.lines[line-1] {
			return true
		}
	}
	for _, f := range w.fields {
		if f.Span.Overlaps(d.Span) || f.Span.Contains(d.Span) {
			return true
		}
	}
	return w.atFrontMatter(d.Span) && w.names(d.Message)
}

// atFrontMatter reports whether a span is at the start of the front matter,
// where findings about a key that is not there have their place.
func (w *written) atFrontMatter(span text.Span) bool {
	matter := w.document.FrontMatter.Span
	return matter.Len() > 0 && matter.Start <= span.Start && span.End <= w.document.Lines.LineOf(matter.Start).End
}

// names reports whether a message names one of the keys, alone or in a list.
func (w *written) names(m lint.Message) bool {
	return slices.ContainsFunc(m.Args, func(arg any) bool {
		switch arg := arg.(type) {
		case string:
			words := strings.FieldsFunc(strings.ToLower(arg), func(r rune) bool {
				return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.", r)
			})
			return slices.ContainsFunc(words, func(word string) bool { return w.keys[word] })
		case lint.Message:
			return w.names(arg)
		}
		return false
	})
}

package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"postlint/linter/text"
)

var frontMatterFormats = []Format{YAML, TOML, JSON, Org}

// rounds is the number of random documents per format.
func rounds() int {
	if testing.Short() {
		return 500
	}
	return 10_000
}

// document decodes front matter into a document as Parse makes it.
func document(format Format, src []byte, content text.Span) (*Document, *Problem) {
	fields, values, problem := decode(format, src, content)
	d := &Document{Src: src, Lines: text.NewLines(src)}
	d.FrontMatter = FrontMatter{Format: format, Content: content, Fields: fields, Values: values}
	return d, problem
}

// Random front matter decodes to exactly what Hugo's decoder makes of it, and
// every place is sound.
func TestDecodeRandom(t *testing.T) {
	for _, format := range frontMatterFormats {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			g := &generator{Rand: rand.New(rand.NewSource(1))}
			for n := range rounds() {
				src, content := g.document(format)
				want, err := hugoValues(format, src[content.Start:content.End])
				d, problem := document(format, src, content)
				if err != nil || problem != nil {
					t.Fatalf("document %d does not decode: %v\n%s", n, err, src)
				}
				if !reflect.DeepEqual(d.FrontMatter.Values, want) {
					t.Fatalf("document %d: values are\n%v\nHugo's are\n%v\n%s", n, d.FrontMatter.Values, want, src)
				}
				checkTree(t, d)
				checkWritten(t, d)
				if t.Failed() {
					t.Fatalf("in document %d:\n%s", n, src)
				}
			}
		})
	}
}

// checkTree checks what holds for every tree of fields.
func checkTree(t *testing.T, d *Document) {
	t.Helper()
	fm := &d.FrontMatter
	inside := func(outer, inner text.Span) {
		if !outer.Contains(inner) || inner.End < inner.Start {
			t.Errorf("span %v leaves %v", inner, outer)
		}
		for _, at := range []int{inner.Start, inner.End} {
			if at < len(d.Src) && at >= 0 && utf8.Valid(d.Src) && !utf8.RuneStart(d.Src[at]) {
				t.Errorf("offset %d is within a character", at)
			}
		}
	}
	var fields func(in []*Field, parent *Field, around text.Span, m map[string]any)
	var value func(v *Value, parent *Field, around text.Span)
	value = func(v *Value, parent *Field, around text.Span) {
		inside(around, v.Span)
		if v.Kind != kindOf(v.Data) {
			t.Errorf("a %s of kind %s", reflect.TypeOf(v.Data), v.Kind)
		}
		m, _ := v.Data.(map[string]any)
		fields(v.Fields, parent, v.Span, m)
		if v.Kind == List && len(v.Elements) != length(v.Data) {
			t.Errorf("%d elements of %d", len(v.Elements), length(v.Data))
		}
		for i, e := range v.Elements {
			value(e, parent, v.Span)
			if !same(e.Data, element(v.Data, i)) {
				t.Errorf("element %d is %v, not %v", i, e.Data, element(v.Data, i))
			}
		}
	}
	fields = func(in []*Field, parent *Field, around text.Span, m map[string]any) {
		seen := map[string]any{}
		for _, f := range in {
			inside(around, f.Span)
			inside(f.Span, f.KeySpan)
			if f.Parent != parent {
				t.Errorf("%s has the wrong parent", f.Key)
			}
			if strings.TrimSpace(string(d.Src[f.KeySpan.Start:f.KeySpan.End])) == "" && strings.TrimSpace(f.Key) != "" && f.Key != "null" {
				t.Errorf("%s has an empty key span", f.Key)
			}
			key := f.Key
			if fm.Format == Org {
				key = strings.ToLower(key)
			}
			seen[key] = f.Value.Data
			value(f.Value, f, f.Span)
		}
		if len(seen) != len(m) {
			t.Errorf("%d keys of %d: %v", len(seen), len(m), m)
		}
		for key, data := range seen {
			if !same(data, m[key]) {
				t.Errorf("%s is %v, not %v", key, data, m[key])
			}
		}
	}
	fields(fm.Fields, nil, fm.Content, fm.Values)
}

// same is DeepEqual where NaN equals NaN.
func same(a, b any) bool { return reflect.DeepEqual(a, b) || fmt.Sprint(a) == fmt.Sprint(b) }

// checkWritten checks that what stands at the span of every key and value,
// taken alone, decodes to that key and value.
func checkWritten(t *testing.T, d *Document) {
	t.Helper()
	e := newEditor(d)
	e.walk(e.root, place{}, func(at place, v *Value) bool {
		written := d.Slice(v.Span)
		var got any
		switch {
		case v.Alias:
			if !strings.HasPrefix(written, "*") {
				t.Errorf("an alias at %q", written)
			}
			return false
		case d.FrontMatter.Format == JSON:
			if json.Unmarshal([]byte(written), &got) != nil || !same(got, v.Data) {
				t.Errorf("%q is not %v", written, v.Data)
			}
		case d.FrontMatter.Format == Org:
			if v.Kind == String && !strings.HasPrefix(fmt.Sprint(v.Data), written) {
				t.Errorf("%q is not %v", written, v.Data)
			}
		case v.Kind == Map && !e.flow(v), v.Kind == List && !e.flow(v), v.Style == Block && d.FrontMatter.Format == YAML:
			if at := d.Src[v.Start:v.End]; len(at) > 0 && strings.TrimSpace(string(at[:1]))+strings.TrimRight(string(at[len(at)-1:]), " \t") == "" {
				t.Errorf("%q has space around it", written)
			}
		case written == "":
			if v.Kind != Null && v.Kind != Map {
				t.Errorf("a %s without a text", v.Kind)
			}
		case strings.Contains(written, "*"):
		default:
			prefix := "k: "
			if d.FrontMatter.Format == TOML {
				prefix = "k = "
			}
			values, err := hugoValues(d.FrontMatter.Format, []byte(prefix+written+"\n"))
			if err != nil || !same(values["k"], v.Data) {
				t.Errorf("%q is not %v: %v", written, v.Data, err)
			}
		}
		if at.field != nil && !bytes.Contains([]byte(strings.Trim(d.Slice(at.field.KeySpan), `"'`)), []byte(at.field.Key)) {
			t.Errorf("%q is not the key %q", d.Slice(at.field.KeySpan), at.field.Key)
		}
		return false
	})
}

// Damaged front matter decodes exactly when Hugo's decoder takes it, to the
// same values; otherwise there is a problem with a place in it.
func TestDecodeDamaged(t *testing.T) {
	for _, format := range frontMatterFormats {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			g := &generator{Rand: rand.New(rand.NewSource(3))}
			for n := range rounds() / 2 {
				src, content := g.document(format)
				src, content = g.damage(src, content)
				if format == Org && strings.Count("\n"+string(src[content.Start:content.End]), "\n#+") <= bytes.Count(src[content.Start:content.End], []byte("\n"))-1 {
					continue // every line of Org front matter begins with "#+"
				}
				want, err := hugoOrPanic(format, src[content.Start:content.End])
				d, problem := document(format, src, content)
				switch {
				case (err == nil) != (problem == nil):
					t.Fatalf("document %d: Hugo says %v, we say %v\n%q", n, err, problem, src)
				case problem == nil && !same(d.FrontMatter.Values, want):
					t.Fatalf("document %d: values are\n%v\nHugo's are\n%v\n%q", n, d.FrontMatter.Values, want, src)
				case problem == nil:
					checkTree(t, d)
				case !content.Contains(problem.Span) || problem.Span.Len() < 0 || problem.Message.IsZero():
					t.Fatalf("document %d: problem %+v outside %v\n%q", n, problem, content, src)
				}
				if t.Failed() {
					t.Fatalf("in document %d:\n%q", n, src)
				}
			}
		})
	}
}

// damage deletes, doubles or inserts a few bytes.
func (g *generator) damage(src []byte, content text.Span) ([]byte, text.Span) {
	for range 1 + g.Intn(2) {
		if content.Len() == 0 {
			break
		}
		at := content.Start + g.Intn(content.Len())
		to := min(at+1+g.Intn(4), content.End)
		put := ""
		switch g.Intn(4) {
		case 0:
			put = string(src[at:to]) + string(src[at:to])
		case 1:
			put, to = g.one([]string{"\t", " ", "\n", "\r", ":", "'", "\"", "[", "}", "# ", "- ", "&a ", "*a", "|", ",", "\xff", "=", "."}), at
		case 2:
			put = g.one([]string{"", " ", "é"})
		}
		out := append(append(append([]byte{}, src[:at]...), put...), src[to:]...)
		content.End += len(out) - len(src)
		src = out
	}
	return src, content
}

// hugoOrPanic turns a panic of a decoder into an error.
func hugoOrPanic(format Format, head []byte) (values map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return hugoValues(format, head)
}

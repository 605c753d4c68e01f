package rules

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/adrg/frontmatter"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A reading is what adrg/frontmatter makes of a file: YAML 1.1 where Hugo has
// 1.2, and delimiters that stand alone on their line.
type reading struct {
	values map[string]any // nil when it finds no front matter or cannot parse it
}

func readOther(src []byte) (r reading) {
	defer func() {
		if recover() != nil {
			r.values = nil
		}
	}()
	values := map[string]any{}
	if _, err := frontmatter.MustParse(bytes.NewReader(src), &values); err != nil {
		return reading{}
	}
	return reading{values}
}

// anyDoubtful reports whether a plain scalar among fields, or a key, is one that
// YAML 1.1 may read differently from YAML 1.2.
func anyDoubtful(p *lint.Pass, fields []*source.Field) bool {
	for _, f := range fields {
		if isDoubtful(f.Key) || doubtfulValue(p, f.Value) {
			return true
		}
	}
	return false
}

func doubtfulValue(p *lint.Pass, v *source.Value) bool {
	switch v.Kind {
	case source.Map:
		return anyDoubtful(p, v.Fields)
	case source.List:
		for _, e := range v.Elements {
			if doubtfulValue(p, e) {
				return true
			}
		}
		return false
	}
	return v.Style == source.Plain && v.Len() <= longestDoubtful && isDoubtful(p.Slice(v.Span))
}

// longestDoubtful is the length, in bytes, up to which a number is looked for.
const longestDoubtful = 40

// isDoubtful is the cheap test before the second reading: words for yes and
// no, and what begins like a number and has a letter, a colon or an underscore in it.
func isDoubtful(s string) bool {
	if len(s) == 0 || len(s) > longestDoubtful {
		return false
	}
	switch s[0] {
	case 'y', 'Y', 'n', 'N', 'o', 'O':
		switch strings.ToLower(s) {
		case "y", "n", "yes", "no", "on", "off":
			return true
		}
		return false
	}
	return strings.IndexByte("+-.0123456789", s[0]) >= 0 && strings.ContainsAny(s, ":_oxbeE") && strings.Trim(s, "+-.0123456789:_oxabcdefABCDEF") == ""
}

// compareFields reports every value that the other reader has another one for.
func compareFields(p *lint.Pass, fields []*source.Field, other any) {
	for _, f := range fields {
		if strings.EqualFold(f.Key, "draft") && f.Parent == nil {
			continue // unread-draft-flag's, where it matters
		}
		value, found := entry(other, f.Key)
		if !found {
			if isDoubtful(f.Key) {
				p.Report(lint.Diagnostic{
					Span:    f.KeySpan,
					Message: lint.Msg("the key %q is a flag to other programs", f.Key),
					Effect:  lint.Msg("they do not find it; expected quotes around it"),
				})
			}
			continue
		}
		compareValue(p, f.Value, value, f.Key+": ")
	}
}

func compareValue(p *lint.Pass, v *source.Value, other any, label string) {
	switch v.Kind {
	case source.Map:
		compareFields(p, v.Fields, other)
		return
	case source.List:
		list, _ := other.([]any)
		for i, e := range v.Elements {
			if i < len(list) {
				compareValue(p, e, list[i], "")
			}
		}
		return
	}
	if v.Alias || v.Style != source.Plain || !isDoubtful(p.Slice(v.Span)) || same(v.Data, other) {
		return
	}
	as := p.Slice(v.Span)
	d := lint.Diagnostic{
		Span:    v.Span,
		Message: lint.Msg("%q is %s to Hugo and %v to other programs", label+as, kindName(v.Kind), other),
		Effect:  lint.Msg("what readers see depends on the program; expected quotes around it"),
	}
	if v.Kind == source.String {
		// Nothing in a doubtful scalar needs an escape.
		quote := []text.Edit{text.Insert(v.Start, `"`), text.Insert(v.End, `"`)}
		d.Fixes = []lint.Fix{{Title: lint.Msg("Put it in quotes"), Edits: quote}}
		if flag, ok := other.(bool); ok && label != "" {
			d.Effect = lint.Msg("a template takes any text for true; expected %t, or quotes around it", flag)
			write, _ := p.ReplaceValue(v, flag)
			d.Fixes = append([]lint.Fix{{Title: lint.Msg("Write `%t`", flag), Unsafe: true, Edits: write}}, d.Fixes...)
		}
	}
	p.Report(d)
}

// entry returns the value of a key in a table as yaml.v2 decodes it.
func entry(table any, key string) (any, bool) {
	switch m := table.(type) {
	case map[string]any:
		v, ok := m[key]
		return v, ok
	case map[any]any:
		v, ok := m[key]
		return v, ok
	}
	return nil, false
}

// same reports whether two scalars say the same, whatever Go type a decoder
// gave them.
func same(a, b any) bool {
	return a == b || fmt.Sprintf("%T", a) != "string" && fmt.Sprintf("%T", b) != "string" && fmt.Sprint(a) == fmt.Sprint(b)
}

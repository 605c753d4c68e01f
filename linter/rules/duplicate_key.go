package rules

import (
	"reflect"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
)

var duplicateKey = lint.Rule{
	Name:     "duplicate-key",
	Summary:  "key that is there twice, if only in another letter case",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Checker:  duplicateKeyChecker{},
}

type duplicateKeyChecker struct{}

func (duplicateKeyChecker) Check(p *lint.Pass) {
	if concerns(p) {
		reportDuplicates(p, p.FrontMatter.Fields)
	}
}

// reportDuplicates looks at one table and at those in it.
func reportDuplicates(p *lint.Pass, fields []*source.Field) {
	for i, f := range fields {
		if f.Value.Kind == source.Map {
			reportDuplicates(p, f.Value.Fields)
		}
		if slices.ContainsFunc(fields[:i], func(o *source.Field) bool { return sameKey(o, f) }) {
			reportDuplicate(p, f, slices.DeleteFunc(slices.Clone(fields), func(o *source.Field) bool { return !sameKey(o, f) }))
		}
	}
}

// sameKey reports whether Hugo takes the keys of two fields for one.
func sameKey(a, b *source.Field) bool {
	return len(a.Key) == len(b.Key) && !a.Value.Alias && !b.Value.Alias && strings.EqualFold(a.Key, b.Key)
}

// reportDuplicate reports f, which is not the first of all those with its key.
func reportDuplicate(p *lint.Pass, f *source.Field, all []*source.Field) {
	first := all[0]
	d := lint.Diagnostic{
		Span:    f.KeySpan,
		Message: lint.Msg("%q is already there as %q", f.Key, first.Key),
		Effect:  lint.Msg("letter case does not count, and Hugo keeps %s", keptOf(all)),
		Related: []lint.Related{{Path: p.Document.Path, Span: first.KeySpan, Message: lint.Msg("the first one")}},
	}
	if f.Key == first.Key {
		d.Message = lint.Msg("%q is already there", f.Key)
		d.Effect = lint.Msg("Hugo keeps the last one without a word")
	}
	if reflect.DeepEqual(first.Value.Data, f.Value.Data) {
		p.ReportAs(lint.Warning, d)
		return
	}
	p.Report(d)
}

// keptOf says which of several keys that differ in letter case Hugo keeps: one
// with capitals takes the place of the one without, as Hugo writes it in lower
// case (hmaps.PrepareParams of v0.165.0); of several with capitals the last one
// in the random order of Go's maps.
func keptOf(all []*source.Field) lint.Message {
	var capitals []string
	for _, f := range all {
		if f.Key != strings.ToLower(f.Key) && !slices.Contains(capitals, f.Key) {
			capitals = append(capitals, f.Key)
		}
	}
	if len(capitals) == 1 {
		return lint.Msg("%q", capitals[0])
	}
	return lint.Msg("any of them, not the same in every build")
}

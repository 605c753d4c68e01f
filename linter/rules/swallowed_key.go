package rules

import (
	"bytes"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
)

var swallowedKey = lint.Rule{
	Name:     "swallowed-key",
	Summary:  "key after a TOML table, which belongs to that table",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  swallowedKeyChecker{},
}

type swallowedKeyChecker struct{}

func (swallowedKeyChecker) Check(p *lint.Pass) {
	if p.FrontMatter.Format != source.TOML || !concerns(p) {
		return
	}
	var swallowed []*source.Field
	for _, table := range p.FrontMatter.Fields {
		swallowed = append(swallowed, swallowedBy(p, table)...)
	}
	for _, f := range swallowed {
		p.Report(lint.Diagnostic{
			Span:    f.KeySpan,
			Message: lint.Msg("%q stands after %s and belongs to that table", f.Key, tableName(p, f.Parent)),
			Effect:  lint.Msg("%s; expected it before the first table", effectOfLosing(p, f)),
			Related: []lint.Related{{Path: p.Document.Path, Span: keySpan(f.Parent), Message: lint.Msg("the table begins here")}},
			Fixes:   moveSwallowed(p, f, swallowed),
		})
	}
}

// swallowedBy returns the fields of a table, and of the tables in it, that were
// meant for the top level. Of an array of tables it is the last that swallows,
// and what the others have too is theirs.
func swallowedBy(p *lint.Pass, table *source.Field) (swallowed []*source.Field) {
	if slices.Contains(ownWorlds, strings.ToLower(table.Key)) {
		return nil
	}
	fields := table.Value.Fields
	if len(table.Value.Elements) > 0 {
		fields = onlyInLast(table.Value.Elements)
	}
	for i, f := range fields {
		if isTable(f.Value) {
			swallowed = append(swallowed, swallowedBy(p, f)...)
		} else if isTopLevel(p, f) && underHeader(p, f) && (foreign(p, f) || setApart(p, fields[:i], f)) {
			swallowed = append(swallowed, f)
		}
	}
	return swallowed
}

// onlyInLast returns the fields of the last of tables, without those keys of
// Hugo's that another one of them has too.
func onlyInLast(tables []*source.Value) []*source.Field {
	last := tables[len(tables)-1]
	shared := func(f *source.Field) bool {
		for _, t := range tables[:len(tables)-1] {
			if slices.ContainsFunc(t.Fields, func(o *source.Field) bool { return strings.EqualFold(o.Key, f.Key) }) {
				return true
			}
		}
		return false
	}
	var fields []*source.Field
	for _, f := range last.Fields {
		if !isHugoKey(strings.ToLower(f.Key)) || !shared(f) {
			fields = append(fields, f)
		}
	}
	return fields
}

// ownWorlds are the tables in which any key may be meant. A draft flag in one
// of them is misplaced-draft's.
var ownWorlds = []string{"params", "cascade", "taxonomies", "extra", "postlint", "sites"}

// isTable reports whether v is a table or an array of tables.
func isTable(v *source.Value) bool {
	return v.Kind == source.Map || v.Kind == source.List && len(v.Elements) > 0 && v.Elements[0].Kind == source.Map
}

// isTopLevel reports whether Hugo reads the key of f at the top level, where
// this page has no such key, and f's value would do for it.
func isTopLevel(p *lint.Pass, f *source.Field) bool {
	key := strings.ToLower(f.Key)
	if p.FrontMatter.Lookup(key) != nil {
		return false
	}
	if isTaxonomy(p, key) {
		return canBeTerms(f.Value)
	}
	want, known := hugoKeys[key]
	return known && fits(f.Value, want)
}

// fits reports whether v is what an author writes for a key of that type.
func fits(v *source.Value, want valueType) bool {
	switch want {
	case textValue:
		return v.Kind == source.String
	case textsValue:
		return v.Kind == source.String || v.Kind == source.List
	case numberValue:
		return v.Kind == source.Integer
	case flagValue:
		return v.Kind == source.Bool || v.Kind == source.String
	case dateValue:
		return v.Kind == source.Datetime || v.Kind == source.String
	}
	return false
}

// isHugoKey reports whether Hugo reads a key, in lower case, at the top level.
func isHugoKey(key string) bool {
	_, ok := hugoKeys[key]
	return ok
}

// underHeader reports whether f stands in a line of its own below a header:
// what stands between braces or after a dotted key is not swallowed.
func underHeader(p *lint.Pass, f *source.Field) bool {
	if f.Parent == nil || f.Parent.Value == nil {
		return false
	}
	line := p.Lines.LineOf(f.KeySpan.Start)
	return blank(p.Src[line.Start:f.KeySpan.Start])
}

// foreign reports whether the table that f stands in is one whose keys are
// known, and f's is not among them; or f's key is one that no table of a
// theme's own has.
func foreign(p *lint.Pass, f *source.Field) bool {
	key := strings.ToLower(f.Key)
	switch key {
	case "draft":
		return saysYes(f.Value)
	case "iscjklanguage":
		return true
	}
	top := f.Parent
	for top.Parent != nil {
		top = top.Parent
	}
	name := strings.ToLower(top.Key)
	c := p.Site.Contract
	switch {
	case top == f.Parent && tableKeys[name] != nil:
		return !slices.Contains(tableKeys[name], key)
	case top == f.Parent && c.Declared && (strings.EqualFold(name, c.AI.Table) || strings.EqualFold(name, c.Glossary.Table)),
		top == f.Parent && isImageTable(c.Image.Keys, name):
		return isTaxonomy(p, key) || key == "date" || key == "aliases" || key == "slug" || key == "weight"
	}
	return false
}

// isImageTable reports whether keys of feature images stand in a table of that
// name, as cover.image does.
func isImageTable(keys []string, name string) bool {
	for _, key := range keys {
		if table, _, nested := strings.Cut(key, "."); nested && strings.EqualFold(table, name) {
			return true
		}
	}
	return false
}

// setApart reports whether the author set f apart from the entries of the table
// before it, as from something that has ended: they are indented and f is not,
// or a blank line stands before f and none between them, and f is something
// that a post cannot well do without.
func setApart(p *lint.Pass, before []*source.Field, f *source.Field) bool {
	if len(before) == 0 {
		return false
	}
	indented := true
	for _, b := range before {
		indented = indented && indent(p, b) > indent(p, f)
	}
	if indented {
		return true
	}
	key := strings.ToLower(f.Key)
	if key == "date" && !p.Dates.Date.IsZero() || key != "date" && !isTaxonomy(p, key) {
		return false
	}
	for _, b := range before[1:] {
		if afterBlankLine(p, b) {
			return false
		}
	}
	return afterBlankLine(p, f)
}

// indent returns the number of bytes before f on its line.
func indent(p *lint.Pass, f *source.Field) int {
	return f.KeySpan.Start - p.Lines.LineOf(f.KeySpan.Start).Start
}

func afterBlankLine(p *lint.Pass, f *source.Field) bool {
	line := p.Lines.LineOf(f.KeySpan.Start)
	if line.Start == 0 {
		return false
	}
	before := p.Lines.LineOf(line.Start - 1)
	return len(bytes.TrimSpace(p.Src[before.Start:before.End])) == 0
}

// effectOfLosing says what a page without f is like.
func effectOfLosing(p *lint.Pass, f *source.Field) lint.Message {
	key := strings.ToLower(f.Key)
	switch {
	case key == "draft" && saysYes(f.Value):
		return lint.Msg("the draft is published")
	case isTaxonomy(p, key):
		return lint.Msg("the page is listed under none of its terms")
	case key == "date":
		return lint.Msg("the page has no date")
	}
	return lint.Msg("Hugo does not read it there")
}

// moveSwallowed returns the fix for f: all that was swallowed goes to the top
// level in one step, or f alone where that cannot be.
func moveSwallowed(p *lint.Pass, f *source.Field, swallowed []*source.Field) []lint.Fix {
	if clash(swallowed) {
		return nil
	}
	fields := swallowed
	edits, ok := p.Move(fields, keysOf(fields))
	if !ok {
		fields = []*source.Field{f}
		edits, _ = p.Move(fields, keysOf(fields))
	}
	return []lint.Fix{{
		Title:  lint.Msg("Move %s before the first table", enumerate(keysOf(fields))),
		Unsafe: true,
		Edits:  edits,
	}}
}

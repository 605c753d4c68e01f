package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"postlint/linter/lint"
	"postlint/linter/schema"
	"postlint/linter/source"
	"postlint/linter/text"
)

var schemaViolation = lint.Rule{
	Name:     "schema-violation",
	Summary:  "front matter that departs from the site's JSON Schema",
	Family:   lint.FrontMatter,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  schemaViolationChecker{},
}

type schemaViolationChecker struct{}

func (schemaViolationChecker) Check(p *lint.Pass) {
	held := p.Site.Schemas(p.Page)
	if len(held) == 0 || p.FrontMatter.Format != source.NoFormat && !p.Readable() {
		return
	}
	var seen []lint.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(held)) {
		v := violations{p: p, file: file, schema: held[file]}
		for _, violation := range held[file].Validate(p.FrontMatter.Values) {
			v.report(violation)
		}
		for _, d := range v.found {
			// What two schemas say in the same words is said once.
			if !slices.ContainsFunc(seen, func(o lint.Diagnostic) bool {
				return o.Span == d.Span && o.Message.String() == d.Message.String()
			}) {
				seen = append(seen, d)
				p.Report(d)
			}
		}
	}
}

// violations are what departs from one schema in one post.
type violations struct {
	p      *lint.Pass
	file   string
	schema *schema.Schema
	found  []lint.Diagnostic
}

// report says one violation at the key or the value that it is about.
func (v *violations) report(violation schema.Violation) {
	spot := schema.Place(&v.p.FrontMatter, violation.Path)
	switch k := violation.Kind.(type) {
	case *kind.Required:
		v.missing(violation, spot, k.Missing)
		return
	case *kind.DependentRequired:
		v.alone(violation, k.Prop, k.Missing)
		return
	case *kind.Dependency:
		v.alone(violation, k.Prop, k.Missing)
		return
	case *kind.AdditionalProperties:
		for _, key := range k.Properties {
			v.unknown(violation, key)
		}
		return
	case *kind.FalseSchema:
		if len(violation.Path) > 0 && spot.Field != nil {
			v.unknown(schema.Violation{Path: violation.Path[:len(violation.Path)-1], Keys: violation.Keys}, violation.Path[len(violation.Path)-1])
			return
		}
	case *kind.PropertyNames:
		if at := schema.Place(&v.p.FrontMatter, append(slices.Clone(violation.Path), k.Property)); at.Field != nil {
			v.add(lint.Diagnostic{
				Span:    keySpan(at.Field),
				Message: lint.Msg("%q is not the name of a key here", at.Field.Key),
				Effect:  lint.Msg("%s allows other names only", v.file),
			})
			return
		}
	}
	d := lint.Diagnostic{Span: v.valueSpan(spot)}
	d.Message, d.Effect = v.say(violation, spot)
	if k, ok := violation.Kind.(*kind.Enum); ok {
		if best := v.closest(k); best != "" && spot.Value != nil {
			d.Effect = lint.Msg("did you mean %q?", best)
			edits, _ := v.p.ReplaceValue(spot.Value, best)
			d.Fixes = []lint.Fix{{Title: lint.Msg("Use %q", best), Unsafe: true, Edits: edits}}
		}
	}
	if k, ok := violation.Kind.(*kind.UniqueItems); ok && spot.Value != nil && k.Duplicates[1] < len(spot.Value.Elements) {
		d.Span = spot.Value.Elements[k.Duplicates[1]].Span
	}
	v.add(d)
}

func (v *violations) add(d lint.Diagnostic) { v.found = append(v.found, d) }

// valueSpan returns the span of a value, or of its key where nothing is
// written, or where it is a table.
func (v *violations) valueSpan(spot schema.Spot) text.Span {
	switch {
	case spot.Value == nil:
		return startSpan(v.p)
	case spot.Field != nil && (spot.Value.Len() == 0 || spot.Value.Kind == source.Map && spot.Field.Value == spot.Value):
		return keySpan(spot.Field)
	}
	if spot.Value.Kind == source.Map && len(spot.Value.Fields) > 0 {
		return keySpan(spot.Value.Fields[0])
	}
	return spot.Value.Span
}

// missing reports keys that are not there: of a table at its key, of the front
// matter at its opening. What a cascade gives is there.
func (v *violations) missing(violation schema.Violation, spot schema.Spot, keys []string) {
	missing := v.notGiven(violation, keys)
	if len(missing) == 0 {
		return
	}
	d := lint.Diagnostic{
		Span:    v.valueSpan(spot),
		Message: lint.Msg("the post has no %s", enumerate(missing)),
		Effect:  lint.Msg("%s requires it", v.file),
	}
	if spot.Field != nil {
		d.Message = lint.Msg("%q has no %s", spot.Field.Key, enumerate(missing))
	}
	v.add(d)
}

// alone reports a key that asks for others, which are not there.
func (v *violations) alone(violation schema.Violation, key string, others []string) {
	missing := v.notGiven(violation, others)
	spot := schema.Place(&v.p.FrontMatter, append(slices.Clone(violation.Path), key))
	if len(missing) == 0 || spot.Field == nil {
		return
	}
	v.add(lint.Diagnostic{
		Span:    keySpan(spot.Field),
		Message: lint.Msg("%q stands without %s", spot.Field.Key, enumerate(missing)),
		Effect:  lint.Msg("%s asks for both or none", v.file),
	})
}

// notGiven returns those keys of a table, as the schema writes them, that the
// page has from nowhere, but for those that missing-field has reported.
func (v *violations) notGiven(violation schema.Violation, keys []string) (missing []string) {
	said := lint.Once(v.p, &missingFieldsKey, func() []string { return nil })
	for _, key := range keys {
		dotted := strings.Join(append(slices.Clone(violation.Path), key), ".")
		if slices.ContainsFunc(said, func(f string) bool { return strings.EqualFold(f, dotted) }) {
			continue // missing-field has said so
		}
		if !inParams(v.p, append(slices.Clone(violation.Path), key)) {
			missing = append(missing, v.schema.Key(key))
		}
	}
	return missing
}

// inParams reports whether a page has a parameter, from wherever it came.
func inParams(p *lint.Pass, path []string) bool {
	var value any = p.Params
	for _, key := range path {
		table, ok := asTable(value)
		if !ok {
			return false
		}
		if value, ok = table[strings.ToLower(key)]; !ok {
			return false
		}
	}
	return true
}

// unknown reports a key that the schema does not have.
func (v *violations) unknown(violation schema.Violation, key string) {
	spot := schema.Place(&v.p.FrontMatter, append(slices.Clone(violation.Path), key))
	if spot.Field == nil || len(violation.Path) == 0 && key == "postlint" {
		return // the table of allowances is ours
	}
	d := lint.Diagnostic{
		Span:    keySpan(spot.Field),
		Message: lint.Msg("%q is not a key that %s knows", spot.Field.Key, v.file),
	}
	owner := v.p.FrontMatter.Fields
	if at := schema.Place(&v.p.FrontMatter, violation.Path); at.Value != nil {
		owner = at.Value.Fields
	}
	var free []string
	for _, known := range violation.Keys {
		if (&source.FrontMatter{Fields: owner}).Lookup(known) == nil {
			free = append(free, known)
		}
	}
	switch best := text.Closest(strings.ToLower(spot.Field.Key), free); {
	case best != "":
		d.Effect = lint.Msg("did you mean %q?", best)
		edits, _ := v.p.Rename(spot.Field, best)
		d.Fixes = []lint.Fix{{Title: lint.Msg("Rename it to %q", best), Unsafe: true, Edits: edits}}
	case len(violation.Keys) > 0 && len(violation.Keys) <= maxListed:
		d.Effect = lint.Msg("expected one of %s", quotedList(violation.Keys))
	default:
		d.Effect = lint.Msg("expected one of the keys that the schema lists")
	}
	v.add(d)
}

// maxListed is how many expected names a message lists.
const maxListed = 12

// closest returns the value that a string was meant to be, or "".
func (v *violations) closest(k *kind.Enum) string {
	got, ok := k.Got.(string)
	if !ok {
		return ""
	}
	var names []string
	for _, want := range k.Want {
		if s, ok := want.(string); ok {
			if strings.EqualFold(s, got) {
				return s
			}
			names = append(names, s)
		}
	}
	return text.Closest(got, names)
}

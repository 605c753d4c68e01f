package rules

import (
	"errors"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/site"
	"postlint/linter/source"
)

var mistypedValue = lint.Rule{
	Name:     "mistyped-value",
	Summary:  "value of a type that Hugo cannot use for its key",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  mistypedValueChecker{},
}

type mistypedValueChecker struct{}

func (mistypedValueChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	fatal := false
	for _, f := range p.FrontMatter.Fields {
		key := strings.ToLower(f.Key)
		if key == "_build" {
			reportOldBuild(p, f)
		}
		m := misread(p, key, f)
		if m == nil {
			continue
		}
		fatal = fatal || m.fatal
		d := lint.Diagnostic{Span: m.at.Span, Message: m.message, Effect: m.effect, Fixes: m.fixes(p)}
		if d.Span.Len() == 0 || m.at.Kind == source.Map {
			d.Span = keySpan(f)
		}
		p.ReportAs(m.severity, d)
	}
	if !fatal && p.Err != nil {
		reportRejected(p)
	}
}

// reportOldBuild reports the key that became "build" in Hugo 0.145 and fails the
// build since.
func reportOldBuild(p *lint.Pass, f *source.Field) {
	d := lint.Diagnostic{
		Span:    f.KeySpan,
		Message: lint.Msg("%q was the name of %q before Hugo 0.145", f.Key, "build"),
		Effect:  lint.Msg("the build fails with an error that names no file"),
	}
	if p.FrontMatter.Lookup("build") == nil {
		edits, _ := p.Rename(f, "build")
		d.Fixes = []lint.Fix{{Title: lint.Msg("Rename it to %q", "build"), Unsafe: true, Edits: edits}}
	}
	p.Report(d)
}

// A misreading is a value that Hugo reads as something else, or not at all.
type misreading struct {
	at       *source.Value
	message  lint.Message
	effect   lint.Message
	severity lint.Severity
	fatal    bool // Hugo stops the build
	write    any  // what was meant; nil where that cannot be told
}

func (m *misreading) fixes(p *lint.Pass) []lint.Fix {
	if m.write == nil {
		return nil
	}
	edits, _ := p.ReplaceValue(m.at, m.write)
	return []lint.Fix{{Title: lint.Msg("Write %s", shown(m.write)), Unsafe: true, Edits: edits}}
}

// shown prints a value for the title of a fix.
func shown(value any) lint.Message {
	switch v := value.(type) {
	case string:
		return lint.Msg("%s", `"`+v+`"`)
	case []string:
		return lint.Msg("%s", `["`+strings.Join(v, `", "`)+`"]`)
	case bool:
		return lint.Msg("%t", v)
	}
	return lint.Msg("it as a number")
}

// misread judges the value of one top-level key, in lower case. It returns nil
// for a value that Hugo reads as its author meant it, as far as can be told.
func misread(p *lint.Pass, key string, f *source.Field) *misreading {
	want, known := hugoKeys[key]
	switch {
	case isTaxonomy(p, key):
		return misreadTerms(p, f)
	case !known:
		return nil
	}
	switch want {
	case textValue:
		return misreadText(p, f)
	case textsValue:
		return misreadTexts(key, f)
	case numberValue:
		return misreadNumber(p, f)
	case flagValue:
		return misreadFlag(p, key, f)
	}
	switch key {
	case "build":
		return misreadBuild(f)
	case "sitemap":
		return misreadSitemap(f)
	case "resources":
		return misreadResources(f)
	}
	return nil
}

// reportRejected reports what Hugo itself gives as the reason for stopping at
// this page.
func reportRejected(p *lint.Pass) {
	key, reason := rejected(p.Err)
	f := p.FrontMatter.Lookup(key)
	if f == nil {
		return // it comes from a cascade, whose page has the finding
	}
	d := lint.Diagnostic{
		Span:    f.Value.Span,
		Message: lint.Msg("Hugo cannot use %q: %s", f.Key, reason),
		Effect:  lint.Msg("the build stops here"),
	}
	if hugoKeys[key] == tableValue && f.Value.Kind != source.Map && (key != "cascade" || f.Value.Kind != source.List) {
		d.Message = lint.Msg("%q is %s", f.Key, kindName(f.Value.Kind))
		d.Effect = lint.Msg("the build stops here; expected a table")
	}
	if d.Span.Len() == 0 || f.Value.Kind == source.Map {
		d.Span = keySpan(f)
	}
	if s, ok := f.Value.Text(); ok && key == "url" {
		d.Fixes = ownPath(p, f.Value, s)
	}
	for _, e := range f.Value.Elements {
		if s, ok := e.Text(); ok && key == "aliases" && hasScheme(s) {
			d.Span, d.Fixes = e.Span, ownPath(p, e, s)
			break
		}
	}
	p.Report(d)
}

// rejected returns the key that Hugo stops at, and why.
func rejected(err error) (key string, reason lint.Message) {
	var at *site.KeyError
	if errors.As(err, &at) {
		reason = message.Of(at.Err)
		if reason.Format == "%s" { // Hugo's own words
			reason = lint.Msg("%s", lastLine(at.Err.Error()))
		}
		return at.Key, reason
	}
	key, words, _ := strings.Cut(err.Error(), ": ")
	if strings.Contains(key, "media type") {
		key, words = "markup", key
	}
	return key, lint.Msg("%s", lastLine(words))
}

// lastLine returns the last line of an error that lists others.
func lastLine(s string) string {
	return strings.TrimPrefix(s[strings.LastIndexByte(s, '\n')+1:], "* ")
}

func hasScheme(url string) bool {
	return strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://")
}

// ownPath returns the fix that leaves only the path of an address on this very site.
func ownPath(p *lint.Pass, v *source.Value, url string) []lint.Fix {
	base := strings.TrimRight(p.Site.Config.BaseURL, "/")
	path, own := strings.CutPrefix(url, base)
	if !own || base == "" || !strings.HasPrefix(path, "/") {
		return nil
	}
	edits, _ := p.ReplaceValue(v, path)
	return []lint.Fix{{Title: lint.Msg("Write %s", path), Unsafe: true, Edits: edits}}
}

// onlyText returns the text of a list that holds nothing else.
func onlyText(v *source.Value) any {
	if len(v.Elements) != 1 {
		return nil
	}
	if s, ok := v.Elements[0].Text(); ok {
		return s
	}
	return nil
}

// flatTexts returns the texts of a list that has lists in it, in order; nil
// where there is anything else.
func flatTexts(v *source.Value) []string {
	var texts []string
	for _, e := range v.Elements {
		if s, ok := e.Text(); ok {
			texts = append(texts, s)
			continue
		}
		inner := flatTexts(e)
		if inner == nil {
			return nil
		}
		texts = append(texts, inner...)
	}
	return texts
}

// nested returns the first list or table in a list, or nil.
func nested(v *source.Value) *source.Value {
	i := slices.IndexFunc(v.Elements, func(e *source.Value) bool { return e.Kind == source.List || e.Kind == source.Map })
	if i < 0 {
		return nil
	}
	return v.Elements[i]
}

package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cast"

	"postlint/linter/lint"
	"postlint/linter/source"
)

// What Hugo's casts make of a value whose type is not that of its key, as
// hugolib/page__meta.go of v0.165.0 applies them.

func kindName(k source.Kind) lint.Message {
	switch k {
	case source.Map:
		return lint.Msg("a table")
	case source.List:
		return lint.Msg("a list")
	case source.Bool:
		return lint.Msg("a flag")
	case source.String:
		return lint.Msg("text")
	case source.Datetime:
		return lint.Msg("a date")
	}
	return lint.Msg("a number")
}

// misreadTerms looks for digits that change; terms that are none at all are the
// business of unreadable-terms.
func misreadTerms(p *lint.Pass, f *source.Field) *misreading {
	if f.Value.Kind != source.List {
		return misreadDigits(p, f.Value)
	}
	for _, e := range f.Value.Elements {
		if m := misreadDigits(p, e); m != nil {
			return m
		}
	}
	return nil
}

func misreadText(p *lint.Pass, f *source.Field) *misreading {
	if f.Value.Kind != source.List && f.Value.Kind != source.Map {
		return misreadDigits(p, f.Value)
	}
	m := &misreading{
		at:       f.Value,
		severity: lint.Error,
		message:  lint.Msg("%q is %s", f.Key, kindName(f.Value.Kind)),
		effect:   lint.Msg("Hugo reads it as empty; expected text"),
		write:    onlyText(f.Value),
	}
	switch strings.ToLower(f.Key) {
	case "type", "layout", "markup", "translationkey":
		m.severity = lint.Warning // readers may not see a difference
	}
	return m
}

// misreadDigits finds a number whose digits the decoder does not keep: 1.10
// becomes the text "1.1", and 007 the text "7".
func misreadDigits(p *lint.Pass, v *source.Value) *misreading {
	if v.Kind != source.Float && v.Kind != source.Integer || v.Style != source.Plain {
		return nil
	}
	as, s := p.Slice(v.Span), cast.ToString(v.Data)
	if as == s || strings.Trim(as, "0123456789.") != "" {
		return nil
	}
	return &misreading{
		at:       v,
		severity: lint.Warning,
		message:  lint.Msg("%s without quotes is a number", as),
		effect:   lint.Msg("readers see %q", s),
		write:    as,
	}
}

func misreadTexts(key string, f *source.Field) *misreading {
	m := &misreading{at: f.Value, severity: lint.Error}
	s, _ := f.Value.Text()
	words := strings.Fields(s)
	switch inner := nested(f.Value); {
	case f.Value.Kind == source.Map && len(f.Value.Fields) > 0:
		m.message, m.effect = lint.Msg("%q is a table", f.Key), lint.Msg("Hugo reads nothing from it; expected a list")
	case inner != nil:
		m.message = lint.Msg("%s is in the list %q", kindName(inner.Kind), f.Key)
		m.effect = lint.Msg("Hugo reads nothing from the whole list; expected text")
		if texts := flatTexts(f.Value); texts != nil {
			m.write = texts
		}
	case len(words) < 2:
		return nil
	case strings.Contains(s, ","):
		m.severity = lint.Warning
		m.message = lint.Msg("%q is split at its blanks, commas and all", s)
		m.effect = lint.Msg("Hugo reads %q first; expected a list", words[0])
		m.write = trimmedParts(s)
	case key == "aliases" && slices.ContainsFunc(words, func(w string) bool { return !strings.HasPrefix(w, "/") }):
		m.severity = lint.Warning
		m.message = lint.Msg("%q is split at its blanks", s)
		m.effect = lint.Msg("Hugo makes %d addresses of it; expected a list", len(words))
		m.write = []string{s}
	default:
		return nil
	}
	return m
}

// trimmedParts splits a list that is written as one text with commas.
func trimmedParts(s string) []string {
	var parts []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func misreadNumber(p *lint.Pass, f *source.Field) *misreading {
	m := &misreading{at: f.Value, severity: lint.Error}
	got, err := cast.ToIntE(f.Value.Data)
	as := strings.Trim(p.Slice(f.Value.Span), `"'`)
	switch {
	case f.Value.Kind == source.Null || f.Value.Data == "":
		return nil
	case err != nil:
		m.message = lint.Msg("%q is not a number", written(p, f.Value))
		m.effect = lint.Msg("Hugo reads %q as 0, which is as good as none", f.Key)
		if n, err := strconv.Atoi(strings.TrimSpace(as)); err == nil {
			m.write = n // "08" is no octal number
		}
		return m
	case f.Value.Kind == source.Float && float64(got) != f.Value.Data:
		m.severity = lint.Warning
		m.message = lint.Msg("%s is not a whole number", as)
		m.effect = lint.Msg("Hugo reads it as %d", got)
		return m
	}
	if n, err := strconv.Atoi(as); err == nil && n != got {
		m.severity = lint.Warning
		m.message = lint.Msg("%s begins with 0 and is read as an octal number", as)
		m.effect = lint.Msg("Hugo reads it as %d", got)
		m.write = n
		return m
	}
	return nil
}

func misreadFlag(p *lint.Pass, key string, f *source.Field) *misreading {
	if _, err := cast.ToBoolE(f.Value.Data); err == nil || f.Value.Kind == source.Null {
		return nil
	}
	m := &misreading{at: f.Value, severity: lint.Error, effect: lint.Msg("Hugo reads it as false; expected true or false")}
	m.message = lint.Msg("%q is not a flag", f.Key+": "+written(p, f.Value))
	yes := saysYes(f.Value)
	switch {
	case saysNo(f.Value), key == "draft" && yes: // unread-draft-flag has the latter
		return nil
	case yes:
		m.write = true
	case key == "draft":
		m.effect = lint.Msg("Hugo reads it as false, and the page is published; expected true or false")
	}
	return m
}

// saysNo reports whether an author who wrote the value meant "no", which is
// how Hugo reads whatever it does not understand.
func saysNo(v *source.Value) bool {
	s, ok := v.Text()
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "false", "no", "off", "n", "f", "0":
		return ok
	}
	return false
}

// buildWords are the values of build.list and build.render, beside true and
// false (pagemeta.DecodeBuildConfig of v0.165.0).
var buildWords = map[string][]string{
	"list":   {"always", "never", "local"},
	"render": {"always", "never", "link"},
}

func misreadBuild(f *source.Field) *misreading {
	for _, b := range f.Value.Fields {
		words := buildWords[strings.ToLower(b.Key)]
		s, ok := b.Value.Text()
		if words == nil || !ok || s == "" || s == "0" || s == "1" || slices.Contains(words, s) {
			continue
		}
		m := &misreading{
			at:       b.Value,
			severity: lint.Error,
			message:  lint.Msg("%q is not a value of build.%s", s, strings.ToLower(b.Key)),
			effect:   lint.Msg("Hugo reads it as %q; expected %s", "always", strings.Join(words, ", ")),
		}
		if lower := strings.ToLower(s); slices.Contains(words, lower) {
			m.write = lower
		} else if lower == "false" {
			m.write = false
		}
		return m
	}
	return nil
}

func misreadSitemap(f *source.Field) *misreading {
	if f.Value.Kind == source.Map || f.Value.Kind == source.Null || f.Value.Data == "" {
		return nil
	}
	return &misreading{
		at:       f.Value,
		severity: lint.Warning,
		message:  lint.Msg("%q is %s", f.Key, kindName(f.Value.Kind)),
		effect:   lint.Msg("Hugo ignores it; expected a table with changefreq, priority or disable"),
	}
}

func misreadResources(f *source.Field) *misreading {
	m := &misreading{at: f.Value, severity: lint.Warning, effect: lint.Msg("Hugo gives no resource a name or title from it; expected a list of tables")}
	switch {
	case f.Value.Kind == source.Map && slices.ContainsFunc(f.Value.Fields, func(r *source.Field) bool { return strings.EqualFold(r.Key, "src") }):
		m.message = lint.Msg("%q is one table, not a list of them", f.Key)
	case f.Value.Kind == source.String && f.Value.Data != "":
		m.message = lint.Msg("%q is text", f.Key)
	default:
		return nil
	}
	return m
}

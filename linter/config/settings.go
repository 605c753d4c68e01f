package config

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

// settings are the decoded [params.postlint].
type settings struct {
	failOn     lint.Severity
	lang       string
	baseline   string
	only, skip []string
	rules      map[string]tables
	sections   map[string]map[string]tables // by lower-case name of the section
}

// tables are the settings of one rule, each over those before it.
type tables []map[string]any

// languages are those that messages are there in.
var languages = []string{"en", "vi"}

// A reader collects the errors of one configuration.
type reader struct {
	index  *site.Index
	all    []lint.Rule
	files  []*source.Document // configuration files with the place of every key
	errors Errors
}

// What a key of a table may be that nobody knows.
var (
	unknownSetting = lint.Msg("unknown setting")
	unknownRule    = lint.Msg("unknown rule")
)

// A setting is a key of [params.postlint] and what its value must be.
type setting struct {
	name string
	read func(r *reader, path []string, value any)
}

// word is a setting that any string will do for.
func word(name string) setting { return setting{name, (*reader).checkText} }

// settings decodes the site's [params.postlint].
func (r *reader) settings() *settings {
	s := &settings{failOn: lint.Error, rules: map[string]tables{}, sections: map[string]map[string]tables{}}
	value, ok := r.index.Config.Params["postlint"]
	if !ok {
		return s
	}
	list := func(name string) setting { return setting{name, (*reader).checkList} }
	r.table(nil, value, unknownSetting, []setting{
		{"failOn", func(r *reader, path []string, v any) {
			name, _ := v.(string)
			if s.failOn, ok = parseFailOn(name); !ok {
				r.errorf(path, "%s; %s", lint.Describe(v), meant(name, FailOn))
			}
		}},
		{"lang", func(r *reader, path []string, v any) {
			if s.lang, _ = v.(string); !slices.Contains(languages, s.lang) {
				r.errorf(path, "%s; %s", lint.Describe(v), lint.Meant(s.lang, languages, lint.Msg("expected en or vi")))
			}
		}},
		{"baseline", func(r *reader, path []string, v any) {
			s.baseline, _ = v.(string)
			if s.baseline == "" {
				r.errorf(path, "%s; expected the name of a file, relative to the site", lint.Describe(v))
			}
		}},
		{"only", func(r *reader, path []string, v any) { s.only = r.ruleNames(path, v) }},
		{"skip", func(r *reader, path []string, v any) { s.skip = r.ruleNames(path, v) }},
		{"rules", func(r *reader, path []string, v any) { s.rules = r.rules(path, v) }},
		{"sections", func(r *reader, path []string, v any) { s.sections = r.sections(path, v) }},
		{"schemas", (*reader).checkTexts},
		{"image", func(r *reader, path []string, v any) {
			r.table(path, v, unknownSetting, []setting{list("keys"), list("tables"), list("altKeys"), {"places", checkPlaces}})
		}},
		{"summary", func(r *reader, path []string, v any) { r.table(path, v, unknownSetting, []setting{list("dividers")}) }},
		{"ai", func(r *reader, path []string, v any) {
			r.table(path, v, unknownSetting, []setting{word("table"), list("levels")})
		}},
		{"glossary", func(r *reader, path []string, v any) {
			r.table(path, v, unknownSetting, []setting{word("section"), word("table")})
		}},
	})
	return s
}

// checkTexts checks a table of strings with any keys.
func (r *reader) checkTexts(path []string, v any) {
	m, ok := asMap(v)
	if !ok {
		r.errorf(path, "%s; expected a table", lint.Describe(v))
	}
	for _, key := range slices.Sorted(maps.Keys(m)) {
		r.checkText(append(slices.Clone(path), key), m[key])
	}
}

// table reads each key of a table by its setting.
func (r *reader) table(path []string, value any, unknown lint.Message, known []setting) {
	m, ok := asMap(value)
	if !ok {
		r.errorf(path, "%s; expected a table", lint.Describe(value))
		return
	}
	for _, key := range slices.Sorted(maps.Keys(m)) {
		at := append(slices.Clone(path), key)
		i := slices.IndexFunc(known, func(s setting) bool { return strings.EqualFold(s.name, key) })
		if i >= 0 {
			known[i].read(r, at, m[key])
			continue
		}
		var names []string
		for _, s := range known {
			names = append(names, s.name)
		}
		r.errorf(at, "%s; %s", unknown, lint.Meant(key, names, lint.Msg("expected one of %s", strings.Join(names, ", "))))
	}
}

// rules reads a table of rules.
func (r *reader) rules(path []string, value any) map[string]tables {
	read := map[string]tables{}
	var known []setting
	for _, rule := range r.all {
		known = append(known, setting{rule.Name, func(r *reader, path []string, v any) {
			m, ok := asMap(v)
			if !ok {
				r.errorf(path, "%s; expected a table", lint.Describe(v))
				return
			}
			r.checkOptions(rule, path, m)
			read[rule.Name] = tables{m}
		}})
	}
	if m, ok := asMap(value); ok {
		// Rules are too many to list.
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if !slices.ContainsFunc(known, func(s setting) bool { return s.name == key }) {
				r.errorf(append(slices.Clone(path), key), "%s; %s", unknownRule, meantRule(key, ruleNames(r.all)))
				m = maps.Clone(m)
				delete(m, key)
			}
		}
		value = m
	}
	r.table(path, value, unknownRule, known)
	return read
}

func ruleNames(all []lint.Rule) []string {
	var list []string
	for _, r := range all {
		list = append(list, r.Name)
	}
	return list
}

// checkOptions reports every setting that a rule cannot take.
func (r *reader) checkOptions(rule lint.Rule, path []string, options map[string]any) {
	options = maps.Clone(options)
	for {
		_, err := rule.Configure(options)
		var wrong *lint.OptionError
		if !errors.As(err, &wrong) {
			return
		}
		r.errorf(append(slices.Clone(path), wrong.Key), "%s; %s", wrong.Problem, wrong.Expected)
		delete(options, wrong.Key)
	}
}

// sections reads a table of sections, each with rules of its own.
func (r *reader) sections(path []string, value any) map[string]map[string]tables {
	read := map[string]map[string]tables{}
	m, ok := asMap(value)
	if !ok {
		r.errorf(path, "%s; expected a table", lint.Describe(value))
		return read
	}
	for _, name := range slices.Sorted(maps.Keys(m)) {
		r.table(append(slices.Clone(path), name), m[name], unknownSetting, []setting{
			{"rules", func(r *reader, path []string, v any) { read[strings.ToLower(name)] = r.rules(path, v) }},
			word("schema"),
		})
	}
	return read
}

// sectionNotes names sections that have settings but no page, where another
// name may have been meant. A theme may well know more sections than its site has.
func (r *reader) sectionNotes(sections map[string]map[string]tables) (notes []lint.Message) {
	var there []string
	for _, p := range r.index.Pages {
		if s := strings.ToLower(p.Section); s != "" && !slices.Contains(there, s) {
			there = append(there, s)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		if !slices.Contains(there, name) {
			if hint := lint.Meant(name, there, lint.Message{}); !hint.IsZero() {
				notes = append(notes, lint.Msg("%s: section %q has no posts; %s", r.place([]string{"sections", name}), name, hint))
			}
		}
	}
	return notes
}

func (r *reader) checkText(path []string, v any) {
	if _, ok := v.(string); !ok {
		r.errorf(path, "%s; expected a string", lint.Describe(v))
	}
}

func (r *reader) checkList(path []string, v any) {
	if _, ok := stringList(v); !ok {
		r.errorf(path, "%s; expected a list of strings", lint.Describe(v))
	}
}

// places are where the contract looks for images.
var places = []string{"bundle", "assets", "static"}

func checkPlaces(r *reader, path []string, v any) {
	list, ok := stringList(v)
	if !ok {
		r.errorf(path, "%s; expected a list of strings", lint.Describe(v))
	}
	for _, place := range list {
		if !slices.Contains(places, place) {
			r.errorf(path, "unknown place %q; %s", place, meant(place, places))
		}
	}
}

// ruleNames reads a list of rule and family names.
func (r *reader) ruleNames(path []string, v any) []string {
	list, ok := stringList(v)
	if !ok {
		r.errorf(path, "%s; expected a list of rules", lint.Describe(v))
	}
	for _, name := range list {
		if !slices.Contains(names(r.all), name) {
			r.errorf(path, "unknown rule %q; %s", name, meantRule(name, names(r.all)))
		}
	}
	return list
}

func (s *settings) selects(r lint.Rule) bool { return selects(r, s.only, s.skip) }

// configured returns r with its settings; on is false when they turn it off,
// or when it is a matter of policy that nothing asks for. Naming a rule on the
// command line asks for it, and turns it on again.
func (s *settings) configured(r lint.Rule, settings tables, named bool) (rule lint.Rule, on bool) {
	if r.Policy && len(settings) == 0 && !named {
		return r, false
	}
	rule = r
	for _, table := range settings {
		var err error
		if rule, err = rule.Configure(table); err != nil {
			return r, false // cannot be: checkOptions has seen every table
		}
	}
	if rule.Severity == lint.Off && named {
		rule.Severity = r.Severity
	}
	return rule, rule.Severity != lint.Off
}

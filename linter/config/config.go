// Package config reads [params.postlint] of a Hugo site, which holds what the
// site and its theme decided, and chooses and configures the rules by it.
package config

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/site"
)

// A Config says which rules check which page, and what their findings mean.
type Config struct {
	Lang string // of messages: "vi", "en", or "" where nothing is said
	// Baseline is the file of known findings, as written: slash-separated,
	// relative to the site; "" where nothing is said.
	Baseline   string
	BaselineAt string         // "file:line:column", where that is written, as far as it is known
	Notes      []lint.Message // what is odd and may be meant

	failOn   lint.Severity // Off stands for never
	rules    []lint.Rule
	sections map[string][]lint.Rule // of the sections that have settings of their own, by lower-case name
}

// Flags are the settings of the command line. They win over the site's.
type Flags struct {
	Only   []string // rule and family names; all rules if empty
	Skip   []string // rule and family names
	FailOn string   // a severity or "never"; the site's setting, else error, if empty
}

// Load reads the configuration of a site for a set of rules. The error is an
// [Errors] that lists everything that is wrong, or that of [Flags.Check].
func Load(x *site.Index, all []lint.Rule, flags Flags) (*Config, error) {
	if err := flags.Check(all); err != nil {
		return nil, err
	}
	r := reader{index: x, all: all}
	r.locate()
	s := r.settings()
	r.checkSchemas()
	if len(r.errors) > 0 {
		return nil, r.sorted()
	}
	c := &Config{Lang: s.lang, Baseline: s.baseline, BaselineAt: r.place([]string{"baseline"}), Notes: r.sectionNotes(s.sections), failOn: s.failOn}
	if flags.FailOn != "" {
		c.failOn, _ = parseFailOn(flags.FailOn)
	}
	if len(flags.Only) > 0 {
		s.only, s.skip = nil, nil
	}
	choose := func(tables map[string]tables) []lint.Rule {
		var chosen []lint.Rule
		for _, rule := range all {
			if flags.Selects(rule) && s.selects(rule) {
				if rule, on := s.configured(rule, tables[rule.Name], slices.Contains(flags.Only, rule.Name)); on {
					chosen = append(chosen, rule)
				}
			}
		}
		return chosen
	}
	c.rules = choose(s.rules)
	c.sections = make(map[string][]lint.Rule, len(s.sections))
	for name, rules := range s.sections {
		merged := make(map[string]tables, len(s.rules))
		for rule, t := range s.rules {
			merged[rule] = t
		}
		for rule, t := range rules {
			merged[rule] = append(slices.Clone(merged[rule]), t...)
		}
		c.sections[name] = choose(merged)
	}
	return c, nil
}

// Lang returns the language that the configuration of a site asks for: "vi",
// "en", or "" where it says nothing, or nothing that [Load] takes.
func Lang(x *site.Index) string {
	settings, _ := asMap(x.Config.Params["postlint"])
	if lang, _ := settings["lang"].(string); slices.Contains(languages, lang) {
		return lang
	}
	return ""
}

// Rules returns the configured rules for a page, in the order of the rules
// that [Load] was given. The slice must not be modified.
func (c *Config) Rules(p *site.Page) []lint.Rule {
	if len(c.sections) > 0 {
		if rules, ok := c.sections[strings.ToLower(p.Section)]; ok {
			return rules
		}
	}
	return c.rules
}

// Fails reports whether a finding of severity s makes the run fail.
func (c *Config) Fails(s lint.Severity) bool { return c.failOn != lint.Off && s >= c.failOn }

// FailOn are the values of failOn and --fail-on.
var FailOn = []string{"error", "warning", "info", "never"}

func parseFailOn(name string) (s lint.Severity, ok bool) {
	if name == "never" {
		return lint.Off, true
	}
	s, err := lint.ParseSeverity(name)
	return s, err == nil && s != lint.Off
}

// Check returns an error that names the first flag whose value is no rule,
// family or severity, and what was expected.
func (f Flags) Check(all []lint.Rule) error {
	for _, flag := range []struct {
		name  string
		rules []string
	}{{"--only", f.Only}, {"--skip", f.Skip}} {
		for _, name := range flag.rules {
			if !slices.Contains(names(all), name) {
				return message.Errorf("%s: unknown rule %q; %s", flag.name, name, meantRule(name, names(all)))
			}
		}
	}
	if f.FailOn != "" {
		if _, ok := parseFailOn(f.FailOn); !ok {
			return message.Errorf("--fail-on: unknown severity %q; %s", f.FailOn, meant(f.FailOn, FailOn))
		}
	}
	return nil
}

// Selects reports whether --only and --skip let a rule run.
func (f Flags) Selects(r lint.Rule) bool { return selects(r, f.Only, f.Skip) }

// selects reports whether r is among only, if that says anything, and not among skip.
func selects(r lint.Rule, only, skip []string) bool {
	names := func(list []string) bool {
		return slices.Contains(list, r.Name) || slices.Contains(list, string(r.Family))
	}
	return (len(only) == 0 || names(only)) && !names(skip)
}

// names lists what --only and --skip take: rules, then families.
func names(all []lint.Rule) []string {
	list := ruleNames(all)
	for _, family := range lint.Families {
		list = append(list, string(family))
	}
	return list
}

// meant says which of the candidates word may have been, or lists them.
func meant(word string, candidates []string) lint.Message {
	return lint.Meant(word, candidates, lint.Msg("expected %s", strings.Join(candidates, ", ")))
}

// meantRule says which rule may have been meant; they are too many to list.
func meantRule(word string, candidates []string) lint.Message {
	return lint.Meant(word, candidates, lint.Msg("run \"postlint rules\" to see all of them"))
}

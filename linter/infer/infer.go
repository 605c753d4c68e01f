// Package infer finds out what the posts of a site agree on, and which settings
// of [params.postlint] hold the posts to come to it.
//
// What is inferred is measured with the rules themselves: a setting is one that
// nearly all posts there are pass.
package infer

import (
	"cmp"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/site"
)

const (
	least     = 5  // posts that must agree
	agreement = 95 // percent of the posts that must agree
)

// agrees reports whether holds of posts are enough to speak of a habit.
func agrees(holds, posts int) bool { return holds >= least && holds*100 >= agreement*posts }

// A Habit is what posts agree on, with the setting that asks for it.
type Habit struct {
	Section  string         // "bai-viet"; "" for the whole site
	Evidence []lint.Message // "13 of 13 posts have title, date"
	Path     []string       // of the setting, below [params.postlint]
	Value    map[string]any // or what of it is there already; never empty
	Kept     bool           // the site, or its theme, has the setting already
}

// Habits are what the posts of a site agree on, in the order of the sections.
type Habits struct {
	List  []Habit
	Notes []lint.Message // what was not judged, and why
}

// A reader gathers the habits of one site.
type reader struct {
	index   *site.Index
	schemas bool                      // ask for the required fields
	say     func(lint.Message) string // what a schema says of its keys
	habits  Habits
}

// A group is the posts that a setting is for.
type group struct {
	section string   // "" for the whole site
	prefix  []string // of the paths of settings
	posts   []*site.Page
}

// Site returns the habits of a site. withSchema leaves out what a schema of the
// posts says as well.
func Site(x *site.Index, withSchema bool) Habits {
	r := &reader{index: x, schemas: withSchema}
	for _, g := range r.groups() {
		if !withSchema {
			r.fields(g)
		}
		r.terms(g)
		r.featureImage(g)
		r.summaryDivider(g)
	}
	all := group{posts: posts(x)}
	r.imageKeys(all)
	r.vocabulary(all)
	r.toneStyle(all)
	r.aiReview(all)
	r.glossaryLinks(all)
	return r.habits
}

// posts returns the regular pages whose front matter can be read.
func posts(x *site.Index) []*site.Page {
	var list []*site.Page
	for _, p := range x.Pages {
		if p.Kind == site.PageKind && len(p.Problems()) == 0 {
			list = append(list, p)
		}
	}
	return list
}

// Posts returns the posts of a section, or of the whole site for "", that habits
// and schemas are inferred from.
func Posts(x *site.Index, section string) []*site.Page {
	return slices.DeleteFunc(posts(x), func(p *site.Page) bool { return section != "" && !strings.EqualFold(p.Section, section) })
}

// groups returns the sections with posts enough, sorted by name. Posts at the
// top of the content are in no section; where most are there, the settings are
// those of the whole site.
func (r *reader) groups() []group {
	bySection := map[string][]*site.Page{}
	all := posts(r.index)
	for _, p := range all {
		name := strings.ToLower(p.Section)
		bySection[name] = append(bySection[name], p)
	}
	var list []group
	for name, posts := range bySection {
		switch {
		case name == "":
		case len(posts) < least:
			r.note("%s: too few posts to infer anything from: %d, and it takes %d", posts[0].Section, len(posts), least)
		default:
			list = append(list, group{posts[0].Section, []string{"sections", name}, posts})
		}
	}
	slices.SortFunc(list, func(a, b group) int { return cmp.Compare(a.section, b.section) })
	slices.SortFunc(r.habits.Notes, func(a, b lint.Message) int { return cmp.Compare(a.String(), b.String()) })
	switch top := len(bySection[""]); {
	case top >= least && top*2 > len(all):
		list = append([]group{{"", nil, all}}, list...)
	case top >= least:
		r.note("%d posts are in no section; settings for them would be those of the whole site", top)
	case len(all) == 0:
		r.note("there are no posts to infer anything from")
	}
	return list
}

func (r *reader) note(format string, args ...any) {
	r.habits.Notes = append(r.habits.Notes, lint.Msg(format, args...))
}

// add notes a habit, and whether the setting is there.
func (r *reader) add(g group, evidence []lint.Message, path []string, value map[string]any) {
	h := Habit{Section: g.section, Evidence: evidence, Path: append(slices.Clone(g.prefix), path...), Value: value}
	h.Kept = r.has(h.Path) || r.has(path) || path[0] == "rules" && r.isSkipped(path[1])
	r.habits.List = append(r.habits.List, h)
}

// has reports whether the configuration has a setting.
func (r *reader) has(path []string) bool { return r.index.Setting(path) != nil }

// isSkipped reports whether the site leaves out a rule altogether.
func (r *reader) isSkipped(name string) bool {
	names := []any{name, string(rule(name).Family)}
	among := func(setting string) bool {
		list, _ := r.index.Setting([]string{setting}).([]any)
		return slices.ContainsFunc(list, func(v any) bool { return slices.Contains(names, v) })
	}
	return among("skip") || r.has([]string{"only"}) && !among("only")
}

// rule returns the rule of a name, which must exist.
func rule(name string) lint.Rule {
	for _, r := range rules.All {
		if r.Name == name {
			return r
		}
	}
	panic("no rule " + name)
}

// A trial is a rule with settings that may be the habit of some posts.
type trial struct {
	name     string // that the findings are counted under
	rule     string
	settings map[string]any
}

// failing runs trials over posts and returns those that do not pass, by the
// name of the trial.
func failing(x *site.Index, posts []*site.Page, trials ...trial) map[string][]string {
	list := make([]lint.Rule, len(trials))
	for i, t := range trials {
		configured, err := rule(t.rule).Configure(t.settings)
		if err != nil {
			panic(err) // the settings are ours
		}
		configured.Name, configured.Severity = t.name, lint.Warning
		list[i] = configured
	}
	found, errs := lint.Run(x, lint.Plan{Pages: posts, Rules: func(*site.Page) []lint.Rule { return list }})
	failed := map[string][]string{}
	for _, d := range found {
		if paths := failed[d.Rule]; len(paths) == 0 || paths[len(paths)-1] != d.Path {
			failed[d.Rule] = append(paths, d.Path)
		}
	}
	for name, paths := range failed {
		slices.Sort(paths)
		failed[name] = slices.Compact(paths)
	}
	if len(errs) > 0 {
		// A rule that breaks has nothing to say of these posts.
		for _, t := range trials {
			failed[t.name] = make([]string, len(posts))
		}
	}
	return failed
}

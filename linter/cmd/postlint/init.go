package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"postlint/linter/config"
	"postlint/linter/infer"
	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// A plannedFile is one that "postlint init" would write.
type plannedFile struct {
	name     string // absolute
	shown    string // as the user would name it
	old, new []byte // old is nil for a new file
	mode     os.FileMode
	apart    bool // not in the work tree: no patch has it
}

// A setup is what "postlint init" found out and would do.
type setup struct {
	*Command
	options *options
	index   *site.Index
	out     io.Writer // where the findings are said
	files   []plannedFile
	advice  []lint.Message // what is left to the user
}

// setUp writes settings that the posts of a site bear out, a hook and a
// workflow. What is there already is never changed.
func setUp(c *Command, o *options, args []string) (int, error) {
	s := &setup{Command: c, options: o, out: c.Stdout}
	if o.diff {
		s.out = c.Stderr
	}
	if err := s.open(args); err != nil || s.index == nil {
		return trouble, err
	}
	if _, err := config.Load(s.index, rules.All, config.Flags{}); err != nil {
		return trouble, err
	}
	for _, note := range s.index.Notes {
		c.notef(o, "%s", note)
	}
	if !o.noConfig {
		if err := s.planSettings(); err != nil {
			return trouble, err
		}
	}
	s.planGit()
	return s.finish()
}

// open reads the one site to set up: the one that is named, or where that has
// no content, as the repository of a theme, the one below it.
func (s *setup) open(args []string) error {
	if len(args) > 1 {
		return usagef("init: %q is too much; expected one site", args[1])
	}
	targets, err := s.targets(s.options, args)
	if err != nil || len(targets) == 0 {
		return err
	}
	x, err := s.load(s.options, targets[0].root, nil, nil)
	if err != nil {
		return err
	}
	if len(targets) == 1 && len(x.Pages) == 0 && s.options.site == "" {
		if below := s.below(s.options, targets[0]); len(below) > 0 {
			targets = below
		}
		if len(targets) == 1 && targets[0].root != x.Root {
			if x, err = s.load(s.options, targets[0].root, nil, nil); err != nil {
				return err
			}
		}
	}
	if len(targets) > 1 {
		var names []string
		for _, t := range targets {
			names = append(names, s.display(t.root))
		}
		return usagef("init: there are several sites here; expected one of %s", strings.Join(names, ", "))
	}
	s.index = x
	return nil
}

// display returns a path as a user in the working directory would write it.
func (s *setup) display(name string) string {
	if rel, err := filepath.Rel(s.Dir, name); err == nil && !strings.HasPrefix(rel, "..") {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(name)
}

// line says one thing to the user.
func (s *setup) line(format string, args ...any) {
	fmt.Fprintln(s.out, s.say(format, args...))
}

// planSettings infers settings and puts them into the configuration.
func (s *setup) planSettings() error {
	found := infer.Site(s.index, s.options.schema)
	for _, note := range found.Notes {
		s.line("%s", note)
	}
	var settings []config.Setting
	for _, h := range found.List {
		s.sayHabit(h)
		if !h.Kept {
			settings = append(settings, setting(h))
		}
	}
	if s.options.schema {
		more, err := s.planSchemas()
		if err != nil {
			return err
		}
		settings = append(settings, more...)
	}
	return s.planConfig(settings)
}

// setting returns what a habit sets. A path that ends in the key of its value
// names that value.
func setting(h infer.Habit) config.Setting {
	last := h.Path[len(h.Path)-1]
	if value, ok := h.Value[last]; ok && len(h.Value) == 1 && h.Path[len(h.Path)-2] != "rules" {
		return config.Setting{Path: h.Path, Value: value}
	}
	return config.Setting{Path: h.Path, Value: h.Value}
}

// sayHabit prints a habit, from how many posts it comes and what follows.
func (s *setup) sayHabit(h infer.Habit) {
	section := s.label(h.Section)
	what := lint.Msg("%s", strings.Join(h.Path[max(0, len(h.Path)-1):], "."))
	if h.Path[0] == "image" {
		what = lint.Msg("%s", "image.keys")
	} else if _, ok := h.Value["fields"]; ok {
		what = lint.Msg("required")
	}
	for _, evidence := range h.Evidence {
		if h.Kept {
			s.line("%s: %s (set already)", section, evidence)
		} else {
			s.line("%s: %s → %s", section, evidence, what)
		}
	}
}

// planConfig adds settings to the configuration, after a look at what postlint
// then says of the posts there are.
func (s *setup) planConfig(settings []config.Setting) error {
	if len(settings) == 0 {
		return nil
	}
	for {
		a, err := config.Add(s.index, settings)
		if err != nil {
			return err
		}
		x, err := s.loadPlanned(a)
		if err != nil {
			return message.Errorf("%s could not be read with the settings in it, and is left alone: %w", s.display(a.Filename), err)
		}
		for _, set := range settings {
			if !slices.ContainsFunc(a.Left, func(l config.Setting) bool { return slices.Equal(l.Path, set.Path) }) && !config.Same(set.Value, x.Setting(set.Path)) {
				return message.Errorf("%s: the setting %s would not be read back as it was written; nothing is changed", s.display(a.Filename), strings.Join(set.Path, "."))
			}
		}
		drowned, rule := s.drowned(x, settings)
		images := func(set config.Setting) bool { return set.Path[0] == "image" }
		if drowned > 0 && slices.ContainsFunc(settings, images) {
			s.line("the keys of the feature image are not set: %s would then report %d posts", rule, drowned)
			settings = slices.DeleteFunc(settings, images)
			continue
		}
		if string(a.Old) != string(a.New) {
			s.plan(plannedFile{name: a.Filename, old: a.Old, new: a.New})
		}
		if len(a.Left) > 0 {
			s.advice = append(s.advice, lint.Msg("%s is written in a way that cannot be added to without changing it; add this by hand:\n\n%s", s.display(a.Filename), a.Snippet))
		}
		return nil
	}
}

// loadPlanned reads the site as it would be with everything planned.
func (s *setup) loadPlanned(a config.Addition) (*site.Index, error) {
	overlay := map[string][]byte{a.Filename: a.New}
	for _, f := range s.files {
		overlay[f.name] = f.new
	}
	x, err := s.load(s.options, s.index.Root, overlay, nil)
	if err != nil {
		return nil, err
	}
	_, err = config.Load(x, rules.All, config.Flags{})
	return x, err
}

// drowned returns the rule that would report more than one post in twenty of
// those it has passed so far, apart from rules that are set on purpose, and how
// many; 0 where there is none.
func (s *setup) drowned(x *site.Index, settings []config.Setting) (posts int, rule string) {
	before, after := s.reported(s.index), s.reported(x)
	for _, r := range rules.All {
		if slices.ContainsFunc(settings, func(set config.Setting) bool { return set.Path[len(set.Path)-1] == r.Name }) || r.Name == "schema-violation" {
			continue
		}
		more := 0
		for path := range after[r.Name] {
			if !before[r.Name][path] {
				more++
			}
		}
		if more*20 > len(x.Pages) && more > posts {
			posts, rule = more, r.Name
		}
	}
	return posts, rule
}

// reported returns the posts that each rule reports.
func (s *setup) reported(x *site.Index) map[string]map[string]bool {
	cfg, err := config.Load(x, rules.All, config.Flags{})
	if err != nil {
		return nil // which loading has said already
	}
	found, _ := lint.Run(x, lint.Plan{Rules: cfg.Rules, Jobs: s.options.jobs})
	paths := map[string]map[string]bool{}
	for _, d := range found {
		if paths[d.Rule] == nil {
			paths[d.Rule] = map[string]bool{}
		}
		paths[d.Rule][d.Path] = true
	}
	return paths
}

func (s *setup) plan(f plannedFile) {
	f.shown = s.display(f.name)
	if f.mode == 0 {
		f.mode = 0o666
	}
	s.files = append(s.files, f)
}

// finish shows what is planned, asks, and writes it.
func (s *setup) finish() (int, error) {
	if s.options.diff {
		status, err := s.printPatch()
		s.sayAdvice()
		return status, err
	}
	if len(s.files) == 0 {
		s.line("There is nothing to write.")
		s.sayAdvice()
		return clean, nil
	}
	fmt.Fprintln(s.out)
	for _, f := range s.files {
		if f.old == nil {
			s.line("%s would be new:", f.shown)
		} else {
			s.line("%s would change:", f.shown)
		}
		fmt.Fprint(s.out, s.excerptOf(f))
	}
	switch ok, err := s.mayWrite(); {
	case err != nil:
		return trouble, err
	case !ok:
		s.line("Nothing is written.")
		return clean, nil
	}
	for _, f := range s.files {
		if err := s.writePlanned(f); err != nil {
			return trouble, err
		}
		s.line("%s is written.", f.shown)
	}
	s.sayAdvice()
	return clean, nil
}

func (s *setup) sayAdvice() {
	for _, a := range s.advice {
		fmt.Fprintln(s.out)
		s.line("%s", a)
	}
}

// mayWrite asks, where there is somebody to ask.
func (s *setup) mayWrite() (bool, error) {
	if s.options.yes {
		return true, nil
	}
	if !isTerminal(s.Stdin) {
		return false, usagef("nothing is written: standard input is no terminal to ask on; expected --yes to write, or --diff to look")
	}
	fmt.Fprintf(s.out, "%s [y/N] ", s.say("Write this?"))
	answer, err := bufio.NewReader(s.Stdin).ReadString('\n')
	if err != nil && err != io.EOF {
		return false, message.Errorf("standard input: %w", err)
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "c", "có", "co":
		return true, nil
	}
	return false, nil
}

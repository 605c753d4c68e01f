package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"postlint/linter/baseline"
	"postlint/linter/change"
	"postlint/linter/config"
	"postlint/linter/git"
	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/report"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// A sieve leaves out findings of a site that are not asked for: what its
// baseline knows, then what is older than the change in question.
type sieve struct {
	file     string // of the baseline, absolute; "" without one
	baseline *baseline.Baseline
	change   *change.Filter // nil without --since and --staged

	all          []lint.Diagnostic // what was put in the last time
	known, older int               // left out of it
	unmet        []baseline.Entry  // not in it
}

// sift returns what is left of what was found in x.
func (s *sieve) sift(x *site.Index, found []lint.Diagnostic) []lint.Diagnostic {
	left, known, unmet := s.baseline.Split(x, found)
	s.all, s.known, s.unmet, s.older = found, len(known), unmet, 0
	if s.change != nil {
		made, older := s.change.Split(x, left)
		s.older, left = len(older), made
	}
	return left
}

// newSieve returns the sieve that the flags and the configuration ask for.
// staged is the comparison that --staged asks for.
func (c *Command) newSieve(o *options, s *checked, staged *git.Comparison) (*sieve, error) {
	v := &sieve{baseline: &baseline.Baseline{}}
	var err error
	if v.file, v.baseline, err = c.openBaseline(o, s); err != nil {
		return nil, err
	}
	comparison := staged
	if o.since != "" {
		if comparison, err = c.since(o, s); err != nil {
			return nil, err
		}
	}
	if comparison == nil {
		return v, nil
	}
	for _, note := range comparison.Notes {
		c.notef(o, "%s", note)
	}
	v.change = &change.Filter{Comparison: comparison, Jobs: o.jobs, Before: func(overlay map[string][]byte) (*site.Index, func(*site.Page) []lint.Rule, error) {
		x, err := c.load(o, s.root, overlay, s.index)
		if err != nil {
			return nil, nil, err
		}
		old, err := config.Load(x, rules.All, o.rules)
		if err != nil {
			old = s.config // with a mistake in it nothing was checked then
		}
		return x, old.Rules, nil
	}}
	return v, nil
}

// staged compares git's index with HEAD, with --staged.
func (c *Command) staged(o *options, t *target) (*git.Comparison, error) {
	if !o.staged {
		return nil, nil
	}
	repository, err := git.Open(t.root, c.Dir, c.Env)
	if err != nil {
		return nil, message.Errorf("%s: %w", "--staged", err)
	}
	comparison, err := repository.Staged()
	if err != nil {
		return nil, message.Errorf("%s: %w", "--staged", err)
	}
	return comparison, nil
}

// since compares a site with the revision of --since.
func (c *Command) since(o *options, s *checked) (*git.Comparison, error) {
	repository, err := git.Open(s.root, c.Dir, c.Env)
	if err != nil {
		return nil, message.Errorf("%s: %w", "--since", err)
	}
	folders := s.index.Folders()
	comparison, err := repository.Since(o.since, func(name string) bool {
		return slices.ContainsFunc(folders, func(dir string) bool { return within(dir, name) })
	})
	if err != nil {
		return nil, message.Errorf("%s: %w", "--since", err)
	}
	return comparison, nil
}

// saySieve says what kept the sieve from its work, and which entries of the
// baseline are of no more use.
func (c *Command) saySieve(o *options, s *checked) {
	v := s.sieve
	if v.change != nil {
		for _, err := range v.change.Errs() {
			c.errorf("%s", err)
		}
		if err := v.change.Unread(); err != nil {
			c.notef(o, "the site cannot be read as it was before the change, and only what that touches is reported: %s", err)
		}
	}
	if o.writeBaseline {
		c.saveBaseline(o, s)
		return
	}
	gone := 0
	for _, e := range v.unmet {
		if c.looked(o, s, e) {
			gone++
		}
	}
	switch name := prefix(c.Dir, v.file); gone {
	case 0:
	case 1:
		c.notef(o, "%s: 1 problem in it is gone; --write-baseline forgets it", name)
	default:
		c.notef(o, "%s: %d problems in it are gone; --write-baseline forgets them", name, gone)
	}
}

// openBaseline reads the baseline of a site: the file that the flag names, else
// the configuration, else the one of the usual name, if it is there.
func (c *Command) openBaseline(o *options, s *checked) (file string, b *baseline.Baseline, err error) {
	b = &baseline.Baseline{}
	name, place := filepath.Join(s.root, baseline.DefaultName), ""
	switch {
	case o.baselineSet && o.baseline == "":
		return "", b, nil
	case o.baselineSet:
		name, place = c.abs(o.baseline), "--baseline"
	case s.config.Baseline != "":
		name, place = filepath.Join(s.root, filepath.FromSlash(s.config.Baseline)), s.config.BaselineAt+": baseline"
	}
	src, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && (o.writeBaseline || place == ""):
		return name, b, nil
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, message.Errorf("%s: %s: %w; expected a file that --write-baseline has made", place, prefix(c.Dir, name), cause(err))
	case err != nil && place != "":
		return "", nil, message.Errorf("%s: %s: %w", place, prefix(c.Dir, name), cause(err))
	case err != nil:
		return "", nil, message.Errorf("%s: %w", prefix(c.Dir, name), cause(err))
	}
	if b, err = baseline.Decode(src); err != nil {
		return "", nil, message.Errorf("%s:%w", prefix(c.Dir, name), err)
	}
	return name, b, nil
}

// saveBaseline writes what was found in a site, and what is known of it beside
// that, to its baseline.
func (c *Command) saveBaseline(o *options, s *checked) {
	v := s.sieve
	name := prefix(c.Dir, v.file)
	before := v.baseline
	if s.broken {
		c.errorf("%s: not written, since a rule failed", name)
		return
	}
	v.baseline = before.Update(s.index, v.all, func(e baseline.Entry) bool { return c.looked(o, s, e) })
	if err := c.writeFile(v.file, v.baseline.Encode()); err != nil {
		c.errorf("%s: not written: %s", name, cause(err))
		return
	}
	s.found = v.sift(s.index, v.all)
	c.notef(o, "problems listed in %s: %d, before: %d", name, v.baseline.Len(), before.Len())
}

// writeFile writes a file, which an interrupt does not cut short.
func (c *Command) writeFile(name string, content []byte) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	return os.WriteFile(name, content, 0o666)
}

// looked reports whether the check would have found what an entry lists, if it
// were still there.
func (c *Command) looked(o *options, s *checked, e baseline.Entry) bool {
	name := filepath.Join(s.root, filepath.FromSlash(e.Path))
	if !slices.ContainsFunc(s.paths, func(p path) bool { return p.holds(s.root) || p.holds(name) }) {
		return false
	}
	if slices.ContainsFunc(s.index.Failures, func(f site.Failure) bool { return within(failedFile(s.index, f), name) }) {
		return false
	}
	i := slices.IndexFunc(rules.All, func(r lint.Rule) bool { return r.Name == e.Rule })
	return i < 0 || o.rules.Selects(rules.All[i])
}

// sayKnown says how many findings baselines hide, where the report does not.
func (c *Command) sayKnown(o *options, sites []*checked) {
	var t report.Totals
	for _, s := range sites {
		t.Known += s.sieve.known
	}
	if t.Known > 0 && (o.diff || !slices.Contains([]string{"text", "json", "markdown"}, o.format)) {
		c.tell("postlint: "+c.say("note")+": ", t.KnownLine(c.language))
	}
}

package main

import (
	"bufio"
	"io"
	"slices"
	"time"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// A checked site is the outcome of checking one target.
type checked struct {
	*target
	index  *site.Index
	config *config.Config
	pages  []*site.Page
	sieve  *sieve
	broken bool // a rule failed, and that has been said
	found  []lint.Diagnostic
	fixes  *lint.FixReport // nil without --fix and --diff
}

// check checks posts: the main job.
func check(c *Command, o *options, args []string) (int, error) {
	if err := o.rules.Check(rules.All); err != nil {
		return trouble, usageError{err}
	}
	overlay := map[string][]byte{}
	targets, err := c.targetsOrStdin(o, args, overlay)
	if err != nil {
		return trouble, err
	}
	if o.now.IsZero() {
		o.now = time.Now() // the same for every state of a site
	}
	stop := c.startProgress(o)
	defer stop()
	var sites []*checked
	for i := 0; i < len(targets); i++ {
		if o.baseline != "" && len(targets) > 1 {
			return trouble, usagef("--baseline: %s would be that of %d sites, %s and %s among them; expected one site, or no --baseline: each site has a file of its own",
				o.baseline, len(targets), targets[0].root, targets[1].root)
		}
		s := c.checkTarget(o, targets[i], overlay)
		if s == nil {
			continue
		}
		below := c.targetsBelow(o, s.target, s.index)
		targets = appendTargets(targets, below)
		if len(below) == 0 || len(s.pages) > 0 {
			sites = append(sites, s)
		}
	}
	stop()
	status := clean
	if o.fix || o.diff {
		if status, err = c.fix(o, sites); err != nil {
			return trouble, err
		}
	}
	c.sayKnown(o, sites)
	if len(sites) > 0 && !o.diff {
		if err := c.report(o, sites); err != nil {
			return trouble, err
		}
	}
	for _, s := range sites {
		if slices.ContainsFunc(s.found, func(d lint.Diagnostic) bool { return s.config.Fails(d.Severity) }) {
			status = faulty
		}
	}
	return status, nil
}

// targetsBelow returns the sites below one that has no content itself.
func (c *Command) targetsBelow(o *options, t *target, x *site.Index) (list []*target) {
	if len(x.Pages) > 0 || o.site != "" {
		return nil
	}
	return c.below(o, t)
}

// appendTargets adds those targets that are not there yet.
func appendTargets(targets, more []*target) []*target {
	for _, t := range more {
		if !slices.ContainsFunc(targets, func(known *target) bool { return known.root == t.root }) {
			targets = append(targets, t)
		}
	}
	return targets
}

// below returns the sites below one, where that was named as a whole.
func (c *Command) below(o *options, t *target) (list []*target) {
	for _, p := range t.paths {
		if p.abs == t.root {
			for _, root := range c.sitesBelow(o, p) {
				list = append(list, &target{root, []path{p}})
			}
		}
	}
	return list
}

// load reads a site and its configuration. like is another state of it, or nil.
func (c *Command) load(o *options, root string, overlay map[string][]byte, like *site.Index) (*site.Index, error) {
	return site.Load(site.Options{
		Dir: root, Environment: o.environment, Now: o.now, Jobs: o.jobs, Overlay: overlay, Environ: c.Env, Like: like,
	})
}

// checkTarget checks the pages of one site; what keeps it from that is said.
func (c *Command) checkTarget(o *options, t *target, overlay map[string][]byte) *checked {
	staged, err := c.staged(o, t)
	if err != nil {
		c.errorf("%v", err)
		return nil
	}
	if staged != nil {
		overlay = staged.Now
	}
	x, err := c.load(o, t.root, overlay, nil)
	if err != nil {
		c.errorf("%s", err)
		return nil
	}
	cfg, err := config.Load(x, rules.All, o.rules)
	if err != nil {
		c.errorf("%s", err)
		return nil
	}
	c.adopt(o, cfg.Lang)
	for _, note := range slices.Concat(x.Notes, cfg.Notes) {
		c.notef(o, "%s", note)
	}
	s := &checked{target: t, index: x, config: cfg, pages: c.pages(o, x, t)}
	c.sayFailures(t, x)
	if s.sieve, err = c.newSieve(o, s, staged); err != nil {
		c.errorf("%v", err)
		return nil
	}
	s.found = c.run(o, s, x, s.pages)
	if o.fix || o.diff {
		s.fixes = c.fixed(o, s, overlay)
		s.found, s.index = s.fixes.Left, s.fixes.Index
	}
	c.saySieve(o, s)
	return s
}

// run runs the rules over pages and leaves out what was not asked for; a rule
// that breaks is said.
func (c *Command) run(o *options, s *checked, x *site.Index, pages []*site.Page) []lint.Diagnostic {
	found, errs := lint.Run(x, lint.Plan{Rules: s.config.Rules, Pages: pages, Jobs: o.jobs, Progress: c.progress.update})
	for _, err := range errs {
		c.errorf("%s", err)
		s.broken = true
	}
	return s.sieve.sift(x, found)
}

// targetsOrStdin returns what to check: the paths, or standard input in the
// place of the file it stands for.
func (c *Command) targetsOrStdin(o *options, args []string, overlay map[string][]byte) ([]*target, error) {
	if !o.stdin {
		return c.targets(o, args)
	}
	if len(args) > 0 {
		return nil, usagef("%s: with --stdin only standard input is checked; expected no path", args[0])
	}
	src, err := io.ReadAll(bufio.NewReader(c.Stdin))
	if err != nil {
		return nil, message.Errorf("standard input: %w", err)
	}
	p := path{arg: o.stdinPath, abs: c.abs(o.stdinPath), file: true}
	p.real = p.abs
	overlay[p.abs] = src
	root := siteAround(p)
	if o.site != "" {
		if root, err = c.siteFlag(o.site); err != nil {
			return nil, err
		}
	}
	return []*target{{root: root, paths: []path{p}}}, nil
}

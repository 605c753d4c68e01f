package change

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
)

// before is the site as it was, and what was found in it. Only those pages are
// checked, and only with those rules, that somebody asks about.
type before struct {
	index *site.Index
	rules func(*site.Page) []lint.Rule
	ran   map[string]map[string]bool              // rules by path
	found map[string]map[string][]lint.Diagnostic // by path and rule
}

// old reports for each finding of x whether the site already had it before.
func (f *Filter) old(x *site.Index, asked []lint.Diagnostic) []bool {
	old := make([]bool, len(asked))
	b := f.open()
	if b == nil {
		for i := range old {
			old[i] = true // it cannot be told; what is not sure is not said
		}
		return old
	}
	wanted := map[string]map[string]bool{}
	names := map[string]string{} // the old path by the new one
	for _, d := range asked {
		path, known := names[d.Path]
		if !known {
			path = f.oldPath(x.Page(d.Path))
			names[d.Path] = path
		}
		if wanted[path] == nil {
			wanted[path] = map[string]bool{}
		}
		wanted[path][d.Rule] = true
	}
	f.errs = append(f.errs, b.check(wanted, f.Jobs)...)
	renamed := f.renamer()
	var known lint.Known
	for path, old := range names {
		for rule := range wanted[old] {
			for _, d := range b.found[old][rule] {
				d.Message = renamed(d.Message)
				known.Add(d.Fingerprint(path, b.index.Page(old).Document), d.Message.String())
			}
		}
	}
	old = known.Take(asked, func(d lint.Diagnostic) string { return d.Fingerprint(d.Path, x.Page(d.Path).Document) })
	for i, d := range asked {
		// What was moved here with the site around it is not new to that.
		before := names[d.Path]
		old[i] = old[i] || strings.HasPrefix(before, "../") && strings.HasSuffix(before, "/"+d.Path)
	}
	return old
}

// open reads the site as it was, the first time; it returns nil where that fails.
func (f *Filter) open() *before {
	if f.before != nil || f.unread != nil {
		return f.before
	}
	x, rules, err := f.Before(f.Comparison.Then)
	if err != nil {
		f.unread = err
		return nil
	}
	f.before = &before{x, rules, map[string]map[string]bool{}, map[string]map[string][]lint.Diagnostic{}}
	return f.before
}

// check runs those of the wanted rules that have not run, by path.
func (b *before) check(wanted map[string]map[string]bool, jobs int) []error {
	var pages []*site.Page
	for path, rules := range wanted {
		page := b.index.Page(path)
		if page == nil {
			continue
		}
		for rule := range rules {
			if !b.ran[path][rule] {
				pages = append(pages, page)
				break
			}
		}
	}
	if len(pages) == 0 {
		return nil
	}
	chosen := func(p *site.Page) []lint.Rule { return choose(b.rules(p), wanted[p.Document.Path]) }
	found, errs := lint.Run(b.index, lint.Plan{Rules: chosen, Pages: pages, Jobs: jobs})
	for _, p := range pages {
		path := p.Document.Path
		b.ran[path], b.found[path] = map[string]bool{}, map[string][]lint.Diagnostic{}
		for _, rule := range chosen(p) {
			b.ran[path][rule.Name] = true
		}
	}
	for _, d := range found {
		b.found[d.Path][d.Rule] = append(b.found[d.Path][d.Rule], d)
	}
	return errs
}

// choose returns the rules with a wanted name: all of them, where one is about
// the findings of the others.
func choose(rules []lint.Rule, wanted map[string]bool) []lint.Rule {
	var chosen []lint.Rule
	for _, rule := range rules {
		if wanted[rule.Name] {
			if rule.Last {
				return rules
			}
			chosen = append(chosen, rule)
		}
	}
	return chosen
}

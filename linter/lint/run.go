package lint

import (
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"postlint/linter/message"
	"postlint/linter/site"
	"postlint/linter/text"
)

// A Plan says what to check, and with which rules.
type Plan struct {
	Rules    func(*site.Page) []Rule // the configured rules for a page; rules that are off are not among them
	Pages    []*site.Page            // the pages to check; all of the site if nil
	Jobs     int                     // pages checked at once; all cores if less than 1
	Progress func(done, all int)     // called now and then from any goroutine; may be nil
}

// Run checks pages of the site. The diagnostics are sorted by path, place and
// rule and do not depend on scheduling. An error is a defect of a rule: it
// names the rule and the file, and every other file is still checked.
func Run(x *site.Index, plan Plan) ([]Diagnostic, []error) {
	pages := plan.Pages
	if pages == nil {
		pages = x.Pages
	}
	found, errs := make([][]Diagnostic, len(pages)), make([]error, len(pages))
	jobs := plan.Jobs
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range jobs {
		wg.Go(func() {
			w := worker{index: x}
			for {
				i := int(next.Add(1)) - 1
				if i >= len(pages) {
					return
				}
				found[i], errs[i] = w.check(pages[i], plan.Rules(pages[i]))
				if n := done.Add(1); plan.Progress != nil {
					plan.Progress(int(n), len(pages))
				}
			}
		})
	}
	wg.Wait()
	out := slices.Concat(found...)
	slices.SortStableFunc(out, Diagnostic.compare)
	return out, slices.DeleteFunc(errs, func(err error) bool { return err == nil })
}

// A worker checks one page after the other, and uses for the next one the memory
// that the last one needed.
type worker struct {
	index *site.Index
	pass  Pass
	pairs text.Pairs
}

// check runs rules over one page, those that are Last after the others, and
// takes away what the author allowed.
func (w *worker) check(page *site.Page, rules []Rule) (found []Diagnostic, err error) {
	clear(w.pass.shared)
	w.pass = Pass{Page: page, Site: w.index, rules: rules, shared: w.pass.shared[:0], pairs: &w.pairs}
	p := &w.pass
	if p.Pairs().MayHave("postlint") {
		p.allowances = allowances(page.Document)
	}
	defer func() {
		if r := recover(); r != nil {
			err = message.Errorf("%s: rule %s failed: %v\n%s", page.Document.Path, p.rule.Name, r, debug.Stack())
		}
	}()
	for _, last := range []bool{false, true} {
		for i := range rules {
			if rules[i].Last != last {
				continue
			}
			p.rule, p.found = &rules[i], nil
			rules[i].Checker.Check(p)
			if len(p.found) > 0 {
				found = append(found, p.disallowed()...)
			}
		}
	}
	return found, nil
}

// disallowed returns the findings of the pass that no allowance covers, and
// marks the allowances that cover one as used.
func (p *Pass) disallowed() []Diagnostic {
	if len(p.allowances) == 0 {
		return p.found
	}
	return slices.DeleteFunc(p.found, func(d Diagnostic) bool {
		covered := false
		for i := range p.allowances {
			if a := &p.allowances[i]; a.covers(d) {
				a.Used, covered = true, true
			}
		}
		return covered
	})
}

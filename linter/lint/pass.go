package lint

import (
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A Pass gives a rule one page and collects what the rule finds.
type Pass struct {
	*site.Page             // the post to check, with its *source.Document
	Site       *site.Index // the posts around it

	rules      []Rule
	rule       *Rule
	found      []Diagnostic
	allowances []Allowance
	shared     []shared
	pairs      *text.Pairs
	gathered   bool // pairs are those of the page
}

// A shared result is what rules found out together about a page.
type shared struct{ key, result any }

// Once returns what find returned when it was first called with key for the
// page of p. Rules that look at the same thing share it so; key is compared with ==
// and best is a pointer that only they have.
func Once[T any](p *Pass, key any, find func() T) T {
	for i := range p.shared {
		if p.shared[i].key == key {
			return p.shared[i].result.(T)
		}
	}
	found := find()
	p.shared = append(p.shared, shared{key, found})
	return found
}

// Pairs tells which bytes of the whole file stand side by side. A rule asks it
// first whether there can be what it is about.
func (p *Pass) Pairs() *text.Pairs {
	if !p.gathered {
		p.pairs.Gather(p.Src)
		p.gathered = true
	}
	return p.pairs
}

// Report adds d, of which the rule sets only Span, Message, Effect, Related
// and Fixes. A fix without edits is left out.
func (p *Pass) Report(d Diagnostic) {
	d.Rule, d.Family, d.Severity, d.Path = p.rule.Name, p.rule.Family, p.rule.Severity, p.Document.Path
	fixes := d.Fixes
	d.Fixes = nil
	for _, f := range fixes {
		if len(f.Edits) > 0 {
			d.Fixes = append(d.Fixes, f)
		}
	}
	p.found = append(p.found, d)
}

// ReportAs adds d with a severity of the rule's choice where that is milder than
// the rule's own, as for a defect that the theme makes up for.
func (p *Pass) ReportAs(severity Severity, d Diagnostic) {
	p.Report(d)
	last := &p.found[len(p.found)-1]
	last.Severity = min(last.Severity, severity)
}

// Reportf adds a diagnostic that has only a message.
func (p *Pass) Reportf(span text.Span, format string, args ...any) {
	p.Report(Diagnostic{Span: span, Message: Msg(format, args...)})
}

// Readable reports whether Hugo can read the front matter: there is some and it
// decodes. Where it does not, only malformed-front-matter has something to say.
func (p *Pass) Readable() bool {
	return p.FrontMatter.Format != source.NoFormat && p.FrontMatter.Values != nil
}

// IsPost reports whether the page is a regular page with a URL of its own, as
// posts and glossary entries are; lists, resources and files that Hugo drops are not.
func (p *Pass) IsPost() bool { return p.Kind == site.PageKind }

// Allowances returns what the author allowed in this document, in source
// order. Only a rule that runs [Rule.Last] sees which of them were used.
func (p *Pass) Allowances() []Allowance { return p.allowances }

// Ran reports whether a rule of that name has checked this document.
func (p *Pass) Ran(name string) bool {
	later := false // than the rule that asks
	for i := range p.rules {
		r := &p.rules[i]
		if r.Name == name && (!r.Last && p.rule.Last || r.Last == p.rule.Last && !later) {
			return true
		}
		later = later || r == p.rule
	}
	return false
}

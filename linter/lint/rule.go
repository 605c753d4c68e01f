// Package lint defines rules and diagnostics, runs the one to get the other,
// and applies the fixes that diagnostics offer.
package lint

import (
	"strings"

	"postlint/linter/message"
	"postlint/linter/site"
)

// A Rule is a named check of one property of a post. It is a value: it keeps
// nothing between documents, so one Rule may check many of them at once.
type Rule struct {
	Name     string   // kebab-case, names the defect: "misspelled-summary-divider"
	Summary  string   // a fragment: "summary divider that Hugo does not see"
	Family   Family   // what it is about
	Severity Severity // unless the configuration says otherwise
	Since    string   // the first release that has the rule

	// Policy marks a rule that holds a site to what the site itself decided. It
	// says nothing until the configuration of the site or its theme names it.
	Policy bool

	// Fix tells what repairs the rule can offer.
	Fix FixKind

	// On tells which files the rule checks: posts unless it says otherwise.
	On Subject

	// Last marks a rule about the findings of the others: it checks a document
	// after them, and sees in [Pass.Allowances] which of those were used.
	Last bool

	// Checker does the work. It is a struct value: its exported fields are
	// the rule's options, and what they hold here are the defaults.
	Checker Checker
}

// Says returns the rule's summary, as a message.
func (r Rule) Says() Message { return Message{Format: r.Summary} }

// A Subject is what sort of files a rule checks.
type Subject int

// The subjects of rules.
const (
	Posts     Subject = iota // content files
	SiteFiles                // the site's own templates and configuration, see [site.Index.Files]
	Both
)

// checks reports whether the rule is for a page or, as one of them, a file of the site.
func (r *Rule) checks(p *site.Page) bool {
	return r.On == Both || p.IsFile() == (r.On == SiteFiles)
}

// A Checker reports the defects of p.Document to p. The outcome depends on the
// options and on p alone, and nothing reachable from p is modified.
type Checker interface {
	Check(p *Pass)
}

// Family groups rules by what they are about.
type Family string

// The families of rules.
const (
	FrontMatter Family = "frontmatter"
	Publication Family = "publication"
	Taxonomy    Family = "taxonomy"
	Image       Family = "image"
	Summary     Family = "summary"
	Attribution Family = "attribution"
	Link        Family = "link"
	Shortcode   Family = "shortcode"
	URL         Family = "url"
	Text        Family = "text"
	HTML        Family = "html"
	Structure   Family = "structure"
	Copying     Family = "copying"
	Glossary    Family = "glossary"
	Theme       Family = "theme"
	Allowing    Family = "allowance"
)

// Families lists every family in the order that documents list them.
var Families = []Family{FrontMatter, Publication, Taxonomy, Image, Summary, Attribution, Link, Shortcode,
	URL, Text, HTML, Structure, Copying, Glossary, Theme, Allowing}

// FixKind tells what a rule's fixes are like.
type FixKind string

// The kinds of fixes a rule can have.
const (
	NoFix      FixKind = ""
	UnsafeFix  FixKind = "unsafe" // each needs a look
	SafeFix    FixKind = "safe"   // applied by --fix
	PartlySafe FixKind = "partly" // safe where there is one answer, unsafe where there are more
)

// Message names a kind of fixes.
func (k FixKind) Message() Message {
	switch k {
	case UnsafeFix:
		return Msg("unsafe")
	case SafeFix:
		return Msg("safe")
	case PartlySafe:
		return Msg("partly")
	}
	return Message{}
}

// Severity orders diagnostics by how much they matter.
type Severity int

// The severities. Off is not one of a diagnostic: it turns a rule off.
const (
	Off     Severity = iota
	Info             // worth a look
	Warning          // worse than it could be
	Error            // readers lose something, or see something they should not
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns the name of s as the configuration and the formats have it.
func (s Severity) String() string { return severityNames[s] }

// Message returns the name of s.
func (s Severity) Message() Message {
	switch s {
	case Info:
		return Msg("info")
	case Warning:
		return Msg("warning")
	case Error:
		return Msg("error")
	}
	return Msg("off")
}

// ParseSeverity returns the severity of a name, whose letter case does not
// matter. The error of any other name lists those there are.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if strings.EqualFold(n, name) {
			return Severity(i), nil
		}
	}
	return Off, message.Errorf("unknown severity %q; expected error, warning, info or off", name)
}

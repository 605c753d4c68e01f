// Package report writes what was found, one file an output format.
package report

import (
	"bufio"
	"io"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/site"
	"postlint/linter/text"
)

// A Report is the outcome of one run.
type Report struct {
	Base    string                 // absolute folder that the printed paths are relative to
	Sites   []Site                 // in the order they were asked for
	Rules   []lint.Rule            // every rule, for the formats that describe them
	Page    func(lint.Rule) string // a rule's manual page, in Markdown and the reader's language; nil leaves the pages out
	Version string                 // of postlint
}

// A Site is what was found in one site.
type Site struct {
	Index       *site.Index
	Prefix      string            // leads from Report.Base to the site, with slashes; "" when they are the same
	Within      string            // leads from the site to Report.Base, with slashes, where that is a folder of the site; else ""
	Checked     int               // pages that were checked
	Templates   int               // templates that were checked
	Settings    int               // configuration files that were checked
	Diagnostics []lint.Diagnostic // sorted, as lint.Run gives them
	Fixed       []lint.Diagnostic // what fixes have removed
	Older       int               // findings left out since the change that was asked about did not make them
	Known       int               // findings left out since they are in the baseline
}

// Options say how a report is to look.
type Options struct {
	Localizer Localizer // English if nil
	Color     bool      // text: ANSI colours
	Width     int       // text: columns of a terminal line; 120 if 0
	Quiet     bool      // text: findings only, no totals
}

// A Localizer says messages in a language.
type Localizer interface{ Say(lint.Message) string }

// English says messages as they stand in the source.
var English Localizer = english{}

type english struct{}

func (english) Say(m lint.Message) string { return m.String() }

// A printer writes one format.
type printer struct {
	*bufio.Writer
	*Report
	Options
}

var formats = []struct {
	name  string
	write func(*printer) error
}{
	{"text", writeText},
	{"concise", writeConcise},
	{"json", writeJSON},
	{"jsonl", writeJSONLines},
	{"sarif", writeSARIF},
	{"github", writeGitHub},
	{"gitlab", writeGitLab},
	{"checkstyle", writeCheckstyle},
	{"junit", writeJUnit},
	{"rdjson", writeRDJSON},
	{"markdown", writeMarkdown},
}

// Formats returns the names of the output formats, in the order that documents list them.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Write writes r in one of [Formats]. The error is that of w, or names an
// unknown format and those there are.
func Write(w io.Writer, format string, r *Report, o Options) error {
	if o.Localizer == nil {
		o.Localizer = english{}
	}
	if o.Width <= 0 {
		o.Width = 120
	}
	for _, f := range formats {
		if f.name == format {
			p := &printer{bufio.NewWriter(w), r, o}
			if err := f.write(p); err != nil {
				return err
			}
			return p.Flush()
		}
	}
	return UnknownFormat(format, Formats())
}

// UnknownFormat returns the error of a format that is not among names.
func UnknownFormat(format string, names []string) error {
	if name := text.Closest(format, names); name != "" {
		return message.Errorf("unknown format %q; did you mean %q?", format, name)
	}
	return message.Errorf("unknown format %q; expected one of %s", format, strings.Join(names, ", "))
}

// say says a message in the reader's language.
func (p *printer) say(format string, args ...any) string {
	return p.Localizer.Say(lint.Msg(format, args...))
}

// message is what a diagnostic says in one visible line: what is wrong, then
// what readers would see.
func (p *printer) message(d lint.Diagnostic) string {
	s := p.Localizer.Say(d.Message)
	if !d.Effect.IsZero() {
		if !strings.HasSuffix(s, "?") {
			s += ";"
		}
		s += " " + p.Localizer.Say(d.Effect)
	}
	return Visible(s)
}

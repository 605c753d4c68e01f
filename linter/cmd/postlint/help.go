package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/pflag"

	"postlint/linter/lint"
	"postlint/linter/report"
)

var checking = []string{fixingFlags, rulesFlags, oldFlags, formatFlags, outputFlags, stdinFlags, siteFlags}

var listing = []string{formatFlags, siteFlags}

// subcommands returns what the first argument may name; the first of them is
// what postlint does without a name.
func subcommands() []subcommand {
	return []subcommand{
		{"check", "[path ...]", lint.Msg("check posts; a path is a file, a folder or a site"), checking, report.Formats(), check},
		{"explain", "rule ...", lint.Msg("print the page of a rule"), nil, nil, explain},
		{"rules", "", lint.Msg("list the rules; in brackets the severity of those that wait to be asked for"), []string{formatFlags}, []string{"text", "json", "markdown"}, listRules},
		{"status", "[path ...]", lint.Msg("print each post as Hugo sees it: published, draft, future or expired, and why"), listing, tableFormats, status},
		{"terms", "[path ...]", lint.Msg("print the vocabulary of the sites, with terms that look alike side by side"), listing, tableFormats, terms},
	}
}

// help prints how to call postlint, or one of its subcommands.
func (c *Command) help(sub *subcommand) error {
	main := sub.name == subcommands()[0].name
	return c.print(func(w *bufio.Writer) {
		if main {
			fmt.Fprintf(w, "%s\n\n%s:\n", c.say("postlint reads a Hugo site the way Hugo does and says what Hugo would not:\n"+
				"what will be lost, hidden, published by accident or broken."), c.say("Usage"))
			for i, s := range subcommands() {
				name := s.name + " " + s.args
				if i == 0 {
					name = "[flags] " + s.args
				}
				fmt.Fprintf(w, "  postlint %-22s  %s\n", strings.TrimSpace(name), c.language.Say(s.summary))
			}
			fmt.Fprintf(w, "\n%s\n", c.say("Without a path, the site around the working directory is checked."))
		} else {
			fmt.Fprintf(w, "%s: postlint %s\n\n%s.\n", c.say("Usage"), strings.TrimSpace(sub.name+" [flags] "+sub.args), upperFirst(c.language.Say(sub.summary)))
		}
		groups, _ := newFlags()
		for _, g := range groups {
			if g.name == generalFlags || slices.Contains(sub.groups, g.name) {
				fmt.Fprintf(w, "\n%s:\n%s", c.language.Say(groupTitles[g.name]), c.usages(g.flags, sub))
			}
		}
		if main {
			fmt.Fprintf(w, "\n%s\n", c.say("Exit status: 0 when nothing is at or above --fail-on, 1 when something is, or when\n"+
				"--diff prints a patch; 2 when postlint could not do its work."))
		}
	})
}

// groupTitles are what the help calls the groups of flags.
var groupTitles = map[string]lint.Message{
	fixingFlags:  lint.Msg("Fixes"),
	rulesFlags:   lint.Msg("Rules"),
	outputFlags:  lint.Msg("Output"),
	oldFlags:     lint.Msg("Old problems"),
	stdinFlags:   lint.Msg("Standard input"),
	siteFlags:    lint.Msg("Site"),
	formatFlags:  lint.Msg("Format"),
	generalFlags: lint.Msg("General"),
}

// helpWidth is how many columns the descriptions of flags end at.
const helpWidth = 100

// usages lists flags with what they do, in columns.
func (c *Command) usages(flags *pflag.FlagSet, sub *subcommand) string {
	var names, descriptions []string
	widest := 0
	flags.VisitAll(func(f *pflag.Flag) {
		said := *f
		said.Usage = c.language.Say(lint.Message{Format: f.Usage})
		word, usage := pflag.UnquoteUsage(&said)
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if f.NoOptDefVal == "" {
			name += " " + word
		}
		names = append(names, name)
		descriptions = append(descriptions, strings.ReplaceAll(usage, formatsMark, strings.Join(sub.formats, ", ")))
		widest = max(widest, len(name))
	})
	var b strings.Builder
	for i, name := range names {
		lines := wrap(descriptions[i], helpWidth-widest-3)
		fmt.Fprintf(&b, "%-*s   %s\n", widest, name, strings.Join(lines, "\n"+strings.Repeat(" ", widest+3)))
	}
	return b.String()
}

// wrap breaks s at its blanks into lines of at most a number of columns.
func wrap(s string, columns int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case displaywidth.String(line)+1+displaywidth.String(word) <= columns:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

// upperFirst returns s with a capital.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"postlint/linter/report"
	"postlint/linter/terminal"
)

var checking = []string{fixingFlags, rulesFlags, formatFlags, outputFlags, stdinFlags, siteFlags}

var listing = []string{formatFlags, siteFlags}

// subcommands returns what the first argument may name; the first of them is
// what postlint does without a name.
func subcommands() []subcommand {
	return []subcommand{
		{"check", "[path ...]", "check posts; a path is a file, a folder or a site", checking, report.Formats(), check},
		{"explain", "rule ...", "show the page of a rule", nil, nil, explain},
		{"rules", "", "list the rules; in brackets the severity of those that wait to be asked for", []string{formatFlags}, []string{"text", "json", "markdown"}, listRules},
		{"status", "[path ...]", "print each post as Hugo sees it: published, draft, future or expired, and why", listing, tableFormats, status},
		{"terms", "[path ...]", "print the vocabulary of the sites, with terms that look alike side by side", listing, tableFormats, terms},
		{"completion", "shell", "print what teaches a shell to complete postlint: " + strings.Join(shells, ", "), nil, nil, completion},
		{"man", "", "print the manual page, for man -l", nil, nil, man},
	}
}

func subcommandNames() (names []string) {
	for _, s := range subcommands() {
		names = append(names, s.name)
	}
	return names
}

const (
	description = "postlint reads a Hugo site the way Hugo does and says what Hugo would not:\n" +
		"what will be lost, hidden, published by accident or broken."
	withoutPath = "Without a path, the site around the working directory is checked."
)

// exitStatuses says what the exit status means.
var exitStatuses = []struct {
	status  int
	meaning string
}{
	{clean, "nothing is at or above --fail-on"},
	{faulty, "something is, or --diff prints a patch"},
	{trouble, "postlint could not do its work"},
}

// takes reports whether a subcommand takes a group of flags.
func (s *subcommand) takes(group string) bool {
	return group == generalFlags || slices.Contains(s.groups, group)
}

// help prints how to call postlint, or one of its subcommands.
func (c *Command) help(sub *subcommand) error {
	main := sub.name == subcommands()[0].name
	columns := min(cmp.Or(width(c.Stdout), helpColumns), helpColumns)
	return c.print(func(w *bufio.Writer) {
		if main {
			fmt.Fprint(w, description, "\n\nUsage:\n")
			var lines [][2]string
			for i, s := range subcommands() {
				name := s.name + " " + s.args
				if i == 0 {
					name = "[flags] " + s.args
				}
				lines = append(lines, [2]string{"  postlint " + strings.TrimSpace(name), s.summary})
			}
			writeHelp(w, lines, columns)
			fmt.Fprint(w, "\n", withoutPath, "\n")
		} else {
			fmt.Fprintf(w, "Usage: postlint %s\n\n%s.\n", strings.TrimSpace(sub.name+" [flags] "+sub.args), upperFirst(sub.summary))
		}
		for _, g := range sub.help() {
			fmt.Fprintf(w, "\n%s:\n", g.name)
			var lines [][2]string
			for _, f := range g.flags {
				name := "      --" + f.name
				if f.short != "" {
					name = "  -" + f.short + ", --" + f.name
				}
				lines = append(lines, [2]string{strings.TrimRight(name+" "+f.word, " "), f.usage})
			}
			writeHelp(w, lines, columns)
		}
		if main {
			fmt.Fprint(w, "\nExit status:\n")
			for _, s := range exitStatuses {
				fmt.Fprintf(w, "  %d  %s\n", s.status, s.meaning)
			}
		}
	})
}

// helpColumns is how wide the help gets, where the terminal is.
const helpColumns = 100

// writeHelp writes names with what they mean beside them, wrapped.
func writeHelp(w *bufio.Writer, lines [][2]string, columns int) {
	left := 0
	for _, line := range lines {
		left = max(left, terminal.Columns(line[0])+3)
	}
	for _, line := range lines {
		name := line[0]
		for _, s := range terminal.Wrap(line[1], max(20, columns-left)) {
			fmt.Fprintf(w, "%s%*s%s\n", name, left-terminal.Columns(name), "", s)
			name = ""
		}
	}
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

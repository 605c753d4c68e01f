package main

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/report"
	"postlint/linter/terminal"
)

var checking = []string{fixingFlags, rulesFlags, oldFlags, formatFlags, outputFlags, stdinFlags, siteFlags}

var listing = []string{formatFlags, siteFlags}

// subcommands returns what the first argument may name; the first of them is
// what postlint does without a name.
func subcommands() []subcommand {
	return []subcommand{
		{"check", "[path ...]", lint.Msg("check posts; a path is a file, a folder or a site"), checking, nil, report.Formats(), check},
		{"explain", "rule ...", lint.Msg("show the page of a rule"), nil, nil, nil, explain},
		{"rules", "", lint.Msg("list the rules; in brackets the severity of those that wait to be asked for"), []string{formatFlags}, nil, []string{"text", "json", "markdown", "schema"}, listRules},
		{"status", "[path ...]", lint.Msg("print each post as Hugo sees it: published, draft, future or expired, and why"), listing, nil, tableFormats, status},
		{"init", "[path]", lint.Msg("set a site up: settings that its posts bear out, a git hook, a workflow"), []string{setupFlags, siteFlags}, []string{"diff"}, nil, setUp},
		{"terms", "[path ...]", lint.Msg("print the vocabulary of the sites, with terms that look alike side by side"), listing, nil, tableFormats, terms},
		{"completion", "shell", lint.Msg("print what teaches a shell to complete postlint: bash, zsh or fish"), nil, nil, nil, completion},
		{"man", "", lint.Msg("print the manual page, for man -l"), nil, nil, nil, man},
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
	meaning lint.Message
}{
	{clean, lint.Msg("nothing is at or above --fail-on")},
	{faulty, lint.Msg("something is, or --diff prints a patch")},
	{trouble, lint.Msg("postlint could not do its work")},
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
			fmt.Fprintf(w, "%s\n\n%s:\n", c.say(description), c.say("Usage"))
			var lines [][2]string
			for i, s := range subcommands() {
				name := s.name + " " + s.args
				if i == 0 {
					name = "[flags] " + s.args
				}
				lines = append(lines, [2]string{"  postlint " + strings.TrimSpace(name), c.language.Say(s.summary)})
			}
			writeHelp(w, lines, columns)
			fmt.Fprintf(w, "\n%s\n", c.say(withoutPath))
		} else {
			fmt.Fprintf(w, "%s: postlint %s\n\n%s.\n", c.say("Usage"), strings.TrimSpace(sub.name+" [flags] "+sub.args), upperFirst(c.language.Say(sub.summary)))
		}
		for _, g := range c.flagHelps(sub) {
			fmt.Fprintf(w, "\n%s:\n", g.title)
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
			fmt.Fprintf(w, "\n%s:\n", c.say("Exit status"))
			for _, s := range exitStatuses {
				fmt.Fprintf(w, "  %d  %s\n", s.status, c.language.Say(s.meaning))
			}
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
	setupFlags:   lint.Msg("Setup"),
	generalFlags: lint.Msg("General"),
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

// upperFirst returns s with a capital.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

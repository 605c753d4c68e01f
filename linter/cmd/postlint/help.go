package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"postlint/linter/report"
)

var checking = []string{fixingFlags, rulesFlags, formatFlags, outputFlags, stdinFlags, siteFlags}

var listing = []string{formatFlags, siteFlags}

// subcommands returns what the first argument may name; the first of them is
// what postlint does without a name.
func subcommands() []subcommand {
	return []subcommand{
		{"check", "[path ...]", "check posts; a path is a file, a folder or a site", checking, nil, report.Formats(), check},
		{"explain", "rule ...", "print the page of a rule", nil, nil, nil, explain},
		{"rules", "", "list the rules; in brackets the severity of those that wait to be asked for", []string{formatFlags}, nil, []string{"text", "json", "markdown", "schema"}, listRules},
		{"status", "[path ...]", "print each post as Hugo sees it: published, draft, future or expired, and why", listing, nil, tableFormats, status},
		{"init", "[path]", "set a site up: settings that its posts bear out, a git hook, a workflow", []string{setupFlags, siteFlags}, []string{"diff"}, nil, setUp},
		{"terms", "[path ...]", "print the vocabulary of the sites, with terms that look alike side by side", listing, nil, tableFormats, terms},
	}
}

// help prints how to call postlint, or one of its subcommands.
func (c *Command) help(sub *subcommand) error {
	main := sub.name == subcommands()[0].name
	return c.print(func(w *bufio.Writer) {
		if main {
			fmt.Fprint(w, "postlint reads a Hugo site the way Hugo does and says what Hugo would not:\n"+
				"what will be lost, hidden, published by accident or broken.\n\n"+
				"Usage:\n")
			for i, s := range subcommands() {
				name := s.name + " " + s.args
				if i == 0 {
					name = "[flags] " + s.args
				}
				fmt.Fprintf(w, "  postlint %-22s  %s\n", strings.TrimSpace(name), s.summary)
			}
			fmt.Fprint(w, "\nWithout a path, the site around the working directory is checked.\n")
		} else {
			fmt.Fprintf(w, "Usage: postlint %s\n\n%s.\n", strings.TrimSpace(sub.name+" [flags] "+sub.args), upperFirst(sub.summary))
		}
		groups, _ := newFlags()
		for _, g := range groups {
			for _, name := range sub.flags {
				if f := g.flags.Lookup(name); f != nil {
					fmt.Fprintf(w, "\n%s:\n%s", g.name, single(f).FlagUsagesWrapped(100))
				}
			}
			if g.name == generalFlags || slices.Contains(sub.groups, g.name) {
				usages := g.flags.FlagUsagesWrapped(100)
				fmt.Fprintf(w, "\n%s:\n%s", g.name, strings.ReplaceAll(usages, formatsMark, strings.Join(sub.formats, ", ")))
			}
		}
		if main {
			fmt.Fprint(w, "\nExit status: 0 when nothing is at or above --fail-on, 1 when something is, or when\n"+
				"--diff prints a patch; 2 when postlint could not do its work.\n")
		}
	})
}

// single returns a set of one flag.
func single(f *pflag.Flag) *pflag.FlagSet {
	set := pflag.NewFlagSet("", pflag.ContinueOnError)
	set.AddFlag(f)
	return set
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

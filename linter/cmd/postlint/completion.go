package main

import (
	"slices"
	"strings"
)

// shells are those that postlint can teach to complete its arguments.
var shells = []string{"bash", "zsh", "fish"}

// completion prints the completion script of a shell. It is made of the tables
// that --help is made of, and runs without postlint.
func completion(c *Command, o *options, args []string) (int, error) {
	expected := "expected one of " + strings.Join(shells, ", ")
	switch {
	case len(args) == 0:
		return trouble, usagef("completion: for which shell? %s", expected)
	case len(args) > 1:
		return trouble, usagef("completion: %q is too much; expected one shell", args[1])
	}
	switch args[0] {
	case "bash":
		return clean, c.print(completeBash)
	case "zsh":
		return clean, c.print(completeZsh)
	case "fish":
		return clean, c.print(completeFish)
	}
	return trouble, usagef("completion: unknown shell %q; %s", args[0], meant(args[0], shells, expected))
}

// valueFlags returns the flags, with their dashes, that a value follows.
func valueFlags() (names []string) {
	for _, sub := range subcommands() {
		for _, f := range sub.flags() {
			if name := "--" + f.name; f.word != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// dashed returns how a flag may be written.
func (f flagHelp) dashed() []string {
	if f.short != "" {
		return []string{"-" + f.short, "--" + f.name}
	}
	return []string{"--" + f.name}
}

func (v value) names() (list []string) {
	for _, w := range v.words {
		list = append(list, w.name)
	}
	return list
}

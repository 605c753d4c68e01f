package main

import (
	"slices"

	"postlint/linter/lint"
)

// shells are those that postlint can teach to complete its arguments.
var shells = []string{"bash", "zsh", "fish"}

// completion prints the completion script of a shell. It is made of the tables
// that --help is made of, and runs without postlint.
func completion(c *Command, o *options, args []string) (int, error) {
	switch {
	case len(args) == 0:
		return trouble, usagef("completion: the shell is missing; %s", expectedOne(shells))
	case len(args) > 1:
		return trouble, usagef("completion: %q is too much; expected one shell", args[1])
	}
	switch args[0] {
	case "bash":
		return clean, c.print(c.completeBash)
	case "zsh":
		return clean, c.print(c.completeZsh)
	case "fish":
		return clean, c.print(c.completeFish)
	}
	return trouble, usagef("completion: unknown shell %q; %s", args[0], lint.Meant(args[0], shells, expectedOne(shells)))
}

// valueFlags returns the flags, with their dashes, that a value follows.
func (c *Command) valueFlags() (names []string) {
	for _, sub := range subcommands() {
		for _, f := range c.flags(&sub) {
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

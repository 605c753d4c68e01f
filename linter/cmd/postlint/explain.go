package main

import (
	"bufio"
	"fmt"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/terminal"
)

// explain prints the pages of rules.
func explain(c *Command, o *options, args []string) (int, error) {
	if len(args) == 0 {
		return trouble, usagef("explain: expected the name of a rule; run \"postlint rules\" to see all of them")
	}
	var chosen []lint.Rule
	for _, name := range args {
		rule, err := findRule(name)
		if err != nil {
			return trouble, err
		}
		chosen = append(chosen, rule)
	}
	var pages []string
	for _, r := range chosen {
		pages = append(pages, strings.TrimRight(rules.Page(r, string(c.language)), "\n")+"\n\n"+c.facts(r))
	}
	return clean, c.show(o, strings.Join(pages, "\n"))
}

// show writes Markdown: laid out for who reads it on a terminal, or wants it
// in colour, and else as it is, for programs and files.
func (c *Command) show(o *options, markdown string) error {
	look := c.look(o)
	if look.Width == 0 && !look.Color {
		return c.print(func(w *bufio.Writer) { w.WriteString(markdown) })
	}
	if look.Width == 0 {
		look.Width = 80 // for a pager
	}
	return terminal.Markdown(c.Stdout, markdown, look)
}

func findRule(name string) (lint.Rule, error) {
	var names []string
	for _, r := range rules.All {
		if r.Name == name {
			return r, nil
		}
		names = append(names, r.Name)
	}
	return lint.Rule{}, usagef("unknown rule %q; %s", name, lint.Meant(name, names, lint.Msg("run \"postlint rules\" to see all of them")))
}

// facts says, in Markdown, what a rule's page leaves to its definition.
func (c *Command) facts(r lint.Rule) string {
	var b strings.Builder
	fmt.Fprintln(&b, c.say("Family %s, severity %s, since %s. %s", r.Family, r.Severity, r.Since, fixFact(r.Fix)))
	if r.Policy {
		fmt.Fprintln(&b, c.say("It says nothing until [params.postlint] of the site or its theme names it."))
	}
	if options := r.Options(); len(options) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", c.say("Options"), c.say("In `[params.postlint.rules.%s]`, beside `severity`:", r.Name))
		for _, o := range options {
			fmt.Fprintf(&b, "- `%s` (%s, %s): %s\n", o.Name, c.language.Say(o.TypeName()), c.language.Say(defaultOf(o)), c.language.Say(o.Says()))
		}
	}
	return b.String()
}

func fixFact(kind lint.FixKind) lint.Message {
	switch kind {
	case lint.SafeFix:
		return lint.Msg("`--fix` mends it.")
	case lint.UnsafeFix:
		return lint.Msg("`--fix --unsafe-fixes` mends it; look at what it did.")
	case lint.PartlySafe:
		return lint.Msg("`--fix` mends it where there is one answer, `--fix --unsafe-fixes` where there are more.")
	}
	return lint.Msg("It has no fix.")
}

// defaultOf says what an option is when nobody sets it.
func defaultOf(o lint.Option) lint.Message {
	switch v := o.Default.(type) {
	case string:
		return lint.Msg("%q by default", v)
	case []string:
		if len(v) == 0 {
			return lint.Msg("empty by default")
		}
		return lint.Msg("%q by default", v)
	}
	return lint.Msg("%v by default", o.Default)
}

package main

import (
	"strings"

	"github.com/spf13/pflag"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/locale"
	"postlint/linter/rules"
)

// A value is what may be given for a word of the help, such as the severity of
// "--fail-on severity": one of some words, a file, or anything.
type value struct {
	words   []valueWord
	list    bool // several words, separated by commas
	files   bool
	folders bool
}

// A valueWord is a word with what it means, where that does not go without saying.
type valueWord struct {
	name    string
	meaning lint.Message
}

// valueOf returns the value of a word as the flags and the arguments of a
// subcommand have it. ok is false for a word that is not known.
func valueOf(sub *subcommand, word string) (v value, ok bool) {
	switch word {
	case "format":
		v.words = plainWords(sub.formats)
	case "rules":
		v.words, v.list = append(ruleWords(), familyWords()...), true
	case "rule":
		v.words = ruleWords()
	case "severity":
		v.words = plainWords(config.FailOn)
	case "when":
		v.words = plainWords(colors)
	case "shell":
		v.words = plainWords(shells)
	case "environment":
		v.words = plainWords([]string{"production", "development", "staging"}) // those that Hugo speaks of
	case "file", "path":
		v.files = true
	case "folder":
		v.folders = true
	case "language":
		v.words = plainWords([]string{string(locale.English), string(locale.Vietnamese)})
	case "number", "time", "revision":
	default:
		return value{}, false
	}
	return v, true
}

func plainWords(names []string) (list []valueWord) {
	for _, name := range names {
		list = append(list, valueWord{name: name})
	}
	return list
}

func ruleWords() (list []valueWord) {
	for _, r := range rules.All {
		list = append(list, valueWord{r.Name, r.Says()})
	}
	return list
}

func familyWords() (list []valueWord) {
	for _, family := range lint.Families {
		list = append(list, valueWord{string(family), lint.Msg("family")})
	}
	return list
}

// argument returns the word that a subcommand's arguments have in the help: path
// of "[path ...]".
func (s *subcommand) argument() string {
	word, _, _ := strings.Cut(strings.Trim(s.args, "[]"), " ")
	return word
}

// A flagHelp is a flag as documents and shells want it.
type flagHelp struct {
	name, short string // without dashes
	word        string // of its value; "" where it takes none
	usage       string // a fragment, in the reader's language
}

// A groupHelp is a group of flags as documents and shells want it.
type groupHelp struct {
	title string // in the reader's language
	flags []flagHelp
}

// flagHelps returns the flags that a subcommand takes, by group.
func (c *Command) flagHelps(s *subcommand) (list []groupHelp) {
	groups, _ := newFlags()
	for _, g := range groups {
		if !s.takes(g.name) {
			continue
		}
		one := groupHelp{title: c.language.Say(groupTitles[g.name])}
		g.flags.VisitAll(func(f *pflag.Flag) {
			said := *f
			said.Usage = c.language.Say(lint.Message{Format: f.Usage})
			word, usage := pflag.UnquoteUsage(&said)
			if f.NoOptDefVal != "" {
				word = ""
			}
			usage = strings.ReplaceAll(usage, formatsMark, strings.Join(s.formats, ", "))
			one.flags = append(one.flags, flagHelp{f.Name, f.Shorthand, word, usage})
		})
		list = append(list, one)
	}
	return list
}

// flags returns the flags that a subcommand takes, in one list.
func (c *Command) flags(s *subcommand) (list []flagHelp) {
	for _, g := range c.flagHelps(s) {
		list = append(list, g.flags...)
	}
	return list
}

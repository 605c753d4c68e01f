package main

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/locale"
)

// forPeople are the formats that are in the reader's language. Programs, and the
// forges that show annotations to everyone, get English unless --lang asks otherwise.
var forPeople = []string{"", "text", "concise", "markdown"}

// languageOf returns the language of what is written in a format.
func (c *Command) languageOf(o *options, format string) locale.Language {
	if o.lang == "" && !slices.Contains(forPeople, format) {
		return locale.English
	}
	return c.language
}

// sayIn returns what says messages in the language of a format.
func (c *Command) sayIn(o *options, format string) func(lint.Message) string {
	return c.languageOf(o, format).Say
}

// say says a message in the reader's language.
func (c *Command) say(format string, args ...any) string {
	return c.language.Say(lint.Msg(format, args...))
}

// chooseLanguage sets the reader's language: that of --lang, else that of the
// environment. It looks at the arguments as they are, since what is wrong with
// them is said in that language, too.
func (c *Command) chooseLanguage(args []string) {
	c.setLanguage(locale.FromEnvironment(c.env))
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return
		case arg == "--lang" && i+1 < len(args):
			value, ok = args[i+1], true
		}
		if l, err := locale.Parse(value); ok && err == nil {
			c.setLanguage(l)
		}
	}
}

// adopt speaks the language that a site's configuration asks for, unless --lang
// or a site before it asked for one.
func (c *Command) adopt(o *options, language string) {
	if l, err := locale.Parse(language); err == nil && o.lang == "" && !c.adopted {
		c.adopted = true
		c.setLanguage(l)
	}
}

func (c *Command) setLanguage(l locale.Language) {
	c.language = l
	c.progress.speak(l)
}

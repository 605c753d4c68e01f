package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"

	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/terminal"
)

// man prints the manual page, in the language of roff, out of the tables that
// --help is made of.
func man(c *Command, o *options, args []string) (int, error) {
	if len(args) > 0 {
		return trouble, usagef("man: %q is too much; expected no argument (postlint explain %s shows a rule's page)", args[0], args[0])
	}
	b := module()
	if b.Time.IsZero() {
		b.Time = builtOn()
	}
	return clean, c.print(func(w *bufio.Writer) { c.manPage(w, b) })
}

// builtOn returns when the running program was written: a manual page needs a
// date. It is the zero time where that cannot be told.
func builtOn() time.Time {
	name, err := os.Executable()
	if err != nil {
		return time.Time{}
	}
	info, err := os.Stat(name)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

func (c *Command) manPage(w *bufio.Writer, b build) {
	subs := subcommands()
	date := ""
	if !b.Time.IsZero() {
		date = b.Time.UTC().Format("2006-01-02")
	}
	fmt.Fprintf(w, ".\\\" made by: postlint man\n.TH POSTLINT 1 %q %s\n", date, roffQuote(strings.TrimSpace("postlint "+b.Version)))
	fmt.Fprintf(w, ".SH NAME\npostlint \\- %s\n.SH SYNOPSIS\n", roff(c.say("check the posts of a Hugo site")))
	for i, sub := range subs {
		if i > 0 {
			fmt.Fprintln(w, ".br")
		}
		name := " " + sub.name
		if i == 0 {
			name = ""
		}
		fmt.Fprintf(w, ".B postlint%s\n%s\n", name, strings.TrimSpace("[flags] "+roff(sub.args)))
	}
	fmt.Fprintf(w, ".SH DESCRIPTION\n%s.PP\n%s.SH SUBCOMMANDS\n", lines(c.say(description)), lines(c.say(withoutPath)))
	for _, sub := range subs {
		fmt.Fprintf(w, ".TP\n.B %s\n%s", strings.TrimSpace(sub.name+" "+roff(sub.args)), sentence(c.language.Say(sub.summary)))
	}
	fmt.Fprintln(w, ".SH OPTIONS")
	for _, g := range c.flagHelps(&subs[0]) {
		fmt.Fprintf(w, ".SS %s\n", roff(g.title))
		for _, f := range g.flags {
			fmt.Fprintf(w, ".TP\n%s\n%s", roffFlag(f), sentence(f.usage))
		}
	}
	fmt.Fprint(w, ".SH RULES\n", sentence(c.say("in brackets the severity of rules that say nothing until the site asks for them")))
	for _, r := range rules.All {
		fmt.Fprintf(w, ".TP\n.BR %s \" \" %s\n%s", roff(r.Name), roffQuote(c.severity(r)), sentence(c.language.Say(r.Says())))
	}
	fmt.Fprintf(w, ".SH EXIT STATUS\n")
	for _, s := range exitStatuses {
		fmt.Fprintf(w, ".TP\n.B %d\n%s", s.status, sentence(c.language.Say(s.meaning)))
	}
	fmt.Fprintf(w, ".SH ENVIRONMENT\n")
	for _, v := range environment {
		fmt.Fprintf(w, ".TP\n.B %s\n%s", v.name, sentence(c.language.Say(v.meaning)))
	}
	fmt.Fprint(w, ".SH FILES\n.TP\n.I hugo.toml\n", sentence(c.say("the settings stand in [params.postlint] of the site's configuration, or of its theme's")))
	fmt.Fprintf(w, ".SH EXAMPLES\n")
	for _, e := range examples {
		fmt.Fprintf(w, ".TP\n.B %s\n%s", roff(e.name), sentence(c.language.Say(e.meaning)))
	}
	fmt.Fprint(w, ".SH SEE ALSO\n.BR git (1),\n.BR hugo (1)\n")
}

// environment lists the variables that postlint itself reads.
var environment = []valueWord{
	{"NO_COLOR", lint.Msg("no colours, whatever the value")},
	{"CLICOLOR_FORCE", lint.Msg("colours where there is no terminal, too, unless it is 0")},
	{"HUGO_ENVIRONMENT", lint.Msg("Hugo's environment, unless --environment says otherwise; all of Hugo's variables work as with Hugo")},
}

var examples = []valueWord{
	{"postlint", lint.Msg("check the site around the working directory")},
	{"postlint content/posts/hello.md", lint.Msg("check one post, with the site around it in mind")},
	{"postlint --fix", lint.Msg("apply the fixes that are safe, and report the rest")},
	{"postlint --diff | git apply", lint.Msg("look at the fixes first")},
	{"postlint --output sarif:postlint.sarif", lint.Msg("write a SARIF file as well")},
	{"postlint explain swallowed-key", lint.Msg("read why, with examples")},
}

// roffFlag returns a flag as a manual page shows it.
func roffFlag(f flagHelp) string {
	name := strings.Join(f.dashed(), ", ")
	if f.word == "" {
		return ".B " + roff(name)
	}
	return fmt.Sprintf(".BI %s \" %s\"", roffQuote(name), roff(f.word))
}

// sentence returns a fragment as lines of roff's text.
func sentence(s string) string { return lines(upperFirst(s) + ".") }

// lines returns text as lines that roff fills again, none of them too long for
// those who read the source.
func lines(s string) string {
	var b strings.Builder
	for _, line := range terminal.Wrap(s, 72) {
		b.WriteString(roff(line) + "\n")
	}
	return b.String()
}

// roff escapes text: a hyphen stays one that can be searched for and copied,
// and no line begins with what roff would take for a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

// roffQuote returns text as one argument of a request.
func roffQuote(s string) string { return `"` + strings.ReplaceAll(roff(s), `"`, `\(dq`) + `"` }

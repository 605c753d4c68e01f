package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"postlint/linter/lint"
	"postlint/linter/rules"
	"postlint/linter/terminal"
)

// A ruleEntry is a rule as "postlint rules --format json" has it.
type ruleEntry struct {
	Name     string        `json:"name"`
	Family   string        `json:"family"`
	Severity string        `json:"severity"`
	Policy   bool          `json:"policy"`
	Fix      string        `json:"fix"`
	Since    string        `json:"since"`
	Summary  string        `json:"summary"`
	Options  []optionEntry `json:"options"`
}

type optionEntry struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Default any    `json:"default"`
	Doc     string `json:"doc"`
}

// listRules prints every rule.
func listRules(c *Command, o *options, args []string) (int, error) {
	if len(args) > 0 {
		return trouble, usagef("rules: %q is too much; expected no argument (postlint explain %s prints a rule's page)", args[0], args[0])
	}
	var err error
	print := c.print(func(w *bufio.Writer) {
		switch o.format {
		case "json":
			err = rulesJSON(w, c.sayIn(o, "json"))
		case "markdown":
			c.rulesMarkdown(w)
		default:
			err = c.rulesText(w, c.look(o))
		}
	})
	if err == nil {
		err = print
	}
	return clean, err
}

func (c *Command) rulesText(w *bufio.Writer, look terminal.Options) error {
	var rows [][]string
	for _, r := range rules.All {
		rows = append(rows, []string{r.Name, string(r.Family), c.severity(r), c.language.Say(r.Fix.Message()), c.language.Say(r.Says())})
	}
	return terminal.Table(w, []string{c.say("RULE"), c.say("FAMILY"), c.say("SEVERITY"), c.say("FIX"), c.say("SUMMARY")}, rows, look)
}

// severity names a rule's severity, in brackets where the rule waits to be asked for.
func (c *Command) severity(r lint.Rule) string {
	if r.Policy {
		return c.say("(%s)", r.Severity)
	}
	return c.say("%s", r.Severity)
}

func (c *Command) rulesMarkdown(w *bufio.Writer) {
	fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n|---|---|---|---|---|\n",
		c.say("rule"), c.say("family"), c.say("severity"), c.say("fix"), c.say("what it reports"))
	for _, r := range rules.All {
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", r.Name, r.Family, c.severity(r), c.language.Say(r.Fix.Message()), c.language.Say(r.Says()))
	}
}

func rulesJSON(w *bufio.Writer, translate func(lint.Message) string) error {
	list := []ruleEntry{}
	for _, r := range rules.All {
		e := ruleEntry{r.Name, string(r.Family), r.Severity.String(), r.Policy, string(r.Fix), r.Since, translate(r.Says()), []optionEntry{}}
		for _, o := range r.Options() {
			e.Options = append(e.Options, optionEntry{o.Name, o.Type, o.Default, translate(o.Says())})
		}
		list = append(list, e)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/rules"
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
			err = rulesJSON(w)
		case "markdown":
			rulesMarkdown(w)
		case "schema":
			var src []byte
			if src, err = config.JSONSchema(rules.All); err == nil {
				w.Write(src)
			}
		default:
			err = rulesText(w)
		}
	})
	if err == nil {
		err = print
	}
	return clean, err
}

func rulesText(w *bufio.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "RULE\tFAMILY\tSEVERITY\tFIX\tSUMMARY")
	for _, r := range rules.All {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", r.Name, r.Family, severity(r), r.Fix, r.Summary)
	}
	return t.Flush()
}

// severity names a rule's severity, in brackets where the rule waits to be asked for.
func severity(r lint.Rule) string {
	if r.Policy {
		return "(" + r.Severity.String() + ")"
	}
	return r.Severity.String()
}

func rulesMarkdown(w *bufio.Writer) {
	fmt.Fprintln(w, "| rule | family | severity | fix | what it reports |\n|---|---|---|---|---|")
	for _, r := range rules.All {
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s |\n", r.Name, r.Family, severity(r), r.Fix, r.Summary)
	}
}

func rulesJSON(w *bufio.Writer) error {
	list := []ruleEntry{}
	for _, r := range rules.All {
		e := ruleEntry{r.Name, string(r.Family), r.Severity.String(), r.Policy, string(r.Fix), r.Since, r.Summary, []optionEntry{}}
		for _, o := range r.Options() {
			e.Options = append(e.Options, optionEntry{o.Name, o.Type, o.Default, o.Doc})
		}
		list = append(list, e)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

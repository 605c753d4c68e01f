package main

import (
	"bufio"
	"fmt"
	"strings"
)

// completeFish writes one complete command for each flag of each subcommand.
func (c *Command) completeFish(w *bufio.Writer) {
	fmt.Fprintf(w, `# fish completion for postlint; made by: postlint completion fish

# __postlint_in succeeds when the subcommand that has been typed is among the
# arguments; "none" stands for no subcommand and no path yet.
function __postlint_in
    set -l words (commandline -opc)
    set -e words[1]
    set -l sub none
    set -l skip 0
    for word in $words
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case --
                test $sub = none; and set sub check
            case %s
                set skip 1
            case '-*'
            case %s
                test $sub = none; and set sub $word
            case '*'
                test $sub = none; and set sub check
        end
    end
    contains -- $sub $argv
end

# __postlint_list completes the last of several words, separated by commas.
function __postlint_list
    set -l before (commandline -ct | string replace -r '^--[a-z-]+=' '' | string match -r '^.*,')
    for word in (__postlint_rules)
        echo "$before$word"
    end
end

function __postlint_rule
    printf '%%s\t%%s\n' %s
end

function __postlint_rules
    __postlint_rule
    printf '%%s\t%%s\n' %s
end

complete -c postlint -f
complete -c postlint -n '__postlint_in none check' -F
`, strings.Join(c.valueFlags(), " "), strings.Join(subcommandNames(), " "), c.fishWords(ruleWords()), c.fishWords(familyWords()))
	for i, sub := range subcommands() {
		in := sub.name
		if i == 0 {
			in = "none " + in
		}
		fmt.Fprintln(w)
		fmt.Fprintf(w, "complete -c postlint -n '__postlint_in none' -a %s -d %s\n", sub.name, fishQuote(c.language.Say(sub.summary)))
		v, _ := valueOf(&sub, sub.argument())
		if action := fishValue(v); i > 0 && action != "" {
			fmt.Fprintf(w, "complete -c postlint -n '__postlint_in %s'%s\n", in, action)
		}
		for _, f := range c.flags(&sub) {
			fmt.Fprintf(w, "complete -c postlint -n '__postlint_in %s' -l %s", in, f.name)
			if f.short != "" {
				fmt.Fprintf(w, " -s %s", f.short)
			}
			if f.word != "" {
				v, _ := valueOf(&sub, f.word)
				fmt.Fprint(w, " -r", fishValue(v))
			}
			fmt.Fprintf(w, " -d %s\n", fishQuote(f.usage))
		}
	}
}

// fishValue returns the flags of fish's complete command for a value.
func fishValue(v value) string {
	switch {
	case v.files:
		return " -F"
	case v.folders:
		return " -f -a '(__fish_complete_directories)'"
	case v.list:
		return " -f -a '(__postlint_list)'"
	case len(v.words) > 0 && v.words[0].meaning.Format != "":
		return " -f -a '(__postlint_rule)'"
	case len(v.words) > 0:
		return " -f -a " + fishQuote(strings.Join(v.names(), " "))
	}
	return " -f"
}

func (c *Command) fishWords(words []valueWord) string {
	var list []string
	for _, w := range words {
		list = append(list, w.name, fishQuote(c.language.Say(w.meaning)))
	}
	return strings.Join(list, " ")
}

func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

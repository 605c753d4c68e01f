package main

import (
	"bufio"
	"fmt"
	"strings"
)

// completeZsh writes a script that may be sourced, or stand as _postlint in a
// folder of $fpath.
func (c *Command) completeZsh(w *bufio.Writer) {
	fmt.Fprint(w, `#compdef postlint
# zsh completion for postlint; made by: postlint completion zsh

_postlint() {
	local sub= word
	integer i
	for ((i = 2; i < CURRENT; i++)); do
		word=$words[i]
		case $word in
`)
	fmt.Fprintf(w, "\t\t\t--) sub=${sub:-check} ;;\n\t\t\t%s) ((i++)) ;;\n\t\t\t-*) ;;\n\t\t\t%s) sub=${sub:-$word} ;;\n\t\t\t*) sub=${sub:-check} ;;\n",
		strings.Join(c.valueFlags(), "|"), strings.Join(subcommandNames(), "|"))
	fmt.Fprint(w, "\t\tesac\n\tdone\n\n\tcase ${sub:-check} in\n")
	for i, sub := range subcommands() {
		fmt.Fprintf(w, "\t\t%s)\n\t\t\t_arguments -s -S", sub.name)
		for _, f := range c.flags(&sub) {
			fmt.Fprint(w, " \\\n\t\t\t\t", zshFlag(&sub, f))
		}
		v, _ := valueOf(&sub, sub.argument())
		switch rest := "'*:" + sub.argument() + ":" + zshValue(v) + "'"; {
		case i == 0:
			fmt.Fprintf(w, " \\\n\t\t\t\t'1:subcommand:_postlint_first' \\\n\t\t\t\t%s ;;\n", rest)
		case sub.argument() == "":
			fmt.Fprint(w, " \\\n\t\t\t\t'1: : ' ;;\n")
		default:
			fmt.Fprintf(w, " \\\n\t\t\t\t'1: : ' \\\n\t\t\t\t%s ;;\n", rest)
		}
	}
	fmt.Fprint(w, `	esac
}

# _postlint_first completes a subcommand, or a path to check.
_postlint_first() {
	local -a subcommands=(
`)
	for _, sub := range subcommands() {
		fmt.Fprintf(w, "\t\t%s\n", c.zshWord(valueWord{sub.name, sub.summary}))
	}
	fmt.Fprint(w, `	)
	[[ $sub ]] || _describe -t subcommands subcommand subcommands
	_files
}

_postlint_rule() {
	local -a rules=(
`)
	for _, word := range ruleWords() {
		fmt.Fprintf(w, "\t\t%s\n", c.zshWord(word))
	}
	fmt.Fprint(w, `	)
	_describe -t rules rule rules "$@"
}

_postlint_rules() {
	local -a families=(
`)
	for _, word := range familyWords() {
		fmt.Fprintf(w, "\t\t%s\n", c.zshWord(word))
	}
	fmt.Fprint(w, `	)
	_postlint_rule "$@"
	_describe -t families family families "$@"
}

if [[ $funcstack[1] == _postlint ]]; then
	_postlint "$@"
else
	compdef _postlint postlint
fi
`)
}

// zshFlag returns what _arguments wants to know of a flag.
func zshFlag(sub *subcommand, f flagHelp) string {
	usage := zshEscape(f.usage, "[]:")
	v, _ := valueOf(sub, f.word)
	switch {
	case f.word != "":
		return fmt.Sprintf("'*--%s=[%s]:%s:%s'", f.name, usage, f.word, zshValue(v))
	case f.short != "":
		return fmt.Sprintf("'(-%s --%s)'{-%[1]s,--%[2]s}'[%s]'", f.short, f.name, usage)
	}
	return fmt.Sprintf("'--%s[%s]'", f.name, usage)
}

// zshValue returns the action that completes a value.
func zshValue(v value) string {
	switch {
	case v.files:
		return "_files"
	case v.folders:
		return "_files -/"
	case v.list:
		return "_sequence _postlint_rules"
	case len(v.words) > 0 && v.words[0].meaning.Format != "":
		return "_postlint_rule"
	case len(v.words) > 0:
		return "(" + strings.Join(v.names(), " ") + ")"
	}
	return " "
}

// zshWord returns a word with its meaning, as _describe wants them.
func (c *Command) zshWord(w valueWord) string {
	return "'" + zshEscape(w.name, ":") + ":" + zshEscape(c.language.Say(w.meaning), "") + "'"
}

// zshEscape puts a backslash before each of some characters, and prepares s
// for single quotes.
func zshEscape(s, special string) string {
	for _, c := range special {
		s = strings.ReplaceAll(s, string(c), `\`+string(c))
	}
	return strings.ReplaceAll(s, "'", `'\''`)
}

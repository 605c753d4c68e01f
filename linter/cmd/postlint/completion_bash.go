package main

import (
	"bufio"
	"fmt"
	"strings"
)

// completeBash writes for bash 3.2 (that of macOS) and later. It needs no
// bash-completion. In COMP_WORDS "--flag=value" is three words.
func (c *Command) completeBash(w *bufio.Writer) {
	names := strings.Join(subcommandNames(), "|")
	fmt.Fprintf(w, `# bash completion for postlint; made by: postlint completion bash
_postlint() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} sub='' dashes='' i
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
			--) dashes=1 sub=${sub:-check} ;;
			%s)
				[[ ${COMP_WORDS[i+1]} == = ]] && ((i++))
				((i++)) ;;
			-*) ;;
			%s) sub=${sub:-${COMP_WORDS[i]}} ;;
			*) sub=${sub:-check} ;;
		esac
	done
	if [[ $cur == = && $prev == --* ]]; then
		cur=
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD-2]}
	fi
	[[ $dashes ]] && prev=
`, strings.Join(c.valueFlags(), "|"), names)
	fmt.Fprintln(w, "\tcase ${sub:-check} in")
	for _, sub := range subcommands() {
		fmt.Fprintf(w, "\t\t%s)\n\t\t\tcase $prev in\n", sub.name)
		var flags []string
		for _, f := range c.flags(&sub) {
			flags = append(flags, f.dashed()...)
			if v, _ := valueOf(&sub, f.word); f.word != "" {
				fmt.Fprintf(w, "\t\t\t\t--%s) %s; return ;;\n", f.name, bashValue(v))
			}
		}
		fmt.Fprint(w, "\t\t\tesac\n")
		fmt.Fprintf(w, "\t\t\tif [[ $cur == -* && ! $dashes ]]; then\n\t\t\t\t_postlint_words '%s'\n\t\t\t\treturn\n\t\t\tfi\n",
			strings.Join(flags, " "))
		if sub.name == "check" {
			fmt.Fprintf(w, "\t\t\t[[ $sub ]] || _postlint_words '%s'\n", strings.ReplaceAll(names, "|", " "))
		}
		v, _ := valueOf(&sub, sub.argument())
		fmt.Fprintf(w, "\t\t\t%s ;;\n", bashValue(v))
	}
	fmt.Fprint(w, `	esac
}

# _postlint_words adds those of the words that begin with what is there.
_postlint_words() {
	local word
	while IFS= read -r word; do
		COMPREPLY+=("$word")
	done < <(compgen -W "$1" -- "$cur")
}

# _postlint_list does the same after the last comma.
_postlint_list() {
	local before=''
	[[ $cur == *,* ]] && before=${cur%,*},
	local word
	while IFS= read -r word; do
		COMPREPLY+=("$before$word")
	done < <(compgen -W "$1" -- "${cur##*,}")
	compopt -o nospace 2>/dev/null
}

# _postlint_files adds files (-f) or folders (-d).
_postlint_files() {
	local name
	compopt -o filenames 2>/dev/null
	while IFS= read -r name; do
		COMPREPLY+=("$name")
	done < <(compgen "$1" -- "$cur")
}

complete -F _postlint postlint
`)
}

// bashValue returns the command that completes a value.
func bashValue(v value) string {
	words := strings.Join(v.names(), " ")
	switch {
	case v.files:
		return "_postlint_files -f"
	case v.folders:
		return "_postlint_files -d"
	case v.list:
		return "_postlint_list '" + words + "'"
	case words != "":
		return "_postlint_words '" + words + "'"
	}
	return ":"
}

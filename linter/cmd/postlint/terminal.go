package main

import (
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"postlint/linter/terminal"
)

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// color reports whether the report is to have colours. What the flag says
// wins; then NO_COLOR, CLICOLOR_FORCE, and whether a terminal shows them.
func (c *Command) color(o *options) bool {
	switch {
	case o.color != "auto":
		return o.color == "always"
	case c.env("NO_COLOR") != "":
		return false
	case c.env("CLICOLOR_FORCE") != "" && c.env("CLICOLOR_FORCE") != "0":
		return true
	}
	return isTerminal(c.Stdout) && c.env("TERM") != "dumb" && c.env("CLICOLOR") != "0"
}

// look says how to write for people on standard output.
func (c *Command) look(o *options) terminal.Options {
	return terminal.Options{Width: width(c.Stdout), Color: c.color(o)}
}

// width returns the columns of the terminal that w is, or 0.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok && isTerminal(w) {
		return columns(f.Fd())
	}
	return 0
}

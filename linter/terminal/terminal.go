// Package terminal shows Markdown and tables to people: wrapped to the width
// of the terminal, in which a character may take two columns or none, and with
// colours where they are wanted.
package terminal

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// Options say what the terminal is like.
type Options struct {
	Width int  // columns of a line; lines are not wrapped if 0
	Color bool // ANSI styles
}

// A style is the parameter of an ANSI escape sequence; "" is plain.
type style string

const (
	plain     style = ""
	bold      style = "1"
	dim       style = "2"
	italic    style = "3"
	underline style = "4"
	title     style = "1;4"
	code      style = "36"
)

// paint gives s a style, where the reader asked for colours.
func (o Options) paint(st style, s string) string {
	if !o.Color || st == plain || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// Columns returns how many columns of a terminal s takes.
func Columns(s string) int { return displaywidth.String(s) }

// printable returns s without what a terminal would obey instead of showing
// it: control characters but for tabs, and those that turn the direction of the text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

package rules

import (
	"bytes"
	"iter"
)

// headingLines yields the level and the text of every line of a body that may be a
// heading, without parsing it: lines that begin with "#", and lines below which "=" or
// "-" stand. Lines in fenced code are left out.
func headingLines(body []byte) iter.Seq2[int, []byte] {
	return func(yield func(level int, text []byte) bool) {
		fenced := false
		var before []byte
		for line := range bytes.Lines(body) {
			if saysSomething(line) {
				before = line
				continue
			}
			line = bytes.TrimLeft(bytes.TrimSpace(line), "> ")
			level, text := 0, line
			switch {
			case bytes.HasPrefix(line, []byte("```")), bytes.HasPrefix(line, []byte("~~~")):
				fenced = !fenced
			case len(line) == 0:
			case line[0] == '#':
				text = bytes.TrimLeft(line, "#")
				level = len(line) - len(text)
			case len(before) > 0 && len(bytes.Trim(line, "=")) == 0:
				level, text = 1, bytes.TrimSpace(before)
			case len(before) > 0 && len(bytes.Trim(line, "-")) == 0:
				level, text = 2, bytes.TrimSpace(before)
			}
			if level > 0 && !fenced && !yield(level, bytes.Trim(text, "# ")) {
				return
			}
			before = line
		}
	}
}

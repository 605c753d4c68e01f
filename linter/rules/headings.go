package rules

import "bytes"

// mayHaveHeadings reports whether a line of b begins with "#", "=" or "-", as
// headings and the lines below them do; quotes and lists may hold them too.
func mayHaveHeadings(b []byte) bool {
	for {
		line, rest, more := bytes.Cut(b, []byte("\n"))
		if line = bytes.TrimLeft(line, " \t>"); len(line) > 0 && (line[0] == '#' || line[0] == '=' || line[0] == '-') {
			return true
		}
		if !more {
			return false
		}
		b = rest
	}
}

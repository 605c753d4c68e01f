package report

import (
	"fmt"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/terminal"
)

// ANSI styles.
const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	green  = "32"
	yellow = "1;33"
	blue   = "1;34"
)

// paint gives s a style, where the reader asked for colours.
func (p *printer) paint(style, s string) string {
	if !p.Color || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

func severityStyle(s lint.Severity) string {
	switch s {
	case lint.Error:
		return red
	case lint.Warning:
		return yellow
	}
	return blue
}

// writeText writes findings in the manner of compilers: where, what, an
// excerpt with the place marked, what readers would see, and the remedy.
func writeText(p *printer) error {
	p.findings(p.writeFinding)
	t := p.Totals()
	if p.Quiet {
		if t.Known > 0 {
			fmt.Fprintln(p, t.KnownLine(p.Localizer))
		}
		return nil
	}
	if t.Fixed > 0 {
		fmt.Fprintln(p, p.paint(green, t.FixedLine(p.Localizer)))
	}
	fmt.Fprintln(p, p.paint(bold, t.Line(p.Localizer)))
	for _, line := range t.HiddenLines(p.Localizer) {
		fmt.Fprintln(p, line)
	}
	return nil
}

func (p *printer) writeFinding(f finding) {
	fmt.Fprintf(p, "%s: %s: %s %s\n",
		p.paint(bold, fmt.Sprintf("%s:%s", Visible(f.path), f.start)),
		p.paint(severityStyle(f.Severity), p.severity(f.Severity)),
		Visible(p.Localizer.Say(f.Message)),
		p.paint(dim, "["+f.Rule+"]"))
	margin := max(4, len(fmt.Sprint(f.start.Line)))
	p.writeExcerpt(f, margin)
	note := func(label, s string) {
		fmt.Fprintf(p, "%*s %s %s\n", margin, "", p.paint(blue, "= "+label+":"), s)
	}
	for i, fix := range f.Fixes {
		title := Visible(p.Localizer.Say(fix.Title))
		switch {
		case i > 0:
			note(p.say("or"), title)
		case fix.Unsafe:
			note(p.say("fix"), title+p.paint(dim, " (postlint --fix --unsafe-fixes)"))
		default:
			note(p.say("fix"), title+p.paint(dim, " (postlint --fix)"))
		}
	}
	for _, r := range f.Related {
		at := f.related(r)
		note(p.say("note"), Visible(fmt.Sprintf("%s:%s: %s", at.path, at.start, p.Localizer.Say(r.Message))))
	}
	fmt.Fprintln(p)
}

// severity names a severity in the reader's language.
func (p *printer) severity(s lint.Severity) string {
	return p.Localizer.Say(s.Message())
}

// writeExcerpt writes the first line of the finding's span with the span marked.
func (p *printer) writeExcerpt(f finding, margin int) {
	effect := ""
	if !f.Effect.IsZero() {
		effect = Visible(p.Localizer.Say(f.Effect))
	}
	if f.doc == nil {
		if effect != "" {
			fmt.Fprintf(p, "%*s %s %s\n", margin, "", p.paint(blue, "="), effect)
		}
		return
	}
	e := excerptOf(f.doc, f.span, p.Width-margin-3)
	fmt.Fprintf(p, "%s %s\n", p.paint(blue, fmt.Sprintf("%*d │", margin, f.start.Line)), e.text)
	gutter := fmt.Sprintf("%*s %s ", margin, "", p.paint(blue, "│"))
	under := func(column int, s string) {
		fmt.Fprintf(p, "%s%*s%s\n", gutter, column, "", s)
	}
	marker := p.paint(severityStyle(f.Severity), strings.Repeat("^", e.width))
	room := p.Width - margin - 3
	beside := effect != "" && e.indent+e.width+1+terminal.Columns(effect) <= room
	if beside {
		marker += " " + effect
	}
	under(e.indent, marker)
	if s, column, ok := e.suggestion(f); ok {
		under(column, p.paint(green, s))
	}
	if effect != "" && !beside {
		column := max(0, min(e.indent, room-effectColumns))
		for _, line := range terminal.Wrap(effect, max(room-column, 1)) {
			under(column, line)
		}
	}
}

// effectColumns is the least room that what readers would see is written in,
// where there is no room for it beside the marker.
const effectColumns = 60

// suggestion returns the new text of the finding's first fix and the column it
// goes to, if the fix is one edit within the line that is shown.
func (e *excerpt) suggestion(f finding) (s string, column int, ok bool) {
	if len(f.Fixes) == 0 || len(f.Fixes[0].Edits) != 1 {
		return "", 0, false
	}
	edit := f.Fixes[0].Edits[0]
	if strings.TrimSpace(edit.New) == "" || strings.ContainsAny(edit.New, "\r\n") || !e.line.Contains(edit.Span) {
		return "", 0, false
	}
	column, ok = e.column(edit.Start)
	return Visible(edit.New), column, ok
}

// Visible returns s with every character that a terminal would not show as it
// stands, or would obey, written out: U+200B becomes <U+200B>, a byte that is
// not UTF-8 becomes <FF>.
func Visible(s string) string {
	for _, r := range s {
		if r < ' ' || r > '~' {
			var b strings.Builder
			for _, c := range cells([]byte(s), 0) {
				b.WriteString(c.text)
			}
			return b.String()
		}
	}
	return s
}

package report

import (
	"fmt"
	"strings"

	"postlint/linter/lint"
)

// GitHub reads these characters as part of a command: everywhere, and in
// properties.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub writes workflow commands, which GitHub Actions shows as
// annotations on the lines they are about.
func writeGitHub(p *printer) error {
	p.findings(func(f finding) {
		command := "notice"
		switch f.Severity {
		case lint.Error:
			command = "error"
		case lint.Warning:
			command = "warning"
		}
		fmt.Fprintf(p, "::%s file=%s,line=%d,endLine=%d", command, githubProperty.Replace(f.path), f.start.Line, f.end.Line)
		if f.start.Line == f.end.Line { // GitHub refuses columns of a span over several lines
			fmt.Fprintf(p, ",col=%d,endColumn=%d", f.start.Column, max(f.start.Column, f.end.Column-1))
		}
		fmt.Fprintf(p, ",title=%s::%s\n", githubProperty.Replace("postlint "+f.Rule), githubData.Replace(p.githubMessage(f)))
	})
	return nil
}

// githubMessage says the finding and, as an annotation has no other place for
// it, the remedy.
func (p *printer) githubMessage(f finding) string {
	message := p.message(f.Diagnostic)
	for _, r := range f.Related {
		at := f.related(r)
		message += fmt.Sprintf("\n%s:%s: %s", at.path, at.start, Visible(p.Localizer.Say(r.Message)))
	}
	if len(f.Fixes) > 0 {
		message += "\n" + p.say("fix") + ": " + Visible(p.Localizer.Say(f.Fixes[0].Title))
	}
	return message
}

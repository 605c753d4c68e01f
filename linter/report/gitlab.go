package report

import (
	"path"

	"postlint/linter/lint"
)

// A gitlabIssue is an entry of a GitLab Code Quality report.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"` // unique in the report, the same from run to run
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	} `json:"lines"`
}

// writeGitLab writes a Code Quality report, which GitLab shows in merge requests.
func writeGitLab(p *printer) error {
	var prints []string
	for i := range p.Sites {
		for _, f := range p.Sites[i].Fingerprints() {
			prints = append(prints, path.Join(p.Sites[i].Prefix, f))
		}
	}
	issues := []gitlabIssue{}
	p.findings(func(f finding) {
		issue := gitlabIssue{
			Description: p.message(f.Diagnostic), CheckName: f.Rule,
			Fingerprint: prints[len(issues)], Severity: gitlabSeverity(f.Severity),
		}
		issue.Location.Path = f.path
		issue.Location.Lines.Begin, issue.Location.Lines.End = f.start.Line, f.end.Line
		issues = append(issues, issue)
	})
	return p.encode(issues)
}

func gitlabSeverity(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "major"
	case lint.Warning:
		return "minor"
	}
	return "info"
}

package report

import (
	"postlint/linter/lint"
	"postlint/linter/message"
)

// Totals are the numbers of a report.
type Totals struct {
	Files     int // content files of the sites
	Checked   int // those that were checked
	Templates int // templates that were checked
	Settings  int // configuration files that were checked
	Faulty    int // files with findings
	Outside   int // those of them that are no content: templates and configuration
	Errors    int
	Warnings  int
	Infos     int
	Fixable   int // findings that --fix removes
	Unsafe    int // findings that --fix --unsafe-fixes removes beside those
	Fixed     int // findings that fixes have removed
	Mended    int // files that the fixes are in
	MendedOut int // those of them that are no content
	Older     int // findings left out since they are older than the change that was asked about
	Known     int // findings left out since they are in the baseline
}

// Totals counts.
func (r *Report) Totals() Totals {
	var t Totals
	for _, s := range r.Sites {
		if s.Index != nil {
			t.Files += len(s.Index.Pages)
		}
		t.Checked += s.Checked
		t.Templates += s.Templates
		t.Settings += s.Settings
		t.Faulty += countPaths(s.Diagnostics)
		t.Outside += countPaths(s.outside(s.Diagnostics))
		t.Fixed += len(s.Fixed)
		t.Mended += countPaths(s.Fixed)
		t.MendedOut += countPaths(s.outside(s.Fixed))
		t.Older += s.Older
		t.Known += s.Known
		for _, d := range s.Diagnostics {
			switch d.Severity {
			case lint.Error:
				t.Errors++
			case lint.Warning:
				t.Warnings++
			default:
				t.Infos++
			}
			if _, ok := d.Applicable(false); ok {
				t.Fixable++
			} else if _, ok := d.Applicable(true); ok {
				t.Unsafe++
			}
		}
	}
	return t
}

// outside returns those findings that are not in content.
func (s *Site) outside(found []lint.Diagnostic) (list []lint.Diagnostic) {
	if s.Index == nil {
		return nil
	}
	for _, d := range found {
		if page := s.Index.Page(d.Path); page != nil && page.IsFile() {
			list = append(list, d)
		}
	}
	return list
}

func countPaths(ds []lint.Diagnostic) int {
	paths := make(map[string]bool)
	for _, d := range ds {
		paths[d.Path] = true
	}
	return len(paths)
}

// Problems returns how many findings there are.
func (t Totals) Problems() int { return t.Errors + t.Warnings + t.Infos }

// FixedLine says what fixes have done: "fixed 3 problems in 2 posts".
func (t Totals) FixedLine(l Localizer) string {
	where := count(t.Mended, "%d post", "%d posts")
	if t.MendedOut > 0 {
		where = count(t.Mended, "%d file", "%d files")
	}
	return l.Say(lint.Msg("fixed %s in %s", count(t.Fixed, "%d problem", "%d problems"), where))
}

// Line says the numbers in one line:
// "14 problems in 3 of 128 posts: 9 errors, 5 warnings; 11 can be fixed with --fix".
func (t Totals) Line(l Localizer) string {
	posts := count(t.Checked, "%d post", "%d posts")
	switch {
	case t.Checked > 0 || t.Templates+t.Settings == 0:
	case t.Settings == 0:
		posts = count(t.Templates, "%d template", "%d templates")
	default:
		posts = count(t.Templates+t.Settings, "%d file", "%d files")
	}
	switch {
	case t.Problems() > 0:
	case t.Older > 0 || t.Known > 0:
		return l.Say(lint.Msg("%s: no new problems", posts))
	default:
		return l.Say(lint.Msg("%s: no problems", posts))
	}
	var kinds []lint.Message
	for _, k := range []struct {
		n    int
		said lint.Message
	}{
		{t.Errors, count(t.Errors, "%d error", "%d errors")},
		{t.Warnings, count(t.Warnings, "%d warning", "%d warnings")},
		{t.Infos, count(t.Infos, "%d info", "%d infos")},
	} {
		if k.n > 0 {
			kinds = append(kinds, k.said)
		}
	}
	problems := count(t.Problems(), "%d problem", "%d problems")
	line := l.Say(lint.Msg("%s in %d of %s: %s", problems, t.Faulty, posts, message.Join(kinds, ", ")))
	if t.Outside > 0 {
		line = l.Say(lint.Msg("%s in %s: %s", problems, count(t.Faulty, "%d file", "%d files"), message.Join(kinds, ", ")))
	}
	switch {
	case t.Fixable > 0 && t.Unsafe > 0:
		line += "; " + l.Say(lint.Msg("%d can be fixed with --fix, %d more with --fix --unsafe-fixes", t.Fixable, t.Unsafe))
	case t.Fixable > 0:
		line += "; " + l.Say(lint.Msg("%d can be fixed with --fix", t.Fixable))
	case t.Unsafe > 0:
		line += "; " + l.Say(lint.Msg("%d can be fixed with --fix --unsafe-fixes", t.Unsafe))
	}
	return line
}

// HiddenLines says how many findings are left out, a line for each reason:
// "3 older problems are not shown".
func (t Totals) HiddenLines(l Localizer) []string {
	var lines []string
	if t.Older > 0 {
		lines = append(lines, l.Say(count(t.Older, "%d older problem is not shown", "%d older problems are not shown")))
	}
	if t.Known > 0 {
		lines = append(lines, t.KnownLine(l))
	}
	return lines
}

// KnownLine says how many findings the baseline hides.
func (t Totals) KnownLine(l Localizer) string {
	return l.Say(count(t.Known, "%d problem in the baseline is not shown", "%d problems in the baseline are not shown"))
}

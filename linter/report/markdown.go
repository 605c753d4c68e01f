package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"postlint/linter/lint"
)

// worst is how many posts the summary names.
const worst = 10

// A tally counts the findings of a rule, or of a post.
type tally struct {
	name     string
	severity lint.Severity // the gravest
	count    int
	fixable  int
}

// writeMarkdown writes a summary for people who come from a forge: the totals,
// a table by rule, and the posts with the most findings.
func writeMarkdown(p *printer) error {
	byRule, byPost := map[string]*tally{}, map[string]*tally{}
	p.findings(func(f finding) {
		add(byRule, f.Rule, f.Diagnostic)
		add(byPost, f.path, f.Diagnostic)
	})
	t := p.Totals()
	fmt.Fprintf(p, "**%s**\n", t.Line(p.Localizer))
	for _, line := range t.HiddenLines(p.Localizer) {
		fmt.Fprintf(p, "\n%s\n", line)
	}
	if len(byRule) == 0 {
		return nil
	}
	fmt.Fprintf(p, "\n| %s | %s | %s | %s |\n|---|---|--:|--:|\n", p.say("rule"), p.say("severity"), p.say("problems"), p.say("fixable"))
	for _, t := range ranked(byRule) {
		fmt.Fprintf(p, "| %s | %s | %d | %d |\n", t.name, p.severity(t.severity), t.count, t.fixable)
	}
	where := p.say("post")
	if t.Outside > 0 {
		where = p.say("file")
	}
	fmt.Fprintf(p, "\n| %s | %s |\n|---|--:|\n", where, p.say("problems"))
	posts := ranked(byPost)
	for _, t := range posts[:min(worst, len(posts))] {
		fmt.Fprintf(p, "| %s | %d |\n", markdownCode(t.name), t.count)
	}
	if more := len(posts) - worst; more > 0 {
		line := count(more, "and %d more post", "and %d more posts")
		if t.Outside > 0 {
			line = count(more, "and %d more file", "and %d more files")
		}
		fmt.Fprintf(p, "\n%s\n", p.Localizer.Say(line))
	}
	return nil
}

func add(tallies map[string]*tally, name string, d lint.Diagnostic) {
	t := tallies[name]
	if t == nil {
		t = &tally{name: name}
		tallies[name] = t
	}
	t.count++
	t.severity = max(t.severity, d.Severity)
	if _, ok := d.Applicable(false); ok {
		t.fixable++
	}
}

// ranked returns the tallies, the gravest and largest first.
func ranked(tallies map[string]*tally) []*tally {
	return slices.SortedFunc(maps.Values(tallies), func(a, b *tally) int {
		return cmp.Or(cmp.Compare(b.severity, a.severity), cmp.Compare(b.count, a.count), cmp.Compare(a.name, b.name))
	})
}

// markdownCode returns s as a code span in a table.
func markdownCode(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + strings.ReplaceAll(Visible(s), "|", `\|`) + fence
}

package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

var missingSummaryDivider = lint.Rule{
	Name:     "missing-summary-divider",
	Summary:  "post without a summary divider",
	Family:   lint.Summary,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Checker:  missingSummaryDividerChecker{},
}

type missingSummaryDividerChecker struct {
	MinWords int  `doc:"Posts with fewer words need none; 0 stands for Hugo's summaryLength."`
	Field    bool `doc:"A summary or description in the front matter serves as well."`
}

func (c missingSummaryDividerChecker) Check(p *lint.Pass) {
	if !p.IsPost() || p.Markup != source.MarkupMarkdown || len(p.Dividers()) > 0 {
		return
	}
	if p.FrontMatter.Format != source.NoFormat && !p.Readable() {
		return
	}
	for _, key := range []string{"summary", "description"} {
		if c.Field && filled(p.FrontMatter.Lookup(key)) {
			return
		}
	}
	least := c.MinWords
	if least == 0 {
		least = p.Site.Config.SummaryLength
	}
	words, first := 0, text.Span{}
	for _, paragraph := range p.Body().Paragraphs {
		if words == 0 {
			first = paragraph.Span
		}
		if words += len(strings.Fields(paragraph.Text)); words > least {
			p.Report(lint.Diagnostic{
				Span:    firstWord(p, first),
				Message: lint.Msg("the post has no summary divider"),
				Effect:  lint.Msg("Hugo cuts the summary after about %d words; put %q where it should end", p.Site.Config.SummaryLength, dividerOf(p.Markup)),
			})
			return
		}
	}
}

// filled reports whether a field is there and holds text.
func filled(f *source.Field) bool {
	if f == nil {
		return false
	}
	s, ok := f.Value.Text()
	return ok && strings.TrimSpace(s) != ""
}

// firstWord returns the span of the first word in s.
func firstWord(p *lint.Pass, s text.Span) text.Span {
	word := p.Slice(s)
	if i := strings.IndexAny(word, " \t\r\n"); i > 0 {
		word = word[:i]
	}
	return text.Span{Start: s.Start, End: s.Start + len(word)}
}

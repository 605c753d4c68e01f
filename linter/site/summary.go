package site

import "github.com/spf13/cast"

// A SummaryKind tells where a page's summary comes from, in Hugo's words.
type SummaryKind string

// The kinds of summaries.
const (
	ManualSummary      SummaryKind = "manual"      // what stands before the divider
	FrontMatterSummary SummaryKind = "frontmatter" // the key summary
	AutoSummary        SummaryKind = "auto"        // the first words
)

// SummaryKind returns where the page's summary comes from: a divider of Hugo's
// goes before the key summary of front matter or a cascade. (Where what stands
// before the divider is empty, Hugo uses the key after all.)
func (p *Page) SummaryKind() SummaryKind {
	for _, d := range p.Dividers {
		if d.Hugo {
			return ManualSummary
		}
	}
	if cast.ToString(p.Params["summary"]) != "" {
		return FrontMatterSummary
	}
	return AutoSummary
}

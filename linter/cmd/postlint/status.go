package main

import (
	"fmt"
	slashpath "path"
	"strconv"
	"strings"
	"time"

	"postlint/linter/config"
	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/site"
	"postlint/linter/source"
)

// A postStatus is a content file as Hugo sees it. Its columns that "hugo list
// all" has too read as there.
type postStatus struct {
	Path        string              `json:"path"`
	Slug        string              `json:"slug"`
	Title       string              `json:"title"`
	Date        string              `json:"date"`
	ExpiryDate  string              `json:"expiryDate"`
	PublishDate string              `json:"publishDate"`
	Draft       bool                `json:"draft"`
	Permalink   string              `json:"permalink"`
	Kind        string              `json:"kind"`
	Section     string              `json:"section"`
	Language    string              `json:"language"`
	State       string              `json:"state"`
	Reason      string              `json:"reason"`
	URL         string              `json:"url"`
	Terms       map[string][]string `json:"terms"`
	Summary     string              `json:"summary"`

	terms []string
}

// status prints each content file as Hugo sees it, and why.
func status(c *Command, o *options, args []string) (int, error) {
	list := []postStatus{}
	err := c.eachSite(o, args, func(t *target, x *site.Index, prefix string) {
		for _, p := range c.pages(o, x, t) {
			if p.IsFile() {
				continue
			}
			s := statusOf(x, p)
			s.Path = slashpath.Join(prefix, s.Path)
			s.Reason = c.sayIn(o, o.format)(reason(x, p))
			list = append(list, s)
		}
	})
	if err != nil {
		return trouble, err
	}
	return clean, writeTable(c, o.format, list, statusTable)
}

// statusTable has the columns of "hugo list all" first, when it is CSV.
var statusTable = table[postStatus]{
	header: []string{"path", "slug", "title", "date", "expiryDate", "publishDate", "draft", "permalink", "kind", "section",
		"language", "state", "reason", "url", "terms", "summary"},
	record: func(s postStatus) []string {
		return []string{s.Path, s.Slug, s.Title, s.Date, s.ExpiryDate, s.PublishDate, strconv.FormatBool(s.Draft), s.Permalink, s.Kind, s.Section,
			s.Language, s.State, s.Reason, s.URL, strings.Join(s.terms, "; "), s.Summary}
	},
	titles: []lint.Message{lint.Msg("STATE"), lint.Msg("POST"), lint.Msg("URL"), lint.Msg("TERMS"), lint.Msg("SUMMARY"), lint.Msg("WHY")},
	row: func(s postStatus) []any {
		return []any{stateName(s.State), s.Path, s.URL, strings.Join(s.terms, ", "), summaryName(s.Summary), s.Reason}
	},
}

func statusOf(x *site.Index, p *site.Page) postStatus {
	draft, _ := p.Params["draft"].(bool)
	s := postStatus{
		Path: p.Document.Path, Slug: p.Slug, Title: p.Title, Draft: draft, Permalink: p.Permalink,
		Date: p.Dates.Date.Format(time.RFC3339), ExpiryDate: p.Dates.ExpiryDate.Format(time.RFC3339), PublishDate: p.Dates.PublishDate.Format(time.RFC3339),
		Kind: string(p.Kind), Section: p.Section, Language: p.Language,
		State: string(p.State), URL: p.RelPermalink, Terms: map[string][]string{},
	}
	switch p.Kind {
	case site.Resource, site.Shadowed, site.Copied:
		s.State = string(p.Kind) // a state is a page's
	default:
		s.Summary = string(p.SummaryKind())
	}
	for _, t := range p.Terms {
		s.Terms[t.Taxonomy] = append(s.Terms[t.Taxonomy], t.Name)
		s.terms = append(s.terms, t.Taxonomy+": "+t.Name)
	}
	return s
}

// reason says why a file is what it is, where that is not what its author
// would take for granted.
func reason(x *site.Index, p *site.Page) lint.Message {
	day := func(t time.Time) string { return t.Format(time.DateOnly) }
	switch {
	case p.Kind == site.Copied: // unread, so nothing in it stops Hugo
		return lint.Msg("copied as it is, front matter included")
	case len(p.Problems()) > 0:
		return lint.Msg("Hugo stops here: %s", p.Problems()[0].Message)
	case p.Err != nil:
		return lint.Msg("Hugo stops here: %s", message.Of(p.Err))
	case p.Kind == site.Resource && p.Owner != nil:
		return lint.Msg("a resource of %s", p.Owner.Document.Path)
	case p.Kind == site.Shadowed && p.Owner != nil:
		return lint.Msg("dropped: %s has the same path", p.Owner.Document.Path)
	case p.State == site.Future && p.Dates.PublishDate.After(x.Now):
		return lint.Msg("to be published on %s", day(p.Dates.PublishDate))
	case p.State == site.Future:
		return lint.Msg("its date is %s", day(p.Dates.Date))
	case p.State == site.Expired:
		return lint.Msg("expired on %s", day(p.Dates.ExpiryDate))
	case p.Kind == site.Hidden:
		return lint.Msg("its build options or headless keep it from having a URL")
	}
	return draftReason(p)
}

// draftReason says how Hugo reads a draft flag that is not a plain boolean.
func draftReason(p *site.Page) lint.Message {
	f := p.FrontMatter.Lookup("draft")
	if f == nil || f.Value == nil || f.Value.Kind == source.Bool {
		return lint.Message{}
	}
	kind := kindName(f.Value.Kind)
	if f.Value.Kind == source.String {
		kind = lint.Msg("the text %q", fmt.Sprint(f.Value.Data))
	}
	return lint.Msg("draft: %s is read as %s: %s", p.Slice(f.Value.Span), kind, p.State)
}

// kindName names a kind of value.
func kindName(k source.Kind) lint.Message {
	switch k {
	case source.Integer:
		return lint.Msg("integer")
	case source.Float:
		return lint.Msg("float")
	case source.Datetime:
		return lint.Msg("datetime")
	case source.List:
		return lint.Msg("list")
	case source.Map:
		return lint.Msg("map")
	}
	return lint.Msg("null")
}

// stateName names what the column of states has.
func stateName(state string) lint.Message {
	switch site.Kind(state) {
	case site.Resource:
		return lint.Msg("resource")
	case site.Shadowed:
		return lint.Msg("shadowed")
	case site.Copied:
		return lint.Msg("copied")
	}
	return site.State(state).Message()
}

// summaryName names where a summary comes from.
func summaryName(kind string) lint.Message {
	switch site.SummaryKind(kind) {
	case site.ManualSummary:
		return lint.Msg("manual")
	case site.FrontMatterSummary:
		return lint.Msg("frontmatter")
	case site.AutoSummary:
		return lint.Msg("auto")
	}
	return lint.Message{}
}

// eachSite reads the sites of the arguments; what cannot be read is said. The
// prefix tells the paths of several sites apart.
func (c *Command) eachSite(o *options, args []string, do func(t *target, x *site.Index, prefix string)) error {
	targets, err := c.targets(o, args)
	if err != nil {
		return err
	}
	type loaded struct {
		*target
		index *site.Index
	}
	var sites []loaded
	var roots []string
	for i := 0; i < len(targets); i++ {
		t := targets[i]
		x, err := c.load(o, t.root, nil, nil)
		if err != nil {
			c.errorf("%s", err)
			roots = append(roots, t.root)
			continue
		}
		below := c.targetsBelow(o, t, x)
		targets = appendTargets(targets, below)
		if len(below) > 0 {
			continue
		}
		c.adopt(o, config.Lang(x))
		for _, note := range x.Notes {
			c.notef(o, "%s", note)
		}
		c.sayFailures(t, x)
		sites, roots = append(sites, loaded{t, x}), append(roots, t.root)
	}
	for _, s := range sites {
		do(s.target, s.index, prefix(common(roots), s.root))
	}
	return nil
}

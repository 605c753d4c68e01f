package rules

import (
	"fmt"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var zolaFrontMatter = lint.Rule{
	Name:     "zola-front-matter",
	Summary:  "front matter of Zola, which Hugo does not read",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  zolaFrontMatterChecker{Slugify: "on"},
}

type zolaFrontMatterChecker struct {
	Slugify   string `doc:"what Zola's slugify.paths was, where there is no zola.toml to say so: on, safe or off"`
	KeepDates bool   `doc:"Zola's slugify.paths_keep_dates, where there is no zola.toml to say so"`
}

func (c zolaFrontMatterChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	z := readZola(p)
	z.config = zolaConfig{Slugify: zolaSlugify{Paths: c.Slugify, KeepDates: c.KeepDates}}
	certain := z.certain(p)
	if !certain && !z.hasKeys() && !mayMove(p, z) {
		return
	}
	z.readConfig(p)
	if !certain && !z.config.found {
		return
	}
	m := newZolaMove(p, z)
	z.reportTables(p, m)
	for _, f := range z.keys {
		if !hugoAgrees(f) {
			p.ReportAs(lint.Warning, lint.Diagnostic{
				Span:    f.KeySpan,
				Message: lint.Msg("%q is a key of Zola", f.Key),
				Effect:  lint.Msg("Hugo does not read it; %s", zolaKeys[f.Key]),
				Fixes:   m.key(f),
			})
		}
	}
	for _, v := range m.aliases {
		alias, _ := v.Text()
		p.Report(lint.Diagnostic{
			Span:    v.Span,
			Message: lint.Msg("alias %q begins at the folder of the post", alias),
			Effect:  lint.Msg("the address that Zola redirected, /%s, leads nowhere", alias),
			Fixes:   m.whole(),
		})
	}
	if m.date != "" {
		p.Report(lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("the file's name has the date, which Hugo does not look for there"),
			Effect:  lint.Msg("the post has no date; Zola's was %s", m.date),
			Fixes:   m.whole(),
		})
	}
	if m.url != "" {
		p.Report(lint.Diagnostic{
			Span:    urlSpan(p),
			Message: lint.Msg("Zola served this page at %s", m.url),
			Effect:  lint.Msg("Hugo serves it at %s, and every link to it on the web leads nowhere", m.served),
			Fixes:   m.whole(),
		})
	}
}

func (z zola) reportTables(p *lint.Pass, m *zolaMove) {
	if z.taxonomies != nil && termCount(z.taxonomies.Value) > 0 {
		p.Report(lint.Diagnostic{
			Span:    keySpan(z.taxonomies),
			Message: unreadTable(keysOf(z.taxonomies.Value.Fields), tableName(p, z.taxonomies)),
			Effect:  lint.Msg("the post is listed under none of these terms; expected them at the top level"),
			Fixes:   m.table(z.taxonomies),
		})
	}
	if z.extra != nil && len(z.extra.Value.Fields) > 0 {
		p.ReportAs(lint.Warning, lint.Diagnostic{
			Span:    keySpan(z.extra),
			Message: zolasTable(keysOf(z.extra.Value.Fields), tableName(p, z.extra)),
			Effect:  lint.Msg("a theme that reads the top level goes without"),
			Fixes:   m.table(z.extra),
		})
	}
}

// unreadTable says that keys are in a table that Hugo does not look into.
func unreadTable(keys []string, table string) lint.Message {
	if len(keys) == 1 {
		return lint.Msg("%s stands in %s, which Hugo does not read", enumerate(keys), table)
	}
	return lint.Msg("%s stand in %s, which Hugo does not read", enumerate(keys), table)
}

// zolasTable says that keys are in a table that only Zola's templates look into.
func zolasTable(keys []string, table string) lint.Message {
	if len(keys) == 1 {
		return lint.Msg("%s stands in %s, where Zola's templates look, not Hugo's", enumerate(keys), table)
	}
	return lint.Msg("%s stand in %s, where Zola's templates look, not Hugo's", enumerate(keys), table)
}

// mayMove reports whether a page that shows no sign of Zola would have had
// another address or another date there.
func mayMove(p *lint.Pass, z zola) bool {
	if p.Kind != site.PageKind && p.Kind != site.Section {
		return false
	}
	if z.fileDate(p) != "" {
		return true
	}
	url, exact := z.url(p)
	return exact && url != servedPath(p)
}

// hugoAgrees reports whether a key of Zola's says no more than what Hugo does
// without it: it is Zola's default.
func hugoAgrees(f *source.Field) bool {
	switch f.Key {
	case "render", "in_search_index":
		return f.Value.Data == true
	case "transparent", "paginate_reversed", "generate_feed", "generate_feeds":
		return f.Value.Data == false
	case "sort_by", "insert_anchor_links":
		return f.Value.Data == "none"
	case "paginate_by":
		return f.Value.Kind == source.Integer && fmt.Sprint(f.Value.Data) == "0"
	}
	return false
}

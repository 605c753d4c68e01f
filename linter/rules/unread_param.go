package rules

import (
	"path"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/templates"
)

var unreadParam = lint.Rule{
	Name:     "unread-param",
	Summary:  "site parameter that no template reads",
	Family:   lint.Theme,
	Severity: lint.Warning,
	Since:    "0.1.0",
	On:       lint.SiteFiles,
	Checker:  unreadParamChecker{},
}

type unreadParamChecker struct{}

func (unreadParamChecker) Check(p *lint.Pass) {
	if p.Kind != site.Configuration {
		return
	}
	facts, ok := p.Site.Templates()
	if !ok || facts.Open(true) {
		return
	}
	for _, fields := range paramFields(p) {
		for _, f := range fields {
			checkParam(p, facts, f, nil)
		}
	}
}

// paramFields returns the fields of each [params] of a configuration file.
func paramFields(p *lint.Pass) (all [][]*source.Field) {
	languages := func(fields []*source.Field) {
		for _, f := range fields {
			for _, child := range f.Value.Fields {
				if strings.EqualFold(child.Key, "params") {
					all = append(all, child.Value.Fields)
				}
			}
		}
	}
	base, _, _ := strings.Cut(path.Base(p.Document.Path), ".")
	switch base {
	case "params":
		return [][]*source.Field{p.FrontMatter.Fields}
	case "languages":
		languages(p.FrontMatter.Fields)
	case "hugo", "config":
		for _, f := range p.FrontMatter.Fields {
			switch strings.ToLower(f.Key) {
			case "params":
				all = append(all, f.Value.Fields)
			case "languages":
				languages(f.Value.Fields)
			}
		}
	}
	return all
}

// checkParam reports a parameter below the tables in above that nothing reads,
// else those within it.
func checkParam(p *lint.Pass, facts *templates.Facts, f *source.Field, above []string) {
	key := append(slices.Clone(above), strings.ToLower(f.Key))
	if len(key) == 1 && key[0] == "_merge" {
		return // Hugo's own
	}
	if !readsParam(p, facts, key) {
		reportParam(p, facts, f, key)
		return
	}
	if _, named := facts.Reading(true, key...); !named || facts.Open(true, key...) || key[0] == "postlint" {
		return
	}
	for _, child := range f.Value.Fields {
		if len(facts.Keys(true, key...)) > 0 {
			checkParam(p, facts, child, key)
		}
	}
}

func reportParam(p *lint.Pass, facts *templates.Facts, f *source.Field, key []string) {
	above := key[:len(key)-1]
	meant := misspelled(key[len(key)-1], facts.Keys(true, above...), func(name string) bool {
		_, set := p.Site.Param(append(slices.Clone(above), name)...)
		return set
	})
	d := lint.Diagnostic{Span: keySpan(f), Message: lint.Msg("no template reads %q", f.Key), Effect: lint.Msg("it changes nothing")}
	read, ok := facts.Reading(true, append(slices.Clone(above), meant)...)
	switch {
	case meant == "" || !ok || read.Path == "":
		p.ReportAs(lint.Info, d)
	case read.Bare && p.Site.Page(read.Path) != nil:
		// unset-param says it where readers miss something.
	default:
		d.Message = lint.Msg("no template reads %q; did you mean %q, which %s reads?", f.Key, read.Name, p.Site.Place(read.Place))
		p.Report(d)
	}
}

package templates

import (
	"slices"
	"strings"
	"text/template/parse"

	"postlint/linter/text"
)

// A Removal is a method or function that Hugo v0.165.0 no longer has, or says
// it is about to remove.
type Removal struct {
	Name    string // as the report has it: ".Site.Author"
	Since   string // the release that deprecated it: "v0.124.0"
	Removed bool   // it is gone: the build stops
	Instead string // "site.Params.author"; "" where nothing takes its place

	field    string // the method's name; "" for a function
	kinds    kinds  // what it is a method of; 0 for anything that is not known to be another
	function []string
}

// Removals lists what was removed or deprecated. A test asks Hugo about each.
var Removals = []*Removal{
	{Name: ".Site.Author", Since: "v0.124.0", Removed: true, Instead: "site.Params.author", field: "Author", kinds: siteObject},
	{Name: ".Site.Authors", Since: "v0.124.0", Removed: true, Instead: "site.Params.authors", field: "Authors", kinds: siteObject},
	{Name: ".Site.Social", Since: "v0.124.0", Removed: true, Instead: "site.Params.social", field: "Social", kinds: siteObject},
	{Name: ".Site.IsServer", Since: "v0.120.0", Removed: true, Instead: "hugo.IsServer", field: "IsServer", kinds: siteObject},
	{Name: ".Site.IsMultiLingual", Since: "v0.124.0", Removed: true, Instead: "hugo.IsMultilingual", field: "IsMultiLingual", kinds: siteObject},
	{Name: ".Site.DisqusShortname", Since: "v0.120.0", Removed: true, Instead: "site.Config.Services.Disqus.Shortname", field: "DisqusShortname", kinds: siteObject},
	{Name: ".Site.GoogleAnalytics", Since: "v0.120.0", Removed: true, Instead: "site.Config.Services.GoogleAnalytics.ID", field: "GoogleAnalytics", kinds: siteObject},
	{Name: ".Site.RSSLink", Since: "v0.114.0", Removed: true, Instead: `.OutputFormats.Get "rss"`, field: "RSSLink", kinds: siteObject},
	{Name: ".Site.LastChange", Since: "v0.123.0", Removed: true, Instead: "site.Lastmod", field: "LastChange", kinds: siteObject},
	{Name: ".Site.Data", Since: "v0.156.0", Instead: "hugo.Data", field: "Data", kinds: siteObject},
	{Name: ".Site.Languages", Since: "v0.156.0", field: "Languages", kinds: siteObject},
	{Name: ".Site.AllPages", Since: "v0.156.0", field: "AllPages", kinds: siteObject},
	{Name: ".Site.BuildDrafts", Since: "v0.156.0", field: "BuildDrafts", kinds: siteObject},
	{Name: ".Site.LanguageCode", Since: "v0.158.0", Instead: "site.Language.Locale", field: "LanguageCode", kinds: siteObject},
	{Name: ".Site.Sites", Since: "v0.156.0", Instead: "hugo.Sites", field: "Sites", kinds: siteObject},
	{Name: ".Page.Sites", Since: "v0.156.0", Instead: "hugo.Sites", field: "Sites", kinds: page},
	{Name: ".Language.LanguageCode", Since: "v0.158.0", Instead: ".Language.Locale", field: "LanguageCode", kinds: language},
	{Name: ".Language.LanguageName", Since: "v0.158.0", Instead: ".Language.Label", field: "LanguageName", kinds: language},
	{Name: ".Language.LanguageDirection", Since: "v0.158.0", Instead: ".Language.Direction", field: "LanguageDirection", kinds: language},
	{Name: ".Page.IsNode", Since: "v0.163.0", Instead: ".IsBranch", field: "IsNode", kinds: page | pages},
	{Name: ".Page.Hugo", Since: "v0.55.0", Removed: true, Instead: "hugo", field: "Hugo", kinds: page},
	{Name: ".Page.RSSLink", Since: "v0.55.0", Removed: true, Instead: `.OutputFormats.Get "rss"`, field: "RSSLink", kinds: page},
	{Name: ".Page.URL", Since: "v0.55.0", Removed: true, Instead: ".RelPermalink", field: "URL", kinds: page},
	{Name: ".Page.UniqueID", Since: "v0.55.0", Removed: true, Instead: ".File.UniqueID", field: "UniqueID", kinds: page},
	{Name: ".Page.Dir", Since: "v0.55.0", Removed: true, Instead: ".File.Dir", field: "Dir", kinds: page},
	{Name: ".Page.NextPage", Since: "v0.123.0", Removed: true, Instead: ".Next", field: "NextPage", kinds: page},
	{Name: ".Page.PrevPage", Since: "v0.123.0", Removed: true, Instead: ".Prev", field: "PrevPage", kinds: page},
	{Name: ".Page.Author", Since: "v0.98.0", Removed: true, Instead: ".Params.author", field: "Author", kinds: page},
	{Name: ".Page.Authors", Since: "v0.112.0", Removed: true, Instead: ".Params.authors", field: "Authors", kinds: page},
	{Name: ".File.Lang", Since: "v0.149.0", Removed: true, Instead: "site.Language.Lang", field: "Lang", kinds: file},
	{Name: ".File.Extension", Since: "v0.96.0", Removed: true, Instead: ".File.Ext", field: "Extension", kinds: file},
	{Name: "Image.Exif", Since: "v0.155.0", Instead: "Image.Meta", field: "Exif"},
	{Name: "getJSON", Since: "v0.123.0", Removed: true, Instead: "transform.Unmarshal", function: []string{"getJSON", "data.GetJSON"}},
	{Name: "getCSV", Since: "v0.123.0", Removed: true, Instead: "transform.Unmarshal", function: []string{"getCSV", "data.GetCSV"}},
	{Name: "resources.ToCSS", Since: "v0.128.0", Removed: true, Instead: "css.Sass", function: []string{"resources.ToCSS"}},
	{Name: "resources.PostCSS", Since: "v0.128.0", Removed: true, Instead: "css.PostCSS", function: []string{"resources.PostCSS"}},
	{Name: "resources.Babel", Since: "v0.128.0", Removed: true, Instead: "js.Babel", function: []string{"resources.Babel"}},
	{Name: "resources.PostProcess", Since: "v0.164.0", Instead: "templates.Defer", function: []string{"resources.PostProcess"}},
	{Name: "crypto.FNV32a", Since: "v0.129.0", Removed: true, Instead: "hash.FNV32a", function: []string{"crypto.FNV32a"}},
	libsass,
	internalPartial,
}

var (
	libsass = &Removal{Name: "css.Sass: libsass", Since: "v0.153.0", Instead: `css.Sass (dict "transpiler" "dartsass")`, function: []string{}}

	internalPartial = &Removal{Name: `partial "_internal/…"`, Since: "v0.146.0", Removed: true, Instead: `partial "…"`, function: []string{}}
)

// of reports whether the method is one of what v surely is.
func (r *Removal) of(v *value) bool {
	if r.kinds != 0 {
		return v.is&r.kinds != 0 && v.is&^(r.kinds|number) == 0 && len(v.refs) == 0 && v.dict == nil
	}
	return v.is == unknown && len(v.refs) == 0 && v.dict == nil
}

// noteRemovedFunction notes a call of a function that is gone, or about to be.
func (f *frame) noteRemovedFunction(n parse.Node, name string, args []argument) {
	note := func(span text.Span, r *Removal) {
		f.facts.Calls = append(f.facts.Calls, Call{f.place(span), r})
	}
	for _, r := range Removals {
		if slices.Contains(r.function, name) && (f.dated == 0 || !strings.Contains(name, ".")) {
			note(nameSpan(n, name), r)
		}
	}
	switch canonical(name) {
	case "css.Sass", "toCSS":
		if f.dated == 0 && usesLibsass(args) {
			note(nameSpan(n, name), libsass)
		}
	case "partial", "partialCached":
		if len(args) > 0 {
			if s, ok := args[0].node.(*parse.StringNode); ok && f.dated == 0 && strings.HasPrefix(s.Text, "_internal/") {
				note(f.spanOf(args[0], n), internalPartial)
			}
		}
	}
}

// usesLibsass reports whether the arguments of css.Sass surely leave it at the
// transpiler that it has by default.
func usesLibsass(args []argument) bool {
	switch len(args) {
	case 1:
		return true
	case 2:
		options := args[0].value
		if options == nil || options.is != 0 || len(options.refs) > 0 {
			return false
		}
		transpiler, set := options.dict["transpiler"]
		if !set {
			return true
		}
		names, ok := transpiler.exact()
		return ok && !slices.Contains(names, "dartsass")
	}
	return false
}

// nameSpan is the place of a function's name.
func nameSpan(n parse.Node, name string) text.Span {
	start := int(n.Position())
	if chain, ok := n.(*parse.ChainNode); ok {
		start = int(chain.Node.Position())
	}
	return text.Span{Start: start, End: start + len(name)}
}

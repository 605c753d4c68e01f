package rules

import (
	"net/url"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A bodyLink is a link in the body of a page, in Markdown or in raw HTML.
type bodyLink struct {
	Dest   string    // as Hugo or a browser reads it
	Span   text.Span // the destination as written, of a reference in its definition
	Tag    string    // in raw HTML the element: "a", "img"; empty in Markdown
	Bare   bool      // the address is also what readers see
	Target site.Target
}

// loading are the attributes of raw HTML that make a browser ask for something.
// Scripts and style sheets are the templates' affair.
var loading = map[string][]string{
	"a": {"href"}, "area": {"href"}, "iframe": {"src"}, "img": {"src"}, "source": {"src"}, "track": {"src"},
	"audio": {"src"}, "video": {"src", "poster"}, "embed": {"src"}, "object": {"data"},
}

// A linkTest tells the links that a rule is about from others, by their looks
// first: to find out where a link leads takes longer.
type linkTest struct {
	looks func(dest string) bool // nil for any
	leads func(dest string, t site.Target) bool
}

// passes returns where a destination leads; ok is false when the rule is not
// about it. inHTML says that no render hook sees it.
func (l linkTest) passes(p *lint.Pass, dest string, inHTML bool) (t site.Target, ok bool) {
	if l.looks != nil && !l.looks(dest) {
		return t, false
	}
	if inHTML {
		t = p.Site.ResolveHTML(p.Page, dest)
	} else {
		t = p.Site.ResolveLink(p.Page, dest)
	}
	return t, l.leads(dest, t)
}

// bodyLinks lists the links of a page that readers can follow and that pass the
// test, each destination once. What only looks like a destination is tested
// first, for to parse the Markdown takes a hundred times as long.
func bodyLinks(p *lint.Pass, test linkTest) (links []bodyLink) {
	switch p.Kind {
	case site.Resource, site.Shadowed, site.Copied:
		return nil
	}
	if p.Markup != source.MarkupMarkdown && p.Markup != source.MarkupHTML {
		return nil
	}
	if len(p.Site.Config.Files) == 0 || !anyPasses(p, test) {
		return nil // what is published where, only Hugo's configuration tells
	}
	seen := map[text.Span]bool{}
	for _, l := range p.Body().Links {
		span := l.DestSpan
		if span.Len() == 0 {
			span = l.Span
		}
		if seen[span] || l.Kind == source.AutoLink && !strings.Contains(l.Dest, "://") || shownOtherwise(p, l.Span) {
			continue
		}
		seen[span] = true
		if t, ok := test.passes(p, l.Dest, false); ok {
			links = append(links, bodyLink{Dest: l.Dest, Span: span, Bare: l.Kind == source.AutoLink, Target: t})
		}
	}
	for _, s := range shownHTML(p) {
		for _, tag := range startTags(p, s) {
			for _, name := range loading[tag.Data] {
				dest, ok := attributeOf(tag.Token, name)
				if !ok || shownOtherwise(p, tag.Span) {
					continue
				}
				if t, ok := test.passes(p, dest, true); ok {
					links = append(links, bodyLink{Dest: dest, Span: tag.valueSpan(name), Tag: tag.Data, Target: t})
				}
			}
		}
	}
	return links
}

// anyPasses reports whether a body may have a link that passes the test, or one
// that only a parser can read.
func anyPasses(p *lint.Pass, test linkTest) bool {
	d := destinationsOf(p)
	if d.opaque {
		return true
	}
	for i := range d.list {
		c := &d.list[i]
		if c.isOpen(p) {
			return true
		}
		if test.looks != nil && !test.looks(c.dest) {
			continue
		}
		if test.leads(c.dest, c.link(p)) {
			return true
		}
	}
	return false
}

// shownOtherwise reports whether s stands between the tags of a {{< x >}} whose
// template is not known to render that as Markdown: it may as well be shown as
// it is written, or not at all.
func shownOtherwise(p *lint.Pass, s text.Span) bool {
	for _, c := range p.Shortcodes() {
		if c.Start >= s.Start {
			break
		}
		if c.Closing || c.Markdown || c.Partner < 0 || p.Shortcodes()[c.Partner].Start < s.End {
			continue
		}
		if !rendersInner(p, p.Site.Shortcodes()[strings.ToLower(c.Name)]) {
			return true
		}
	}
	return false
}

// rendersInner reports whether a shortcode renders what stands between its tags
// as Markdown.
func rendersInner(p *lint.Pass, s site.Shortcode) bool {
	if s.Embedded {
		return s.Name == "details"
	}
	return allTemplates(p, s, func(template string) bool {
		return strings.Contains(template, "markdownify") || strings.Contains(template, "RenderString")
	})
}

// allTemplates reports whether each template of a shortcode is such that is
// true of it. There may be several, and Hugo takes the one for the page's
// language or output format.
func allTemplates(p *lint.Pass, s site.Shortcode, is func(template string) bool) bool {
	for _, file := range s.Files {
		b, err := p.Site.ReadFile(file)
		if err != nil || !is(string(b)) {
			return false
		}
	}
	return len(s.Files) > 0
}

// asDestination returns dest as it can be written in the place of a link's
// destination, in Markdown or in an attribute.
func asDestination(dest string) string { return destinationEscapes.Replace(dest) }

var destinationEscapes = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E",
	`"`, "%22", "'", "%27", "&", "&amp;", "\\", "%5C", "`", "%60")

// hasOwnLinkHook reports whether a template of the site or its theme may make
// anything of a Markdown link. Such a template leaves it open where a link goes
// that is nowhere; of Hugo's own hook it is known.
func hasOwnLinkHook(p *lint.Pass) bool {
	return p.Site.HasRenderHook("link") && p.Site.ResolveLink(p.Page, "/"+strings.Repeat("-", 16)+"/").Kind == site.Unknown
}

// browserPath returns what a browser on the page asks the server for when it
// follows dest.
func browserPath(p *lint.Pass, dest string) string {
	here, err := url.Parse(p.RelPermalink)
	if err != nil {
		return dest
	}
	u, err := here.Parse(dest)
	if err != nil {
		return dest
	}
	return u.Path
}

// pathOnly returns a destination without its query and fragment.
func pathOnly(dest string) string {
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		return dest[:i]
	}
	return dest
}

package rules

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var brokenLink = lint.Rule{
	Name:     "broken-link",
	Summary:  "link to something of this site that is not there",
	Family:   lint.Link,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  brokenLinkChecker{},
}

type brokenLinkChecker struct{}

func (brokenLinkChecker) Check(p *lint.Pass) {
	for _, l := range brokenLinks(p, leadsNowhere) {
		if !namesNoEntry(p, l.Dest, l.Target) { // that is undefined-term's affair
			p.Report(describeBroken(p, l))
		}
	}
}

// brokenLinks lists the links of a page that lead to nothing, if leads is true of them.
func brokenLinks(p *lint.Pass, leads func(dest string, t site.Target) bool) (broken []bodyLink) {
	var rewrites *redirects
	for _, l := range bodyLinks(p, linkTest{leads: leads}) {
		if rewrites == nil {
			rewrites = readRedirects(p)
		}
		if l.Dest == "" || isZolaLink(l.Dest) || leadsToSource(p, l) || ofAnotherPart(l) || servedAsHTML(p, l) || rewrites.mayAnswer(browserPath(p, l.Dest)) {
			continue
		}
		broken = append(broken, l)
	}
	return broken
}

// leadsNowhere reports whether a link asks for something that this site does
// not have, or has only in other letter case.
func leadsNowhere(_ string, t site.Target) bool { return t.Kind == site.Missing || t.WrongCase }

// ofAnotherPart reports whether an absolute link to the site's host may lead to
// what something else publishes there: in its folder this site has nothing with
// a similar name.
func ofAnotherPart(l bodyLink) bool {
	u, err := url.Parse(l.Dest)
	if err != nil || u.Host == "" || l.Target.WrongCase {
		return err != nil
	}
	meant, err := url.Parse(l.Target.Suggestion)
	folder := path.Dir(strings.TrimSuffix(u.Path, "/"))
	return err != nil || folder == "/" || folder != path.Dir(strings.TrimSuffix(meant.Path, "/"))
}

func describeBroken(p *lint.Pass, l bodyLink) lint.Diagnostic {
	d := lint.Diagnostic{Span: l.Span}
	suggestion := suggested(p, l)
	switch {
	case l.Target.WrongCase:
		d.Message = lint.Msg("%q is there only as %q", l.Dest, suggestion)
		d.Effect = lint.Msg("it works where letter case does not matter, and breaks on the web server")
	case isDomain(l.Dest):
		suggestion = "https://" + l.Dest
		d.Message = lint.Msg("%q is a path of this site without https:// before it", l.Dest)
		d.Effect = lint.Msg("the browser looks for %s, and readers get “page not found”", browserPath(p, l.Dest))
	case l.Tag != "" && l.Tag != "a" && l.Tag != "area":
		d.Message = lint.Msg("%q is not there", l.Dest)
		d.Effect = lint.Msg("the browser looks for %s, and readers see nothing", browserPath(p, l.Dest))
	default:
		d.Message = lint.Msg("%q leads nowhere", l.Dest)
		d.Effect = lint.Msg("the browser looks for %s, and readers get “page not found”", browserPath(p, l.Dest))
	}
	if suggestion != "" && l.Span.Len() > 0 {
		d.Fixes = []lint.Fix{{
			Title: lint.Msg("Use %q", suggestion), Unsafe: true,
			Edits: []text.Edit{text.Replace(l.Span, asDestination(suggestion))},
		}}
	}
	return d
}

// suggested returns what may have been meant, without percent signs where the
// author wrote none; never the page that the link stands on.
func suggested(p *lint.Pass, l bodyLink) string {
	s := l.Target.Suggestion
	if s == "" || p.Site.ResolveHTML(p.Page, s).Page == p.Page {
		return ""
	}
	if plain, err := url.PathUnescape(s); err == nil && !strings.Contains(l.Dest, "%") && !strings.ContainsAny(plain, "%?#") {
		return plain
	}
	return s
}

// isDomain reports whether a destination is the address of another site whose
// scheme was forgotten.
func isDomain(dest string) bool {
	host, _, _ := strings.Cut(pathOnly(dest), "/")
	if strings.HasPrefix(strings.ToLower(host), "www.") {
		return true
	}
	switch path.Ext(host) {
	case ".com", ".org", ".net", ".io", ".dev", ".vn", ".edu", ".gov", ".info":
		return !strings.HasPrefix(host, ".")
	}
	return false
}

// servedAsHTML reports whether many a web server answers the link with a file
// whose name ends in .html: /a with /a.html.
func servedAsHTML(p *lint.Pass, l bodyLink) bool {
	u, err := url.Parse(l.Dest)
	if err != nil || l.Target.WrongCase {
		return false
	}
	name := strings.TrimSuffix(u.Path, "/")
	if name == "" || path.Ext(name) == ".html" {
		return false
	}
	u.Path, u.RawPath = name+".html", ""
	t := p.Site.ResolveHTML(p.Page, u.String())
	return t.Kind != site.Missing && !t.WrongCase
}

// redirects are what the web server is told to answer beyond the files.
type redirects struct {
	all   bool     // rules that only the server can follow
	paths []string // from where; "*" at the end stands for whatever follows
}

// redirectFiles are the files in which hosts are told of redirects: below
// static, and in the root of the site.
var (
	publishedRedirects = []string{"_redirects", ".htaccess", "_worker.js", "staticwebapp.config.json"}
	rootRedirects      = []string{"netlify.toml", "vercel.json", "now.json", "firebase.json", "staticwebapp.config.json", "amplify.yml", "_redirects", "nginx.conf", "Caddyfile"}
)

func readRedirects(p *lint.Pass) *redirects {
	r := &redirects{}
	for _, name := range publishedRedirects {
		if t := p.Site.ResolveHTML(p.Page, rootOf(p)+name); t.Kind == site.FileTarget {
			r.read(p, t.File)
		}
	}
	for _, name := range rootRedirects {
		r.read(p, filepath.Join(p.Site.Root, name))
	}
	return r
}

// rootOf returns the path of baseURL, with a slash at its end.
func rootOf(p *lint.Pass) string {
	u, err := url.Parse(p.Site.Config.BaseURL)
	if err != nil {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}

// read takes in every path that a file names; where it is a program or has
// patterns, anything may be redirected.
func (r *redirects) read(p *lint.Pass, file string) {
	b, err := p.Site.ReadFile(file)
	if err != nil {
		return
	}
	switch filepath.Base(file) {
	case "_worker.js", "nginx.conf", "Caddyfile":
		r.all = true
	case ".htaccess":
		for _, word := range []string{"redirect", "rewrite", "errordocument", "fallbackresource", "alias"} {
			r.all = r.all || strings.Contains(strings.ToLower(string(b)), word)
		}
	}
	for _, line := range strings.Split(string(b), "\n") {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(" \t\r\"'`,=", c) }) {
			if !strings.HasPrefix(word, "/") {
				continue
			}
			if i := strings.IndexAny(word, "*:(["); i >= 0 {
				if word = word[:i]; word == "/" {
					r.all = r.all || !strings.Contains(line, "404")
					continue
				}
				word += "*"
			}
			r.paths = append(r.paths, word)
		}
	}
}

// mayAnswer reports whether a path that is not published may be redirected.
func (r *redirects) mayAnswer(name string) bool {
	for _, from := range r.paths {
		if prefix, wild := strings.CutSuffix(from, "*"); wild && strings.HasPrefix(name, prefix) {
			return true
		}
		if strings.EqualFold(strings.TrimSuffix(from, "/"), strings.TrimSuffix(name, "/")) {
			return true
		}
	}
	return r.all
}

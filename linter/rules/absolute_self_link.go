package rules

import (
	"net/netip"
	"net/url"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

var absoluteSelfLink = lint.Rule{
	Name:     "absolute-self-link",
	Summary:  "link to the site itself with its host name",
	Family:   lint.Link,
	Severity: lint.Info,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  absoluteSelfLinkChecker{},
}

type absoluteSelfLinkChecker struct{}

func (absoluteSelfLinkChecker) Check(p *lint.Pass) {
	base, err := url.Parse(p.Site.Config.BaseURL)
	if err != nil || !isRealHost(base.Hostname()) {
		return
	}
	hasHost := func(dest string) bool {
		if !strings.Contains(dest, "//") {
			return false
		}
		u, err := url.Parse(dest)
		return err == nil && strings.EqualFold(u.Host, base.Host)
	}
	for _, l := range bodyLinks(p, linkTest{looks: hasHost, leads: isThere}) {
		written := p.Slice(l.Span)
		start := hostEnd(written)
		if start < 0 || l.Bare {
			continue // readers see the address, or it is written in an unusual way
		}
		rooted := written[start:]
		if rooted == "" || rooted[0] != '/' {
			rooted = "/" + rooted
		}
		d := lint.Diagnostic{
			Span:    text.Span{Start: l.Span.Start, End: l.Span.Start + start},
			Message: lint.Msg("%q is this site", written[:start]),
			Effect:  lint.Msg("in a preview the link leaves the preview, and it breaks when the site moves"),
		}
		if leadsToSame(p, l, rooted) {
			d.Fixes = []lint.Fix{{
				Title: lint.Msg("Write %q", rooted), Unsafe: l.Tag == "" && hasOwnLinkHook(p),
				Edits: []text.Edit{text.Replace(l.Span, rooted)},
			}}
		}
		p.Report(d)
	}
}

// isThere reports whether a link leads to something that this site publishes.
func isThere(_ string, t site.Target) bool {
	return !t.WrongCase && (t.Kind == site.PageTarget || t.Kind == site.FileTarget || t.Kind == site.ListTarget)
}

// leadsToSame reports whether a rooted destination leads where the absolute one
// does: with relativeURLs the path of baseURL would count twice.
func leadsToSame(p *lint.Pass, l bodyLink, rooted string) bool {
	u, err := url.Parse(l.Dest)
	if err != nil {
		return false
	}
	u.Scheme, u.Host, u.User = "", "", nil
	t := p.Site.ResolveHTML(p.Page, u.String())
	if rooted == "/" {
		t = p.Site.ResolveHTML(p.Page, rooted)
	}
	return t.Kind == l.Target.Kind && t.Page == l.Target.Page && t.File == l.Target.File
}

// hostEnd returns where the host name in a URL ends, or -1.
func hostEnd(written string) int {
	_, rest, ok := strings.Cut(written, "//")
	if !ok {
		return -1
	}
	start := len(written) - len(rest)
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		return start + i
	}
	return len(written)
}

// isRealHost reports whether a host name is one that a site can be published
// under: no example, and nothing on this machine.
func isRealHost(host string) bool {
	host = strings.ToLower(host)
	if _, err := netip.ParseAddr(host); err == nil || !strings.Contains(host, ".") {
		return false
	}
	labels := strings.Split(host, ".")
	switch labels[len(labels)-1] {
	case "example", "test", "invalid", "localhost", "local", "internal":
		return false
	}
	switch strings.Join(labels[len(labels)-2:], ".") {
	case "example.com", "example.org", "example.net", "gohugo.io", "yoursite.com", "yourdomain.com", "mysite.com":
		return false
	}
	return true
}

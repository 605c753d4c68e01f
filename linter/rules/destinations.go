package rules

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

// What looks like the destination of a link or an image is looked at before the
// Markdown is parsed, which takes a hundred times as long: in most posts there is
// nothing to find. A post in which no candidate is wanted has no such link;
// one in which one is may have it.

// candidates are what may be the destinations in a body.
type candidates struct {
	list   []candidate
	opaque bool // there may be others, which only a parser can read

	images      bool // one of them may be that of a Markdown image
	opaqueImage bool // one that only a parser can read may be
}

// A candidate is what may be a destination.
type candidate struct {
	dest  string
	html  bool // the value of an attribute
	image bool // it may be that of a Markdown image
	host  bool // only the beginning of one, up to its host

	asLink, asImage site.Target // where it leads, once somebody asked
	knownLink       bool
	knownImage      bool
}

var destinationsKey byte

// destinationsOf finds the candidates in a page's body, once for every rule
// that asks.
func destinationsOf(p *lint.Pass) *candidates {
	return lint.Once(p, &destinationsKey, func() *candidates {
		html := p.Site.Config.Unsafe || p.Markup == source.MarkupHTML
		return scanDestinations(sourceText(p)[p.BodyStart:], html)
	})
}

// link returns where c leads as a link.
func (c *candidate) link(p *lint.Pass) site.Target {
	if !c.knownLink {
		c.knownLink = true
		if c.html {
			c.asLink = p.Site.ResolveHTML(p.Page, c.dest)
		} else {
			c.asLink = p.Site.ResolveLink(p.Page, c.dest)
		}
	}
	return c.asLink
}

// isOpen reports whether a candidate of which only the host is known may lead
// anywhere: to another site it does not.
func (c *candidate) isOpen(p *lint.Pass) bool { return c.host && c.link(p).Kind != site.External }

// mayLinkTo reports whether the body may have a Markdown link that leads where
// it is wanted.
func mayLinkTo(p *lint.Pass, wanted func(site.Target) bool) bool {
	d := destinationsOf(p)
	if d.opaque {
		return true
	}
	for i := range d.list {
		if c := &d.list[i]; !c.html && (wanted(c.link(p)) || c.isOpen(p)) {
			return true
		}
	}
	return false
}

// mayShowSuch reports whether the body may have a Markdown image whose
// destination, and where that leads, is wanted.
func mayShowSuch(p *lint.Pass, wanted func(dest string, t site.Target) bool) bool {
	if !p.Pairs().Has('!', '[') {
		return false
	}
	d := destinationsOf(p)
	if d.opaqueImage {
		return true
	}
	for i := range d.list {
		c := &d.list[i]
		if !c.image {
			continue
		}
		if !c.knownImage {
			c.asImage, c.knownImage = p.Site.ResolveImage(p.Page, c.dest), true
		}
		if wanted(c.dest, c.asImage) {
			return true
		}
	}
	return false
}

// imageTarget resolves the destination of a Markdown image, once for every rule
// that asks.
func imageTarget(p *lint.Pass, dest string) site.Target {
	known := lint.Once(p, &imageTargetsKey, func() map[string]site.Target { return map[string]site.Target{} })
	t, ok := known[dest]
	if !ok {
		t = p.Site.ResolveImage(p.Page, dest)
		known[dest] = t
	}
	return t
}

var imageTargetsKey byte

// scanDestinations finds what may be a destination in a body; html says that its
// raw HTML counts.
func scanDestinations(body string, html bool) *candidates {
	d := &candidates{images: strings.Contains(body, "![")}
	d.scanBrackets(body)
	d.scanSchemes(body)
	if html {
		d.scanAttributes(body)
	}
	return d
}

// scanBrackets finds what stands behind "](" and "]:".
func (d *candidates) scanBrackets(body string) {
	image := imageSearch{body: body, next: -1}
	for at := 0; ; {
		i := strings.IndexByte(body[at:], ']')
		if i < 0 || at+i+1 >= len(body) {
			return
		}
		at += i + 1
		switch body[at] {
		case '(':
			dest, plain := destination(body[at+1:])
			d.add(dest, plain, d.images && image.before(at))
		case ':':
			dest, plain := destination(body[at+1:])
			d.add(dest, plain, d.images)
		}
	}
}

func (d *candidates) add(dest string, plain, image bool) {
	if !plain {
		d.opaque = true
		d.opaqueImage = d.opaqueImage || image
		return
	}
	d.list = append(d.list, candidate{dest: dest, image: image})
}

// An imageSearch looks for the "![" of images on the way through a body.
type imageSearch struct {
	body string
	last int // the last "![" that was passed
	next int // the first one that was not; -1 before the first search
}

// before reports whether a "![" stands before offset in the same paragraph, as
// far as an empty line ends one. Offsets must grow from call to call.
func (s *imageSearch) before(offset int) bool {
	for s.next < offset {
		s.last = s.next
		i := strings.Index(s.body[s.next+1:], "![")
		if i < 0 {
			s.next = len(s.body)
			break
		}
		s.next += 1 + i
	}
	return s.last >= 0 && !strings.Contains(s.body[s.last:offset], "\n\n")
}

// destination returns the Markdown destination that s begins with, after blanks.
// plain is false where only a parser can tell.
func destination(s string) (dest string, plain bool) {
	s = strings.TrimLeft(s, " \t\r\n")
	entity := false
	for i := range len(s) {
		switch s[i] {
		case ')', ' ', '\t', '\r', '\n':
			return s[:i], true
		case '<', '>', '(', '\\', '{', '"', '\'', '|', ']', '[', '`':
			return "", false
		case '&':
			entity = true
		case ';':
			if entity {
				return "", false
			}
		}
	}
	return s, true
}

// scanSchemes finds the addresses that are links without any markup. Where the
// end of one is not plain to see, its host is all that is taken.
func (d *candidates) scanSchemes(body string) {
	for at := 0; ; {
		i := strings.Index(body[at:], "://")
		if i < 0 {
			return
		}
		at += i + len("://")
		start := schemeStart(body, at)
		if start < 0 {
			continue
		}
		end := at + span(body[at:], "/?#=%_+~.")
		rest := body[end:]
		switch before := body[:start]; {
		case strings.HasSuffix(before, "<<"): // no automatic link, but linkify may make one
		case strings.HasSuffix(before, "<"):
			rest = strings.TrimPrefix(rest, ">")
		default:
			rest = strings.TrimPrefix(rest, ")")
		}
		if strings.IndexByte(".:?_~", body[end-1]) < 0 && endsAddress(rest) { // and it is no part of the sentence
			d.list = append(d.list, candidate{dest: body[start:end]})
			continue
		}
		d.list = append(d.list, candidate{dest: body[start : at+span(body[at:], ".")], host: true})
	}
}

// endsAddress reports whether no address goes on with s.
func endsAddress(s string) bool { return s == "" || strings.IndexByte(" \t\r\n<", s[0]) >= 0 }

// span returns how many bytes of an address s begins with: ASCII letters and digits, "-",
// "@", ":", and those in others.
func span(s, others string) int {
	for i := range len(s) {
		c := s[i]
		if 'a' <= c|0x20 && c|0x20 <= 'z' || '-' <= c && c <= ':' && c != '/' && c != '.' || c == '@' || strings.IndexByte(others, c) >= 0 {
			continue
		}
		return i
	}
	return len(s)
}

// schemeStart returns where the http or https before the "://" that ends at end
// begins, or -1.
func schemeStart(s string, end int) int {
	for _, scheme := range []string{"https://", "http://"} {
		if i := end - len(scheme); i >= 0 && strings.EqualFold(s[i:end], scheme) {
			return i
		}
	}
	return -1
}

// scanAttributes finds the values of the attributes that are destinations.
func (d *candidates) scanAttributes(body string) {
	for at := 0; ; {
		i := strings.IndexByte(body[at:], '=')
		if i < 0 {
			return
		}
		i += at
		at = i + 1
		if !endsInLoading(strings.TrimRight(body[:i], " \t\r\n")) {
			continue
		}
		value, ends := strings.TrimLeft(body[at:], " \t\r\n"), " \t\r\n>"
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			value, ends = value[1:], value[:1]
		}
		if end := strings.IndexAny(value, ends); end >= 0 {
			value = value[:end]
		}
		if strings.ContainsAny(value, "&{\r\n") {
			d.opaque = true
			continue
		}
		d.list = append(d.list, candidate{dest: value, html: true})
	}
}

// endsInLoading reports whether s ends with the name of one of the attributes
// that make a browser ask for something, in any letter case.
func endsInLoading(s string) bool {
	for _, name := range []string{"href", "src", "poster", "data"} {
		if i := len(s) - len(name); i >= 0 && strings.EqualFold(s[i:], name) {
			return true
		}
	}
	return false
}

package rules

import (
	"bytes"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
)

// mayHaveDestination reports whether the body may have a link or an image
// whose destination is wanted. It looks for what may be one before the Markdown is
// parsed, which is a hundred times as slow: in most posts there is none. True does
// not mean that there is one; false means that there is not. Destinations in raw HTML
// and in shortcodes are not looked at.
func mayHaveDestination(p *lint.Pass, wanted func(dest string) bool) bool {
	d := lint.Once(p, &destinationsKey, func() candidates { return scanDestinations(p.Src[p.BodyStart:]) })
	return d.opaque || slices.ContainsFunc(d.plain, wanted)
}

// candidates are what may be the destinations in a body.
type candidates struct {
	plain  []string
	opaque bool // there may be others, which only a Markdown parser can read
}

var destinationsKey byte

func scanDestinations(body []byte) (found candidates) {
	for _, opening := range []string{"](", "]:", "://"} {
		for at := 0; ; {
			i := bytes.Index(body[at:], []byte(opening))
			if i < 0 {
				break
			}
			at += i + len(opening)
			start := at
			if opening == "://" {
				start -= len("https://")
				if start < 0 || body[start] != 'h' {
					start = at - len("http://")
				}
			}
			dest, plain := destination(body[max(start, 0):])
			if opening == "://" {
				dest = strings.TrimRight(dest, ".,;:!?*_~") // punctuation of the sentence
			}
			if !plain {
				found.opaque = true
				return found
			}
			found.plain = append(found.plain, dest)
		}
	}
	return found
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

// destination returns the link destination that b begins with. plain is false
// where only a Markdown parser can tell.
func destination(b []byte) (dest string, plain bool) {
	b = bytes.TrimLeft(b, " \t\r\n")
	if end := bytes.IndexAny(b, ") \t\r\n>\"'|]"); end >= 0 {
		b = b[:end]
	}
	return string(b), !bytes.ContainsAny(b, `<(\&{%`)
}

package rules

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var zolaShortcode = lint.Rule{
	Name:     "zola-shortcode",
	Summary:  "shortcode call of Zola, which readers see as text",
	Family:   lint.Shortcode,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  zolaShortcodeChecker{},
}

type zolaShortcodeChecker struct{}

func (zolaShortcodeChecker) Check(p *lint.Pass) {
	if p.Kind == site.Shadowed || p.Kind == site.Copied || p.Markup != source.MarkupMarkdown {
		return
	}
	for _, c := range zolaCalls(p) {
		if !c.certain() {
			continue
		}
		form := hugoForm(p, c)
		d := lint.Diagnostic{
			Span:    c.NameSpan,
			Message: lint.Msg("%q is called as Zola calls shortcodes", c.Name),
			Effect:  lint.Msg("readers see the call as text; %s", form.advice),
		}
		if form.call != "" {
			d.Fixes = []lint.Fix{{Title: lint.Msg("Use `%s`", form.call), Unsafe: true, Edits: form.edits(c)}}
		}
		p.Report(d)
	}
}

// certain reports whether a call can be nothing but Zola's: one of its own
// shortcodes with the argument each needs, a body that is closed with {% end %}, or a
// line of its own with a text as an argument, which no formula has.
func (c zolaCall) certain() bool {
	switch c.Name {
	case "youtube", "vimeo", "streamable":
		return c.get("id") != ""
	case "gist":
		return strings.HasPrefix(c.get("url"), "https://")
	}
	return c.Body || c.Alone && slices.ContainsFunc(c.Args, func(a zolaArg) bool { return a.Quoted })
}

// A shortcodeForm is what a call of Zola's is in Hugo.
type shortcodeForm struct {
	advice lint.Message
	call   string // the opening tag; "" where it takes more than another way to write it
	end    string // the closing tag
}

func (f shortcodeForm) edits(c zolaCall) []text.Edit {
	edits := []text.Edit{text.Replace(c.Span, f.call)}
	if c.Body {
		edits = append(edits, text.Replace(c.End, f.end))
	}
	return edits
}

// sameShortcodes are Hugo's own shortcodes that take what Zola's, or a theme's of that name, take, with the
// arguments they know (tpl/tplimpl/embedded/templates/_shortcodes of v0.165.0).
var sameShortcodes = map[string][]string{
	"youtube": {"id", "class", "autoplay"},
	"vimeo":   {"id", "class"},
	"figure":  {"src", "alt", "caption", "title", "link", "class", "width", "height", "loading", "target", "rel", "attr", "attrlink"},
	"details": {"summary", "open", "class", "name"},
}

// hugoForm tells how Hugo would do what a call does.
func hugoForm(p *lint.Pass, c zolaCall) shortcodeForm {
	s, known := p.Site.Shortcodes()[strings.ToLower(c.Name)]
	call, writable := c.inHugo()
	ours := known && !s.Embedded
	if inner, ok := readsInner(p, s); ours && ok && inner == c.Body && writable {
		return shortcodeForm{lint.Msg("this site has the shortcode: %s", call), call, "{{< /" + c.Name + " >}}"}
	}
	if names, same := sameShortcodes[c.Name]; same && !ours && s.Inner == c.Body {
		for _, a := range c.Args {
			writable = writable && slices.Contains(names, a.Name)
		}
		if writable {
			return shortcodeForm{lint.Msg("Hugo has the shortcode: %s", call), call, "{{< /" + c.Name + " >}}"}
		}
		return shortcodeForm{advice: lint.Msg("Hugo's shortcode %q takes the arguments %s", c.Name, strings.Join(names, ", "))}
	}
	switch {
	case c.Name == "gist":
		return shortcodeForm{advice: lint.Msg("Hugo has no such shortcode any more: link to %s, or paste the code", c.get("url"))}
	case c.Name == "quote" || c.Name == "admonition" || c.Name == "alert" || c.Name == "note":
		return shortcodeForm{advice: lint.Msg("in Markdown that is a block quote (> or > [!NOTE])")}
	case c.Name == "mermaid":
		return shortcodeForm{advice: lint.Msg("in Hugo that is a code block in the language mermaid, with a render hook")}
	case c.Name == "resize_image" || c.Name == "image":
		return shortcodeForm{advice: lint.Msg("in Hugo that is a Markdown image; its render hook can resize it")}
	}
	return shortcodeForm{advice: lint.Msg("Hugo has none of that name; layouts/_shortcodes/%s.html would make one, called as %s", c.Name, call)}
}

// inHugo returns the call as Hugo writes it. ok is false where an argument
// cannot be written there.
func (c zolaCall) inHugo() (call string, ok bool) {
	var b strings.Builder
	b.WriteString("{{< " + c.Name)
	ok = true
	for _, a := range c.Args {
		value := a.Value
		if a.Quoted {
			quote := `"`
			if strings.Contains(value, `"`) || strings.Contains(value, `\`) {
				quote = "`"
			}
			ok = ok && !strings.Contains(value, "`") && !strings.ContainsAny(value, "\r\n")
			value = quote + value + quote
		}
		ok = ok && !a.List
		b.WriteString(" " + a.Name + "=" + value)
	}
	b.WriteString(" >}}")
	return b.String(), ok
}

package main

import (
	"bytes"
	"os"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/report"
	"postlint/linter/rules"
	"postlint/linter/site"
)

// An output is a file that a report goes to.
type output struct {
	format string // "" stands for that of --format
	file   string
}

// outputsValue is what --output collects: FILE, or FORMAT:FILE.
type outputsValue []output

func (v *outputsValue) Type() string { return "output" }

func (v *outputsValue) String() string {
	var list []string
	for _, out := range *v {
		if out.format != "" {
			out.file = out.format + ":" + out.file
		}
		list = append(list, out.file)
	}
	return strings.Join(list, " ")
}

func (v *outputsValue) Set(s string) error {
	out := output{file: s}
	if format, file, ok := strings.Cut(s, ":"); ok && slices.Contains(report.Formats(), format) {
		out = output{format, file}
	}
	if out.file == "" {
		return message.Errorf("expected a file, or a format and a file such as sarif:postlint.sarif")
	}
	*v = append(*v, out)
	return nil
}

// report writes what was found: to standard output in the format of --format,
// unless a file takes that, and to every file of --output.
func (c *Command) report(o *options, sites []*checked) error {
	printed := false
	for _, out := range o.outputs {
		format := out.format
		if format == "" {
			format, printed = o.format, true
		}
		var b bytes.Buffer
		options := report.Options{Localizer: c.languageOf(o, format), Color: o.color == "always", Quiet: o.quiet}
		if err := report.Write(&b, format, c.newReport(o, format, sites), options); err != nil {
			return err
		}
		if err := os.WriteFile(c.abs(out.file), b.Bytes(), 0o666); err != nil {
			return message.Errorf("--output: %s: %w", out.file, cause(err))
		}
	}
	if printed {
		return nil
	}
	w, options := c.Stdout, report.Options{Localizer: c.languageOf(o, o.format), Color: c.color(o), Width: width(c.Stdout), Quiet: o.quiet}
	if o.stdin && o.fix {
		w = c.Stderr // the post itself goes to standard output
	}
	return report.Write(w, o.format, c.newReport(o, o.format, sites), options)
}

// newReport collects what was found, for a format.
func (c *Command) newReport(o *options, format string, sites []*checked) *report.Report {
	base, language := c.base(format, sites), c.languageOf(o, format)
	page := func(r lint.Rule) string { return rules.Page(r, string(language)) }
	r := &report.Report{Base: base, Rules: rules.All, Page: page, Version: module().Version}
	for _, s := range sites {
		one := report.Site{
			Index: s.index, Prefix: prefix(base, s.root), Diagnostics: s.found, Older: s.sieve.older, Known: s.sieve.known,
		}
		for _, p := range s.pages {
			switch {
			case !p.IsFile():
				one.Checked++
			case p.Kind == site.Template:
				one.Templates++
			default:
				one.Settings++
			}
		}
		if within(s.root, base) {
			one.Within = prefix(s.root, base)
		}
		if s.fixes != nil {
			one.Fixed = s.fixes.Fixed
		}
		r.Sites = append(r.Sites, one)
	}
	return r
}

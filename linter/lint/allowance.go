package lint

import (
	"bytes"
	"strings"

	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

// An Allowance is an author's word that a finding of one rule is meant to be.
// It stands before the line it is about, as
//
//	<!-- postlint:allow broken-link: the page comes next week -->
//
// or as "# postlint:allow …" in front matter and configuration, or as
// "{{/* postlint:allow … */}}" in a template, and covers its own line and the
// next one that is not blank; or it stands in the list postlint.allow of the
// front matter and covers the whole file.
type Allowance struct {
	Rule     string    // as written
	RuleSpan text.Span // of the name
	Span     text.Span // of the comment, or of the list element
	Names    int       // how many rules the same comment allows
	Reason   string    // after the colon; may be empty
	Element  int       // index in postlint.allow, or -1 for a comment
	List     *source.Value
	Used     bool // it covered a finding

	lines text.Span // what it covers
	file  bool
}

func (a *Allowance) covers(d Diagnostic) bool {
	return a.Rule == d.Rule && (a.file || a.lines.Start <= d.Span.Start && d.Span.Start < a.lines.End)
}

var marker = []byte("postlint:allow")

// allowances returns what the author of d allowed, in source order: those of
// the front matter's list first.
func allowances(p *site.Page) []Allowance {
	d, comment := p.Document, commented
	if p.Kind == site.Template {
		comment = commentedTemplate
	}
	list := listed(d)
	for from := 0; ; {
		i := bytes.Index(d.Src[from:], marker)
		if i < 0 {
			return list
		}
		from += i + len(marker)
		list = append(list, comment(d, from)...)
	}
}

// listed reads postlint.allow, or params.postlint.allow, from front matter.
func listed(d *source.Document) (list []Allowance) {
	if d.FrontMatter.Values == nil || !bytes.Contains(d.Src, []byte("postlint")) {
		return nil
	}
	for _, path := range [][]string{{"postlint", "allow"}, {"params", "postlint", "allow"}} {
		f := d.FrontMatter.Lookup(path...)
		if f == nil {
			continue
		}
		values := f.Value.Elements
		if f.Value.Kind == source.String {
			values = []*source.Value{f.Value}
		}
		for i, v := range values {
			if name, ok := v.Text(); ok {
				a := Allowance{Rule: name, RuleSpan: v.Span, Span: v.Span, Names: len(values), Element: i, file: true}
				if f.Value.Kind == source.List {
					a.List = f.Value
				}
				list = append(list, a)
			}
		}
	}
	return list
}

// commented reads the comment whose marker ends at offset.
func commented(d *source.Document, offset int) (list []Allowance) {
	line := d.Lines.LineOf(offset)
	head := d.Src[line.Start : offset-len(marker)]
	span := text.Span{Start: -1}
	inHead := offset <= d.BodyStart
	if i := bytes.LastIndex(head, []byte("<!--")); i >= 0 && !inHead && len(bytes.TrimSpace(head[i+4:])) == 0 {
		if n := bytes.Index(d.Src[offset:], []byte("-->")); n >= 0 && !inCode(d, line.Start+i) {
			span = text.Span{Start: line.Start + i, End: offset + n + 3}
		}
	} else if i := bytes.LastIndexByte(head, '#'); i >= 0 && inHead && len(bytes.TrimSpace(head[i+1:])) == 0 {
		span = text.Span{Start: line.Start + i, End: line.Start + len(bytes.TrimRight(d.Src[line.Start:line.End], "\r\n"))}
	}
	if span.Start < 0 {
		return nil
	}
	return named(d, offset, span, "-->")
}

// commentedTemplate reads the comment of a template whose marker ends at offset.
func commentedTemplate(d *source.Document, offset int) (list []Allowance) {
	head := d.Src[:offset-len(marker)]
	start := bytes.LastIndex(head, []byte("{{"))
	if start < 0 || strings.Trim(string(head[start+2:]), "-/* \t\r\n") != "" || !bytes.Contains(head[start:], []byte("/*")) {
		return nil
	}
	end := bytes.Index(d.Src[offset:], []byte("}}"))
	if end < 0 {
		return nil
	}
	return named(d, offset, text.Span{Start: start, End: offset + end + len("}}")}, "*/-} \t\r\n")
}

// named reads the rules and the reason between offset and the end of the
// comment at span, whose closing mark is made of the characters in mark.
func named(d *source.Document, offset int, span text.Span, mark string) (list []Allowance) {
	body := strings.TrimRight(string(d.Src[offset:span.End]), mark)
	names, reason, _ := strings.Cut(body, ":")
	covered := text.Span{Start: d.Lines.LineOf(span.Start).Start, End: nextLine(d, span.End)}
	for at := 0; at < len(names); {
		start := at + len(names[at:]) - len(strings.TrimLeft(names[at:], ", \t\r\n"))
		end := start + strings.IndexAny(names[start:]+",", ", \t\r\n")
		if end > start {
			list = append(list, Allowance{
				Rule: names[start:end], RuleSpan: text.Span{Start: offset + start, End: offset + end}, Span: span,
				Reason: strings.TrimSpace(reason), Element: -1, lines: covered,
			})
		}
		at = max(end, start+1)
	}
	for i := range list {
		list[i].Names = len(list)
	}
	return list
}

// nextLine returns the end of the first line after offset that is not blank.
func nextLine(d *source.Document, offset int) int {
	line := d.Lines.LineOf(offset)
	for line.End < len(d.Src) {
		line = d.Lines.LineOf(line.End)
		if len(bytes.TrimSpace(d.Src[line.Start:line.End])) > 0 {
			break
		}
	}
	if line.End == len(d.Src) {
		return line.End + 1 // so that an empty span at the end of the file is covered
	}
	return line.End
}

// inCode reports whether offset lies in a code block or code span.
func inCode(d *source.Document, offset int) bool {
	body := d.Body()
	for _, c := range body.CodeBlocks {
		if c.Start <= offset && offset < c.End {
			return true
		}
	}
	for _, c := range body.CodeSpans {
		if c.Start <= offset && offset < c.End {
			return true
		}
	}
	return false
}

package rules

import (
	"bytes"
	"strings"
	"unicode"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
	"postlint/linter/text"
)

var unseenFrontMatter = lint.Rule{
	Name:     "unseen-front-matter",
	Summary:  "front matter that Hugo takes for text",
	Family:   lint.FrontMatter,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  unseenFrontMatterChecker{},
}

type unseenFrontMatterChecker struct{}

func (unseenFrontMatterChecker) Check(p *lint.Pass) {
	if p.FrontMatter.Format != source.NoFormat || len(p.Problems()) > 0 || p.Markup != source.MarkupMarkdown {
		return
	}
	if p.Kind == site.Copied || p.Kind == site.Shadowed {
		return
	}
	effect := lint.Msg("readers see it as text; no title, date or draft flag of it counts")
	if before, block, ok := frontMatterBehind(p); ok {
		p.Report(lint.Diagnostic{
			Span:    firstLine(p, before),
			Message: lint.Msg("%s stands before the front matter", nameOf(p.Slice(before))),
			Effect:  effect,
			Related: []lint.Related{{Path: p.Document.Path, Span: firstLine(p, block), Message: lint.Msg("the front matter begins here")}},
			Fixes:   []lint.Fix{bringForward(p, before, block)},
		})
		return
	}
	if keys, delimiter, closed, ok := bareFrontMatter(p); ok {
		edits := []text.Edit{text.Insert(keys.Start, delimiter+lineEndOf(p.Src))}
		if !closed {
			edits = append(edits, text.Insert(keys.End, delimiter+lineEndOf(p.Src)))
		}
		p.Report(lint.Diagnostic{
			Span:    firstLine(p, keys),
			Message: lint.Msg("the front matter begins without %q", delimiter),
			Effect:  effect,
			Fixes:   []lint.Fix{{Title: lint.Msg("Add %q", delimiter), Unsafe: !closed, Edits: edits}},
		})
		return
	}
	// Some themes take the title of such a page from elsewhere, so this is only worth a look.
	if p.IsPost() && p.Title == "" && !blank(p.Src) {
		p.ReportAs(lint.Info, lint.Diagnostic{
			Span:    startSpan(p),
			Message: lint.Msg("the post has no front matter"),
			Effect:  lint.Msg("Hugo publishes it without a title and without a date"),
		})
	}
}

// reach is how many lines may stand before front matter that was meant to be first.
const reach = 20

// frontMatterBehind finds front matter that something stands before. It must
// decode, with one of the keys that nearly every post has, and what is before
// it must be a comment, a few lines, or what no one can see.
func frontMatterBehind(p *lint.Pass) (before, block text.Span, ok bool) {
	comment := false
	for line, n := p.Lines.LineOf(0), 0; line.Start < len(p.Src) && n < reach; line, n = p.Lines.LineOf(line.End), n+1 {
		content := bytes.TrimFunc(p.Src[line.Start:line.End], isUnseen)
		comment = (comment || bytes.HasPrefix(content, []byte("<!--"))) && !bytes.HasSuffix(content, []byte("-->"))
		switch {
		case bytes.HasPrefix(content, []byte("```")), bytes.HasPrefix(content, []byte("~~~")):
			return before, block, false // front matter that is shown, not meant
		case comment, len(content) != 3, string(content) != "---" && string(content) != "+++":
			continue
		}
		start := line.Start + bytes.Index(p.Src[line.Start:line.End], content)
		head := source.Parse(p.Document.Path, p.Src[start:], nil)
		if !isPostsFrontMatter(head) {
			return before, block, false
		}
		return text.Span{End: start}, head.FrontMatter.Span.Shift(start), true
	}
	return before, block, false
}

// isPostsFrontMatter reports whether a document begins with front matter that
// decodes and has a title or a date.
func isPostsFrontMatter(d *source.Document) bool {
	fm := d.FrontMatter
	return fm.Values != nil && (fm.Lookup("title") != nil || fm.Lookup("date") != nil)
}

// isUnseen reports whether r is white space or a character without a shape.
func isUnseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

// nameOf says what stands before the front matter.
func nameOf(before string) lint.Message {
	for _, r := range before {
		if r != '\ufeff' && r != ' ' && r != '\n' && r != '\r' && r != '\t' && isUnseen(r) && strings.TrimFunc(before, isUnseen) == "" {
			return lint.Msg("an invisible character (U+%04X)", r)
		}
	}
	line, _, _ := strings.Cut(strings.TrimFunc(before, isUnseen), "\n")
	if strings.HasPrefix(line, "<!--") {
		return lint.Msg("a comment")
	}
	return lint.Msg("%q", strings.TrimSpace(line))
}

// bringForward returns the fix that puts the front matter first and what stood
// before it behind it.
func bringForward(p *lint.Pass, before, block text.Span) lint.Fix {
	keep := p.Src[before.Start:before.End]
	from := before.Start
	if bytes.HasPrefix(keep, []byte("\ufeff")) { // a byte order mark stays where it belongs
		from += len("\ufeff")
		keep = p.Src[from:before.End]
	}
	edits := []text.Edit{text.Delete(text.Span{Start: from, End: before.End})}
	if len(bytes.TrimFunc(keep, isUnseen)) == 0 {
		return lint.Fix{Title: lint.Msg("Remove it"), Edits: edits}
	}
	behind := string(keep)
	end := p.Lines.LineOf(block.End).End
	if end == block.End || p.Src[end-1] != '\n' {
		behind = lineEndOf(p.Src) + strings.TrimRight(behind, "\r\n")
	}
	return lint.Fix{Title: lint.Msg("Move it behind the front matter"), Edits: append(edits, text.Insert(end, behind))}
}

// bareFrontMatter finds keys at the very start of a file that has no opening
// delimiter: a title and another key that Hugo reads, and then the closing
// delimiter or a blank line. keys is the span of their lines.
func bareFrontMatter(p *lint.Pass) (keys text.Span, delimiter string, closed, ok bool) {
	first := p.Src[:p.Lines.LineOf(0).End]
	key, _, yaml := bytes.Cut(first, []byte{':'})
	delimiter = "---"
	if !yaml {
		var toml bool
		if key, _, toml = bytes.Cut(first, []byte{'='}); !toml {
			return keys, "", false, false
		}
		delimiter = "+++"
	}
	if !isHugoKey(string(bytes.ToLower(bytes.TrimSpace(key)))) {
		return keys, "", false, false
	}
	for keys.End < len(p.Src) {
		line := p.Lines.LineOf(keys.End)
		content := bytes.TrimSpace(p.Src[line.Start:line.End])
		if closed = string(content) == delimiter; closed || len(content) == 0 {
			break
		}
		keys.End = line.End
	}
	trial := delimiter + "\n" + string(p.Src[:keys.End]) + "\n" + delimiter + "\n"
	head := source.Parse(p.Document.Path, []byte(trial), nil)
	known := 0
	for _, f := range head.FrontMatter.Fields {
		if name := strings.ToLower(f.Key); isHugoKey(name) || isTaxonomy(p, name) {
			known++
		}
	}
	return keys, delimiter, closed, known >= 2 && head.FrontMatter.Lookup("title") != nil
}

// firstLine returns the first line of s that is not blank, without its line
// end, or s itself where there is only what cannot be seen.
func firstLine(p *lint.Pass, s text.Span) text.Span {
	for line := p.Lines.LineOf(s.Start); line.Start < s.End; line = p.Lines.LineOf(line.End) {
		start, end := max(line.Start, s.Start), min(line.End, s.End)
		content := bytes.TrimFunc(p.Src[start:end], isUnseen)
		if len(content) > 0 {
			start += bytes.Index(p.Src[start:end], content)
			return text.Span{Start: start, End: start + len(content)}
		}
		if line.End == line.Start || line.End == len(p.Src) {
			break
		}
	}
	return s
}

// lineEndOf returns the line end that a file uses.
func lineEndOf(src []byte) string {
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

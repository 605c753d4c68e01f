package rules

import (
	"bytes"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
)

var unportableFrontMatter = lint.Rule{
	Name:     "unportable-front-matter",
	Summary:  "front matter that other programs read differently",
	Family:   lint.FrontMatter,
	Severity: lint.Info,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  unportableFrontMatterChecker{},
}

type unportableFrontMatterChecker struct{}

// Check reads the front matter a second time, with the reader that many Go
// programs use. That is slow, so it is done only where something is there on
// which the two are known to differ.
func (unportableFrontMatterChecker) Check(p *lint.Pass) {
	if !concerns(p) || p.FrontMatter.Format != source.YAML && p.FrontMatter.Format != source.TOML {
		return
	}
	mark, tail, inner := byteOrderMark(p), trailingText(p), innerDelimiter(p)
	words := p.FrontMatter.Format == source.YAML && anyDoubtful(p, p.FrontMatter.Fields)
	if mark.IsZero() && tail.IsZero() && inner.IsZero() && !words {
		return
	}
	other := readOther(p.Src)
	effect := lint.Msg("editors, search indexes and other generators see no front matter")
	if !mark.IsZero() && other.values == nil {
		p.Report(lint.Diagnostic{
			Span:    mark,
			Message: lint.Msg("a byte order mark stands before the front matter"),
			Effect:  effect,
			Fixes:   []lint.Fix{{Title: lint.Msg("Remove it"), Edits: []text.Edit{text.Delete(mark)}}},
		})
		other = readOther(p.Src[mark.End:])
	}
	if !inner.IsZero() {
		p.Report(lint.Diagnostic{
			Span:    inner,
			Message: lint.Msg("%q stands indented within the front matter", p.Slice(inner)),
			Effect:  lint.Msg("other programs take it for the end"),
		})
		return
	}
	if !tail.IsZero() && other.values == nil {
		p.Report(lint.Diagnostic{
			Span:    tail,
			Message: lint.Msg("%q stands behind the closing delimiter", p.Slice(tail)),
			Effect:  effect,
			Fixes:   []lint.Fix{{Title: lint.Msg("Put it on a line of its own"), Edits: []text.Edit{text.Insert(p.FrontMatter.Span.End, lineEndOf(p.Src))}}},
		})
		return
	}
	if words && other.values != nil {
		compareFields(p, p.FrontMatter.Fields, other.values)
	}
}

// byteOrderMark returns the span of the mark that the file begins with.
func byteOrderMark(p *lint.Pass) text.Span {
	const mark = "\ufeff"
	if !bytes.HasPrefix(p.Src, []byte(mark)) {
		return text.Span{}
	}
	return text.Span{End: len(mark)}
}

// trailingText returns what stands on the line of the closing delimiter, which
// for Hugo is the body already.
func trailingText(p *lint.Pass) text.Span {
	end := p.FrontMatter.Span.End
	line := p.Lines.LineOf(end)
	tail := bytes.TrimSpace(p.Src[end:line.End])
	if len(tail) == 0 {
		return text.Span{}
	}
	start := end + bytes.Index(p.Src[end:], tail)
	return text.Span{Start: start, End: start + len(tail)}
}

// innerDelimiter returns the first delimiter in the front matter that Hugo does
// not take for its end because it is indented.
func innerDelimiter(p *lint.Pass) text.Span {
	delimiter := []byte("---")
	if p.FrontMatter.Format == source.TOML {
		delimiter = []byte("+++")
	}
	for at, end := p.FrontMatter.Content.Start, p.FrontMatter.Content.End; ; at += len(delimiter) {
		i := bytes.Index(p.Src[at:end], delimiter)
		if i < 0 {
			return text.Span{}
		}
		at += i
		line := p.Lines.LineOf(at)
		if bytes.Equal(bytes.TrimSpace(p.Src[line.Start:line.End]), delimiter) {
			return text.Span{Start: at, End: at + len(delimiter)}
		}
	}
}

package rules

import (
	"bytes"
	"regexp"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var misspelledAITool = lint.Rule{
	Name:     "misspelled-ai-tool",
	Summary:  "name of a writing tool that its maker spells otherwise",
	Family:   lint.Attribution,
	Severity: lint.Info,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  misspelledAIToolChecker{},
}

type misspelledAIToolChecker struct{}

// misspelledTool matches spellings that cannot be anything else than the name.
var misspelledTool = regexp.MustCompile(`(?i)\b(?:chat[ -]gpt|chatgpt|deep seek ai|midjourney|mid journey ai)\b`)

var misspellingHints = text.NewWords(true, "gpt", "seek", "journey")

func (misspelledAIToolChecker) Check(p *lint.Pass) {
	if f := aiField(p, "tool"); f != nil {
		if name, ok := f.Value.Text(); ok && !bytes.ContainsAny([]byte(name), ",;+&/") {
			if m := misspelledTool.FindString(name); m != "" {
				if right := strings.Replace(name, m, properTool(m), 1); right != name {
					edits, _ := p.ReplaceValue(f.Value, right)
					report(p, f.Value.Span, name, right, edits)
				}
			}
		}
	}
	if !bodyHas(p, misspellingHints) || !misspelledTool.Match(p.Src[p.BodyStart:]) {
		return
	}
	for _, s := range p.Texts() {
		for _, m := range misspelledTool.FindAllIndex(p.Src[s.Start:s.End], -1) {
			span := text.Span{Start: s.Start + m[0], End: s.Start + m[1]}
			if partOfName(p.Src, span) {
				continue
			}
			if name := p.Slice(span); name != properTool(name) {
				report(p, span, name, properTool(name), []text.Edit{text.Replace(span, properTool(name))})
			}
		}
	}
}

// partOfName reports whether s is part of a longer word, a path or a host name.
func partOfName(src []byte, s text.Span) bool {
	return s.Start > 0 && bytes.IndexByte([]byte("/._-@#"), src[s.Start-1]) >= 0 ||
		s.End < len(src) && bytes.IndexByte([]byte("/_-@"), src[s.End]) >= 0 ||
		s.End+1 < len(src) && src[s.End] == '.' && src[s.End+1] > ' '
}

func properTool(s string) string {
	if name := canonicalTool(s); name != "" {
		return name
	}
	return s
}

func report(p *lint.Pass, span text.Span, name, right string, edits []text.Edit) {
	p.Report(lint.Diagnostic{
		Span:    span,
		Message: lint.Msg("%q is spelled %q", name, right),
		Effect:  lint.Msg("a search for %q does not find it", right),
		Fixes:   []lint.Fix{{Title: lint.Msg("Use %q", right), Edits: edits}},
	})
}

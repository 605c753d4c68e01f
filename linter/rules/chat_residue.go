package rules

import (
	"bytes"
	"regexp"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var chatResidue = lint.Rule{
	Name:     "chat-residue",
	Summary:  "words of a chat program that were copied with its answer",
	Family:   lint.Attribution,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  chatResidueChecker{},
}

type chatResidueChecker struct{}

// What chat programs say about themselves and to whom they talk, at the beginning of a
// sentence; and what their pages leave in a copy. The words count in running
// text only, so that a post may quote them.
var (
	chatSentence = regexp.MustCompile(`(?i)(?:^|[.!?…]\s+|\n)(` +
		`as an? (?:ai|artificial intelligence|large)(?: language)?(?: model| assistant)?(?: (?:developed|created|trained) by \w+)?, (?:i|my)\b` +
		`|i(?:'m| am|’m) (?:just |only )?an ai (?:language )?(?:model|assistant)(?:[,.]|$| (?:and|so|created|developed|trained)\b)` +
		`|as of my (?:last )?(?:knowledge |training )(?:update|cut-?off)\b` +
		`|(?:(?:với tư cách )?là )một (?:mô hình ngôn ngữ(?: lớn)?(?: ai| trí tuệ nhân tạo)?|trợ lý (?:ai|ảo|trí tuệ nhân tạo))(?: được (?:phát triển|huấn luyện|tạo ra) bởi \w+)?, (?:tôi|mình|em)\b` +
		`)`)
	chatOpening = regexp.MustCompile(`(?i)^((?:certainly|sure|of course|absolutely|great question)! (?:here(?:'s|’s| is| are)|below (?:is|are)|i(?:'d|’d| would) be (?:happy|glad) to)\b` +
		`|(?:chắc chắn rồi|tất nhiên rồi|tất nhiên|dĩ nhiên rồi|dĩ nhiên|được chứ)! (?:dưới đây là|đây là|sau đây là)(?:$|[^\pL]))`)
	chatMark = regexp.MustCompile(`【\d+(?::\d+)?†[^】\n]*】|:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oaicite:\d+\]|\x{E200}?(?:cite|navlist|filecite)\x{E202}?turn\d+(?:search|view|news|file|fetch)\d+\x{E201}?`)
	chatLink = regexp.MustCompile(`[?&](?:amp;)?utm_source=(?:chatgpt\.com|openai|copilot\.com|perplexity(?:\.ai)?|claude\.ai|gemini)(?:$|[&#])`)
)

// Words without which none of the patterns matches.
var chatHints = text.NewWords(true, "as an ai", "as an artificial", "as a large", "an ai ", "of my last", "of my knowledge", "of my training", "một mô hình ngôn", "một trợ lý",
	"certainly!", "sure!", "of course!", "absolutely!", "question!", "chắn rồi!", "tất nhiên", "nhiên rồi!", "nhiên!", "được chứ", "Được chứ", "oaicite", "【", "turn0", "turn1", "utm_source=")

func (chatResidueChecker) Check(p *lint.Pass) {
	if !p.IsPost() || !bodyHas(p, chatHints) {
		return
	}
	opening := true
	for _, paragraph := range p.Body().Paragraphs {
		if paragraph.InQuote || paragraph.InTable {
			continue
		}
		src := p.Src[paragraph.Start:paragraph.End]
		if m := chatOpening.FindSubmatchIndex(src); m != nil && opening {
			reportChat(p, paragraph.Start+m[2], src[m[2]:m[3]])
		}
		opening = false
		if !chatHints.In(src) {
			continue
		}
		for _, m := range chatSentence.FindAllSubmatchIndex(src, -1) {
			reportChat(p, paragraph.Start+m[2], src[m[2]:m[3]])
		}
	}
	for _, s := range p.Texts() {
		for _, m := range chatMark.FindAllIndex(p.Src[s.Start:s.End], -1) {
			span := text.Span{Start: s.Start + m[0], End: s.Start + m[1]}
			p.Report(lint.Diagnostic{
				Span:    span,
				Message: lint.Msg("%q is a reference that only the chat program could follow", p.Slice(span)),
				Effect:  lint.Msg("readers see the mark, and no source"),
			})
		}
	}
	for _, l := range p.Body().Links {
		if m := chatLink.FindStringIndex(l.Dest); m != nil && l.DestSpan.Len() > 0 {
			p.ReportAs(lint.Info, lint.Diagnostic{
				Span:    l.DestSpan,
				Message: lint.Msg("%q says that the link was copied from a chat", strings.Trim(l.Dest[m[0]:m[1]], "?&#")),
				Effect:  lint.Msg("the other site counts this post's readers as the chat program's"),
			})
		}
	}
}

func reportChat(p *lint.Pass, start int, words []byte) {
	words = bytes.TrimRight(words, " \n")
	if inCodeSpan(p, start) {
		return
	}
	p.Report(lint.Diagnostic{
		Span:    text.Span{Start: start, End: start + len(words)},
		Message: lint.Msg("%q was said by a chat program", string(words)),
		Effect:  lint.Msg("readers see that nobody read the text before them"),
	})
}

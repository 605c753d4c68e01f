package rules

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

// aiTools are the writing tools in common use, each with how it spells its own
// name. The patterns match what people write, without regard to letter case.
var aiTools = []struct{ name, pattern string }{
	{"ChatGPT", `chat[ -]?gpt`},
	{"GPT-4", `gpt[ -]?4`},
	{"Gemini", `(?:google[ -]+)?gemini`},
	{"Copilot", `(?:(?:github|microsoft|bing)[ -]+)?copilot`},
	{"Claude", `claude(?:[ -]ai)?`},
	{"DeepSeek", `deep[ -]?seek`},
	{"Perplexity", `perplexity(?:[ -]ai)?`},
	{"Grok", `grok`},
	{"Bard", `google[ -]bard`},
	{"Midjourney", `mid[ -]?journey`},
	{"DALL·E", `dall[-· ]?e`},
}

// toolPattern matches the name of any tool; nameless adds "AI" itself, for where the words
// around it leave no doubt that it wrote something.
var (
	toolPattern = func() string {
		var all []string
		for _, t := range aiTools {
			all = append(all, t.pattern)
		}
		return `(?:` + strings.Join(all, "|") + `)(?:[ -](?:pro|plus|\d[\w.]*|ai))*`
	}()
	nameless = `(?:` + toolPattern + `|(?-i:AI|A\.I\.)|generative (?-i:AI)|trí tuệ nhân tạo|an? llm)`
)

// canonicalTool returns a tool's own spelling of its name in s, or "" where s
// names none.
func canonicalTool(s string) string {
	for _, t := range toolSpellings {
		if t.pattern.MatchString(s) {
			return t.name
		}
	}
	return ""
}

var toolSpellings = func() (list []struct {
	name    string
	pattern *regexp.Regexp
}) {
	for _, t := range aiTools {
		list = append(list, struct {
			name    string
			pattern *regexp.Regexp
		}{t.name, regexp.MustCompile(`(?i)(?:^|[^\pL\pN])` + t.pattern + `(?:$|[^\pL])`)})
	}
	return list
}()

// An aiNote is the place where a post says in its text that a machine wrote it.
type aiNote struct {
	text.Span
	Tool   string // its own spelling; "AI" where the note names none
	Author bool   // the note names the machine as the writer, not as somebody who was asked
}

// A signature is a line of its own that says who wrote or what was used:
// "by Chat GPT 😉", "Nguồn: ChatGPT", "viết bởi AI".
var signature = regexp.MustCompile(`(?i)^[\s*_(\[—–-]*(?:(?:(?:text |article |post |content |image |images |bài viết |bài |nội dung |ảnh )?(?:written |generated |created |made |translated |summari[sz]ed |powered |produced |drafted )?by|source|credit|credits|author|written with|made with|created with|generated with|translated with|nguồn|tác giả|theo|(?:bài viết |bài |nội dung |ảnh )?(?:được )?(?:viết|tạo|tạo ra|dịch|soạn|sinh|tổng hợp) (?:bởi|bằng|từ|với|nhờ))\s*:?\s*)(` + nameless + `)[\s*_)\].!:;~]*$`)

// A statement is a sentence that says how this very text came to be.
var statement = regexp.MustCompile(`(?i)(?:^|[.!?…]\s+|[\n(])(?:` +
	`(?:i|we)(?:'ve|’ve| have| had)? (?:just |recently |once )?asked (` + toolPattern + `)` +
	`|(?:mình|tôi|chúng tôi|tớ|em)(?: đã| có| vừa| thử| mới)* hỏi (` + toolPattern + `)` +
	`|th(?:is|e following) (?:article|post|text|page|blog post|answer|content|entry|translation)(?: below)? (?:was|is|has been) (?:\w+ ){0,2}(?:written|generated|created|translated|produced|drafted) (?:by|with|using|with the help of) (` + nameless + `)` +
	`|(?:bài|bài viết|nội dung|văn bản|bản dịch|trang) này (?:đã )?(?:được )?(?:viết|tạo|tạo ra|dịch|soạn|sinh ra) (?:bởi|bằng|với|nhờ|với sự trợ giúp của|với sự giúp đỡ của) (` + nameless + `)` +
	`)(?:$|[^\pL\pN])`)

// Words without which neither pattern matches; looking for them is cheap. "AI"
// counts in capitals only: "ai" is Vietnamese for "who".
var (
	toolHints     = text.NewWords(true, "gpt", "gemini", "copilot", "claude", "seek", "perplexity", "grok", "bard", "journey", "dall", "nhân tạo", "llm")
	namelessHints = text.NewWords(false, "AI", "A.I.")
)

// mentionsTool reports whether b may name a tool.
func mentionsTool(b []byte) bool { return toolHints.In(b) || namelessHints.In(b) }

// findAINotes returns the places in the body where the author says that a machine wrote it.
func findAINotes(p *lint.Pass) (notes []aiNote) {
	if !bodyHas(p, toolHints) && !mayContain(p, "AI") && !mayContain(p, "A.I.") {
		return nil
	}
	for _, paragraph := range p.Body().Paragraphs {
		if paragraph.InQuote || paragraph.InTable {
			continue
		}
		if !mentionsTool(p.Src[paragraph.Start:paragraph.End]) {
			continue
		}
		src := p.Slice(paragraph.Span)
		offset := paragraph.Start
		for _, line := range strings.SplitAfter(src, "\n") {
			trimmed := strings.TrimRightFunc(withoutGarbledTail(line), notWord)
			if m := signature.FindStringSubmatchIndex(trimmed); m != nil && !inCodeSpan(p, offset) {
				start := offset + len(line) - len(strings.TrimLeft(line, " \t*_([—–->"))
				notes = append(notes, aiNote{text.Span{Start: start, End: offset + m[3]}, toolOr(trimmed[m[2]:m[3]]), true})
			}
			offset += len(line)
		}
		for _, m := range statement.FindAllStringSubmatchIndex(src, -1) {
			for group := 1; group <= 4; group++ {
				if m[2*group] < 0 {
					continue
				}
				start := m[0] + strings.IndexFunc(src[m[0]:], func(r rune) bool { return unicode.IsLetter(r) })
				span := text.Span{Start: paragraph.Start + start, End: paragraph.Start + m[2*group+1]}
				if !inCodeSpan(p, span.Start) && !longerName(src[m[2*group]:m[2*group+1]], src[m[2*group+1]:]) {
					notes = append(notes, aiNote{span, toolOr(src[m[2*group]:m[2*group+1]]), group > 2})
				}
			}
		}
	}
	return notes
}

// longerName reports whether a tool's name that is also an everyday word is
// only the beginning of another name: "Gemini Trust".
func longerName(tool, rest string) bool {
	if name := canonicalTool(tool); name == "ChatGPT" || name == "DeepSeek" || name == "GPT-4" {
		return false
	}
	after, ok := strings.CutPrefix(rest, " ")
	r, _ := utf8.DecodeRuneInString(after)
	return ok && unicode.IsUpper(r)
}

// withoutGarbledTail cuts from a line the emoji at its end, where it was read in
// the wrong encoding and looks like letters.
func withoutGarbledTail(line string) string {
	damages := vietnamese.FindMojibake(line)
	for i := len(damages) - 1; i >= 0; i-- {
		d := damages[i]
		if strings.ContainsFunc(d.Text, unicode.IsLetter) || strings.ContainsFunc(line[d.End:], unicode.IsLetter) {
			break
		}
		line = line[:d.Start]
	}
	return line
}

// notWord reports whether r can follow a signature: emoji, punctuation, blanks.
func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func toolOr(s string) string {
	if name := canonicalTool(s); name != "" {
		return name
	}
	return "AI"
}

func inCodeSpan(p *lint.Pass, offset int) bool {
	for _, c := range p.Body().CodeSpans {
		if c.Start <= offset && offset < c.End {
			return true
		}
	}
	return false
}

// aiField returns the field of the contract's table of AI attribution, or nil.
func aiField(p *lint.Pass, key string) *source.Field {
	return p.FrontMatter.Lookup(p.Site.Contract.AI.Table, key)
}

// disclosesAI reports whether the front matter has the table of AI attribution,
// filled or not, at top level or in params.
func disclosesAI(p *lint.Pass) bool {
	table := p.Site.Contract.AI.Table
	return p.FrontMatter.Lookup(table) != nil || p.FrontMatter.Lookup("params", table) != nil
}

// disclose returns the edits that add the table of AI attribution for a note.
func disclose(p *lint.Pass, tool, level string) []text.Edit {
	table := map[string]any{"level": level}
	if tool != "AI" {
		table["tool"] = tool
	}
	edits, _ := p.Set([]string{p.Site.Contract.AI.Table}, table)
	return edits
}

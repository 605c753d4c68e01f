package rules

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/text"
)

var pageChrome = lint.Rule{
	Name:     "page-chrome",
	Summary:  "buttons, menus and footers of the page a post was copied from",
	Family:   lint.Copying,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Checker:  pageChromeChecker{},
}

type pageChromeChecker struct{}

// Enough of the same "Read more" to be a list of teasers, and enough of the
// places to show.
const (
	fewestRepeats = 3
	mostShown     = 10
)

// The texts that sites put around what people write, each as a line of its own.
// Sure ones stand in no article; of the others several must come together with one of
// those. A teaser ends a line, and counts when it comes again and again.
var (
	sureChrome = chromePattern(
		`post reply`, `reply to this topic`, `posts: \d[\d,.]*`, `joined: (?:\w{3,9},? )?\w{3,9} \d.*\d{4}.*`, `post by \S.* »`,
		`(?:sign|log) in to (?:comment|reply)\.?`, `(?:be the first to|you must be logged in to) (?:respond|comment|reply|post a comment|share your).*`,
		`there are no comments (?:for|on|yet).*`, `your email address will not be published\..*`, `required fields are marked \*`,
		`(?:©|\(c\)|copyright\b).*\ball rights reserved\.?`, `all rights reserved\.?`, `skip to (?:main )?content`,
		`(?:(?:this|our) (?:web)?site|we) uses? cookies to .*`, `by \S.* published .* ago.*`,
		`trả lời bài viết(?: này)?`, `(?:bạn (?:phải|cần) )?đăng nhập để (?:gửi |đăng |viết )?(?:bình luận|trả lời)\.?`,
		`hãy là người đầu tiên (?:bình luận|trả lời).*`, `(?:chưa có|không có) bình luận(?: nào)?\.?`,
		`email của bạn sẽ không được hiển thị công khai\..*`, `(?:©|\(c\)|bản quyền).*(?:mọi quyền được bảo lưu|giữ toàn quyền|all rights reserved)\.?`,
		`(?:gia nhập|tham gia)(?: ngày)?: \d.*\d{4}.*`,
	)
	likelyChrome = chromePattern(
		`like`, `likes`, `share`, `share this:?`, `comments?`, `reply`, `\d+ comments?`, `leave a (?:comment|reply)`, `terms of (?:use|service)`, `privacy policy`,
		`cookie policy`, `contact(?: us)?`, `support`, `advertisements?`, `sponsored`, `about the (?:author|creator)`, `reader insights`, `add your insights`,
		`related (?:posts|articles|stories)`, `you (?:may|might) also like`, `find us on .*`, `follow us(?: on .*)?`, `subscribe(?: to (?:our|the) newsletter)?`,
		`(?:previous|next) (?:post|article)`, `back to top`, `miscellaneous links`, `.*\b\d+ min(?:utes?)? read(?:ing time)?`, `(?:sign|log) (?:in|up)`,
		`thích`, `chia sẻ`, `bình luận`, `trả lời`, `\d+ bình luận`, `(?:để lại|gửi) bình luận`, `bài viết: \d+`, `bài viết liên quan`, `có thể bạn (?:quan tâm|thích)`,
		`chính sách bảo mật`, `điều khoản (?:sử dụng|dịch vụ)`, `về tác giả`, `liên hệ`, `quảng cáo`, `theo dõi chúng tôi.*`, `đăng (?:nhập|ký)`, `bài (?:trước|sau|tiếp theo)`,
	)
	teaser = regexp.MustCompile(`(?i)(?:^|[.!?…”"] *)((?:read|continue reading|show|learn) more|continue reading|đọc thêm|xem thêm|đọc tiếp)(?: ?(?:…|\.\.\.|»|→|›))?$`)
)

// Words without which no sure pattern matches, and no teaser.
var (
	chromeHints = text.NewWords(true, "post reply", "reply to this", "posts: ", "joined: ", " »", "in to comment", "in to reply", "be the first to", "be logged in",
		"no comments", "will not be published", "required fields", "rights reserved", "skip to", "cookies", " published ",
		"trả lời bài", "Trả lời bài", "bình luận", "đầu tiên trả lời", "hiển thị công khai", "bảo lưu", "toàn quyền", "gia nhập", "tham gia")
	teaserHints = text.NewWords(true, "read more", "continue reading", "show more", "learn more", "đọc thêm", "Đọc thêm", "xem thêm", "đọc tiếp", "Đọc tiếp")
)

// A chromeMark is one line, or the end of one, that belongs to a page and not to a post.
type chromeMark struct {
	text.Span
	name string // lower case: equal ones are one mark
}

func (pageChromeChecker) Check(p *lint.Pass) {
	if !p.IsPost() || !mayHaveChrome(p) {
		return
	}
	marks := findChrome(p)
	if len(marks) == 0 {
		return
	}
	first := marks[0]
	d := lint.Diagnostic{
		Span:    first.Span,
		Message: lint.Msg("%q is the first of %d texts that come from the page this was copied from", p.Slice(first.Span), len(marks)),
		Effect:  lint.Msg("readers see the buttons and footers of another site"),
	}
	for i, m := range marks[1:] {
		if i == mostShown-1 {
			break
		}
		d.Related = append(d.Related, lint.Related{Path: p.Document.Path, Span: m.Span, Message: lint.Msg("%q", p.Slice(m.Span))})
	}
	p.Report(d)
}

// mayHaveChrome reports whether the lines of a body have marks enough, so that
// the Markdown is worth parsing to see which of them are paragraphs.
func mayHaveChrome(p *lint.Pass) bool {
	sure, teasers := bodyHas(p, chromeHints), bodyHas(p, teaserHints)
	if !sure && !teasers {
		return false
	}
	repeated := 0
	for line := range bytes.Lines(p.Src[p.BodyStart:]) {
		line = bytes.TrimSpace(line)
		if sure && chromeHints.In(line) && sureChrome.Match(line) {
			return true
		}
		const longest = 40 // bytes of a teaser and what may follow it
		if tail := line[max(0, len(line)-longest):]; teasers && mayEndTeaser(tail) && teaserHints.In(tail) && teaser.Match(line) {
			repeated++
		}
	}
	return repeated >= fewestRepeats
}

// mayEndTeaser reports whether a line ends as a teaser does: with more, reading,
// thêm or tiếp, or with an ellipsis or an arrow.
func mayEndTeaser(line []byte) bool {
	if len(line) == 0 {
		return false
	}
	switch last := line[len(line)-1]; last | 0x20 {
	case 'e', 'g', 'm', 'p':
		return true
	case '.':
		return bytes.HasSuffix(line, []byte("..."))
	default:
		return last >= utf8.RuneSelf
	}
}

// findChrome returns the marks in the order of the file, or nil where they are
// too few to be sure.
func findChrome(p *lint.Pass) (marks []chromeMark) {
	sure, all, repeated := map[string]bool{}, map[string]bool{}, 0
	for _, paragraph := range p.Body().Paragraphs {
		if paragraph.InList || paragraph.InQuote || paragraph.InTable {
			continue
		}
		for _, line := range linesOf(p, paragraph.Span) {
			s := p.Slice(line)
			name := strings.ToLower(s)
			switch m := teaser.FindStringSubmatchIndex(s); {
			case sureChrome.MatchString(s):
				sure[name], all[name] = true, true
			case likelyChrome.MatchString(s):
				all[name] = true
			case m != nil:
				line = text.Span{Start: line.Start + m[2], End: line.Start + m[3]}
				name = strings.ToLower(p.Slice(line))
				repeated++
			default:
				continue
			}
			marks = append(marks, chromeMark{line, name})
		}
	}
	if len(sure) >= 2 || len(sure) == 1 && len(all) >= 3 || repeated >= fewestRepeats {
		return marks
	}
	return nil
}

func chromePattern(lines ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:` + strings.Join(lines, "|") + `)$`)
}

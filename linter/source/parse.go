package source

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gohugoio/hugo/parser/pageparser"

	"postlint/linter/message"
	"postlint/linter/text"
)

// Parse reads the front matter of a post. path is slash-separated and relative
// to the site; its extension tells the markup. markdown serves the body when it
// is asked for; nil stands for Hugo's defaults. Parse keeps src, which must not
// be changed afterwards, and never fails: what is wrong is in Problems.
func Parse(path string, src []byte, markdown *Markdown) *Document {
	d := &Document{
		Path: path, Src: src, Lines: text.NewLines(src), markdown: markdown,
		Markup: markupByExtension(path), BodyStart: len(src),
	}
	d.readHead()
	d.headProblems = d.problems
	return d
}

func (d *Document) problem(kind ProblemKind, span text.Span, m, expected message.Message) {
	d.problems = append(d.problems, Problem{Span: span, Kind: kind, Message: m, Expected: expected})
}

// guard makes a crash of Hugo's page parser the file's problem, not the end of the run.
func (d *Document) guard() {
	if r := recover(); r != nil {
		d.problem(ReaderProblem, text.At(0), message.New("Hugo's page parser crashes on this file: %v", r), message.Message{})
	}
}

// readHead reads the front matter.
func (d *Document) readHead() {
	defer d.guard()
	if d.lexing, d.lexed = d.chooseLexing(); !d.lexed {
		return
	}
	d.readFrontMatter(d.headItems())
	d.markupByKey()
}

// headItems returns the items of pageparser up to the first of the body. Where
// the front matter seems to end, the rest of the file is spared the parser.
func (d *Document) headItems() pageparser.Items {
	if end := headEnd(d.Src); end < len(d.Src) {
		items, _ := pageparser.ParseBytes(d.Src[:end], pageparser.Config{NoSummaryDivider: true})
		if slices.ContainsFunc(items, pageparser.Item.IsFrontMatter) && !slices.ContainsFunc(items, pageparser.Item.IsError) {
			return items
		}
	}
	items, _ := pageparser.ParseBytes(d.Src, d.lexing) // the error is always nil: problems are items
	return items
}

// headEnd returns where the line ends that closes TOML or YAML front matter, as
// it seems: the first one that starts with the delimiter. It returns len(src)
// where there is none.
func headEnd(src []byte) int {
	start := opener(src)
	if start+3 > len(src) {
		return len(src)
	}
	delimiter := string(src[start : start+3])
	if delimiter != "---" && delimiter != "+++" {
		return len(src)
	}
	n := bytes.Index(src[start:], []byte("\n"+delimiter))
	if n < 0 {
		return len(src)
	}
	at := start + n + 1
	if end := bytes.IndexByte(src[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(src)
}

// scan reads what the head leaves: the encoding, the shortcodes and the dividers.
func (d *Document) scan() {
	d.scanned.Do(func() {
		if d.form != postForm {
			return
		}
		d.problems = nil
		d.checkEncoding()
		d.problems = append(d.problems, d.headProblems...)
		d.scanBody()
		slices.SortStableFunc(d.problems, func(a, b Problem) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	})
}

func (d *Document) scanBody() {
	defer d.guard()
	if !d.lexed || d.BodyStart >= len(d.Src) {
		return
	}
	items, _ := pageparser.ParseBytes(d.Src, d.lexing)
	rest := slices.DeleteFunc(items, func(it pageparser.Item) bool { return it.Pos() < d.BodyStart || it.Type == pageparser.TypeIgnore })
	d.readTags(rest)
	d.readDividers(rest, d.lexing)
	d.markCode()
}

// Beyond these numbers of "{{" in a file, pageparser would need gigabytes for
// its items; and since it searches for the divider anew after every one of
// them, a far divider would cost it the square.
const (
	maxDelimiters  = 1 << 17
	maxDividerWork = 1 << 33 // bytes searched
)

// chooseLexing returns the configuration to read the file with, and false for a
// file that is better not read.
func (d *Document) chooseLexing() (cfg pageparser.Config, ok bool) {
	n := bytes.Count(d.Src, []byte("{{"))
	if n > maxDelimiters {
		d.problem(ReaderProblem, text.At(0), message.New(`the file has %d "{{", too many to read`, n), message.New("at most %d", maxDelimiters))
		return cfg, false
	}
	cfg.NoSummaryDivider = n*len(d.Src) > maxDividerWork
	return cfg, true
}

// checkEncoding reports the first byte that is not UTF-8 and the first NUL.
func (d *Document) checkEncoding() {
	switch {
	case bytes.HasPrefix(d.Src, []byte("\xff\xfe")), bytes.HasPrefix(d.Src, []byte("\xfe\xff")):
		d.problem(EncodingProblem, text.Span{Start: 0, End: 2}, message.New("the file is in UTF-16"), message.New("UTF-8"))
		return
	case !validUTF8(d.Src):
		at := invalidUTF8(d.Src)
		d.problem(EncodingProblem, text.Span{Start: at, End: at + 1}, message.New("byte 0x%02X is not UTF-8", d.Src[at]), message.New("UTF-8"))
	}
	if at := bytes.IndexByte(d.Src, 0); at >= 0 {
		d.problem(EncodingProblem, text.Span{Start: at, End: at + 1}, message.New("a NUL byte"), message.New("text"))
	}
}

// invalidUTF8 returns the offset of the first byte that begins no code point,
// or len(b).
func invalidUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(b)
}

// markupByExtension tells the markup as Hugo does when no key says otherwise.
func markupByExtension(name string) Markup {
	return markupByName(strings.TrimPrefix(path.Ext(name), "."))
}

// markupByKey lets the "markup" key overrule the extension.
func (d *Document) markupByKey() {
	f := d.FrontMatter.Lookup("markup")
	if f == nil {
		return
	}
	if s, ok := f.Value.Text(); ok && s != "" {
		d.Markup = markupByName(s)
	}
}

// markupByName knows the suffixes and subtypes of Hugo's content media types
// (media/builtin.go) and the name of its default converter.
func markupByName(name string) Markup {
	switch strings.ToLower(name) {
	case "md", "mdown", "markdown", "goldmark", "text/markdown":
		return MarkupMarkdown
	case "org", "text/org":
		return MarkupOrg
	case "html", "htm", "text/html":
		return MarkupHTML
	}
	return MarkupOther
}

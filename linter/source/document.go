// Package source parses one post into an immutable [Document], exactly as
// Hugo reads it: the front matter is split off by Hugo's own page parser and
// decoded by its decoders, the body is parsed by its goldmark with the site's
// own settings. On top of that stands what Hugo throws away: where in the
// file everything is.
package source

import (
	"sync"

	"github.com/gohugoio/hugo/parser/pageparser"

	"postlint/linter/message"
	"postlint/linter/text"
)

// A Document is one parsed post. It is never modified after [Parse] returns,
// so any number of rules may read it at once.
//
// [Parse] reads the front matter. Shortcodes and summary dividers, and the typed
// views of the body (Headings, Links, …), are made when the first of them is
// asked for: of most posts of a site nobody asks.
type Document struct {
	Path   string // slash-separated, relative to the site's root
	Src    []byte
	Lines  *text.Lines
	Markup Markup

	FrontMatter FrontMatter
	BodyStart   int // byte offset of the first byte after the front matter; the file's end where that is never closed

	headProblems []Problem // those of the front matter
	lexing       pageparser.Config
	lexed        bool      // false for a file that is better not read
	scanned      sync.Once // what follows, up to escapes
	dividers     []Divider
	shortcodes   []Shortcode
	problems     []Problem
	escapes      []text.Span // the "/*" and "*/" of {{</* … */>}}, which Hugo drops
	form         form
	markdown     *Markdown
	once         sync.Once
	body         *Body
}

// Markup is the language of a document's body, as Hugo tells it from the
// file's extension and the "markup" key.
type Markup string

// The markups that Hugo knows. Only Markdown bodies have typed views.
const (
	MarkupMarkdown Markup = "markdown"
	MarkupOrg      Markup = "org"
	MarkupHTML     Markup = "html"
	MarkupOther    Markup = "other" // asciidoc, pandoc, rst: read by other programs; or a name Hugo does not know
)

// A Problem is a defect that keeps Hugo from reading the file as it was
// meant: most stop the build there; bytes that are not text end up on the page.
type Problem struct {
	Span     text.Span
	Kind     ProblemKind
	Message  message.Message // a fragment, in the words of Hugo's decoder or ours
	Expected message.Message // what was expected, a fragment; may be empty
}

// ProblemKind tells what part of the file a problem is in.
type ProblemKind string

// The kinds of problems.
const (
	FrontMatterProblem ProblemKind = "front matter"
	ShortcodeProblem   ProblemKind = "shortcode"
	EncodingProblem    ProblemKind = "encoding" // not UTF-8, or a NUL byte
	ReaderProblem      ProblemKind = "reader"   // the file makes Hugo's own parsers crash, or is built to keep them busy
)

// A Divider is a place that divides, or looks as if it were to divide, the
// summary from the rest.
type Divider struct {
	text.Span        // the comment or org line, without the line end
	Hugo      bool   // Hugo divides here; it does so at most once, a second divider is a plain comment
	InCode    bool   // it stands in a code block or span, which Hugo does not notice
	Text      string // as written
}

// A Shortcode is one shortcode tag.
type Shortcode struct {
	text.Span           // from "{{<" to ">}}"
	Name      string    // "figure"; inline shortcodes keep their ".inline"
	NameSpan  text.Span // of the name alone
	Markdown  bool      // {{% %}}
	Closing   bool      // {{< /x >}}
	SelfClose bool      // {{< x />}}
	Inline    bool      // {{< x.inline >}}
	InCode    bool      // within a code block or a code span (Hugo runs it all the same)
	Depth     int       // of nesting in pairs, from 0; the tags of a pair have the same
	Partner   int       // index in Shortcodes of the other tag of a pair, or -1
	Params    []Param   // in source order
}

// A Param is one parameter of a shortcode.
type Param struct {
	Name  string    // empty when positional
	Value string    // without quotes, escapes resolved
	Span  text.Span // of the value, inside its quotes
}

// Dividers returns what looks like a summary divider, Hugo's and others, in source order.
func (d *Document) Dividers() []Divider {
	d.scan()
	return d.dividers
}

// Shortcodes returns every shortcode tag, opening and closing, in source order.
func (d *Document) Shortcodes() []Shortcode {
	d.scan()
	return d.shortcodes
}

// Problems returns what keeps Hugo from reading the file, in source order.
func (d *Document) Problems() []Problem {
	d.scan()
	return d.problems
}

// Slice returns the source text of span.
func (d *Document) Slice(span text.Span) string { return string(d.Src[span.Start:span.End]) }

// Position returns the line and column of a byte offset.
func (d *Document) Position(offset int) text.Position { return d.Lines.Position(offset) }

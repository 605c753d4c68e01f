package source

import (
	"postlint/linter/message"
	"postlint/linter/text"
)

// A Body holds the typed views of a Markdown body, all in source order and all
// with spans into the file. Bodies that are not Markdown have no views.
//
// Shortcode calls are seen as Hugo's Markdown sees them, as a piece of text in
// their place; they are missing from every Text, and what stands between the
// tags of a pair is read as Markdown too, unless the shortcode is known for
// holding something else: code, a formula, a diagram.
type Body struct {
	Headings    []Heading
	Links       []Link
	Images      []Image
	CodeBlocks  []CodeBlock
	CodeSpans   []text.Span // backticks included
	Paragraphs  []Paragraph
	ListItems   []ListItem
	Tables      []Table
	Footnotes   []Footnote
	RawHTML     []RawHTML
	Comments    []text.Span  // HTML comments outside code, Hugo's summary divider not among them
	Anchors     []string     // every id the rendered body is known to have, in its order: headings, attributes, raw HTML if the site lets it through, footnotes; shortcodes may add others
	Definitions []Definition // link reference definitions, but for those in footnotes that Hugo drops

	// Texts is what readers see as it is written: the runs of text in
	// paragraphs, headings, links, lists and tables, without markup, code,
	// HTML, addresses and shortcodes. Escapes and entities are as written.
	Texts []text.Span

	// TooLarge says that there are no views because the body is larger than
	// 4 MiB, or has more of something than anybody writes and goldmark can
	// stand: see the limits in body_limits.go.
	TooLarge bool

	// Problem says that there are no views because goldmark crashed on the
	// body; nil otherwise.
	Problem *Problem
}

// A Heading is an ATX or setext heading.
type Heading struct {
	text.Span           // of the whole heading, without the line end
	Marker    text.Span // the leading #s, or the line of = or - below
	Setext    bool
	Level     int
	Text      string // as a reader sees it, without markup
	ID        string // as this site's configuration generates it; empty where it generates none or a shortcode has a part in it
}

// LinkKind tells how a link is written.
type LinkKind int

// The kinds of links.
const (
	InlineLink    LinkKind = iota // [text](dest "title")
	ReferenceLink                 // [text][ref], [text][], [text]
	AutoLink                      // <https://…>, or a bare URL found by linkify
)

// A Link is an inline, reference or automatic link.
type Link struct {
	text.Span // the whole link, from "[" to the last ")" or "]"; for an automatic one, with its angle brackets
	Kind      LinkKind
	Dest      string    // escapes and entities resolved, shortcode calls as written; mailto: or http:// are not added
	DestSpan  text.Span // of the destination as written, inside its angle brackets; for references, of the definition's destination
	TextSpan  text.Span // between the brackets
	Text      string    // as a reader sees it; images count with their alternative text
	Title     string
	HasImage  bool // the text holds an image
}

// An Image is a Markdown image.
type Image struct {
	text.Span // the whole image, from "!" on
	Kind      LinkKind
	Dest      string // as of a Link
	DestSpan  text.Span
	Alt       string
	AltSpan   text.Span // between the brackets; empty where there is no text
	Title     string
}

// A CodeBlock is a fenced or indented code block.
type CodeBlock struct {
	text.Span           // fences included, without the last line end
	Content   text.Span // between the fences, whole lines; in lists and quotes the later lines begin with the indentation and the ">"
	Fenced    bool
	Info      string // the info string as written: "go {linenos=true}"
}

// A Paragraph is a paragraph, the text of a tight list item, a table cell or
// the term of a definition list. Those that hold nothing but shortcodes are
// left out.
type Paragraph struct {
	text.Span
	Text    string // as a reader sees it, soft line breaks as \n; images count with their alternative text
	InList  bool
	InQuote bool
	InTable bool
}

// A ListItem is an item of a list, with all the blocks in it.
type ListItem struct {
	text.Span           // from the marker to the end of its last block
	Marker    text.Span // "-", "*", "+", "1." or "1)"
	Ordered   bool
}

// A Table is a table with its header.
type Table struct {
	text.Span
	Columns int
}

// A Footnote is the definition of a footnote that the body refers to; Hugo
// drops the others.
type Footnote struct {
	text.Span             // from "[^" to the end of its last block
	Label     string      // "1" in [^1]: …
	ID        string      // "fn:1", by the order of first reference; empty where the site gives ids a prefix
	Refs      []text.Span // every [^1] in the text
}

// RawHTML is one piece of HTML in Markdown: a block, or an inline tag.
type RawHTML struct {
	text.Span
	Block bool
}

// A Definition is a link reference definition: [label]: dest "title".
type Definition struct {
	text.Span
	Label    string
	Dest     string
	DestSpan text.Span
}

// Body returns the typed views of the body, made at the first call. It never
// returns nil, and its views must not be changed.
func (d *Document) Body() *Body {
	d.scan()
	return d.parsed()
}

// parsed is [Document.Body] while the file is being scanned.
func (d *Document) parsed() *Body {
	d.once.Do(func() { d.body = d.parseBody(maskDivider) })
	return d.body
}

// parseBody makes the views of the body with its divider masked one way or
// another. A crash of goldmark is the body's problem, not the end of the run.
func (d *Document) parseBody(divider dividerMask) (body *Body) {
	defer func() {
		if r := recover(); r != nil {
			body = &Body{Problem: &Problem{
				Span: text.At(d.BodyStart), Kind: ReaderProblem,
				Message: message.New("goldmark crashes on this body: %v", r),
			}}
		}
	}()
	if d.Markup != MarkupMarkdown || d.BodyStart >= len(d.Src) {
		return &Body{}
	}
	if len(d.Src)-d.BodyStart > maxBodySize || excessive(d.Src[d.BodyStart:]) {
		return &Body{TooLarge: true}
	}
	return newBody(d, divider)
}

// The views of the body, so that a rule is a for loop. See [Body].

// Headings returns the headings of the body.
func (d *Document) Headings() []Heading { return d.Body().Headings }

// Links returns the links of the body.
func (d *Document) Links() []Link { return d.Body().Links }

// Images returns the images of the body.
func (d *Document) Images() []Image { return d.Body().Images }

// CodeBlocks returns the code blocks of the body.
func (d *Document) CodeBlocks() []CodeBlock { return d.Body().CodeBlocks }

// CodeSpans returns the code spans of the body.
func (d *Document) CodeSpans() []text.Span { return d.Body().CodeSpans }

// Paragraphs returns the paragraphs of the body.
func (d *Document) Paragraphs() []Paragraph { return d.Body().Paragraphs }

// ListItems returns the list items of the body.
func (d *Document) ListItems() []ListItem { return d.Body().ListItems }

// Tables returns the tables of the body.
func (d *Document) Tables() []Table { return d.Body().Tables }

// Footnotes returns the footnotes of the body.
func (d *Document) Footnotes() []Footnote { return d.Body().Footnotes }

// RawHTML returns the pieces of HTML in the body.
func (d *Document) RawHTML() []RawHTML { return d.Body().RawHTML }

// Comments returns the HTML comments of the body.
func (d *Document) Comments() []text.Span { return d.Body().Comments }

// Anchors returns the ids of the rendered body.
func (d *Document) Anchors() []string { return d.Body().Anchors }

// Definitions returns the link reference definitions of the body.
func (d *Document) Definitions() []Definition { return d.Body().Definitions }

// Texts returns the runs of plain text of the body.
func (d *Document) Texts() []text.Span { return d.Body().Texts }

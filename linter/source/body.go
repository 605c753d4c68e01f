package source

import "postlint/linter/text"

// A Body holds the typed views of a Markdown body, all in source order and all
// with spans into the file. Bodies that are not Markdown have no views.
type Body struct {
	Headings    []Heading
	Links       []Link
	Images      []Image
	CodeBlocks  []CodeBlock
	CodeSpans   []text.Span
	Paragraphs  []Paragraph
	RawHTML     []RawHTML
	Comments    []text.Span  // HTML comments outside code, summary dividers not among them
	Anchors     []string     // every id the rendered body has: headings, attributes, raw HTML, footnotes
	Definitions []Definition // link reference definitions
}

// A Heading is an ATX or setext heading.
type Heading struct {
	text.Span           // of the whole heading, without the line end
	Marker    text.Span // the leading #s, or the line of = or - below
	Setext    bool
	Level     int
	Text      string // as a reader sees it, without markup
	ID        string // as this site's configuration generates it
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
	text.Span // the whole link, from "[" to the last ")" or "]"
	Kind      LinkKind
	Dest      string    // decoded destination, shortcode calls as written
	DestSpan  text.Span // of the destination as written; for references, of the definition's destination
	TextSpan  text.Span // between the brackets
	Text      string    // as a reader sees it; images count with their alternative text
	HasImage  bool      // the text holds an image
}

// An Image is a Markdown image.
type Image struct {
	text.Span // the whole image, from "!" on
	Kind      LinkKind
	Dest      string
	DestSpan  text.Span
	Alt       string
	AltSpan   text.Span // between the brackets; empty where there is no text
	Title     string
}

// A CodeBlock is a fenced or indented code block.
type CodeBlock struct {
	text.Span           // fences included
	Content   text.Span // between the fences
	Fenced    bool
	Info      string // the info string: "go {linenos=true}"
}

// A Paragraph is a paragraph or the text of a tight list item.
type Paragraph struct {
	text.Span
	Text    string // as a reader sees it, soft line breaks as \n
	InList  bool
	InQuote bool
	InTable bool
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

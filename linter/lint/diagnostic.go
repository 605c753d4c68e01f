package lint

import (
	"cmp"

	"postlint/linter/message"
	"postlint/linter/text"
)

// A Diagnostic is one defect at one place.
type Diagnostic struct {
	Rule     string
	Family   Family
	Severity Severity
	Path     string    // slash-separated, relative to the site
	Span     text.Span // the key, the value or the mark that is wrong; never a whole table or paragraph
	Message  Message   // what is wrong, naming the value
	Effect   Message   // what readers would see, and what was expected; may be empty
	Related  []Related // other places that explain this one
	Fixes    []Fix     // alternatives, the best first; --fix applies the first if it is safe
}

// Related is a second place, such as the first of two duplicates.
type Related struct {
	Path    string
	Span    text.Span
	Message Message
}

// A Fix is a change to the diagnostic's file that removes the defect.
// All of its edits are applied or none, and they do not overlap.
type Fix struct {
	Title  Message // an imperative: "Use `<!--more-->`"
	Unsafe bool    // may change what the post says or its URL; applied on request only
	Edits  []text.Edit
}

// A Message is a format and its arguments, kept apart so that a catalogue can
// say it in another language.
type Message = message.Message

// Msg returns the message of a format and its arguments, as fmt.Sprintf takes them.
func Msg(format string, args ...any) Message { return message.New(format, args...) }

func (a Diagnostic) compare(b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message.String(), b.Message.String()),
	)
}

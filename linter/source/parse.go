package source

import (
	"postlint/linter/text"
)

// Parse reads the head of a post: its front matter, shortcodes and dividers.
// path is slash-separated and relative to the site; its extension tells the
// markup. markdown serves the body when it is asked for; nil stands for Hugo's
// defaults. Parse keeps src and never fails: what is wrong is in Problems.
func Parse(path string, src []byte, markdown *Markdown) *Document {
	return &Document{Path: path, Src: src, Lines: text.NewLines(src), markdown: markdown}
}

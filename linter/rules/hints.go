package rules

import (
	"bytes"

	"postlint/linter/lint"
	"postlint/linter/text"
)

// bodyWords looks for the words of every rule about words in one pass.
var bodyWords = text.NewScanner(toolHints, misspellingHints, chromeHints, teaserHints, chatHints)

// bodyHas reports whether the page's body, Markdown, code and all, has one of
// the words of a set that bodyWords looks for.
func bodyHas(p *lint.Pass, words *text.Words) bool {
	return lint.Once(p, bodyWords, func() text.Found { return bodyWords.Scan(p.Src[p.BodyStart:]) }).Has(words)
}

// mayContain reports whether the page's body has s. Most of the time the pairs
// of its bytes tell that it has not.
func mayContain(p *lint.Pass, s string) bool {
	return p.Pairs().MayHave(s) && bytes.Contains(p.Src[p.BodyStart:], []byte(s))
}

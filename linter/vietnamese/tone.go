package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A ToneStyle is one of the two ways to place the tone mark on the rimes oa, oe
// and uy when no consonant follows. Both are in use: statutes and most printed
// matter keep the old one, school books the new one.
type ToneStyle int

// The styles. Unknown is the style of a syllable both styles write alike.
const (
	Unknown ToneStyle = iota
	Old               // hòa, khỏe, thủy
	New               // hoà, khoẻ, thuỷ
)

// String returns "unknown", "old" or "new".
func (t ToneStyle) String() string {
	switch t {
	case Old:
		return "old"
	case New:
		return "new"
	}
	return "unknown"
}

// ToneStyleOf tells the style of one syllable. It is Unknown when both styles
// write the syllable alike, and for everything that is not a syllable.
func ToneStyleOf(word string) ToneStyle {
	y, ok := parse(word)
	if !ok || y.tone == ngang || y.rime.old == y.rime.new {
		return Unknown
	}
	if y.at == y.start+int(y.rime.old) {
		return Old
	}
	return New
}

// WithToneStyle rewrites every syllable of s that the two styles write
// differently in the given style, and nothing else. A syllable is a whole word:
// one inside a longer word, or beside a digit or an underscore, is left alone.
// The style Unknown changes nothing.
func WithToneStyle(s string, style ToneStyle) string {
	if style == Unknown {
		return s
	}
	var b strings.Builder
	done := 0
	for w := range words(s) {
		if moved, ok := moveTone(s[w.start:w.end], style); ok {
			b.WriteString(s[done:w.start])
			b.WriteString(moved)
			done = w.end
		}
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// moveTone puts the mark of one syllable where the style wants it; ok is false
// when there is nothing to move.
func moveTone(word string, style ToneStyle) (moved string, ok bool) {
	y, ok := parse(word)
	if !ok || y.tone == ngang || y.rime.old == y.rime.new {
		return "", false
	}
	want := y.start + int(y.rime.old)
	if style == New {
		want = y.start + int(y.rime.new)
	}
	if y.at == want {
		return "", false
	}
	y.letters[y.at].tone = ngang
	y.letters[want].tone = y.tone
	var b strings.Builder
	for _, l := range y.letters[:y.n] {
		b.WriteRune(l.rune())
	}
	return b.String(), true
}

// A span is a range of bytes.
type span struct{ start, end int }

// words yields the words of s: maximal runs of letters, marks, digits and
// underscores. Invalid bytes end a word.
func words(s string) func(yield func(span) bool) {
	return func(yield func(span) bool) {
		start := -1
		for i := 0; i < len(s); {
			r, size := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[i:])
			}
			if wordRune(r) {
				if start < 0 {
					start = i
				}
			} else if start >= 0 {
				if !yield(span{start, i}) {
					return
				}
				start = -1
			}
			i += size
		}
		if start >= 0 {
			yield(span{start, len(s)})
		}
	}
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	if _, ok := letterOf(r); ok {
		return true
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}

package site

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"postlint/linter/text"
)

// A Mention is a name of the glossary in a text.
type Mention struct {
	text.Span
	Entry *Entry // nil where several entries have the name
}

// nameTable finds the names of entries by their first word in lower case. Names
// with the same beginning stand together, the longest first.
type nameTable map[string][]*tableName

type tableName struct {
	entry *Entry
	words []string // as written
	gaps  []string // between the words: " " for any blanks, else exactly this
	head  string   // before the first word: ".NET"
	tail  string   // after the last one: "C++"
	exact bool     // letter case matters
}

// newNameTable takes in the names of the entries that Hugo builds. Letter case
// matters in abbreviations and in what is written like one; in other languages than
// Vietnamese also in single words: "Release" may be a term and "release" an
// everyday word, whereas in Vietnamese both are the foreign term.
func newNameTable(x *Index, entries []*Entry, language string) nameTable {
	t := nameTable{}
	for _, e := range entries {
		if !x.Builds(e.Page) {
			continue
		}
		for _, name := range e.Names {
			n := newTableName(e, name.Text)
			if len(n.words) == 0 {
				continue
			}
			n.exact = name.Kind == AbbreviationName || hasInnerCapital(name.Text) && len(n.words) == 1 || len(n.words) == 1 && language != "vi"
			t.add(n)
		}
	}
	for _, names := range t {
		slices.SortStableFunc(names, func(a, b *tableName) int {
			return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(len(b.head+b.tail), len(a.head+a.tail)))
		})
	}
	return t
}

func newTableName(e *Entry, name string) *tableName {
	n := &tableName{entry: e}
	end := 0
	for i := 0; i < len(name); {
		size, isWord := wordRune([]byte(name[i:]))
		if !isWord {
			i += size
			continue
		}
		start := i
		for i < len(name) {
			size, isWord := wordRune([]byte(name[i:]))
			if !isWord {
				break
			}
			i += size
		}
		if len(n.words) > 0 {
			gap := name[end:start]
			if strings.TrimSpace(gap) == "" {
				gap = " "
			}
			n.gaps = append(n.gaps, gap)
		} else {
			n.head = name[:start]
		}
		n.words, end = append(n.words, name[start:i]), i
	}
	n.tail = name[end:]
	return n
}

// add enters a name. One that two entries have means neither.
func (t nameTable) add(n *tableName) {
	first := strings.ToLower(n.words[0])
	for _, have := range t[first] {
		if slices.Equal(have.gaps, n.gaps) && have.head == n.head && have.tail == n.tail && slices.EqualFunc(have.words, n.words, strings.EqualFold) {
			if have.entry != n.entry {
				have.entry = nil
			}
			have.exact = have.exact && n.exact
			return
		}
	}
	t[first] = append(t[first], n)
}

// hasInnerCapital reports whether a name is written like an abbreviation: OKR, MoSCoW.
func hasInnerCapital(s string) bool {
	for i, r := range s {
		if i > 0 && unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// Mentions finds the names of entries in src from an offset on, in order: whole
// words only, the longest name at each place, English plurals in -s too. What is
// markup or code in src it does not know.
func (g *Glossary) Mentions(src []byte, from int) (mentions []Mention) {
	if len(g.names) == 0 {
		return nil
	}
	var lower []byte
	for i := from; i < len(src); {
		if c := src[i]; c < utf8.RuneSelf {
			if asciiLower[c] == 0 {
				i++
				continue
			}
		} else if size, isWord := wordRune(src[i:]); !isWord {
			i += size
			continue
		}
		start := i
		lower, i = lowerWord(lower[:0], src, i)
		if joinsWordBefore(src[from:], start-from) {
			continue
		}
		m, ok := firstMatch(g.names[string(lower)], src, start)
		if !ok && len(lower) > 1 && lower[len(lower)-1] == 's' {
			m, ok = firstMatch(g.names[string(lower[:len(lower)-1])], src, start)
		}
		if ok {
			mentions = append(mentions, m)
			i = m.End
		}
	}
	return mentions
}

func firstMatch(names []*tableName, src []byte, start int) (Mention, bool) {
	for _, n := range names {
		if end, ok := n.match(src, start); ok {
			return Mention{text.Span{Start: start - len(n.head), End: end}, n.entry}, true
		}
	}
	return Mention{}, false
}

// match returns where the name ends in src if it stands at start.
func (n *tableName) match(src []byte, start int) (end int, ok bool) {
	if !bytes.HasSuffix(src[:start], []byte(n.head)) {
		return 0, false
	}
	at := start
	for i, word := range n.words {
		if i > 0 {
			if at, ok = skipGap(src, at, n.gaps[i-1]); !ok {
				return 0, false
			}
		}
		if at, ok = n.skipWord(src, at, word); !ok {
			return 0, false
		}
	}
	if n.tail != "" {
		return at + len(n.tail), bytes.HasPrefix(src[at:], []byte(n.tail)) && !joinsWordAfter(src, at+len(n.tail))
	}
	if at < len(src) && src[at] == 's' && isASCIILetter(src[at-1]) {
		at++
	}
	return at, !joinsWordAfter(src, at)
}

func (n *tableName) skipWord(src []byte, at int, word string) (int, bool) {
	for _, r := range word {
		have, size := utf8.DecodeRune(src[at:])
		if size == 0 || have != r && (n.exact || unicode.ToLower(have) != unicode.ToLower(r)) {
			return 0, false
		}
		at += size
	}
	return at, true
}

// skipGap skips what stands between two words: blanks within a paragraph, or
// the punctuation that the name has.
func skipGap(src []byte, at int, gap string) (int, bool) {
	if gap != " " {
		return at + len(gap), strings.HasPrefix(string(src[at:min(len(src), at+len(gap))]), gap)
	}
	start, lines := at, 0
	for at < len(src) && strings.IndexByte(" \t\r\n", src[at]) >= 0 {
		if src[at] == '\n' {
			lines++
		}
		at++
	}
	return at, at > start && lines < 2
}

// joinsWordBefore and joinsWordAfter report whether a word is a part of something
// longer: "non-Scrum", "scrum.org", "re_release".
func joinsWordBefore(src []byte, start int) bool {
	if start < 2 || strings.IndexByte("-_.@#&", src[start-1]) < 0 {
		return false
	}
	r, _ := utf8.DecodeLastRune(src[:start-1])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func joinsWordAfter(src []byte, end int) bool {
	if _, isWord := wordRune(src[end:]); isWord {
		return true
	}
	if end+1 >= len(src) || strings.IndexByte("-_.@", src[end]) < 0 {
		return false
	}
	_, isWord := wordRune(src[end+1:])
	return isWord
}

// lowerWord appends the word at i to buf in lower case and returns its end.
func lowerWord(buf, src []byte, i int) ([]byte, int) {
	for i < len(src) {
		if c := src[i]; c < utf8.RuneSelf {
			if c = asciiLower[c]; c == 0 {
				break
			}
			buf = append(buf, c)
			i++
			continue
		}
		size, isWord := wordRune(src[i:])
		if !isWord {
			break
		}
		r, _ := utf8.DecodeRune(src[i:])
		buf = utf8.AppendRune(buf, unicode.ToLower(r))
		i += size
	}
	return buf, i
}

// asciiLower has the letters and digits of ASCII in lower case, and 0 for the rest.
var asciiLower = func() (t [utf8.RuneSelf]byte) {
	for c := range byte(utf8.RuneSelf) {
		if isASCIILetter(c) || '0' <= c && c <= '9' {
			t[c] = byte(unicode.ToLower(rune(c)))
		}
	}
	return t
}()

// wordRune returns the length of the first character of b, and whether it is
// part of a word: a letter, a digit or a combining mark.
func wordRune(b []byte) (size int, isWord bool) {
	if len(b) == 0 {
		return 0, false
	}
	if c := b[0]; c < utf8.RuneSelf {
		return 1, isASCIILetter(c) || '0' <= c && c <= '9'
	}
	r, size := utf8.DecodeRune(b)
	return size, unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

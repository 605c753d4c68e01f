package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// A piece is text of one style.
type piece struct {
	style style
	text  string
}

// A word is what a line is not broken within.
type word struct {
	pieces  []piece
	columns int
	spaced  bool // a space stands before it, unless it begins a line
	broken  bool // it begins a line
}

// words splits running text where lines may be broken: at white space, and
// beside wide characters, which Chinese and Japanese write without any.
func words(pieces []piece) (list []word) {
	spaced, broken, open := false, false, false
	for _, p := range pieces {
		clusters := displaywidth.StringGraphemes(p.text)
		for clusters.Next() {
			s := clusters.Value()
			switch {
			case s == "\n":
				broken, open = true, false
				continue
			case isBlank(s):
				spaced, open = true, false
				continue
			}
			wide := breaksLines(s)
			if !open || wide {
				list = append(list, word{spaced: spaced, broken: broken})
				spaced, broken = false, false
			}
			list[len(list)-1].add(p.style, s)
			open = !wide
		}
	}
	return list
}

func (w *word) add(st style, s string) {
	w.columns += Columns(s)
	if n := len(w.pieces); n > 0 && w.pieces[n-1].style == st {
		w.pieces[n-1].text += s
		return
	}
	w.pieces = append(w.pieces, piece{st, s})
}

// isBlank reports whether a line may end at a cluster, and lose it. A no-break
// space is none.
func isBlank(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
}

// breaksLines reports whether a line may end on either side of a cluster.
func breaksLines(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// wrap lays words out in lines of at most width columns, or in one if width is
// 0. A word that is wider has a line of its own and sticks out: an address
// that is cut in two is of no use.
func (o Options) wrap(list []word, width int) (lines []string) {
	var line strings.Builder
	columns := 0
	for i, w := range list {
		space := 0
		if w.spaced {
			space = 1
		}
		if i > 0 && (w.broken || width > 0 && columns+space+w.columns > width) {
			lines = append(lines, line.String())
			line.Reset()
			columns = 0
		}
		if w.spaced && columns > 0 {
			// Between words of one style, the space has it as well.
			line.WriteString(o.paint(between(list[i-1], w), " "))
			columns++
		}
		for _, p := range w.pieces {
			line.WriteString(o.paint(p.style, p.text))
		}
		columns += w.columns
	}
	if columns > 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// between returns the style that goes on from one word to the next.
func between(before, after word) style {
	if last := before.pieces[len(before.pieces)-1].style; last == after.pieces[0].style {
		return last
	}
	return plain
}

// Wrap breaks s into lines of at most width columns at white space, and leaves
// it in one if width is 0.
func Wrap(s string, width int) []string {
	return Options{}.wrap(words([]piece{{plain, printable(strings.ReplaceAll(s, "\n", " "))}}), width)
}

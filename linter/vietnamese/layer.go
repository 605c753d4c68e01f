package vietnamese

import (
	"sort"
	"strings"
)

// A layer is one line of text as runes that know where in the source they
// stand. The first layer is the line itself; the second is the line with one
// round of damage undone, if it was damaged twice.
type layer struct {
	runes   []rune
	offsets []int  // of each rune, and of the end of the line
	deep    []span // source bytes a round of damage was undone in
	doubted []span // those of them that were guessed at
	cut     bool   // bytes were seen to be lost in the second round
}

func newLayer(s string, line span) layer {
	text := strings.TrimSuffix(s[line.start:line.end], "\r")
	l := layer{runes: make([]rune, 0, len(text)), offsets: make([]int, 0, len(text)+1)}
	for i, r := range text {
		l.runes = append(l.runes, r)
		l.offsets = append(l.offsets, line.start+i)
	}
	l.offsets = append(l.offsets, line.start+len(text))
	return l
}

// peel undoes one round of damage where there was more than one: in groups of
// characters that, read as bytes, give a lead byte and what goes with it. ok is
// false when the line has no such group.
//
// What the second round lost can be seen here: every byte from 80 to BF was two
// bytes by then, the first of them C2 or E2, so a lone Â stands for a lost one
// and the mark itself is left out; "â€" stands for ”, whose last byte is
// undefined, or, before a space, for †.
func (l layer) peel() (peeled layer, ok bool) {
	p := 0
	for p < len(l.runes) {
		group, next := l.group(p)
		if next > p && group.damaged() {
			peeled.runes = append(peeled.runes, group.runes...)
			peeled.offsets = append(peeled.offsets, group.offsets...)
			peeled.deep = append(peeled.deep, span{l.offsets[p], l.offsets[next]})
			peeled.doubted = append(peeled.doubted, group.doubted...)
			ok = true
			p = next
			continue
		}
		next = max(next, p+1)
		peeled.runes = append(peeled.runes, l.runes[p:next]...)
		peeled.offsets = append(peeled.offsets, l.offsets[p:next]...)
		p = next
	}
	peeled.offsets = append(peeled.offsets, l.offsets[len(l.runes)])
	return peeled, ok
}

// group undoes the characters from p on as far as they are bytes again.
func (l layer) group(p int) (group layer, next int) {
	add := func(r rune, at int) {
		group.runes = append(group.runes, r)
		group.offsets = append(group.offsets, l.offsets[at])
	}
	for next = p; next < len(l.runes); {
		if s, ok := decode(l.runes, next); ok {
			if _, isByte := byteOf(s.r); !isByte {
				break
			}
			add(s.r, next)
			next = s.next
			continue
		}
		rest := l.runes[next:]
		switch {
		case rest[0] == 'Â' && next > p:
			group.cut = true
			next++
		case len(rest) > 2 && rest[0] == 'â' && rest[1] == '€' && rest[2] == ' ':
			add('†', next)
			group.doubted = append(group.doubted, span{l.offsets[next], l.offsets[next+3]})
			next += 3
		case len(rest) > 1 && rest[0] == 'â' && rest[1] == '€':
			add('”', next)
			next += 2
		case len(rest) > 1 && rest[0] == 'Å' && rest[1] == ' ' && next > p:
			add('Š', next)
			next += 2
		default:
			return group, next
		}
	}
	return group, next
}

// damaged says whether an undone group is damage still.
func (l layer) damaged() bool {
	for p := range l.runes {
		if _, ok := whole(l.runes, p); ok {
			return true
		}
		if l.runes[p] == 'Â' && l.cut { // U+00A0 that became a space
			return true
		}
		if key, _ := partialKey(l.runes, p); key != "" || symbolStart(l.runes, p) {
			return true
		}
	}
	return false
}

// touches says whether the range shares bytes with one of the spans, which are
// in order and disjoint.
func touches(spans []span, start, end int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].end > start })
	return i < len(spans) && spans[i].start < end
}

// overlaps says whether a token shares source bytes with one of the spans.
func (l layer) overlaps(spans []span, t token) bool {
	return touches(spans, l.offsets[t.start], l.offsets[t.end])
}

package text

import "strings"

// A Scanner looks for the words of several sets at once: one pass over the
// bytes tells which of the sets have a word in them. Make one with
// [NewScanner], once.
//
// Of every word it looks for three bytes, those that are the rarest in texts.
type Scanner struct {
	sets []*Words
	// marks has a bit for the hash of the three bytes of every word. Most
	// places in a text are passed over by one look at it.
	marks   [1 << 16 / 64]uint64
	scanned []scanned
	starts  [buckets + 1]uint16 // in scanned, by the upper bits of the hash
}

const buckets = 1 << 12

// A scanned word is one of the words of a scanner, with the number of its set.
type scanned struct {
	word string
	set  int
	mark int // offset in word of the byte behind the three that are looked for
}

// Found tells which sets of a scanner have a word in the bytes that were scanned.
type Found struct {
	scanner *Scanner
	bits    uint64
}

// NewScanner returns a scanner for at most 64 sets; further ones are never
// found, and neither are words of less than three bytes.
func NewScanner(sets ...*Words) *Scanner {
	s := &Scanner{sets: sets[:min(len(sets), 64)]}
	var byBucket [buckets][]scanned
	for i, set := range s.sets {
		for _, word := range set.words {
			if len(word) < 3 {
				continue
			}
			mark := rarest(word)
			w := scanned{word, i, mark + 3}
			for _, a := range cases(word[mark], set.fold) {
				for _, b := range cases(word[mark+1], set.fold) {
					for _, c := range cases(word[mark+2], set.fold) {
						h := hash(uint32(a)<<16 | uint32(b)<<8 | uint32(c))
						s.marks[h/64] |= 1 << (h % 64)
						bucket := &byBucket[h/(1<<16/buckets)]
						*bucket = append(*bucket, w)
					}
				}
			}
		}
	}
	for i, bucket := range byBucket {
		s.scanned = append(s.scanned, bucket...)
		s.starts[i+1] = uint16(len(s.scanned))
	}
	return s
}

// commonest are the letters of English and Vietnamese, and the bytes that those
// of Vietnamese begin with, the most frequent first.
const commonest = " nhtie\xe1\xba\xbboacgusr\xc3\xc4\xc6ldmpvyb,.kfwqxjz"

// rarest returns where in word the three bytes begin that are the rarest.
func rarest(word string) (at int) {
	rarity := func(c byte) int {
		if i := strings.IndexByte(commonest, c); i >= 0 {
			return i
		}
		return len(commonest)
	}
	best := -1
	for i := range len(word) - 2 {
		if n := rarity(word[i]) + rarity(word[i+1]) + rarity(word[i+2]); n > best {
			at, best = i, n
		}
	}
	return at
}

// hash spreads three bytes over 16 bits (Knuth's multiplicative method).
func hash(three uint32) uint16 { return uint16(three * 2654435761 >> 16) }

// Scan looks through b.
func (s *Scanner) Scan(b []byte) Found {
	found := Found{scanner: s}
	if len(b) < 3 {
		return found
	}
	three := uint32(b[0])<<8 | uint32(b[1])
	for i, c := range b[2:] {
		three = (three<<8 | uint32(c)) & 0xFFFFFF
		if h := hash(three); s.marks[h/64]&(1<<(h%64)) != 0 {
			found.bits |= s.at(b, i+3, h)
		}
	}
	return found
}

// at returns the bits of the sets with a word whose three bytes end before i.
func (s *Scanner) at(b []byte, i int, h uint16) (bits uint64) {
	bucket := h / (1 << 16 / buckets)
	for _, w := range s.scanned[s.starts[bucket]:s.starts[bucket+1]] {
		start := i - w.mark
		if start >= 0 && len(b)-start >= len(w.word) && s.sets[w.set].equal(b[start:start+len(w.word)], w.word) {
			bits |= 1 << w.set
		}
	}
	return bits
}

// Has reports whether one of the words of w was found. It is false for a set that
// the scanner does not look for.
func (f Found) Has(w *Words) bool {
	for k, set := range f.scanner.sets {
		if set == w {
			return f.bits&(1<<k) != 0
		}
	}
	return false
}

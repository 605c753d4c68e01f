package text

// A Scanner looks for the words of several sets at once: one pass over the
// bytes tells which of the sets have a word in them. Make one with
// [NewScanner], once.
type Scanner struct {
	sets []*Words
	// heads has a bit for the hash of the first three bytes of every word. Most
	// places in a text are passed over by one look at it.
	heads   [1 << 16 / 64]uint64
	byThree map[uint32][]scanned
}

// A scanned word is one of the words of a scanner, with the number of its set.
type scanned struct {
	word string
	set  int
}

// Found tells which sets of a scanner have a word in the bytes that were scanned.
type Found struct {
	scanner *Scanner
	bits    uint64
}

// NewScanner returns a scanner for at most 64 sets; further ones are never
// found, and neither are words of less than three bytes.
func NewScanner(sets ...*Words) *Scanner {
	s := &Scanner{sets: sets[:min(len(sets), 64)], byThree: map[uint32][]scanned{}}
	for i, set := range s.sets {
		for _, word := range set.words {
			if len(word) < 3 {
				continue
			}
			for _, a := range cases(word[0], set.fold) {
				for _, b := range cases(word[1], set.fold) {
					for _, c := range cases(word[2], set.fold) {
						head := uint32(a)<<16 | uint32(b)<<8 | uint32(c)
						s.heads[hash(head)/64] |= 1 << (hash(head) % 64)
						s.byThree[head] = append(s.byThree[head], scanned{word, i})
					}
				}
			}
		}
	}
	return s
}

// hash spreads three bytes over 16 bits (Knuth's multiplicative method).
func hash(head uint32) uint16 { return uint16(head * 2654435761 >> 16) }

// Scan looks through b.
func (s *Scanner) Scan(b []byte) Found {
	found := Found{scanner: s}
	if len(b) < 3 {
		return found
	}
	head := uint32(b[0])<<8 | uint32(b[1])
	for i := 2; i < len(b); i++ {
		head = (head<<8 | uint32(b[i])) & 0xFFFFFF
		if h := hash(head); s.heads[h/64]&(1<<(h%64)) == 0 {
			continue
		}
		rest := b[i-2:]
		for _, w := range s.byThree[head] {
			if found.bits&(1<<w.set) == 0 && len(rest) >= len(w.word) && s.sets[w.set].equal(rest[:len(w.word)], w.word) {
				found.bits |= 1 << w.set
			}
		}
	}
	return found
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

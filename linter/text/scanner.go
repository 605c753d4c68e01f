package text

// A Scanner looks for the words of several sets at once: one pass over the
// bytes tells which of the sets have a word in them. Make one with
// [NewScanner], once.
type Scanner struct {
	sets  []*Words
	pairs [1 << 16 / 64]uint64
}

// Found tells which sets of a scanner have a word in the bytes that were scanned.
type Found struct {
	scanner *Scanner
	bits    uint64
}

// NewScanner returns a scanner for at most 64 sets; further ones are never found.
func NewScanner(sets ...*Words) *Scanner {
	s := &Scanner{sets: sets[:min(len(sets), 64)]}
	for _, w := range s.sets {
		for i, bits := range w.pairs {
			s.pairs[i] |= bits
		}
	}
	return s
}

// Scan looks through b.
func (s *Scanner) Scan(b []byte) Found {
	found := Found{scanner: s}
	if len(b) < 2 {
		return found
	}
	pair := uint16(b[0])
	for i := 1; i < len(b); i++ {
		pair = pair<<8 | uint16(b[i])
		if s.pairs[pair/64]&(1<<(pair%64)) == 0 {
			continue
		}
		for k, w := range s.sets {
			if found.bits&(1<<k) == 0 && w.pairs[pair/64]&(1<<(pair%64)) != 0 && w.at(b[i-1:], pair) {
				found.bits |= 1 << k
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

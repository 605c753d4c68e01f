package text

// Pairs tells which bytes of a text stand side by side. It is gathered in one
// pass, and then answers for any number of searches whether they can find
// something. The zero value is that of an empty text.
type Pairs struct {
	bits [1 << 16 / 64]uint64 // by first byte and second byte
}

// Gather forgets what p knows and takes in b. Behind its last byte stands a
// NUL.
func (p *Pairs) Gather(b []byte) {
	clear(p.bits[:])
	if len(b) == 0 {
		return
	}
	pair := uint16(b[0])
	for _, c := range b[1:] {
		pair = pair<<8 | uint16(c)
		p.bits[pair>>6] |= 1 << (pair & 63)
	}
	pair <<= 8
	p.bits[pair>>6] |= 1 << (pair & 63)
}

// Add has a stand right before b as well.
func (p *Pairs) Add(a, b byte) { p.bits[uint(a)<<2|uint(b)>>6] |= 1 << (b & 63) }

// Has reports whether a stands right before b.
func (p *Pairs) Has(a, b byte) bool {
	return p.bits[uint(a)<<2|uint(b)>>6]&(1<<(b&63)) != 0
}

// HasByte reports whether the text has the byte c.
func (p *Pairs) HasByte(c byte) bool {
	row := p.bits[uint(c)<<2:][:4]
	return row[0]|row[1]|row[2]|row[3] != 0
}

// MayHave reports whether the text may have s: false is certain.
func (p *Pairs) MayHave(s string) bool {
	if len(s) == 1 {
		return p.HasByte(s[0])
	}
	for i := 1; i < len(s); i++ {
		if !p.Has(s[i-1], s[i]) {
			return false
		}
	}
	return true
}

// HasAny reports whether the text has one of the signs.
func (p *Pairs) HasAny(s *Signs) bool {
	for _, w := range s.words {
		if p.bits[w.at]&w.mask != 0 {
			return true
		}
	}
	return false
}

// Signs are strings of one or two bytes to look for all at once.
type Signs struct {
	words []signWord
}

// A signWord is a word of [Pairs] with the bits that count.
type signWord struct {
	at   uint16
	mask uint64
}

// NewSigns returns a set of signs. It panics on one that has neither one byte
// nor two.
func NewSigns(signs ...string) *Signs {
	var all Pairs
	for _, s := range signs {
		switch len(s) {
		case 1:
			for i := range 4 {
				all.bits[uint(s[0])<<2|uint(i)] = ^uint64(0)
			}
		case 2:
			pair := uint16(s[0])<<8 | uint16(s[1])
			all.bits[pair>>6] |= 1 << (pair & 63)
		default:
			panic("a sign of one or two bytes is expected: " + s)
		}
	}
	set := &Signs{}
	for at, mask := range all.bits {
		if mask != 0 {
			set.words = append(set.words, signWord{uint16(at), mask})
		}
	}
	return set
}

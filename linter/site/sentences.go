package site

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// sentenceHashes returns the hashes of the different sentences of a page's
// body, sorted.
func sentenceHashes(p *Page) []uint64 {
	hashes := make([]uint64, 0, 32)
	for h := range eachSentence(p.Src[p.BodyStart:]) {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// eachSentence yields a hash of every sentence of a body that has
// shortestLetters bytes of letters and digits: of those bytes alone, letter
// case of ASCII aside.
func eachSentence(body []byte) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		var hash, block uint64 // block holds the last bytes, up to eight
		var filled uint        // bits of it
		letters := 0           // bytes before the block
		for _, c := range body {
			b := sentenceBytes[c]
			if b == sentenceEnd {
				if letters += int(filled / 8); letters >= shortestLetters && !yield(mix(mix(hash, block), uint64(letters))) {
					return
				}
				hash, block, filled, letters = 0, 0, 0, 0
				continue
			}
			// Without a branch: what counts for nothing is shifted in by nothing.
			width := uint(b >> 8)
			block = block<<(width&63) | uint64(b&0xFF)
			if filled += width; filled == 64 {
				hash, block, filled, letters = mix(hash, block), 0, 0, letters+8
			}
		}
		if letters += int(filled / 8); letters >= shortestLetters {
			yield(mix(mix(hash, block), uint64(letters)))
		}
	}
}

// mix takes eight bytes into a hash.
func mix(hash, block uint64) uint64 {
	hash = (hash ^ block) * 0x9E3779B97F4A7C15
	return hash ^ hash>>32
}

const sentenceEnd = 0xFFFF

// sentenceBytes is what each byte counts as: a letter or a digit as itself in
// lower case, with its 8 bits in the upper byte; the end of a sentence as
// sentenceEnd; everything else as nothing.
var sentenceBytes = func() (table [256]uint16) {
	for i := range table {
		switch c := byte(i); {
		case c == '\n' || c == '.' || c == '!' || c == '?':
			table[i] = sentenceEnd
		case 'A' <= c && c <= 'Z':
			table[i] = 8<<8 | uint16(c+'a'-'A')
		case c >= utf8.RuneSelf, 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			table[i] = 8<<8 | uint16(c)
		}
	}
	return table
}()

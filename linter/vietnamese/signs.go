package vietnamese

import "slices"

// Signs of damage: strings of one to three bytes without any of which a text has
// nothing for the search of the same name to find. Whoever knows which bytes of
// a text stand side by side need not search it. The searches do well without.

// DecomposedSigns are the first bytes of the marks that [FindDecomposed] looks for.
func DecomposedSigns() []string {
	return []string{"\xCC", "\xCD", "\xE1\x85", "\xE1\x86", "\xE1\x87", "\xE3\x82"}
}

// MojibakeSigns are those of [FindMojibake]: Ã, or another letter that damage
// begins with, before the first byte of what goes with it. No two are the same.
func MojibakeSigns() []string {
	signs := []string{"\xC3\x83", "\xC3\xA1\xC2", "\xC3\xB0\xC5"}
	for second := byte(0x82); second <= 0xB4; second++ {
		if second == 0x83 || second == 0xA1 || second == 0xB0 {
			continue
		}
		signs = append(signs, string([]byte{0xC3, second, 0xC2}), string([]byte{0xC3, second, 0xC3}))
		for _, r := range cp1252 {
			signs = append(signs, string([]byte{0xC3, second, string(r)[0]}))
		}
	}
	slices.Sort(signs)
	return slices.Compact(signs)
}

// LookalikeSigns are those of [FindLookalikes]: eth, African D, and the first
// bytes of Greek and Cyrillic.
func LookalikeSigns() []string {
	return []string{"\xC3\xB0", "\xC3\x90", "\xC6\x89", "\xC6\x96", "\xC9\x89", "\xC9\x96", "\xCE", "\xCF", "\xD0", "\xD1", "\xD2"}
}

// LegacySigns are those of [FindLegacy]: a symbol of Latin-1, one of its letters
// right behind a letter with an accent or behind a vowel, and a capital with an
// accent; also what is no UTF-8.
func LegacySigns() []string {
	signs := []string{"\xC2", "a\xC3", "e\xC3", "o\xC3", "A\xC3", "E\xC3", "O\xC3"}
	for b := range 0x100 {
		if b >= 0x80 && b < 0xC0 {
			signs = append(signs, string([]byte{byte(b), 0xC3}))
		}
		if b < 0xA0 || b >= 0xC0 {
			signs = append(signs, string([]byte{0xC3, byte(b)}))
		}
	}
	return signs
}

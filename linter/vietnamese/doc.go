// Package vietnamese knows how Vietnamese is written: which syllables exist,
// how they sort, fold and turn into URLs, and what the text of a web site looks
// like after a program has damaged it.
//
// Every function is pure, safe for concurrent use and total: any string is
// accepted, valid UTF-8 or not, and none makes a function panic. Offsets are
// bytes from 0 and ranges are half-open.
//
// The judge of every repair is the syllable checker, IsSyllable. A Vietnamese
// syllable is one onset, one rime and one tone, each from a closed set, so a
// small table decides what no word list has to be consulted for. Where several
// readings of a damaged word are syllables, a table of common syllables and
// common pairs orders them, and the repair is not called certain.
package vietnamese

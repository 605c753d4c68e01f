package vietnamese

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A harm turns clean text into the text that some program makes of it.
type harm struct {
	name string
	do   func(string) string
	find func(string) []Damage
	goal float64 // percent of words right with the best reading
}

// misread reads the UTF-8 of s as windows-1252.
func misread(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0x80 || c >= 0xA0:
			b.WriteRune(rune(c))
		default:
			b.WriteRune(cp1252[c-0x80])
		}
	}
	return b.String()
}

func dropHyphens(s string) string { return strings.ReplaceAll(s, "\u00AD", "") }
func nbspToSpace(s string) string { return strings.ReplaceAll(s, "\u00A0", " ") }
func dropNBSP(s string) string    { return strings.ReplaceAll(s, "\u00A0", "") }
func dropControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xA0 {
			return -1
		}
		return r
	}, s)
}

// chain does one thing after another.
func chain(steps ...func(string) string) func(string) string {
	return func(s string) string {
		for _, f := range steps {
			s = f(s)
		}
		return s
	}
}

var lossy = chain(misread, dropHyphens, nbspToSpace, dropControls)

var harms = []harm{
	{"cp1252, lossless", misread, FindMojibake, 97},
	{"cp1252, U+00AD dropped", chain(misread, dropHyphens), FindMojibake, 97},
	{"cp1252, U+00A0 to space", chain(misread, nbspToSpace), FindMojibake, 97},
	{"cp1252, both", chain(misread, dropHyphens, nbspToSpace), FindMojibake, 97},
	{"cp1252, both, undefined dropped", lossy, FindMojibake, 97},
	// Not known to happen, but the readings must hold up.
	{"cp1252, U+00A0 dropped too", chain(misread, dropHyphens, dropNBSP, dropControls), FindMojibake, 92},
	{"twice, lossless", chain(misread, misread), FindMojibake, 97},
	{"twice, U+00AD and U+00A0", chain(misread, misread, dropHyphens, nbspToSpace), FindMojibake, 97},
	{"twice, lossy at the end", chain(misread, misread, dropHyphens, nbspToSpace, dropControls), FindMojibake, 97},
	{"twice, lossy both times", chain(lossy, lossy), FindMojibake, 97},
	{"TCVN3", written(charsets[0]), FindLegacy, 97},
	{"VNI", written(charsets[1]), FindLegacy, 97},
	{"VISCII", written(charsets[2]), FindLegacy, 97},
	{"windows-1258", written(charsets[3]), FindLegacy, 97},
	{"NFD", norm.NFD.String, FindDecomposed, 97},
}

// written writes text in a legacy encoding and reads that as windows-1252. A
// letter the encoding lacks is written as the small one, or else left alone.
func written(c charset) func(string) string {
	codes := map[rune]string{}
	for b := range 256 {
		if r := rune(b); b >= 0x80 || c.name == "VISCII" && b < 0x20 {
			if b >= 0x80 && b < 0xA0 {
				r = cp1252[b-0x80]
			}
			if to, n := c.next([]rune{r}, 0); n == 1 && codes[to] == "" {
				codes[to] = string(r)
			}
		}
	}
	if c.name == "VNI" {
		for pair, to := range vniMarks {
			if was := codes[to]; was == "" || string(pair[:]) > was && usualCase(string(pair[:])) {
				codes[to] = string(pair[:])
			}
		}
	}
	return func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteString(code(codes, r))
		}
		return b.String()
	}
}

// code is one letter: the code it has, those of its vowel and its tone mark, or
// that of the small letter.
func code(codes map[rune]string, r rune) string {
	if r < 0x80 {
		return string(r)
	}
	if c, ok := codes[r]; ok {
		return c
	}
	l, ok := letterOf(r)
	if !ok {
		return string(r)
	}
	mark := [...]rune{0, 0x300, 0x309, 0x303, 0x301, 0x323}[l.tone]
	if c, ok := codes[mark]; ok {
		l.tone = ngang
		return code(codes, l.rune()) + c
	}
	if c, ok := codes[unicode.ToLower(r)]; ok {
		return c
	}
	return string(r)
}

// A tally counts the words of damaged text.
type tally struct {
	damaged        int // words that the damage changed
	certain, right int // those offered as certain; those of them restored exactly
	best           int // restored exactly when the best reading is taken too
	wrong          int // undamaged words changed, or certain repairs that are not exact
	harmed         map[string]string
	examples       []string // readings that are not exact
	mistakes       []string // those of them that were certain
}

// count repairs the damaged form of every line and compares word by word. The
// repairs are mapped to words of the clean line by length: damage never changes
// how a line divides into words by anything but the spaces of U+00A0, so a clean
// line is compared with the repaired one by its list of words.
func (y *tally) count(clean string, h harm) {
	damaged := h.do(clean)
	if damaged == clean {
		return
	}
	y.compare(clean, damaged, h.find(damaged), y.remember(h.do))
}

// remember keeps what a harm does to a word: most words come often.
func (y *tally) remember(harm func(string) string) func(string) string {
	if y.harmed == nil {
		y.harmed = map[string]string{}
	}
	return func(w string) string {
		h, ok := y.harmed[w]
		if !ok {
			h = harm(w)
			y.harmed[w] = h
		}
		return h
	}
}

func (y *tally) compare(clean, damaged string, found []Damage, harm func(string) string) {
	cleanLines := strings.Split(clean, "\n")
	start := 0
	for i, line := range strings.Split(damaged, "\n") {
		end := start + len(line)
		y.compareLine(cleanLines[i], line, within(found, start, end), harm)
		start = end + 1
	}
}

// within is the damages of one line, with offsets in the line.
func within(found []Damage, start, end int) []Damage {
	var in []Damage
	for _, d := range found {
		if d.Start >= start && d.End <= end {
			d.Start, d.End = d.Start-start, d.End-start
			in = append(in, d)
		}
	}
	return in
}

// compareLine aligns the words of a line with the repairs: it repairs the line
// with every best reading, finds what each repair gave at the place where it
// stands there, and compares that with the same place of the clean line.
func (y *tally) compareLine(clean, damaged string, found []Damage, harm func(string) string) {
	if clean == damaged {
		y.wrong += len(found)
		return
	}
	cleanWords := fieldsOf(clean)
	y.damaged += damagedWords(cleanWords, harm)
	all := Repair(damaged, found, true)
	gotWords := fieldsOf(all)
	if len(gotWords) != len(cleanWords) {
		y.examples = append(y.examples, "words differ: "+clean+" | "+all)
		y.strayWords(cleanWords, found)
		return
	}
	safe := certainWords(damaged, found)
	for i, w := range cleanWords {
		if harm(w) == w {
			continue
		}
		if gotWords[i] == w {
			y.best++
		} else {
			y.examples = append(y.examples, w+" read as "+gotWords[i])
		}
		if i < len(safe) && safe[i] {
			y.certain++
			if gotWords[i] == w {
				y.right++
			} else {
				y.wrong++
				y.mistakes = append(y.mistakes, w+" became "+gotWords[i])
			}
		}
	}
}

// strayWords counts, in a line whose words cannot be paired with those of the
// clean line, the certain repairs that give a word the clean line does not have.
func (y *tally) strayWords(clean []string, found []Damage) {
	for _, d := range found {
		for _, w := range fieldsOf(d.Text) {
			if d.Certain && !slices.ContainsFunc(clean, func(c string) bool { return strings.Contains(c, w) }) {
				y.wrong++
				y.mistakes = append(y.mistakes, strings.Join(clean, " ")+" became "+w)
			}
		}
	}
}

// certainWords says of each word of the repaired line whether all of its
// repairs are certain; a word without a repair is not.
func certainWords(damaged string, found []Damage) []bool {
	var b strings.Builder
	type mark struct {
		span
		certain bool
	}
	var marks []mark
	done := 0
	for _, d := range found {
		b.WriteString(damaged[done:d.Start])
		start := b.Len()
		b.WriteString(d.Text)
		marks = append(marks, mark{span{start, b.Len()}, d.Certain})
		done = d.End
	}
	b.WriteString(damaged[done:])
	repaired := b.String()
	var safe []bool
	at := 0
	for _, w := range fieldsOf(repaired) {
		start := at + strings.Index(repaired[at:], w)
		at = start + len(w)
		touched, sure := false, true
		for _, m := range marks {
			if m.start < at && m.end > start {
				touched = true
				sure = sure && m.certain
			}
		}
		safe = append(safe, touched && sure)
	}
	return safe
}

func fieldsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
}

func damagedWords(list []string, harm func(string) string) int {
	n := 0
	for _, w := range list {
		if harm(w) != w {
			n++
		}
	}
	return n
}

package vietnamese

// A Damage is one damaged run of a text and what it should read.
type Damage struct {
	// Start and End are the bytes of the run: s[Start:End] is what Text replaces.
	Start, End int
	// Text is the repaired run: the best reading there is.
	Text string
	// Certain says that Text is the only reading the run has.
	Certain bool
	// Alternatives are all readings, best first, when there are several; the
	// first is Text. It is nil when Certain.
	Alternatives []string
	// Encoding says what happened, in the words of a message: "UTF-8 read as
	// windows-1252".
	Encoding string
}

// Repair applies the damages that are certain, or with all also the best
// reading of the others, and returns the new text.
func Repair(s string, damages []Damage, all bool) string {
	out := make([]byte, 0, len(s))
	done := 0
	for _, d := range damages {
		if d.Start < done || d.End > len(s) || d.Start > d.End || !all && !d.Certain {
			continue
		}
		out = append(out, s[done:d.Start]...)
		out = append(out, d.Text...)
		done = d.End
	}
	return string(append(out, s[done:]...))
}

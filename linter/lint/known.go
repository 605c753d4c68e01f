package lint

// A Known is a collection of findings from elsewhere: another time, a file. It
// tells those that come again from those that are new.
type Known struct {
	messages map[string][]string // by fingerprint, of those that have not come again
}

// Add adds a finding by its fingerprint. message is what it says, in English: it
// tells findings apart that have one fingerprint, and may change from time to time.
func (k *Known) Add(fingerprint, message string) {
	if k.messages == nil {
		k.messages = map[string][]string{}
	}
	k.messages[fingerprint] = append(k.messages[fingerprint], message)
}

// Take reports for each of a list of findings, of which print gives the
// fingerprint, whether it is known. Where there are more of one fingerprint than
// are known, those are taken for known that say the same, then the first ones.
// Each is known once: Take takes it out.
func (k *Known) Take(ds []Diagnostic, print func(Diagnostic) string) []bool {
	known := make([]bool, len(ds))
	if len(k.messages) == 0 {
		return known
	}
	prints := make([]string, len(ds))
	for i, d := range ds {
		prints[i] = print(d)
		known[i] = k.take(prints[i], d.Message.String())
	}
	for i := range ds {
		if left := k.messages[prints[i]]; !known[i] && len(left) > 0 {
			known[i] = k.take(prints[i], left[0])
		}
	}
	return known
}

// take takes one finding out, if it is there.
func (k *Known) take(fingerprint, message string) bool {
	left := k.messages[fingerprint]
	for i := range left {
		if left[i] == message {
			k.messages[fingerprint] = append(left[:i:i], left[i+1:]...)
			return true
		}
	}
	return false
}

// Left reports whether a finding is known that has not come again, and takes it out.
func (k *Known) Left(fingerprint, message string) bool { return k.take(fingerprint, message) }

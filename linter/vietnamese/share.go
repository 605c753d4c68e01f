package vietnamese

// Share measures how Vietnamese a text is: vietnamese is the share, from 0 to
// 1, of its words that are syllables written with a mark no ASCII letter has
// (ma does not count, mã does); words is how many words were looked at. A word
// is a run of letters and digits with at least one letter.
//
// Running Vietnamese text gives 0.6 to 0.9, since about a quarter of its
// syllables need no mark; text in English 0, and in French, Portuguese or any
// other language below 0.1, where a few words happen to look alike (là, và). A
// text without words gives 0, 0.
func Share(text string) (vietnamese float64, count int) {
	marked := 0
	for w := range words(text) {
		word := text[w.start:w.end]
		if !hasLetter(word) {
			continue
		}
		count++
		if y, ok := parse(word); ok && y.marked() {
			marked++
		}
	}
	if count == 0 {
		return 0, 0
	}
	return float64(marked) / float64(count), count
}

func hasLetter(word string) bool {
	for i := range len(word) {
		if c := word[i]; c >= 'A' && c != '_' {
			return true
		}
	}
	return false
}

// marked says whether the syllable cannot be written in ASCII.
func (y *syllable) marked() bool {
	for _, l := range y.letters[:y.n] {
		if l.marked() {
			return true
		}
	}
	return false
}

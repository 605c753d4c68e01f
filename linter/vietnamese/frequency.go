package vietnamese

import "strings"

// weight says how common a syllable is: 3 for the hundred or so that make up
// half of any text, 2 for common ones, 1 for the rest of those in use, 0 for a
// spelling that is possible but hardly a word. word is in lower case.
func weight(word string) int { return weights[word] }

var weights = map[string]int{}
var pairs = map[string]bool{}

func init() {
	for _, w := range strings.Fields(commonest) {
		weights[w] = 3
	}
	for _, p := range strings.Split(commonPairs, ",") {
		pairs[strings.TrimSpace(p)] = true
	}
}

const commonest = `và của là có được cho không trong các một người với này những để đã ra khi đến về như từ còn`

const commonPairs = `mọi người`

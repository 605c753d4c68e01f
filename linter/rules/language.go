package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"postlint/linter/lint"
	"postlint/linter/vietnamese"
)

// A knownLanguage is one that a text can be told to be in, or not to be in.
type knownLanguage struct {
	code string       // "pt"
	name lint.Message // "Portuguese"

	// words are frequent function words that no other language of the table has.
	// Measured on a glossary in 16 languages they are 10 to 36 % of a text in the language,
	// and below 10 % of one in any other. Empty where the script or the syllables tell.
	words string

	scripts []*unicode.RangeTable // where not Latin
	shared  bool                  // other languages use the scripts too: they tell only what a text is not
}

var knownLanguages = []knownLanguage{
	{code: "en", name: lint.Msg("English"), words: "the of and to that is for it with are be this by which you can from not have they their will when has we more these your its how our been there what other into should would about than them"},
	{code: "fr", name: lint.Msg("French"), words: "le les et du est dans pour qui pas sur avec sont plus au aux par ce cette ces leur nous vous être comme sans permet peut elle ses ils"},
	{code: "de", name: lint.Msg("German"), words: "der die und den von zu ist mit sich auf für dem nicht ein eine einer eines einem einen als auch werden oder sie wird bei aus wie sind kann durch nach zur zum über"},
	{code: "es", name: lint.Msg("Spanish"), words: "el los las y con por lo sus más pero este esta estos son puede pueden también cuando sin sobre muy hay donde cada desde otros otras uno"},
	{code: "pt", name: lint.Msg("Portuguese"), words: "os não uma do da dos em no na nos nas um ao pelo pela são você isso seu sua mas à quando pode foi esse essa é está eles muito"},
	{code: "it", name: lint.Msg("Italian"), words: "il di che è gli della dei delle nel nella per sono alla dalla degli più anche come questo questa possono può essere ma tra dal loro ai al viene"},
	{code: "vi", name: lint.Msg("Vietnamese")},
	{code: "zh", name: lint.Msg("Chinese"), scripts: []*unicode.RangeTable{unicode.Han}, shared: true},
	{code: "ja", name: lint.Msg("Japanese"), scripts: []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}, shared: true},
	{code: "ko", name: lint.Msg("Korean"), scripts: []*unicode.RangeTable{unicode.Hangul}},
	{code: "th", name: lint.Msg("Thai"), scripts: []*unicode.RangeTable{unicode.Thai}},
	{code: "el", name: lint.Msg("Greek"), scripts: []*unicode.RangeTable{unicode.Greek}},
	{code: "he", name: lint.Msg("Hebrew"), scripts: []*unicode.RangeTable{unicode.Hebrew}},
	{code: "ru", name: lint.Msg("Russian"), scripts: []*unicode.RangeTable{unicode.Cyrillic}, shared: true},
	{code: "uk", name: lint.Msg("Ukrainian"), scripts: []*unicode.RangeTable{unicode.Cyrillic}, shared: true},
	{code: "bg", name: lint.Msg("Bulgarian"), scripts: []*unicode.RangeTable{unicode.Cyrillic}, shared: true},
	{code: "hi", name: lint.Msg("Hindi"), scripts: []*unicode.RangeTable{unicode.Devanagari}, shared: true},
	{code: "bn", name: lint.Msg("Bengali"), scripts: []*unicode.RangeTable{unicode.Bengali}, shared: true},
	{code: "ar", name: lint.Msg("Arabic"), scripts: []*unicode.RangeTable{unicode.Arabic}, shared: true},
	{code: "fa", name: lint.Msg("Persian"), scripts: []*unicode.RangeTable{unicode.Arabic}, shared: true},
	{code: "ur", name: lint.Msg("Urdu"), scripts: []*unicode.RangeTable{unicode.Arabic}, shared: true},
}

// languageOfWord is the table's words, each with its language's index.
var languageOfWord = func() map[string]int {
	m := map[string]int{}
	for i, l := range knownLanguages {
		for _, w := range strings.Fields(l.words) {
			m[w] = i
		}
	}
	return m
}()

// languageOf returns the language of a language key such as "pt-br", or nil for one
// that is not in the table.
func languageOf(key string) *knownLanguage {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(key, "_", "-")), "-")
	i := slices.IndexFunc(knownLanguages, func(l knownLanguage) bool { return l.code == code })
	if i < 0 {
		return nil
	}
	return &knownLanguages[i]
}

// nameOfLanguage names the language of a key, in English where it is not in the table.
func nameOfLanguage(key string) lint.Message {
	if l := languageOf(key); l != nil && l.code == key {
		return l.name
	}
	return lint.Msg("%s", display.English.Tags().Name(language.Make(key)))
}

// shareOf measures how much of s is in l, from 0 to 1; what is usual of a text in l
// depends on l. count is how many words s has; each letter of a script that writes
// no blanks counts as one.
func (l *knownLanguage) shareOf(s string) (share float64, count int) {
	if l.code == "vi" {
		return vietnamese.Share(s)
	}
	mine, letters := 0, 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if l.scripts == nil {
			count++
			if i, ok := languageOfWord[lower(word)]; ok && &knownLanguages[i] == l {
				mine++
			}
			continue
		}
		n := utf8.RuneCountInString(word)
		letters += n
		if r, _ := utf8.DecodeRuneInString(word); unicode.In(r, l.scripts...) {
			mine += n
			count += n
		} else {
			count++
		}
	}
	if l.scripts != nil {
		return ratio(mine, letters), count
	}
	return ratio(mine, count), count
}

// lower is strings.ToLower for a word that is mostly in lower case already.
func lower(word string) string {
	if c := word[0]; c < utf8.RuneSelf && c > 'Z' && !strings.ContainsFunc(word, unicode.IsUpper) {
		return word
	}
	return strings.ToLower(word)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// usual is the share that every text in l reaches.
func (l *knownLanguage) usual() float64 {
	switch {
	case l.words != "":
		return 0.12
	case l.code == "vi":
		return 0.5
	}
	return 0.7
}

// stray is the share that a text in another language can have of l: names,
// quoted words, words that happen to be written alike.
func (l *knownLanguage) stray() float64 {
	switch {
	case l.words != "":
		return 0.02
	case l.code == "vi":
		return 0.1 // "à" and "là" are words of others too
	}
	return 0.05
}

// recognise returns the one language that s is in beyond doubt, or nil.
func recognise(s string) *knownLanguage {
	var best *knownLanguage
	first, second := 0.0, 0.0
	for i := range knownLanguages {
		l := &knownLanguages[i]
		if l.shared {
			continue
		}
		share, _ := l.shareOf(s)
		if share /= l.usual(); share > first {
			best, first, second = l, share, first
		} else if share > second {
			second = share
		}
	}
	if first < 1 || first < 3*second {
		return nil
	}
	return best
}

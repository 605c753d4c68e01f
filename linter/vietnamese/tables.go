package vietnamese

import "strings"

// The closed sets a syllable is made of, after the orthography taught in
// Vietnamese schools. Rare rimes of borrowed and imitative words that
// dictionaries list (boong, xoong, huơ, quýnh) are in; spellings that no
// dictionary has are not.
const (
	onsetList = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

	rimeList = "a ac ach ai am an ang anh ao ap at au ay " +
		"ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
		"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu " +
		"i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
		"o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay " +
		"oăc oăm oăn oăng oăt oe oen oeo oet ooc oong " +
		"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
		"u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt " +
		"uê uêch uênh uêu uơ uy uya uych uynh uyp uyt uyu uyên uyêt uân uâng uât uây " +
		"ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu " +
		"y yêm yên yêng yêt yêu"

	rimeAfterQuList = "a ac ach ai am an ang anh ao ap at au ay " +
		"ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eo et ê ên êt êu ênh êch " +
		"i in it ip y ych yên yêt ynh yn yp yt ơ ơn ôc"

	// Syllables of place names from other languages of Vietnam.
	placeNameList = "đăk lăk kan krông"
)

var (
	onsets       = map[string]bool{}
	rimes        = map[string]rime{}
	rimesAfterQu = map[string]rime{}
	placeNames   = map[string]rime{}
)

func init() {
	for _, o := range strings.Fields(onsetList) {
		onsets[string(baseKey(o))] = true
	}
	fill := func(into map[string]rime, list string) {
		for _, r := range strings.Fields(list) {
			key := baseKey(r)
			into[string(key)] = newRime(key)
		}
	}
	fill(rimes, rimeList)
	fill(rimesAfterQu, rimeAfterQuList)
	fill(placeNames, placeNameList)
	for key, r := range placeNames {
		r.stop = strings.HasSuffix(key, "k")
		placeNames[key] = r
	}
}

// baseKey writes the letters of s as their bases.
func baseKey(s string) []byte {
	var key []byte
	for _, r := range s {
		if l, ok := letterOf(r); ok {
			key = append(key, l.base)
		}
	}
	return key
}

// newRime works out where the tone mark stands. A vowel that has a mark of its
// own takes it (the ơ of ươ, the ê of iê and uyê); otherwise the second of two
// vowels before a consonant, the middle one of three, and of two vowels that
// end the syllable the first, except that the new style marks the second of oa,
// oe and uy.
func newRime(key []byte) rime {
	end := len(key)
	var vowels []int
	for i, b := range key {
		if isVowel(b) {
			vowels = append(vowels, i)
		}
	}
	r := rime{stop: strings.IndexByte("ptc", key[end-1]) >= 0 || strings.HasSuffix(string(key), "ch")}
	at := func(i int) { r.old, r.new = int8(i), int8(i) }
	for i := len(vowels) - 1; i >= 0; i-- {
		if key[vowels[i]] < 'a' {
			at(vowels[i])
			return r
		}
	}
	last := vowels[len(vowels)-1]
	switch {
	case len(vowels) == 1:
		at(last)
	case len(vowels) == 3:
		at(vowels[1])
	case last < end-1:
		at(vowels[1])
	default:
		at(vowels[0])
		switch string(key) {
		case "oa", "oe", "uy":
			r.new = int8(vowels[1])
		}
	}
	return r
}

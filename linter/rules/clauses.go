package rules

import "strings"

// The small words by which contradicted-definition reads a clause, in English and
// Vietnamese, in lower case. Whatever is not among them makes it silent.
var (
	// predicates may stand between a subject and what is said to be its own.
	predicates = wordSet("is are was were be being also the a an primarily mainly typically usually generally mostly solely ultimately directly fully " +
		"responsible accountable for in charge of one person role who job duty main primary responsibility s has have takes take care " +
		"owns own owning handles handle handling focuses focus focused focusing on leads lead leading drives drive driving to " +
		"defines define defining sets set setting decides decide deciding determines determine determining creates create creating " +
		"develops develop developing maintains maintain maintaining manages manage managing conducts conduct conducting does do doing " +
		"oversees oversee overseeing shapes shape shaping " +
		"là thì chịu trách nhiệm về cho người phải lo phụ đảm nhận sở hữu quyết định quản lý nắm giữ vạch ra đặt xây dựng đưa đề xác " +
		"dẫn dắt làm thực hiện tiến hành cũng còn chính thường toàn bộ vụ vai trò việc các những một được giao tập trung vào chủ yếu đứng đầu viết lập")

	// doubts tell that a sentence may not mean what it says: it denies, reports,
	// asks, compares or speaks of a special case.
	doubts = wordSet("not no never nor neither cannot t without instead rather than unlike except " +
		"think thinks thought believe believes believed assume assumes assumed say says said claim claims claimed call called " +
		"mistake mistaken mistakenly myth misconception wrong wrongly incorrect incorrectly confuse confuses confused confusion " +
		"if when unless whether where may might could would should sometimes some often small startup startups both jointly together shared " +
		"help helps helping support supports supporting assist assists previously formerly traditionally supposed seems quote " +
		"không chẳng chưa đừng tưởng nghĩ nhầm lầm sai nếu giả thay trừ bị coi gọi cả cùng giúp hỗ nhỏ thể từng cũ trước lẽ nên đáng " +
		"cứ hễ khi đôi hoặc")

	determiners = wordSet("the a an each every our your one this một mỗi người vai trò chức danh các")

	// joining words begin a clause.
	joining = wordSet("that while whereas and but so because since as then however rằng là còn và nhưng vì mà thì")

	relative = wordSet("who người")

	// afterPhrase may follow a phrase that is complete.
	afterPhrase = wordSet("and or of for to in at on with by from as while whereas that which who but during across through so because " +
		"is are will within over throughout including based và hoặc của cho để trong với từ theo là thì còn cũng nhưng mà ở tại trên qua suốt đến vì cùng bằng")
)

// pronounLength returns how many words of the pronoun that a sentence begins
// with, or 0.
func pronounLength(words []word) int {
	switch {
	case len(words) == 0:
	case pronouns[words[0].lower]:
		return 1
	case len(words) > 1 && pronouns[words[0].lower+" "+words[1].lower]:
		return 2
	case len(words) > 2 && pronouns[words[0].lower+" "+words[1].lower+" "+words[2].lower]:
		return 3
	}
	return 0
}

var pronouns = map[string]bool{
	"they": true, "he": true, "she": true, "this role": true, "this person": true,
	"họ": true, "người này": true, "người đó": true, "người ấy": true, "vai trò này": true, "vai này": true,
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func lowerWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !inWord(c) })
}

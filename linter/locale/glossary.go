package locale

// glossary is about the rules of the glossary.
var glossary = map[string]string{
	// contradicted-definition
	"post that says of a term what the glossary says of another":                     "bài viết gán cho một thuật ngữ điều mà bảng thuật ngữ nói về thuật ngữ khác",
	"readers learn the opposite of what the glossary says: it belongs to %q":         "người đọc hiểu ngược với bảng thuật ngữ: điều này thuộc về %q",
	"readers learn the opposite of what the glossary says: it does not belong to %q": "người đọc hiểu ngược với bảng thuật ngữ: điều này không thuộc về %q",
	"this is said of %q":         "điều này được nói về %q",
	"what belongs to %q":         "điều thuộc về %q",
	"what does not belong to %q": "điều không thuộc về %q",

	// duplicate-term
	"%q and %q are the names of two entries":       "%q và %q là tên của hai mục từ",
	"%q is the name of two entries":                "%q là tên của hai mục từ",
	"name that two entries of the glossary share":  "tên mà hai mục từ trong bảng thuật ngữ dùng chung",
	"readers cannot tell which of them is meant":   "người đọc không biết đang nói mục từ nào",
	"readers who search without accents find both": "người đọc tìm không dấu sẽ ra cả hai",
	"the other": "mục từ kia",

	// orphan-term
	"entry of the glossary that nothing leads to":     "mục từ trong bảng thuật ngữ không có gì dẫn tới",
	"no post and no other entry leads to %q":          "không bài viết hay mục từ nào dẫn tới %q",
	"readers find it only in the list of all entries": "người đọc chỉ gặp nó trong danh sách mọi mục từ",

	// undefined-term
	"%s; did you mean %q?":                             "%s; ý bạn là %q?",
	"name that no entry of the glossary has":           "tên mà không mục từ nào trong bảng thuật ngữ có",
	"readers who follow the link get “page not found”": "người đọc bấm vào liên kết sẽ gặp “không tìm thấy trang”",
	"the entry":                            "mục từ đó",
	"the entry %q is %s":                   "mục từ %q là %s",
	"the glossary has no entry %q":         "bảng thuật ngữ không có mục từ %q",
	"the page of this entry leaves it out": "trang của mục từ này sẽ thiếu tên đó",

	// unlinked-term
	"%q is not linked to its entry in the glossary": "%q chưa có liên kết tới mục từ trong bảng thuật ngữ",
	"Link %q": "Đặt liên kết cho %q",
	"first mention of a term that is not linked to the glossary": "lần đầu nhắc tới thuật ngữ mà không có liên kết tới bảng thuật ngữ",
	"look at the entries of the glossary as well":                "xét cả các mục từ trong bảng thuật ngữ",
	"readers who do not know the term must look it up":           "người đọc chưa biết thuật ngữ này phải tự đi tra",
}

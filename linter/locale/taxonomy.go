package locale

// taxonomy is about the rules of taxonomies and terms.
var taxonomy = map[string]string{
	// conflicting-terms
	"%q is spelled %q in %d other posts": "%q được viết là %q trong %d bài viết khác",
	"%q is spelled %q in another post":   "%q được viết là %q trong bài viết khác",
	"%q is used here":                    "ở đây dùng %q",
	"%q looks like the term of other posts and is stored otherwise: %s here, %s there":        "%q trông giống hệt nhãn của các bài viết khác nhưng lưu khác: ở đây là %s, ở kia là %s",
	"Hugo makes one term of them, and which spelling readers see changes from build to build": "Hugo gộp thành một nhãn, còn người đọc thấy cách viết nào thì mỗi lần build một khác",
	"readers get two terms for one, each with a part of the posts":                            "người đọc gặp hai nhãn cho cùng một thứ, mỗi nhãn có một phần bài viết",
	"readers get two terms that look the same, each with a part of the posts":                 "người đọc gặp hai nhãn trông giống nhau, mỗi nhãn có một phần bài viết",
	"term that other posts spell differently":                                                 "nhãn mà các bài viết khác viết khác",

	// empty-term
	"%d empty terms of %s": "%d nhãn rỗng trong %s",
	"Hugo skips what is empty; a theme that lists the front matter's own terms shows a tag without a name": "Hugo bỏ qua nhãn rỗng; theme nào liệt kê nhãn từ front matter sẽ hiện một thẻ không có tên",
	"Remove it":                          "Xóa đi",
	"Remove them":                        "Xóa hết",
	"a term of %s is nothing but blanks": "một nhãn trong %s chỉ toàn dấu cách",
	"an empty term of %s":                "một nhãn rỗng trong %s",
	"readers get a list without a name":  "người đọc gặp một danh sách không có tên",
	"term without a letter":              "nhãn không có chữ nào",

	// joined-terms
	"%q is one term of %s":                "%q bị tính là một nhãn trong %s",
	"Make it a list: %s":                  "Viết thành danh sách: %s",
	"several terms written as one string": "nhiều nhãn viết gộp trong một chuỗi",
	"the post is in one list that nobody looks for, and not in those of %s": "bài viết nằm trong một danh sách không ai tìm, chứ không nằm trong các danh sách %s",

	// missing-terms
	"The taxonomies in which every post must have a term; all that the site declares, if empty.": "Các taxonomy mà mọi bài viết phải có nhãn; nếu trống thì là mọi taxonomy site khai báo.",
	"post without a term of a taxonomy":   "bài viết không có nhãn trong một taxonomy",
	"readers do not come across it there": "người đọc không gặp bài này ở đó",
	"the post has no term of %s":          "bài viết không có nhãn nào trong %s",

	// padded-term
	"%q is not the term %q to Hugo":   "với Hugo %q không phải là nhãn %q",
	"Use %q":                          "Dùng %q",
	"it gets a list of its own at %q": "nhãn này có danh sách riêng ở %q",
	"term with blanks too many":       "nhãn thừa dấu cách",
	"the post is missing in the list of %q and stands in one of its own at %q": "bài viết vắng mặt trong danh sách %q và nằm ở một danh sách riêng tại %q",

	// singular-taxonomy-key
	"Hugo reads this":                         "Hugo đọc khóa này",
	"Rename the key to %q":                    "Đổi tên khóa thành %q",
	"its terms are in no list of %s":          "các nhãn của nó không nằm trong danh sách nào của %s",
	"key %q names no taxonomy; Hugo reads %q": "khóa %q không phải tên taxonomy; Hugo đọc %q",
	"singular name of a taxonomy as the key, where Hugo reads the plural": "khóa là tên số ít của taxonomy, trong khi Hugo đọc tên số nhiều",
	"the post is in no list of %s":                                        "bài viết không nằm trong danh sách nào của %s",

	// undeclared-taxonomy
	"%q is not a taxonomy of this site, which has %s":             "%q không phải taxonomy của site này; site có %s",
	"%q is not a taxonomy of this site; %q is":                    "%q không phải taxonomy của site này; %q mới phải",
	"its terms have no pages, and the post is in no list of them": "các nhãn đó không có trang, và bài viết không nằm trong danh sách nào",
	"key of a taxonomy that the site does not declare":            "khóa của một taxonomy mà site không khai báo",

	// undeclared-term
	"%q is not among the terms of %s": "%q không nằm trong các nhãn của %s",
	"Taxonomies, by their plurals, that have no terms but those with a page of their own. Without it these are all that have such a page.": "Các taxonomy (tên số nhiều) chỉ nhận những nhãn có trang riêng. Nếu không đặt thì là mọi taxonomy có trang như vậy.",
	"its list has no page that introduces it; did you mean %q?":                                                                            "danh sách của nhãn này không có trang giới thiệu; ý bạn là %q?",
	"its list has no page that introduces it; expected one of the terms with a page, or a new page for this one":                           "danh sách của nhãn này không có trang giới thiệu; cần một nhãn đã có trang, hoặc tạo trang cho nhãn này",
	"term that a closed taxonomy does not have":                                                                                            "nhãn mà một taxonomy đóng không có",

	// unreadable-terms
	"%q holds %s, which Hugo cannot read as terms":           "%q chứa %s, Hugo không đọc thành nhãn được",
	"a list within a list":                                   "danh sách lồng trong danh sách",
	"a table in a list":                                      "bảng nằm trong danh sách",
	"terms in a form that Hugo reads as none":                "nhãn viết theo dạng mà Hugo đọc như không có",
	"the post is in no list of %s; expected a list of names": "bài viết không nằm trong danh sách nào của %s; cần danh sách các tên",
}

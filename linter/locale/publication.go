package locale

// publication is about the rules of what is published, and of allowances.
var publication = map[string]string{
	// expired-post, future-date
	"Hugo leaves it out": "Hugo bỏ bài này ra ngoài",
	"expiry date in the past, since which the post is not published": "ngày hết hạn đã qua nên bài viết không còn được đăng",
	"the post expired on %s":                                    "bài viết đã hết hạn ngày %s",
	"Hugo leaves it out until a build after that":               "Hugo bỏ bài này ra ngoài cho tới lần build sau ngày đó",
	"date in the future, until which the post is not published": "ngày ở tương lai nên bài viết chưa được đăng",
	"the post is dated %s, in the future":                       "ngày của bài viết là %s, ở tương lai",

	// link-to-draft
	"%q leads to %s":                       "%q dẫn tới %s",
	"a draft":                              "một bản nháp",
	"a page dated %s, in the future":       "một trang có ngày %s, ở tương lai",
	"a page that expired on %s":            "một trang đã hết hạn ngày %s",
	"link to a page that is not published": "liên kết tới trang không được đăng",
	"readers get “page not found”":         "người đọc gặp “không tìm thấy trang”",

	// misplaced-draft
	"%q begins here": "%q bắt đầu ở đây",
	"%q stands in %q, where Hugo does not look for it":        "%q nằm trong %q, nơi Hugo không tìm",
	"Move it to the top level":                                "Chuyển ra cấp ngoài cùng",
	"draft flag inside another key, where Hugo does not look": "draft nằm trong một khóa khác, nơi Hugo không tìm",
	"the draft is published; expected it at the top level":    "bản nháp bị đăng lên; cần đặt ở cấp ngoài cùng",

	// placeholder-post
	"%q is all that the post says":                                     "cả bài viết chỉ có %q",
	"%q is left over from an archetype":                                "%q còn sót lại từ archetype",
	"%q is no title":                                                   "%q không phải tiêu đề",
	"published post that was never written":                            "bài viết được đăng mà chưa hề viết",
	"the post begins with filler text":                                 "bài viết bắt đầu bằng chữ lấp chỗ",
	"the post has a head and no body":                                  "bài viết có phần đầu mà không có nội dung",
	"the post is published; expected it written, or draft set to true": "bài viết đang được đăng; cần viết cho xong, hoặc đặt draft là true",

	// stale-draft
	"How many days after its date, or the date of its last change, a draft is stale.": "Bao nhiêu ngày sau ngày của bài, hoặc ngày sửa cuối, thì bản nháp bị coi là bỏ quên.",
	"draft that nobody has touched for long":                                          "bản nháp lâu không ai động tới",
	"readers wait for it; finish it or let it go":                                     "người đọc đang chờ; viết cho xong hoặc bỏ hẳn",
	"the draft was last touched on %s, %d days ago":                                   "bản nháp được sửa lần cuối ngày %s, cách đây %d ngày",

	// unread-draft-flag
	"%q is not a key of Hugo":       "%q không phải khóa của Hugo",
	"%q is read as %s, not as true": "%q bị đọc thành %s, không phải true",
	"Write `true`":                  "Viết `true`",
	"draft flag that Hugo does not read, so that the draft is published": "draft viết theo cách Hugo không đọc được nên bản nháp bị đăng lên",
	"the draft is published; expected %q":                                "bản nháp bị đăng lên; cần %q",
	"the draft is published; expected true":                              "bản nháp bị đăng lên; cần true",

	// unknown-allowance, unused-allowance
	"Allow %q, which was probably meant":           "Cho phép %q, có lẽ là quy tắc định nói tới",
	"allowance of a rule that does not exist":      "ngoại lệ cho một quy tắc không tồn tại",
	"no rule is called %q":                         "không có quy tắc nào tên %q",
	"nothing is allowed by it":                     "ngoại lệ này không cho phép gì",
	"%q is allowed, and there is nothing to allow": "%q được cho phép, mà chẳng có gì để cho phép",
	"Remove the allowance":                         "Xóa ngoại lệ",
	"allowance that allows nothing":                "ngoại lệ không cho phép gì",
	"the next one would pass unseen":               "lần sau có lỗi thật thì sẽ lọt qua",
}

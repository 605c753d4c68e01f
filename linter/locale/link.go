package locale

// link is about the rules of links and shortcodes.
var link = map[string]string{
	// absolute-self-link
	"%q is this site": "%q chính là site này",
	"Write %q":        "Viết %q",
	"in a preview the link leaves the preview, and it breaks when the site moves": "khi xem trước, liên kết dẫn ra khỏi bản xem trước; site đổi tên miền thì liên kết hỏng",
	"link to the site itself with its host name":                                  "liên kết tới chính site này mà ghi cả tên miền",

	// broken-anchor
	"nothing on the page has the id %q":           "trang đó không có gì mang id %q",
	"nothing on this page has the id %q":          "trang này không có gì mang id %q",
	"readers get to the top of the page":          "người đọc chỉ tới được đầu trang",
	"the link does nothing":                       "liên kết không có tác dụng",
	"the page":                                    "trang đó",
	"link to a place on a page that is not there": "liên kết tới một chỗ không có trên trang",

	// broken-link
	"%q is a path of this site without https:// before it": "%q thiếu https:// nên thành đường dẫn của site này",
	"%q is not there":        "không có %q",
	"%q is there only as %q": "%q chỉ có ở dạng %q",
	"%q leads nowhere":       "%q không dẫn tới đâu",
	"link to something of this site that is not there":           "liên kết tới thứ không có trên site này",
	"the browser looks for %s, and readers get “page not found”": "trình duyệt tìm %s, và người đọc gặp “không tìm thấy trang”",
	"the browser looks for %s, and readers see nothing":          "trình duyệt tìm %s, và người đọc không thấy gì",

	// broken-ref
	"%q is the name of %d pages":                          "%q là tên của %d trang",
	"Hugo says REF_NOT_FOUND, and the link leads nowhere": "Hugo báo REF_NOT_FOUND, và liên kết không dẫn tới đâu",
	"one of them": "một trong số đó",
	"ref or relref to a page that Hugo does not find": "ref hoặc relref tới trang mà Hugo không tìm thấy",
	"there is no page %q":                             "không có trang %q",

	// emptied-link
	"Hugo takes a %q image for dangerous":                                   "Hugo coi ảnh %q là nguy hiểm",
	"Hugo takes a %q link for dangerous":                                    "Hugo coi liên kết %q là nguy hiểm",
	"a link without a destination":                                          "liên kết không có đích",
	"it leads back to the top of its own page":                              "liên kết dẫn về đầu chính trang này",
	"link or image without a destination, or with one that Hugo takes away": "liên kết hoặc ảnh không có đích, hoặc có đích mà Hugo bỏ đi",
	"readers get a link that does nothing":                                  "người đọc gặp một liên kết không có tác dụng",

	// empty-link-text
	"a screen reader has no name for it":                            "trình đọc màn hình không biết gọi là gì",
	"link without a text":                                           "liên kết không có chữ",
	"readers do not see it, and a screen reader has no name for it": "người đọc không thấy, và trình đọc màn hình không biết gọi là gì",
	"the link to %q has no text":                                    "liên kết tới %q không có chữ",
	"the link to %q is an image without alternative text":           "liên kết tới %q là ảnh không có văn bản thay thế",

	// link-to-source
	"%q is the file of the page %s":                                   "%q là tệp của trang %s",
	"Hugo writes the link as it is, and readers get “page not found”": "Hugo ghi liên kết y nguyên, và người đọc gặp “không tìm thấy trang”",
	"Write `%s`": "Viết `%s`",
	"link to a post's file instead of its page": "liên kết tới tệp của bài viết thay vì tới trang",

	// unclosed-shortcode
	"Hugo stops here and publishes nothing":                                           "Hugo dừng tại đây và không đăng gì cả",
	"shortcode that is not closed, or closed for nothing":                             "shortcode không được đóng, hoặc đóng thừa",
	"the shortcode %q is never closed":                                                "shortcode %q không được đóng",
	"the shortcode %q must not be closed: its template reads nothing between tags":    "shortcode %q không được có thẻ đóng: template của nó không đọc gì giữa hai thẻ",
	"the shortcode %q must not close itself: its template reads nothing between tags": "shortcode %q không được tự đóng: template của nó không đọc gì giữa hai thẻ",

	// unknown-shortcode
	"Hugo no longer has the shortcode %q":                       "Hugo không còn shortcode %q",
	"shortcode that neither the site, its theme nor Hugo has":   "shortcode mà site, theme và Hugo đều không có",
	"the build fails, and readers do not see what it stood for": "build thất bại, và người đọc không thấy thứ đáng ra ở đó",
	"there is no shortcode %q":                                  "không có shortcode %q",
}

package locale

// url is about the rules of URLs, files and templates.
var url = map[string]string{
	// alias-conflict
	"alias %q is also an alias of %s":                             "alias %q cũng là alias của %s",
	"alias %q is the URL of %s":                                   "alias %q là URL của %s",
	"alias %q is the page's own URL":                              "alias %q là URL của chính trang này",
	"alias that is the URL of a page, or an alias of another one": "alias trùng URL của một trang, hoặc trùng alias của trang khác",
	"it does nothing":                                             "alias này không có tác dụng",
	"it has this URL":                                             "trang này có URL đó",
	"it has this alias":                                           "trang này có alias đó",
	"one overwrites the other: the alias does nothing, or readers of that page are sent here": "cái này ghi đè cái kia: hoặc alias không có tác dụng, hoặc người đọc trang kia bị đưa tới đây",
	"readers are sent to one of the two, and to which one changes from build to build":        "người đọc bị đưa tới một trong hai trang, mỗi lần build một khác",

	// duplicate-url
	"%q is also the URL of %s":                                                        "%q cũng là URL của %s",
	"%q is also the URL of %s and %d more":                                            "%q cũng là URL của %s và %d trang nữa",
	"URL that another page has, too":                                                  "URL mà trang khác cũng có",
	"it has the same URL":                                                             "trang này có cùng URL",
	"once this draft is published, one overwrites the other":                          "khi bản nháp này được đăng, trang này ghi đè trang kia",
	"once this post is published, one overwrites the other":                           "khi bài viết này được đăng, trang này ghi đè trang kia",
	"one overwrites the other, and which one readers get changes from build to build": "trang này ghi đè trang kia, người đọc gặp trang nào thì mỗi lần build một khác",
	"only one of them is published, and which one changes from build to build":        "chỉ một trong số đó được đăng, mỗi lần build một khác",
	"the home page":          "trang chủ",
	"the list of %s":         "trang danh sách của %s",
	"the list of section %s": "trang danh sách của section %s",

	// misnamed-index
	"%q is not %q":                    "%q không phải %q",
	"%q makes a section of this post": "%q biến bài viết này thành section",
	"_index.md where index.md was meant, or an index file in the wrong letter case": "_index.md ở chỗ đáng ra là index.md, hoặc tệp index sai chữ hoa/thường",
	"it is missing among the posts of %s and in their feed; expected %q":            "bài này vắng mặt trong các bài viết của %s và trong feed; cần %q",
	"letter case counts on this site: the page is published at %q":                  "site này phân biệt chữ hoa/thường: trang được đăng ở %q",

	// missing-layout
	"Hugo shows the page with the usual one, and says nothing": "Hugo hiện trang bằng layout thường và không báo gì",
	"layout that no template has":                              "layout mà không template nào có",
	"neither the site nor its theme has a template %q":         "cả site lẫn theme đều không có template %q",

	// shadowed-file
	"Hugo drops this file: %s has the same path %q":          "Hugo bỏ tệp này: %s có cùng đường dẫn %q",
	"nobody gets to read it, and the build does not say so":  "không ai đọc được, mà build cũng không báo",
	"post that Hugo drops for another file of the same path": "bài viết bị Hugo bỏ vì một tệp khác có cùng đường dẫn",
	"this file is kept": "tệp này được giữ",

	// stray-file
	"%s is published at %q":                                          "%s được đăng ở %q",
	"Hugo makes no page of a %s file":                                "Hugo không tạo trang từ tệp %s",
	"file under content that is not published as it was meant to be": "tệp trong content không được đăng như dự định",
	"it is copied as it is, front matter included; expected %q":      "tệp được chép y nguyên, cả front matter; cần %q",
	"readers find a page without a title in the lists; put it outside the content folder, or into ignoreFiles": "người đọc gặp một trang không có tiêu đề trong danh sách; đưa tệp ra ngoài thư mục content, hoặc thêm vào ignoreFiles",

	// swallowed-page
	"%s makes this post a resource of its own page":            "%s biến bài viết này thành tài nguyên của trang đó",
	"everything below this file belongs to it":                 "mọi thứ nằm dưới tệp này đều thuộc về nó",
	"post that an index.md turns into a part of its own page":  "bài viết bị một index.md biến thành một phần của trang đó",
	"the post has no URL and is in no list; expected %q there": "bài viết không có URL và không nằm trong danh sách nào; ở đó cần %q",

	// undeclared-language
	"file in a language that the site does not have":                                                 "tệp bằng một ngôn ngữ mà site không có",
	"it seems to be a translation of this page":                                                      "có vẻ là bản dịch của trang này",
	"the file is a page of its own at %q, in %q, not a translation; expected a table [languages.%s]": "tệp thành một trang riêng ở %q, bằng ngôn ngữ %q, chứ không phải bản dịch; cần bảng [languages.%s]",
	"the file is a resource of %s, which no reader sees; expected a table [languages.%s]":            "tệp thành tài nguyên của %s nên không người đọc nào thấy; cần bảng [languages.%s]",
	"the site has no language %q (%s)":                                                               "site không có ngôn ngữ %q (%s)",

	// untidy-slug
	"Use %q, and keep the old URL as an alias":                  "Dùng %q, và giữ URL cũ làm alias",
	"Use %q, as the URL has it":                                 "Dùng %q, đúng như trong URL",
	"slug %q becomes %q":                                        "slug %q thành %q",
	"slug %q has Vietnamese letters":                            "slug %q có chữ tiếng Việt có dấu",
	"slug that does not stand in the URL as it is written":      "slug không đứng trong URL đúng như đã viết",
	"the URL is %s, and unreadable escapes where it is pasted":  "URL là %s, dán ra nơi khác thì thành một chuỗi mã khó đọc",
	"the URL is %s; a link written like the slug leads nowhere": "URL là %s; liên kết viết theo slug không dẫn tới đâu",
}

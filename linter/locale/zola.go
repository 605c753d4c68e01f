package locale

// zola is about the rules for posts that come from Zola.
var zola = map[string]string{
	// zola-front-matter
	"%q is a key of Zola": "%q là khóa của Zola",
	"%s stand in %s, where Zola's templates look, not Hugo's":                               "%s nằm trong %s, nơi template của Zola đọc chứ không phải của Hugo",
	"%s stands in %s, where Zola's templates look, not Hugo's":                              "%s nằm trong %s, nơi template của Zola đọc chứ không phải của Hugo",
	"%s stand in %s, which Hugo does not read":                                              "%s nằm trong %s, nơi Hugo không đọc",
	"%s stands in %s, which Hugo does not read":                                             "%s nằm trong %s, nơi Hugo không đọc",
	"Hugo does not read it; %s":                                                             "Hugo không đọc khóa này; %s",
	"Hugo serves it at %s, and every link to it on the web leads nowhere":                   "Hugo đặt nó ở %s, nên mọi liên kết cũ trên mạng đều hỏng",
	"Zola served this page at %s":                                                           "Zola từng đặt trang này ở %s",
	"Zola's slugify.paths_keep_dates, where there is no zola.toml to say so":                "slugify.paths_keep_dates của Zola, khi không có zola.toml để biết",
	"what Zola's slugify.paths was, where there is no zola.toml to say so: on, safe or off": "slugify.paths của Zola từng là gì, khi không có zola.toml để biết: on, safe hoặc off",
	"a theme that reads the top level goes without":                                         "theme đọc ở cấp ngoài cùng sẽ không thấy",
	"alias %q begins at the folder of the post":                                             "alias %q tính từ thư mục của bài viết",
	"front matter of Zola, which Hugo does not read":                                        "front matter của Zola mà Hugo không đọc",
	"the address that Zola redirected, /%s, leads nowhere":                                  "URL mà Zola từng chuyển hướng, /%s, không dẫn tới đâu",
	"the file's name has the date, which Hugo does not look for there":                      "ngày nằm trong tên tệp, nơi Hugo không tìm",
	"the post has no date; Zola's was %s":                                                   "bài viết không có ngày; ngày theo Zola là %s",
	"the post is listed under none of these terms; expected them at the top level":          "bài viết không nằm trong danh sách của nhãn nào ở đó; cần đưa chúng ra cấp ngoài cùng",

	// What Hugo has for the keys of Zola.
	"a cascade with layout does that":                    "dùng cascade có layout",
	"a render hook for headings does that":               "dùng render hook cho đề mục",
	"aliases of the target page do that":                 "dùng aliases của trang đích",
	"its key is lastmod":                                 "khóa của Hugo là lastmod",
	"its key is layout, without the extension":           "khóa của Hugo là layout, không có phần mở rộng",
	"its key is url":                                     "khóa của Hugo là url",
	"outputs decides which feeds there are":              "có feed nào là do outputs quyết định",
	"pagination.pagerSize of the configuration decides":  "do pagination.pagerSize trong cấu hình quyết định",
	"pagination.path of the configuration decides":       "do pagination.path trong cấu hình quyết định",
	"render = \"never\" in the table build does that":    "dùng render = \"never\" trong bảng build",
	"the theme's search decides":                         "do phần tìm kiếm của theme quyết định",
	"the theme's templates decide":                       "do template của theme quyết định",
	"weight, then date decide, or the theme's templates": "do weight, rồi date, hoặc template của theme quyết định",

	// zola-link
	"%q is how Zola links to a post":                                                                   "%q là cách Zola liên kết tới bài viết",
	"%q is how Zola links to a post, and there is no file %q":                                          "%q là cách Zola liên kết tới bài viết, và không có tệp %q",
	"Hugo writes it as it is, and the link leads nowhere":                                              "Hugo ghi y nguyên, và liên kết không dẫn tới đâu",
	"internal link of Zola, which Hugo does not follow":                                                "liên kết nội bộ của Zola mà Hugo không hiểu",
	"the link leads nowhere, and relref would stop the build: the post it means is not published (%s)": "liên kết không dẫn tới đâu, còn dùng relref thì build dừng lại: bài viết đích không được đăng (%s)",
	"this is the post": "đây là bài viết đó",

	// The fixes.
	"Move %s to the top level": "Chuyển %s ra cấp ngoài cùng",
	"Write it for Hugo: %s":    "Viết lại cho Hugo: %s",

	// zola-shortcode
	"%q is called as Zola calls shortcodes":                                                "%q được gọi theo cách gọi shortcode của Zola",
	"Hugo has no such shortcode any more: link to %s, or paste the code":                   "Hugo không còn shortcode này: đặt liên kết tới %s, hoặc dán thẳng mã vào",
	"Hugo has none of that name; layouts/_shortcodes/%s.html would make one, called as %s": "Hugo không có shortcode tên đó; tạo layouts/_shortcodes/%s.html rồi gọi là %s",
	"Hugo has the shortcode: %s":                                                           "Hugo có shortcode này: %s",
	"Hugo's shortcode %q takes the arguments %s":                                           "shortcode %q của Hugo nhận các tham số %s",
	"in Hugo that is a Markdown image; its render hook can resize it":                      "trong Hugo đó là ảnh Markdown; render hook của ảnh lo được việc đổi cỡ",
	"in Hugo that is a code block in the language mermaid, with a render hook":             "trong Hugo đó là khối mã ngôn ngữ mermaid, kèm render hook",
	"in Markdown that is a block quote (> or > [!NOTE])":                                   "trong Markdown đó là khối trích dẫn (> hoặc > [!NOTE])",
	"readers see the call as text; %s":                                                     "người đọc thấy lời gọi như nội dung; %s",
	"shortcode call of Zola, which readers see as text":                                    "lời gọi shortcode của Zola, người đọc thấy như nội dung",
	"this site has the shortcode: %s":                                                      "site này có shortcode đó: %s",
}

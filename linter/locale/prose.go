package locale

// prose is about the rules of text, HTML, structure and copied text.
var prose = map[string]string{
	// decomposed-unicode
	"%q is decomposed: %s for %s": "%q ở dạng tách dấu: %s thay vì %s",
	"Compose %q (NFC)":            "Ghép lại thành %q (NFC)",
	"it looks the same, and is another word to search, terms and URLs; many fonts lack the loose marks":     "trông giống hệt, nhưng là từ khác đối với tìm kiếm, nhãn và URL; nhiều phông chữ thiếu dấu rời",
	"its URL looks like another one, and a link that is typed by hand does not lead there; rename the file": "URL trông giống một URL khác, gõ tay thì không tới được; cần đổi tên tệp",
	"letters stored in pieces, with their marks apart (NFD)":                                                "chữ lưu ở dạng tách dấu (NFD)",
	"the name of the file is decomposed: %q":                                                                "tên tệp ở dạng tách dấu: %q",

	// invalid-utf8
	"%s; the file is probably Vietnamese in %s":           "%s; tệp có lẽ là tiếng Việt theo bảng mã %s",
	"file that is not UTF-8":                              "tệp không phải UTF-8",
	"readers see boxes or wrong letters; %s was expected": "người đọc thấy ô vuông hoặc chữ sai; cần %s",

	// invisible-character
	"%q holds U+%04X (%s)": "%q chứa U+%04X (%s)",
	"Write a blank":        "Viết dấu cách",
	"arabic letter mark":   "dấu chữ Ả Rập",
	"byte order mark":      "dấu BOM",
	"character that nobody sees and that changes a word": "ký tự ẩn làm thay đổi một từ",
	"control character":    "ký tự điều khiển",
	"first strong isolate": "dấu tách theo chữ đầu",
	"it looks the same, and is another word to search, terms and URLs": "trông giống hệt, nhưng là từ khác đối với tìm kiếm, nhãn và URL",
	"left-to-right embedding":    "dấu nhúng trái sang phải",
	"left-to-right isolate":      "dấu tách trái sang phải",
	"left-to-right mark":         "dấu trái sang phải",
	"left-to-right override":     "dấu ép trái sang phải",
	"no-break space":             "dấu cách không ngắt",
	"pop directional formatting": "dấu hết định hướng",
	"pop directional isolate":    "dấu hết tách hướng",
	"readers see nothing or a box, and no search finds the word":   "người đọc không thấy gì hoặc thấy ô vuông, và không tìm ra được từ này",
	"readers see the # and no heading":                             "người đọc thấy dấu # chứ không thấy đề mục",
	"right-to-left embedding":                                      "dấu nhúng phải sang trái",
	"right-to-left isolate":                                        "dấu tách phải sang trái",
	"right-to-left mark":                                           "dấu phải sang trái",
	"right-to-left override":                                       "dấu ép phải sang trái",
	"soft hyphen":                                                  "dấu nối mềm",
	"what follows may be shown in another order than it is stored": "phần sau có thể hiện theo thứ tự khác với thứ tự lưu",
	"word joiner":                                                  "dấu dính từ",
	"zero width joiner":                                            "dấu nối không độ rộng",
	"zero width non-joiner":                                        "dấu chống nối không độ rộng",
	"zero width space":                                             "dấu cách không độ rộng",

	// legacy-encoding
	"%q is Vietnamese in %s; it reads %q":                          "%q là tiếng Việt theo bảng mã %s; đúng ra là %q",
	"Vietnamese for a font older than Unicode: TCVN3, VNI, VISCII": "tiếng Việt viết cho phông chữ trước Unicode: TCVN3, VNI, VISCII",
	"readers see the garbled letters":                              "người đọc thấy chữ bị lỗi mã hóa",

	// lookalike-letter
	"%q has %s, which looks like %s": "%q có %s, trông giống %s",
	"it looks the same, and is another word to search, terms and URLs; screen readers spell it out": "trông giống hệt, nhưng là từ khác đối với tìm kiếm, nhãn và URL; trình đọc màn hình phải đánh vần",
	"letter of another alphabet that looks like the right one":                                      "chữ cái của bảng chữ khác trông giống chữ đúng",

	// mixed-tone-style
	"\"old\" (hòa, thủy) or \"new\" (hoà, thuỷ); where empty, what most titles and terms of the site have.": "\"old\" (hòa, thủy) hoặc \"new\" (hoà, thuỷ); để trống thì theo đa số tiêu đề và nhãn của site.",
	"%q is written %q on this site":             "trên site này %q được viết là %q",
	"a search for one does not find the other":  "tìm cách viết này không ra cách viết kia",
	"tone mark where this site does not put it": "dấu thanh đặt khác chỗ so với cả site",

	// mojibake
	"%q is garbled; it probably reads %q":      "%q bị lỗi mã hóa; có lẽ là %q",
	"%q is garbled; it reads %q":               "%q bị lỗi mã hóa; đúng ra là %q",
	"Restore %q":                               "Khôi phục %q",
	"text that was read in the wrong encoding": "chữ bị lỗi mã hóa do đọc sai bảng mã",

	// wrong-language
	"Texts with fewer words than this are not judged.":           "Bài ít chữ hơn số này thì không xét.",
	"browsers, screen readers and search engines take it for %s": "trình duyệt, trình đọc màn hình và máy tìm kiếm tưởng là %s",
	"text in another language than its page's":                   "nội dung bằng ngôn ngữ khác với ngôn ngữ của trang",
	"the text is in %s, the page's language is %q":               "nội dung là %s, ngôn ngữ của trang là %q",

	// omitted-html
	"HTML that Hugo leaves out":                                              "HTML mà Hugo bỏ đi",
	"Hugo leaves out %s: the site does not allow HTML":                       "Hugo bỏ %s: site không cho phép HTML",
	"Hugo leaves out this HTML: the site does not allow it":                  "Hugo bỏ đoạn HTML này: site không cho phép",
	"readers do not get what stands in it":                                   "người đọc không thấy nội dung trong đó",
	"readers do not see it; if it is not meant as HTML, put it in backticks": "người đọc không thấy; nếu không phải HTML thì đặt trong dấu `",
	"readers get its text without what it does":                              "người đọc chỉ thấy chữ, mất tác dụng của thẻ",
	"readers see nothing in its place":                                       "người đọc không thấy gì ở chỗ đó",
	"the line goes on without a break":                                       "dòng chạy tiếp mà không ngắt",

	// unsafe-html
	"Elements that may stand in posts although the policy strips them: [\"iframe\", \"style\"].": "Các phần tử được phép có trong bài viết dù bộ lọc sẽ bỏ: [\"iframe\", \"style\"].",
	"HTML in a post that a sanitiser would strip":                                                "HTML trong bài viết mà bộ lọc HTML sẽ bỏ",
	"a sanitiser would strip %s=%q from <%s>":                                                    "bộ lọc HTML sẽ bỏ %s=%q khỏi <%s>",
	"a sanitiser would strip <%s>":                                                               "bộ lọc HTML sẽ bỏ <%s>",
	"it asks readers for input and sends it somewhere":                                           "nó hỏi thông tin của người đọc rồi gửi đi đâu đó",
	"it changes the page around the post":                                                        "nó làm thay đổi phần trang quanh bài viết",
	"it is a control that only a form or a script gives a meaning":                               "nó là thành phần chỉ có nghĩa khi đi với form hoặc script",
	"it runs a script in the reader's browser":                                                   "nó chạy script trong trình duyệt của người đọc",
	"it shows another site's page within this one":                                               "nó hiện trang của site khác bên trong trang này",

	// empty-section
	"another line like it follows at once; text under it was expected": "ngay sau là một dòng tương tự; cần có nội dung bên dưới",
	"heading with nothing under it":                                    "đề mục không có nội dung bên dưới",
	"the next heading follows at once; text under it was expected":     "ngay sau là đề mục kế tiếp; cần có nội dung bên dưới",
	"the post ends there; text under it was expected":                  "bài viết kết thúc ở đó; cần có nội dung bên dưới",
	"there is nothing under %q":                                        "bên dưới %q không có gì",
	"there is nothing under the heading %q":                            "bên dưới đề mục %q không có gì",

	// fused-lines
	"%q and the next line are one paragraph":                   "%q và dòng sau dính thành một đoạn",
	"Make %q a paragraph of its own":                           "Tách %q thành đoạn riêng",
	"line with a colon at its end that runs into the next one": "dòng kết thúc bằng dấu hai chấm bị dính vào dòng sau",
	"readers see %q; a line of its own was expected":           "người đọc thấy %q; cần một dòng riêng",

	// repeated-title-heading
	"Remove the heading":                    "Xóa đề mục",
	"heading that says the title once more": "đề mục nhắc lại tiêu đề",
	"readers see it twice where the theme prints the title, as nearly all do": "theme nào hiện tiêu đề, mà gần như theme nào cũng vậy, thì người đọc thấy hai lần",
	"the heading %q repeats the title":                                        "đề mục %q nhắc lại tiêu đề",

	// skipped-heading-level
	"Level of the top headings of a post; the theme prints the title above them.": "Cấp của đề mục lớn nhất trong bài viết; theme hiện tiêu đề phía trên.",
	"Use level %d": "Dùng cấp %d",
	"heading more than one level below the one it belongs to": "đề mục thấp hơn đề mục cha quá một cấp",
	"heading of level %d stands right under the title":        "đề mục cấp %d đứng ngay dưới tiêu đề",
	"heading of level %d stands under level %d":               "đề mục cấp %d đứng dưới cấp %d",
	"who moves by headings misses a level; %d was expected":   "ai di chuyển theo đề mục sẽ bị hụt một cấp; cần cấp %d",

	// near-duplicate-post
	"%d %% of the sentences stand in another post: %q":                        "%d %% số câu có trong bài viết khác: %q",
	"post with nearly the text of another":                                    "bài viết gần như trùng với bài khác",
	"readers find the same text twice, and search engines choose one of them": "người đọc gặp cùng một nội dung hai lần, và máy tìm kiếm chỉ chọn một",
	"the other post": "bài viết kia",

	// page-chrome
	"%q is the first of %d texts that come from the page this was copied from": "%q là chỗ đầu tiên trong %d chỗ chép theo từ trang gốc",
	"buttons, menus and footers of the page a post was copied from":            "nút bấm, menu và chân trang của trang mà bài viết được chép từ đó",
	"readers see the buttons and footers of another site":                      "người đọc thấy nút bấm và chân trang của site khác",
}

// languages are the names of those that texts are told to be in.
var languages = map[string]string{
	"Arabic": "tiếng Ả Rập", "Bengali": "tiếng Bengal", "Bulgarian": "tiếng Bulgaria", "Chinese": "tiếng Trung",
	"English": "tiếng Anh", "French": "tiếng Pháp", "German": "tiếng Đức", "Greek": "tiếng Hy Lạp",
	"Hebrew": "tiếng Do Thái", "Hindi": "tiếng Hindi", "Italian": "tiếng Ý", "Japanese": "tiếng Nhật",
	"Korean": "tiếng Hàn", "Persian": "tiếng Ba Tư", "Portuguese": "tiếng Bồ Đào Nha", "Russian": "tiếng Nga",
	"Spanish": "tiếng Tây Ban Nha", "Thai": "tiếng Thái", "Ukrainian": "tiếng Ukraina", "Urdu": "tiếng Urdu",
	"Vietnamese": "tiếng Việt",
}

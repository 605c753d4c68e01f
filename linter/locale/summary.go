package locale

// summary is about the rules of summaries and of AI attribution.
var summary = map[string]string{
	// divider-in-code
	"%q stands in code, and Hugo takes it for the summary divider": "%q nằm trong mã, mà Hugo vẫn coi là dấu ngắt tóm tắt",
	"it is missing from the code, and the summary ends here":       "đoạn mã mất dòng này, và phần tóm tắt kết thúc ở đây",
	"summary divider within code, where Hugo divides all the same": "dấu ngắt tóm tắt nằm trong mã, nơi Hugo vẫn ngắt",
	"this divider has no effect":                                   "dấu ngắt này không có tác dụng",

	// empty-summary
	"lists and feeds show an empty summary":     "trang danh sách và feed hiện phần tóm tắt rỗng",
	"nothing stands before the summary divider": "không có gì trước dấu ngắt tóm tắt",
	"summary divider with nothing before it":    "dấu ngắt tóm tắt mà phía trước không có gì",
	"the divider overrides this summary":        "dấu ngắt thay cho phần tóm tắt này",

	// missing-summary-divider
	"A summary or description in the front matter serves as well.":           "Có summary hoặc description trong front matter cũng được.",
	"Hugo cuts the summary after about %d words; put %q where it should end": "Hugo cắt phần tóm tắt sau khoảng %d chữ; đặt %q vào chỗ nên kết thúc",
	"Posts with fewer words need none; 0 stands for Hugo's summaryLength.":   "Bài viết ít chữ hơn số này thì không cần; 0 là theo summaryLength của Hugo.",
	"post without a summary divider":                                         "bài viết không có dấu ngắt tóm tắt",
	"the post has no summary divider":                                        "bài viết không có dấu ngắt tóm tắt",

	// misspelled-summary-divider
	"%q is not a summary divider to Hugo": "với Hugo %q không phải dấu ngắt tóm tắt",
	"Use `%s`":                            "Dùng `%s`",
	"readers of lists and feeds get an automatic summary; Hugo takes only %q": "người đọc trang danh sách và feed chỉ thấy phần tóm tắt tự động; Hugo chỉ nhận %q",
	"summary divider that Hugo does not see":                                  "dấu ngắt tóm tắt mà Hugo không thấy",
	"this theme honours it; Hugo itself and other themes see only %q":         "theme này hiểu được; Hugo và các theme khác chỉ nhận %q",

	// repeated-summary-divider
	"Hugo divides at the first one and leaves this one in the page as a comment": "Hugo ngắt ở dấu đầu tiên và để dấu này lại trong trang như chú thích",
	"second summary divider": "dấu ngắt tóm tắt thứ hai",
	"the first one is here":  "dấu đầu tiên ở đây",

	// ai-as-author
	"%q is named as the author": "tác giả được ghi là %q",
	"Move %q to [%s]":           "Chuyển %q vào [%s]",
	"a machine cannot answer for a post; name the person who does, and the machine in [%s]": "AI không chịu trách nhiệm được cho bài viết; ghi tên người chịu trách nhiệm, còn AI thì ghi trong [%s]",
	"machine named as the author": "ghi AI làm tác giả",

	// chat-residue
	"%q is a reference that only the chat program could follow":       "%q là chỉ dẫn nguồn mà chỉ chương trình chat hiểu",
	"%q says that the link was copied from a chat":                    "%q cho thấy liên kết được chép từ một cuộc chat",
	"%q was said by a chat program":                                   "%q là lời của chương trình chat",
	"readers see that nobody read the text before them":               "người đọc biết ngay là chưa ai đọc lại trước họ",
	"readers see the mark, and no source":                             "người đọc thấy ký hiệu mà không thấy nguồn",
	"the other site counts this post's readers as the chat program's": "site kia tính người đọc của bài này là của chương trình chat",
	"words of a chat program that were copied with its answer":        "lời của chương trình chat bị chép cùng câu trả lời",

	// misspelled-ai-tool
	"%q is spelled %q":                                       "%q phải viết là %q",
	"a search for %q does not find it":                       "tìm %q sẽ không ra",
	"name of a writing tool that its maker spells otherwise": "tên công cụ AI viết khác tên chính thức",

	// undisclosed-ai
	"%q says that %s wrote this, and the front matter has no [%s]": "%q cho biết bài do %s viết, mà front matter không có [%s]",
	"Add [%s] with level %q":                                       "Thêm [%s] với level %q",
	"readers of lists, feeds and search results are not told":      "người đọc trang danh sách, feed và kết quả tìm kiếm không được cho biết",
	"text says that a machine wrote it, the front matter does not": "nội dung nói là do AI viết, front matter thì không",

	// unknown-ai-level
	"%s is not a level of AI attribution":                                          "%s không phải một mức dùng AI",
	"level of AI attribution that the theme does not know":                         "mức dùng AI mà theme không biết",
	"the note beside the post cannot say what the machine did; expected one of %s": "ghi chú AI cạnh bài viết không nói được AI đã làm gì; cần một trong %s",

	// unreviewed-ai
	"The levels of AI attribution that need a reviewer.":         "Các mức dùng AI cần có người duyệt.",
	"level %s without reviewed_by":                               "mức %s mà không có reviewed_by",
	"machine-written text that nobody is named to have reviewed": "nội dung do AI viết mà không ghi ai đã duyệt",
	"readers are not told who answers for the text":              "người đọc không biết ai chịu trách nhiệm về nội dung",
}

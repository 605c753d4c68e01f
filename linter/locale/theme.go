package locale

// theme is about the rules of templates, and of what they read.
var theme = map[string]string{
	// The totals.
	"%d file":      "%d tệp",
	"%d files":     "%d tệp",
	"%d template":  "%d tệp template",
	"%d templates": "%d tệp template",
	"%s in %s: %s": "%s trong %s: %s",

	// unknown-key
	"misspelled key, which neither Hugo nor any template reads":  "khóa viết sai, cả Hugo lẫn template đều không đọc",
	"nothing reads %q; did you mean %q, which Hugo reads?":       "không có gì đọc %q; có phải ý bạn là %q mà Hugo đọc?",
	"nothing reads %q; did you mean %q, which %s reads?":         "không có gì đọc %q; có phải ý bạn là %q mà %s đọc?",
	"nothing reads %q; did you mean %q, a taxonomy of the site?": "không có gì đọc %q; có phải ý bạn là taxonomy %q của site?",
	"what it says reaches no reader":                             "điều ghi ở đó không đến được người đọc",

	// unset-param
	"site parameter that a template prints and no configuration sets":          "tham số của site mà template in ra nhưng không cấu hình nào đặt",
	"no configuration sets site.Params.%s; did you mean %q, which one sets?":   "không cấu hình nào đặt site.Params.%s; có phải ý bạn là %q đã được đặt?",
	"no configuration sets site.Params.%s, and the template has no substitute": "không cấu hình nào đặt site.Params.%s, và template không có giá trị thay thế",
	"readers see nothing there": "người đọc không thấy gì ở đó",

	// unread-param
	"site parameter that no template reads":                  "tham số của site mà không template nào đọc",
	"no template reads %q":                                   "không template nào đọc %q",
	"no template reads %q; did you mean %q, which %s reads?": "không template nào đọc %q; có phải ý bạn là %q mà %s đọc?",
	"it changes nothing":                                     "đặt nó cũng không thay đổi gì",

	// missing-translation
	"text of a template that no i18n file has":                            "chuỗi của template mà không tệp i18n nào có",
	"no i18n file of the theme has %q":                                    "không tệp i18n nào của theme có %q",
	"no i18n file is for %s, nor for the default language":                "không có tệp i18n nào cho %s, cũng không có cho ngôn ngữ mặc định",
	"no translation of %q for %s":                                         "%q chưa có bản dịch cho %s",
	"readers see \"[i18n] %s\"":                                           "người đọc thấy \"[i18n] %s\"",
	"readers see it in another language":                                  "người đọc thấy chuỗi đó bằng ngôn ngữ khác",
	"readers see nothing wherever the templates have a text to translate": "chỗ nào template có chuỗi cần dịch, người đọc không thấy gì",

	// hardcoded-taxonomy
	"template that names a taxonomy the site does not have": "template gọi tên một taxonomy mà site không có",
	"the site has no taxonomy %q; it has %s":                "site không có taxonomy %q; site có %s",
	"no template shows the terms of its posts":              "không template nào hiện nhãn của các bài viết",

	// removed-template-call
	"template that uses what Hugo removed or is about to":     "template dùng thứ Hugo đã bỏ hoặc sắp bỏ",
	"Hugo removed %s, deprecated since %s":                    "Hugo đã bỏ %s, vốn lỗi thời từ %s",
	"Hugo removed %s, deprecated since %s; use %s":            "Hugo đã bỏ %s, vốn lỗi thời từ %s; hãy dùng %s",
	"Hugo is about to remove %s, deprecated since %s":         "Hugo sắp bỏ %s, lỗi thời từ %s",
	"Hugo is about to remove %s, deprecated since %s; use %s": "Hugo sắp bỏ %s, lỗi thời từ %s; hãy dùng %s",
	"the site does not build where this runs":                 "site không build được khi chạy đến chỗ này",
	"a release to come does not build the site":               "một bản Hugo sau này sẽ không build được site",
}

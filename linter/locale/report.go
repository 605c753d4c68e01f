package locale

// reports is about what was found, and what became of it.
var reports = map[string]string{
	// Severities, and kinds of fixes.
	"error":   "lỗi",
	"warning": "cảnh báo",
	"info":    "thông tin",
	"off":     "tắt",
	"safe":    "an toàn",
	"unsafe":  "cần xem lại",
	"partly":  "một phần",

	// The text and the summary.
	"fix":               "sửa",
	"or":                "hoặc",
	"note":              "lưu ý",
	"rule":              "quy tắc",
	"severity":          "mức độ",
	"problems":          "vấn đề",
	"fixable":           "tự sửa được",
	"post":              "bài viết",
	"file":              "tệp",
	"and %d more file":  "và %d tệp nữa",
	"and %d more files": "và %d tệp nữa",
	"and %d more post":  "và %d bài viết nữa",
	"and %d more posts": "và %d bài viết nữa",
	"%s at %s":          "%s tại %s",

	// The totals.
	"%d can be fixed with --fix":                                    "%d vấn đề sửa được bằng --fix",
	"%d can be fixed with --fix --unsafe-fixes":                     "%d vấn đề sửa được bằng --fix --unsafe-fixes",
	"%d can be fixed with --fix, %d more with --fix --unsafe-fixes": "%d vấn đề sửa được bằng --fix, thêm %d vấn đề bằng --fix --unsafe-fixes",
	"%d error":           "%d lỗi",
	"%d errors":          "%d lỗi",
	"%d info":            "%d thông tin",
	"%d infos":           "%d thông tin",
	"%d post":            "%d bài viết",
	"%d posts":           "%d bài viết",
	"%d problem":         "%d vấn đề",
	"%d problems":        "%d vấn đề",
	"%d warning":         "%d cảnh báo",
	"%d warnings":        "%d cảnh báo",
	"%s in %d of %s: %s": "%s ở %d/%s: %s",
	"%s: no problems":    "%s: không có vấn đề nào",
	"fixed %s in %s":     "đã sửa %s trong %s",

	// What could not be done.
	"%s: not fixed: %w":                        "%s: chưa sửa: %w",
	"%s: not fixed: %w; the file is as it was": "%s: chưa sửa: %w; tệp vẫn như cũ",
	"%s: not fixed: the file has %d hard links, which replacing it would separate": "%s: chưa sửa: tệp có %d liên kết cứng, thay tệp sẽ tách chúng ra",
	"%s: not fixed: the file has changed since it was read; run postlint again":    "%s: chưa sửa: tệp đã thay đổi từ lúc được đọc; chạy lại postlint",
	"%s: not fixed: the file is read-only":                                         "%s: chưa sửa: tệp chỉ đọc",
	"%s: rule %s failed: %v\n%s":                                                   "%s: quy tắc %s bị lỗi: %v\n%s",
	"unknown format %q; did you mean %q?":                                          "không có định dạng %q; ý bạn là %q?",
	"unknown format %q; expected one of %s":                                        "không có định dạng %q; cần một trong %s",
}

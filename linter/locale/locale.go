// Package locale says messages in the reader's language. English is in the
// source; the Vietnamese is in catalogues here, by the English formats.
//
// The Vietnamese words for the terms of the trade, the same everywhere. Names of
// keys, taxonomies, shortcodes, flags and rules stay as they are.
//
//	post, page, site         bài viết, trang, site
//	reader, author           người đọc, tác giả
//	draft                    bản nháp
//	to publish               đăng (being out on the web), not “xuất bản”
//	key, field, value        khóa, trường, giá trị
//	table, list, text        bảng, danh sách, chuỗi
//	flag                     giá trị đúng/sai
//	title, heading           tiêu đề, đề mục
//	taxonomy, term           taxonomy, nhãn
//	glossary, term, entry    bảng thuật ngữ, thuật ngữ, mục từ
//	summary, its divider     phần tóm tắt, dấu ngắt tóm tắt
//	feature image            ảnh bìa
//	section                  section
//	alternative text         văn bản thay thế
//	link, path, anchor       liên kết, đường dẫn, neo
//	file, folder             tệp, thư mục
//	rule, family, severity   quy tắc, nhóm, mức độ
//	error, warning, info     lỗi, cảnh báo, thông tin
//	problem                  vấn đề
//	fix, safe, unsafe        cách sửa, an toàn, cần xem lại
//	allowance                ngoại lệ
//	expected X               cần X
//	did you mean X?          ý bạn là X?
//	AI attribution           ghi chú AI
//	garbled                  bị lỗi mã hóa
//	blank                    dấu cách
//	tone mark                dấu thanh, written the old way: hóa, xóa, khóa
//	delimiter                dòng phân cách
//	sanitiser                bộ lọc HTML
//
// Front matter, theme, layout, template, shortcode, build, slug, alias and URL
// stay English, as those who write blogs say them.
package locale

import (
	"strings"

	"postlint/linter/lint"
	"postlint/linter/message"
)

// A Language is one that postlint speaks.
type Language string

// The languages.
const (
	English    Language = "en"
	Vietnamese Language = "vi"
)

// Parse returns the language of a name: "vi", or that of a locale such as
// "vi_VN.UTF-8" or "en-US". The error of any other name lists what there is.
func Parse(name string) (Language, error) {
	switch l := Language(primary(name)); l {
	case English, Vietnamese:
		return l, nil
	}
	return English, message.Errorf("unknown language %q; expected en or vi", name)
}

// FromEnvironment returns the language that the environment asks for: that of
// the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty. It is
// English where that names none of ours, as with C and POSIX.
func FromEnvironment(getenv func(name string) string) Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			l, _ := Parse(value)
			return l
		}
	}
	return English
}

// primary returns the language part of a locale's name, in lower case.
func primary(name string) string {
	if end := strings.IndexAny(name, "_-.@"); end >= 0 {
		name = name[:end]
	}
	return strings.ToLower(name)
}

// Say says m in the language. What a catalogue does not have is said in English.
func (l Language) Say(m lint.Message) string {
	if l != Vietnamese {
		return m.String()
	}
	return m.In(vietnamese)
}

// vietnamese returns the Vietnamese of an English format, or "".
func vietnamese(format string) string {
	for _, catalogue := range catalogues {
		if s, ok := catalogue[format]; ok {
			return s
		}
	}
	return ""
}

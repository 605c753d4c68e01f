package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/text"
)

// reports are what every format is written of, and read back: the findings of
// the golden file, awkward ones, and none.
func reports(t *testing.T) map[string]*Report {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*Report{
		"sample":  sample(t, a),
		"awkward": awkward(t),
		"none":    {Base: "/site", Rules: awkwardRules, Sites: []Site{{Index: &site.Index{Root: "/site"}, Checked: 3}}},
		"no site": {Base: "/site"},
	}
}

// awkwardFiles are texts in which lines, characters and bytes part company, in
// files whose names mean something to one format or another.
var awkwardFiles = []struct{ name, src string }{
	{"content/bài viết/một & hai.md", "+++\ntitle = \"Thuật ngữ\"\n+++\n\nMột [liên kết](x) ở đây.\n<!-- more -->\n"},
	{"content/crlf.md", "---\r\ntitle: Tiếng Việt\r\n---\r\n\r\nĐầu\r\n<!-- more -->\r\nCuối"},
	{"content/bom.md", "\ufeff---\r\ntitle: có dấu đầu tệp\r\n---\r\n<!-- more -->\r\n"},
	{"content/emoji👩‍👩‍👧.md", "---\ntitle: x\n---\n👩‍👩‍👧 𝒳 <!-- more --> é e\u0301\n"},
	{"content/tab\tand\nline.md", "---\ntitle: x\n---\n\t- \tmột\t<!-- more -->\tcuối"},
	{"content/100%|a:b,c;d`e`\"f\"<g>#h?i.md", "<!-- more -->"},
	{"content/bytes.md", "---\ntitle: x\n---\n\xff\xfe <!-- more --> \xc3\n"},
	{"content/empty.md", ""},
}

var awkwardRules = []lint.Rule{
	{Name: "misspelled-summary-divider", Summary: "divider", Family: lint.Summary, Severity: lint.Error},
	{Name: "missing-field", Summary: "field", Family: lint.FrontMatter, Severity: lint.Warning},
}

// awkward makes a report on the awkward files, in two sites.
func awkward(t *testing.T) *Report {
	t.Helper()
	base := t.TempDir()
	r := &Report{Base: base, Version: "1.2.3", Rules: awkwardRules, Page: func(lint.Rule) string { return "page" }}
	for _, prefix := range []string{"", "trang web/hai"} {
		index := &site.Index{Root: filepath.Join(base, filepath.FromSlash(prefix))}
		s := Site{Index: index, Prefix: prefix, Checked: len(awkwardFiles)}
		for _, f := range awkwardFiles {
			name := filepath.Join(index.Root, filepath.FromSlash(f.name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(f.src), 0o666)); err != nil {
				t.Fatal(err)
			}
			s.Diagnostics = append(s.Diagnostics, awkwardFindings(f.name, []byte(f.src))...)
		}
		s.Diagnostics = append(s.Diagnostics, lint.Diagnostic{
			Rule: "missing-field", Family: lint.FrontMatter, Severity: lint.Warning, Path: "content/gone.md", Message: lint.Msg("a file that is gone"),
			Fixes: []lint.Fix{{Title: lint.Msg("nothing to do"), Edits: []text.Edit{text.Insert(5, "x")}}},
		})
		r.Sites = append(r.Sites, s)
	}
	return r
}

// awkwardFindings returns findings with fixes at the awkward places of a file:
// the divider, the whole file, its beginning, its end, each of its line ends,
// and two places far from each other.
func awkwardFindings(name string, src []byte) (list []lint.Diagnostic) {
	add := func(span text.Span, edits ...text.Edit) {
		list = append(list, lint.Diagnostic{
			Rule: "misspelled-summary-divider", Family: lint.Summary, Severity: lint.Severity(len(list)%3) + lint.Info, Path: name, Span: span,
			Message: lint.Msg("100%% %q: a\nb | c\r::error::\x1b[31m ]]>", "é"), Effect: lint.Msg("%d", len(list)),
			Related: []lint.Related{{Path: name, Span: span, Message: lint.Msg("see\nhere")}},
			Fixes: []lint.Fix{
				{Title: lint.Msg("fix %q", "a\nb"), Edits: edits},
				{Title: lint.Msg("or"), Unsafe: true, Edits: []text.Edit{text.Insert(span.End, "\u2028👩‍👩‍👧")}},
			},
		})
	}
	whole, begin := text.Span{End: len(src)}, len(byteOrderMark(src))
	if i := bytes.Index(src, []byte("<!-- more -->")); i >= 0 {
		divider := text.Span{Start: i, End: i + len("<!-- more -->")}
		add(divider, text.Replace(divider, "<!--more-->"))
		line := divider
		for line.End < len(src) && src[line.End-1] != '\n' {
			line.End++
		}
		add(divider, text.Delete(line), text.Insert(begin, "đầu\r\n"))
	}
	add(text.At(begin), text.Insert(begin, "---\n"))
	add(text.At(len(src)), text.Insert(len(src), "\ncuối 𝒳"))
	add(whole, text.Replace(whole, "tất cả\n"))
	for i, c := range src {
		if c == '\n' {
			end := text.Span{Start: i, End: i + 1}
			if i > 0 && src[i-1] == '\r' {
				end.Start--
			}
			add(end, text.Replace(end, " \n"))
			_, size := utf8.DecodeRune(src[end.End:])
			add(text.Span{Start: end.Start, End: end.End + size}, text.Delete(end))
		}
	}
	if mark := byteOrderMark(src); mark != "" {
		list = append(list, lint.Diagnostic{
			Rule: "misspelled-summary-divider", Severity: lint.Error, Path: name, Span: text.Span{End: len(mark)}, Message: lint.Msg("mark"),
			Fixes: []lint.Fix{{Title: lint.Msg("remove it"), Edits: []text.Edit{text.Delete(text.Span{End: len(mark)})}}},
		})
	}
	return list
}

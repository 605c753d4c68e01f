package source

import (
	"strings"
	"testing"
)

// benchPost is a post of 4 kB with front matter.
func benchPost() []byte {
	part := "## Một đề mục *nghiêng*\n\nĐoạn văn có [liên kết](bài-khác.md \"tên\"), `mã`, **chữ đậm** và ![ảnh](ảnh.png).\n" +
		"Dòng thứ hai, {{< x \"y\" >}} rồi hết.\n\n- một\n- hai [ba][b]\n\n```go\nfunc main() {}\n```\n\n> trích dẫn\n\n"
	src := "---\ntitle: x\n---\nLời mở.\n\n<!--more-->\n\n" + strings.Repeat(part, 4096/len(part)) + "[b]: /c/\n"
	return []byte(src)
}

func BenchmarkHead(b *testing.B) {
	src := []byte("---\ntitle: x\n---\n" + strings.Repeat("Một đoạn văn không có gì.\n\n", 120))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("a.md", src, nil)
	}
}

func BenchmarkBody(b *testing.B) {
	src := benchPost()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("a.md", src, nil).Body()
	}
}

// BenchmarkGoldmark is what of BenchmarkBody is goldmark's.
func BenchmarkGoldmark(b *testing.B) {
	m, err := defaultMarkdown()
	if err != nil {
		b.Fatal(err)
	}
	d := Parse("a.md", benchPost(), m)
	masked := newMask(d, maskDivider).src
	b.SetBytes(int64(len(masked)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.parse(masked); err != nil {
			b.Fatal(err)
		}
	}
}

package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkLoad measures what it costs to load a blog of 2,000 posts of 4 kB.
func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "hugo.toml"), []byte("[taxonomies]\nthe = \"the\"\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	body := strings.Repeat("Một đoạn văn về quản lý sản phẩm.\n\n", 90)
	for i := range 2000 {
		post := filepath.Join(dir, "content", "bai-viet", fmt.Sprintf("post-%04d", i))
		if err := os.MkdirAll(post, 0o755); err != nil {
			b.Fatal(err)
		}
		text := fmt.Sprintf("+++\ntitle = \"Bài %d\"\ndate = 2024-01-%02d\nthe = [\"thẻ %d\"]\n+++\n%s", i, i%28+1, i%97, body)
		if err := os.WriteFile(filepath.Join(post, "index.md"), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		x, err := Load(Options{Dir: dir})
		if err != nil {
			b.Fatal(err)
		}
		if len(x.Pages) != 2000 {
			b.Fatalf("%d pages", len(x.Pages))
		}
	}
}

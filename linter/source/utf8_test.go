package source

import (
	"bytes"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"
)

// Text with any few bytes in it is valid where the standard library says so.
func TestValidUTF8(t *testing.T) {
	text := strings.Repeat("Tiếng Việt, 日本 và 😀. ", 40)
	check := func(b []byte) {
		t.Helper()
		if got, want := validUTF8(b), utf8.Valid(b); got != want {
			t.Fatalf("valid: %v, want %v: %q", got, want, b)
		}
	}
	edges := []byte{0, 'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF}
	plain := bytes.Repeat([]byte("a"), 60)
	for _, a := range edges {
		for _, b := range edges {
			for _, c := range edges {
				for _, d := range edges {
					src := bytes.Clone(plain)
					for _, at := range []int{0, 26, 27, 28, 29, 30, 56} {
						copy(src, plain)
						copy(src[at:], []byte{a, b, c, d})
						check(src)
					}
				}
			}
		}
	}
	r := rand.New(rand.NewSource(1))
	for range 20_000 {
		start := r.Intn(30)
		src := []byte(text[start : start+250+r.Intn(len(text)-start-250)])
		check(src)
		for range r.Intn(4) {
			src[r.Intn(len(src))] = edges[r.Intn(len(edges))]
		}
		check(src)
	}
	check(nil)
	for n := range 20 {
		check([]byte(text[:n]))
		check([]byte(text[n : n+n]))
	}
	check(bytes.Repeat([]byte{0x80}, 1000))
	check([]byte(strings.Repeat("ế", 1000)[1:]))
	check([]byte(strings.Repeat("ế", 1000)[:2999]))
}

func BenchmarkValidUTF8(b *testing.B) {
	src := []byte(strings.Repeat("Sản phẩm là lời hứa với người dùng, và mỗi tính năng là một điều khoản. ", 60))
	b.Run("ours", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			validUTF8(src)
		}
	})
	b.Run("standard", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		for b.Loop() {
			utf8.Valid(src)
		}
	})
}

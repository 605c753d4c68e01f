package site

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// encoded returns a picture of 30 × 20 pixels as a PNG and as a JPEG file.
func encoded(t *testing.T) (asPNG, asJPEG []byte) {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 30, 20))
	var a, b bytes.Buffer
	if err := png.Encode(&a, picture); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&b, picture, nil); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes()
}

func TestImage(t *testing.T) {
	asPNG, asJPEG := encoded(t)
	webp := []byte("RIFF\x1e\x00\x00\x00WEBPVP8L\x11\x00\x00\x00\x2f\x1d\xc0\x04\x00\x07\xd0\xff\xfe\xf7\xbf\xff\x81\x88\xe8\x7f\x00\x00")
	damagedPNG := bytes.Clone(asPNG)
	damagedPNG[18] ^= 0xff // the width: its checksum no longer fits
	for _, test := range []struct {
		name string
		data []byte
		want Image
	}{
		{"a.png", asPNG, Image{Format: "png", Named: "png", Width: 30, Height: 20}},
		{"a.JPG", asJPEG, Image{Format: "jpeg", Named: "jpeg", Width: 30, Height: 20}},
		{"a.webp", webp, Image{Format: "webp", Named: "webp", Width: 30, Height: 20}},
		{"a.gif", []byte("GIF89a\x1e\x00\x14\x00\x00\x00\x00"), Image{Format: "gif", Named: "gif", Width: 30, Height: 20}},
		{"liar.jpeg", asPNG, Image{Format: "png", Named: "jpeg", Width: 30, Height: 20}},
		{"liar.webp", asJPEG, Image{Format: "jpeg", Named: "webp", Width: 30, Height: 20}},
		{"avif.jpg", []byte("\x00\x00\x00\x1cftypavif\x00\x00\x00\x00"), Image{Format: "avif", Named: "jpeg"}},
		{"heic.jpg", []byte("\x00\x00\x00\x1cftypheic\x00\x00\x00\x00"), Image{Format: "heif", Named: "jpeg"}},
		{"svg.png", []byte("<?xml version='1.0'?>\n<svg/>"), Image{Format: "svg", Named: "png"}},
		{"page.png", []byte("<!doctype html>"), Image{Named: "png", Damaged: true}},
		{"empty.png", nil, Image{Named: "png", Damaged: true}},
		{"cut.png", asPNG[:20], Image{Format: "png", Named: "png", Damaged: true}},
		{"cut.jpg", asJPEG[:20], Image{Format: "jpeg", Named: "jpeg", Damaged: true}},
		{"cut.gif", []byte("GIF89a\x1e"), Image{Format: "gif", Named: "gif", Damaged: true}},
		{"damaged.png", damagedPNG, Image{Format: "png", Named: "png", Damaged: true}},
		{"any.svg", []byte("no picture"), Image{}},
		{"any.txt", asPNG, Image{Format: "png"}},
	} {
		name := filepath.Join(t.TempDir(), test.name)
		if err := os.WriteFile(name, test.data, 0o666); err != nil {
			t.Fatal(err)
		}
		test.want.Bytes = int64(len(test.data))
		if got := new(Index).Image(name); got != test.want {
			t.Errorf("%s: got %+v, want %+v", test.name, got, test.want)
		}
	}
	lfs := filepath.Join(t.TempDir(), "lfs.png")
	if err := os.WriteFile(lfs, []byte("version https://git-lfs.github.com/spec/v1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{lfs, filepath.Join(t.TempDir(), "none.png"), t.TempDir()} {
		if got := new(Index).Image(name); got != (Image{}) {
			t.Errorf("%s: got %+v, want nothing", name, got)
		}
	}
}

// TestImageOnce checks that a file is read once, whoever asks for it.
func TestImageOnce(t *testing.T) {
	asPNG, _ := encoded(t)
	name := filepath.Join(t.TempDir(), "a.png")
	if err := os.WriteFile(name, asPNG, 0o666); err != nil {
		t.Fatal(err)
	}
	x := new(Index)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() { x.Image(name) })
	}
	wg.Wait()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if got := x.Image(name); got.Width != 30 {
		t.Errorf("the file is read again: %+v", got)
	}
}

// Command featureimage draws the feature images of the blog's posts.
//
//	go run ./theme/cmd/featureimage
//
// writes anh-bia.png into the bundle of every post it has a scene for. The
// pictures are computed in integers alone, so every machine draws the same
// pixels, and a file that already shows them is left as it is.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
)

func main() {
	dir := flag.String("dir", "content/bai-viet", "folder of the post bundles")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "featureimage:", err)
		os.Exit(1)
	}
}

// run draws every scene into its post's bundle below dir and stops at the
// first bundle that is missing or cannot be written.
func run(dir string) error {
	for _, s := range scenes {
		path := filepath.Join(dir, s.post, "anh-bia.png")
		if err := update(path, s.render()); err != nil {
			return err
		}
	}
	return nil
}

// update writes img to path unless the file there already shows the same
// pixels: another version of Go may compress them differently, and that alone
// is no reason to change a file.
func update(path string, img *image.RGBA) error {
	if old, err := os.ReadFile(path); err == nil && shows(old, img) {
		return nil
	}
	var buf bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&buf, compact(img)); err != nil {
		return err
	}
	return os.WriteFile(path, buf.Bytes(), 0o644)
}

// shows reports whether the PNG in data has exactly the pixels of img. Data
// that is no PNG shows nothing.
func shows(data []byte, img *image.RGBA) bool {
	old, err := png.Decode(bytes.NewReader(data))
	if err != nil || old.Bounds() != img.Bounds() {
		return false
	}
	same := image.NewRGBA(old.Bounds())
	draw.Draw(same, same.Bounds(), old, image.Point{}, draw.Src)
	return bytes.Equal(same.Pix, img.Pix)
}

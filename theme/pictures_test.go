package theme

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"path/filepath"
	"testing"
)

// drawKitchen adds the pictures of the kitchen-sink site; drawn, they need not be kept.
func drawKitchen(t testing.TB, dir string) {
	t.Helper()
	posts := filepath.Join(dir, "content", "bai-viet")
	write(t, filepath.Join(posts, "po-va-pm", "anh-bia.png"), picture(1600, 900, circles))
	write(t, filepath.Join(posts, "bep", "rong.png"), picture(3000, 1500, shade))
	write(t, filepath.Join(posts, "bep", "anh-trong.png"), picture(900, 500, shade))
	write(t, filepath.Join(posts, "anh-theo-ten", "tam-hinh.png"), picture(900, 600, shade))
	write(t, filepath.Join(dir, "static", "anh", "tinh.png"), picture(1000, 560, shade))
}

// picture returns a PNG whose pixels paint gives; x and y run from 0 to 1.
func picture(width, height int, paint func(x, y float64) color.RGBA) string {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetRGBA(x, y, paint(float64(x)/float64(width), float64(y)/float64(height)))
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err) // a bytes.Buffer takes every write
	}
	return out.String()
}

func circles(x, y float64) color.RGBA {
	in := func(cx float64) bool { dx, dy := x-cx, (y-0.5)*9/16; return dx*dx+dy*dy < 0.03 }
	switch left, right := in(0.42), in(0.58); {
	case left && right:
		return color.RGBA{92, 24, 60, 255}
	case left:
		return color.RGBA{178, 58, 52, 255}
	case right:
		return color.RGBA{36, 84, 140, 255}
	}
	return color.RGBA{228, 236, 242, 255}
}

func shade(x, y float64) color.RGBA {
	return color.RGBA{uint8(90 + 120*x), uint8(140 + 60*y), uint8(200 - 80*x), 255}
}

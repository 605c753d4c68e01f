package main

import (
	"image"
	"image/color"
)

// The size of every picture, in pixels: 16:9, wide enough for a large screen.
const (
	width  = 1600
	height = 900
)

// A canvas is the picture that a scene paints, from back to front.
type canvas struct{ img *image.RGBA }

// newCanvas returns a canvas filled with the background bg.
func newCanvas(bg color.RGBA) *canvas {
	c := &canvas{image.NewRGBA(image.Rect(0, 0, width, height))}
	c.fill(rect(0, 0, width, height), bg)
	return c
}

// fill paints the shape s in colour col. Where s covers a part of a pixel,
// col is mixed with what is there in that proportion. What lies outside the
// canvas is cut off.
func (c *canvas) fill(s shape, col color.RGBA) {
	cover := make([]int, width) // samples covered, of sub*sub
	for y := range height {
		clear(cover)
		hit := false
		for row := y * sub; row < (y+1)*sub; row++ {
			for _, r := range s(row) {
				hit = true
				count(cover, r)
			}
		}
		if !hit {
			continue
		}
		for x, n := range cover {
			if n > 0 {
				c.img.SetRGBA(x, y, mix(c.img.RGBAAt(x, y), col, n))
			}
		}
	}
}

// count adds the samples of r to the pixels they belong to.
func count(cover []int, r span) {
	start, end := max(r.start, 0), min(r.end, width*sub)
	for start < end {
		next := min(end, (start/sub+1)*sub)
		cover[start/sub] += next - start
		start = next
	}
}

// mix returns the colour of a pixel of colour under of which n of sub*sub
// samples are painted over. The proportion is kept to sixteenths: the eye does
// not see the difference, and fewer colours make a smaller file.
func mix(under, over color.RGBA, n int) color.RGBA {
	n = (n + 2) / 4
	blend := func(u, o uint8) uint8 {
		return uint8((int(u)*(16-n) + int(o)*n + 8) / 16)
	}
	return color.RGBA{blend(under.R, over.R), blend(under.G, over.G), blend(under.B, over.B), 255}
}

// compact returns img with a colour table when it has at most 256 colours, and
// img itself when it has more. Colours stand in the table in the order of
// their first pixel.
func compact(img *image.RGBA) image.Image {
	index := make(map[color.RGBA]uint8)
	var table color.Palette
	out := image.NewPaletted(img.Bounds(), nil)
	for y := range height {
		for x := range width {
			col := img.RGBAAt(x, y)
			i, known := index[col]
			if !known {
				if len(table) == 256 {
					return img
				}
				i = uint8(len(table))
				index[col] = i
				table = append(table, col)
			}
			out.Pix[out.PixOffset(x, y)] = i
		}
	}
	out.Palette = table
	return out
}

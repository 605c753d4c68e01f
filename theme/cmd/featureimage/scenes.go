package main

import (
	"image"
	"image/color"
)

// A scene is the composition of one post's picture.
type scene struct {
	post string // folder of the bundle
	bg   color.RGBA
	draw func(*canvas)
}

// render draws the scene.
func (s scene) render() *image.RGBA {
	c := newCanvas(s.bg)
	s.draw(c)
	return c.img
}

// hex is the colour 0xRRGGBB.
func hex(rgb uint32) color.RGBA {
	return color.RGBA{uint8(rgb >> 16), uint8(rgb >> 8), uint8(rgb), 255}
}

// scenes are all pictures, in the order of the posts' dates.
var scenes = []scene{
	{"bang-thuat-ngu-tham-khao", hex(0xf3ebdd), tiles},
	{"product-owner-va-product-manager", hex(0xf6e9d8), overlap},
	{"chuc-danh-ba-po-pm", hex(0xdfe7e4), doors},
	{"viet-user-story-va-tieu-chi-chap-nhan", hex(0x22304a), cards},
	{"sap-xep-product-backlog", hex(0xf7efe2), bars},
	{"outcome-khac-output", hex(0xe9e4f0), sunrise},
	{"mvp-khong-phai-ban-lam-do", hex(0xfbeee0), slice},
	{"phong-van-nguoi-dung", hex(0x1f3d3a), people},
	{"no-ky-thuat", hex(0xe8e6e1), tower},
	{"deploy-khac-release", hex(0x1d2440), switches},
	{"lead-time-va-cycle-time", hex(0xf2f0e6), dials},
	{"sprint-review-khong-phai-buoi-demo", hex(0xf0dfd0), table},
	{"wireframe-mockup-prototype", hex(0xe3ebf2), frames},
	{"okr-cho-nhom-san-pham", hex(0xf4d9c6), peaks},
}

// tiles is a quilt of simple signs, each with its own meaning: a glossary.
func tiles(c *canvas) {
	rows := []string{
		"abcdecafb",
		"dfabfebcd",
		"bcedacfda",
		"eafcbdaef",
		"cdbfeabcd",
	}
	inks := []color.RGBA{hex(0x1f3a5f), hex(0xd9573b), hex(0xe9b44c), hex(0x3f7d6e), hex(0x8fb8c9)}
	const size = 150
	for r, row := range rows {
		for i, sign := range row {
			x, y := 125+i*size, 75+r*size
			ground, ink := inks[(i*2+r*3)%5], inks[(i*2+r*3+1+(i+r)%3)%5]
			square := rect(x, y, size, size)
			c.fill(square, ground)
			switch sign {
			case 'a': // a quarter disc
				c.fill(both(square, circle(x, y+size, size)), ink)
			case 'b': // a disc
				c.fill(circle(x+size/2, y+size/2, 52), ink)
			case 'c': // a corner
				c.fill(polygon(point{x, y}, point{x + size, y}, point{x, y + size}), ink)
			case 'd': // two half discs
				c.fill(both(square, circle(x, y+size/2, size/2)), ink)
				c.fill(both(square, circle(x+size, y+size/2, size/2)), ink)
			case 'e': // a leaf
				c.fill(both(both(square, circle(x, y, size)), circle(x+size, y+size, size)), ink)
			case 'f': // stripes
				for k := range 3 {
					c.fill(rect(x, y+k*50, size, 25), ink)
				}
			}
		}
	}
}

// overlap is two discs of equal size: one of near, even rings, the other of a
// wide horizon, and the ground they share.
func overlap(c *canvas) {
	left, right := circle(590, 450, 330), circle(1010, 450, 330)
	c.fill(left, hex(0x24475e))
	for r := 290; r > 0; r -= 80 {
		c.fill(ring(590, 450, r, 34), hex(0x3d6b86))
	}
	c.fill(right, hex(0xe2703a))
	c.fill(both(right, rect(0, 520, width, 380)), hex(0xc4562a))
	c.fill(both(right, circle(1130, 520, 120)), hex(0xf7c873))
	c.fill(both(right, rect(0, 520, width, 380)), hex(0xc4562a))
	for y := 575; y < 780; y += 60 {
		c.fill(both(right, rect(0, y, width, 14)), hex(0xe2703a))
	}
	c.fill(both(left, right), hex(0xf3b562))
	c.fill(both(both(left, right), rect(0, 520, width, 380)), hex(0xe79a45))
}

// doors is three doorways side by side; what is behind each is another thing.
func doors(c *canvas) {
	c.fill(rect(0, 720, width, 180), hex(0xc6d3ce))
	walls := []color.RGBA{hex(0x2f5d62), hex(0xd8a048), hex(0xb5503c)}
	light := []color.RGBA{hex(0xa7c4bc), hex(0xf6e3b4), hex(0xf2c1ae)}
	for i := range 3 {
		x := 230 + i*410
		h := 500 + i*60
		c.fill(arch(x, 760-h, 320, h), walls[i])
		c.fill(arch(x+55, 760-h+75, 210, h-75), light[i])
		c.fill(polygon(point{x + 55, 760}, point{x + 265, 760}, point{x + 345, 900}, point{x + 75, 900}), light[i])
	}
	c.fill(rect(340, 610, 100, 150), walls[0]) // a block
	c.fill(circle(800, 700, 60), walls[1])
	c.fill(polygon(point{1210, 560}, point{1290, 760}, point{1130, 760}), walls[2])
}

// cards is a fan of written cards before two who talk.
func cards(c *canvas) {
	c.fill(both(circle(0, 450, 380), rect(0, 0, width, height)), hex(0x2e4468))
	c.fill(both(circle(1600, 450, 380), rect(0, 0, width, height)), hex(0x2e4468))
	c.fill(both(circle(0, 450, 240), rect(0, 0, width, 450)), hex(0xf2a65a))
	c.fill(both(circle(1600, 450, 240), rect(0, 450, width, 450)), hex(0x6fb3a8))
	papers := []color.RGBA{hex(0x6fb3a8), hex(0xf2a65a), hex(0xf7efe0)}
	for i, paper := range papers {
		c.fill(rounded(430+i*90, 130+i*70, 560, 500, 24), paper)
	}
	for k, w := range []int{380, 440, 300} {
		c.fill(rounded(670, 350+k*60, w, 24, 12), hex(0x22304a))
	}
	for k := range 3 {
		y := 560 + k*66
		c.fill(circle(690, y, 20), [...]color.RGBA{hex(0x3f8f80), hex(0x3f8f80), hex(0xd9c9ae)}[k])
		c.fill(rounded(730, y-10, 330-k*60, 20, 10), hex(0xd9c9ae))
	}
}

// bars is a pile of items, the most valuable on top; one is just being moved.
func bars(c *canvas) {
	c.fill(circle(1270, 300, 420), hex(0xf0dfc4))
	inks := []color.RGBA{hex(0x17494d), hex(0x2a6f6b), hex(0x4f938a), hex(0x86b5a6), hex(0xb5d0c0), hex(0xd5e2d3)}
	for i, ink := range inks {
		y := 110 + i*118
		if i == 2 {
			c.fill(rounded(220, y, 690, 84, 42), hex(0xe9dcc6))
			c.fill(rounded(590, y-8, 720, 100, 50), hex(0xe0633d))
			c.fill(circle(640, y+42, 24), hex(0xf7efe2))
			continue
		}
		w := 880 - i*95
		c.fill(rounded(220, y, w, 84, 42), ink)
		c.fill(circle(262, y+42, 20), hex(0xf7efe2))
	}
}

// sunrise is many like boxes at the foot of one great result.
func sunrise(c *canvas) {
	c.fill(circle(1080, 520, 330), hex(0xf5b461))
	c.fill(circle(1080, 520, 240), hex(0xf08a4b))
	c.fill(circle(1080, 520, 150), hex(0xd9573b))
	c.fill(polygon(point{0, 800}, point{700, 700}, point{1600, 470}, point{1600, 900}, point{0, 900}), hex(0x3b3561))
	c.fill(polygon(point{0, 860}, point{800, 800}, point{1600, 650}, point{1600, 900}, point{0, 900}), hex(0x2a2547))
	for r := range 5 {
		for i := range 6 {
			ink := hex(0xc9c0dc)
			if (i+r*2)%5 == 0 {
				ink = hex(0x8d80b3)
			}
			c.fill(rounded(110+i*88, 130+r*88, 64, 64, 10), ink)
		}
	}
}

// slice is a layered half dome with one narrow slice through all its layers.
func slice(c *canvas) {
	base := rect(0, 0, width, 760)
	muted := []color.RGBA{hex(0xe7d3bd), hex(0xdcc1a5), hex(0xcfae8e), hex(0xc19b79)}
	bright := []color.RGBA{hex(0x25577a), hex(0x2f8f83), hex(0xf2b544), hex(0xdf5b3f)}
	wedge := polygon(point{800, 760}, point{870, 40}, point{1240, 40})
	for i := range 4 {
		dome := both(circle(800, 760, 600-i*140), base)
		c.fill(dome, muted[i])
	}
	for i := range 4 {
		c.fill(both(both(circle(800, 760, 640-i*140), base), wedge), bright[i])
	}
	c.fill(rect(120, 760, 1360, 16), hex(0x5b4636))
}

// people is a row of listeners, and the one who speaks.
func people(c *canvas) {
	c.fill(circle(800, 960, 640), hex(0x2a524d))
	coats := []color.RGBA{hex(0xe4a853), hex(0x7fb5a5), hex(0xe8684a), hex(0xb7cfc4), hex(0xd9935a)}
	skins := []color.RGBA{hex(0x8a5a3c), hex(0xf0cba4), hex(0xc98b5e), hex(0xe6b48a), hex(0x6e4630)}
	floor := rect(0, 0, width, 820)
	for i := range 5 {
		x, lift := 240+i*280, 0
		if i == 2 {
			lift = 110
		}
		c.fill(both(union(circle(x, 700-lift, 150), rect(x-150, 700-lift, 300, 400)), floor), coats[i])
		c.fill(circle(x, 470-lift, 84), skins[i])
	}
	c.fill(union(rounded(1030, 100, 330, 150, 60), polygon(point{1060, 220}, point{1000, 300}, point{1130, 245})), hex(0xf4efe1))
	for k := range 3 {
		c.fill(circle(1120+k*75, 175, 18), hex(0xe8684a))
	}
	c.fill(rect(0, 820, width, 80), hex(0x16302d))
}

// tower is a pile of blocks that still stands, with gaps where it should not.
func tower(c *canvas) {
	c.fill(circle(1180, 330, 210), hex(0xf3c969))
	inks := []color.RGBA{hex(0x34495e), hex(0xb8503a), hex(0x5d7f8c), hex(0xd98e4a), hex(0x8a9a5b)}
	shift := []int{0, -14, 18, -34, 30, 62, 96}
	for level, dx := range shift {
		y := 720 - level*98
		for k := range 4 {
			if (level == 1 && k == 1) || (level == 3 && k == 2) || (level == 4 && k == 0) || (level == 5 && k == 2) {
				continue
			}
			c.fill(rounded(470+dx+k*140, y, 132, 90, 8), inks[(level*2+k)%5])
		}
	}
	c.fill(rounded(1190, 720, 132, 90, 8), inks[1])
	c.fill(rect(0, 810, width, 90), hex(0xcfcbc2))
}

// switches is a board of which most is installed and little is turned on.
func switches(c *canvas) {
	for r := range 3 {
		for i := range 4 {
			x, y := 150+i*335, 135+r*220
			on := (i == 1 && r == 1) || (i == 3 && r == 0)
			if on {
				c.fill(rounded(x, y, 295, 150, 75), hex(0xf4a259))
				c.fill(circle(x+220, y+75, 58), hex(0xfff4e0))
				continue
			}
			c.fill(rounded(x, y, 295, 150, 75), hex(0x313b63))
			c.fill(circle(x+75, y+75, 58), hex(0x7482b5))
		}
	}
	c.fill(rect(0, 860, width, 40), hex(0x313b63))
}

// dials is two clocks that run on the same work: the long ring holds the
// short one.
func dials(c *canvas) {
	const x, y = 800, 450
	c.fill(circle(x, y, 400), hex(0xe2dcc8))
	long := ring(x, y, 370, 90)
	c.fill(long, hex(0xcfc7ad))
	c.fill(without(long, rect(0, 0, x, y)), hex(0x27566b))
	short := ring(x, y, 240, 90)
	c.fill(short, hex(0xcfc7ad))
	c.fill(both(short, rect(x, y, 800, 450)), hex(0xe07a3f))
	c.fill(circle(x, y, 90), hex(0xf2f0e6))
	c.fill(circle(x, y, 36), hex(0x27566b))
	for k := range 6 {
		c.fill(circle(50+k*62, 450, 14), hex(0xcfc7ad))
		c.fill(circle(1240+k*62, 450, 14), hex(0xe07a3f))
	}
}

// table is a meeting seen from above: everybody has a seat, and the thing that
// was made lies in the middle.
func table(c *canvas) {
	c.fill(circle(800, 450, 430), hex(0xe5cbb5))
	seats := []struct {
		x, y int
		ink  color.RGBA
	}{
		{800, 100, hex(0x2d4059)}, {1048, 202, hex(0xea5455)}, {1150, 450, hex(0x2d4059)}, {1048, 698, hex(0xf07b3f)},
		{800, 800, hex(0x2d4059)}, {552, 698, hex(0x4f8a8b)}, {450, 450, hex(0xf07b3f)}, {552, 202, hex(0x4f8a8b)},
	}
	for _, s := range seats {
		c.fill(circle(s.x, s.y, 78), s.ink)
		c.fill(circle(s.x, s.y, 40), hex(0xf7ead9))
	}
	c.fill(circle(800, 450, 270), hex(0xfaf3e7))
	c.fill(rounded(690, 340, 220, 220, 20), hex(0xffd460))
	c.fill(both(rounded(690, 340, 220, 220, 20), circle(690, 560, 220)), hex(0xf07b3f))
	c.fill(both(rounded(690, 340, 220, 220, 20), circle(690, 560, 110)), hex(0xea5455))
}

// frames is the same screen three times: as lines, as areas, as the thing.
func frames(c *canvas) {
	const top, w, h = 150, 360, 600
	line := hex(0x5b7083)
	for i := range 3 {
		x := 160 + i*460
		screen := rounded(x, top, w, h, 28)
		c.fill(rounded(x-8, top-8, w+16, h+16, 34), line)
		c.fill(screen, hex(0xf8fbfd))
		switch i {
		case 0:
			c.fill(frame(x+36, top+50, 288, 220, 6), line)
			c.fill(polygon(point{x + 36, top + 54}, point{x + 42, top + 50}, point{x + 324, top + 266}, point{x + 318, top + 270}), line)
			c.fill(polygon(point{x + 318, top + 50}, point{x + 324, top + 54}, point{x + 42, top + 270}, point{x + 36, top + 266}), line)
			for k := range 3 {
				c.fill(frame(x+36, top+310+k*56, 288-k*60, 30, 5), line)
			}
			c.fill(frame(x+36, top+500, 288, 60, 6), line)
		case 1:
			c.fill(rect(x+36, top+50, 288, 220), hex(0xc3d0da))
			for k := range 3 {
				c.fill(rounded(x+36, top+310+k*56, 288-k*60, 30, 8), hex(0xd8e1e8))
			}
			c.fill(rounded(x+36, top+500, 288, 60, 12), hex(0x93a7b7))
		case 2:
			hero := rect(x+36, top+50, 288, 220)
			c.fill(hero, hex(0xf9d9a7))
			c.fill(both(hero, circle(x+240, top+140, 56)), hex(0xef6f4d))
			c.fill(both(hero, circle(x+100, top+320, 130)), hex(0x2f7f79))
			c.fill(both(hero, circle(x+270, top+340, 140)), hex(0x1f5f6b))
			for k := range 3 {
				c.fill(rounded(x+36, top+310+k*56, 288-k*60, 30, 8), [...]color.RGBA{hex(0x23384a), hex(0x9fb3c2), hex(0x9fb3c2)}[k])
			}
			c.fill(rounded(x+36, top+500, 288, 60, 30), hex(0xef6f4d))
		}
	}
	for i := range 2 {
		x := 548 + i*460
		c.fill(polygon(point{x, 415}, point{x + 44, 450}, point{x, 485}), hex(0xef6f4d))
	}
}

// peaks is a range with a flag on the highest summit.
func peaks(c *canvas) {
	c.fill(circle(420, 300, 150), hex(0xf7f0dd))
	c.fill(polygon(point{-100, 900}, point{330, 420}, point{760, 900}), hex(0xb9766b))
	c.fill(polygon(point{900, 900}, point{1320, 380}, point{1740, 900}), hex(0xa05f63))
	c.fill(polygon(point{330, 900}, point{860, 210}, point{1390, 900}), hex(0x5a4a68))
	c.fill(polygon(point{860, 210}, point{1390, 900}, point{900, 900}), hex(0x463a56))
	c.fill(polygon(point{860, 210}, point{983, 370}, point{920, 345}, point{866, 400}, point{800, 350}, point{737, 370}), hex(0xf7f0dd))
	c.fill(rect(854, 80, 12, 140), hex(0x2e2740))
	c.fill(polygon(point{866, 84}, point{990, 124}, point{866, 164}), hex(0xe2593c))
	c.fill(polygon(point{0, 820}, point{520, 740}, point{1100, 830}, point{1600, 760}, point{1600, 900}, point{0, 900}), hex(0x2e2740))
}

package main

import "slices"

// sub is the number of samples along each side of a pixel. Shapes are given in
// pixels and kept in samples.
const sub = 8

// A span is a half-open run of samples on one row.
type span struct{ start, end int }

// A shape gives, for a row of samples, the runs it covers: disjoint, none
// empty, from left to right.
type shape func(row int) []span

// rect is the rectangle with its upper left corner at x, y.
func rect(x, y, w, h int) shape {
	s := span{x * sub, (x + w) * sub}
	return func(row int) []span {
		if row < y*sub || row >= (y+h)*sub {
			return nil
		}
		return []span{s}
	}
}

// circle is the disc of radius r around x, y.
func circle(x, y, r int) shape {
	// Rows are sampled in their middle, hence the doubled coordinates.
	x2, y2, r2 := 2*x*sub, 2*y*sub, 2*r*sub
	return func(row int) []span {
		dy := 2*row + 1 - y2
		if dy <= -r2 || dy >= r2 {
			return nil
		}
		half := isqrt(r2*r2 - dy*dy)
		return run1((x2-half+1)/2, (x2+half+1)/2)
	}
}

// A point is a place on the canvas, in pixels.
type point struct{ x, y int }

// polygon is the area inside the closed line through the points, by the
// even-odd rule.
func polygon(points ...point) shape {
	return func(row int) []span {
		y := 2*row + 1
		var cross []int
		for i, p := range points {
			q := points[(i+1)%len(points)]
			if p.y > q.y {
				p, q = q, p
			}
			py, qy := 2*p.y*sub, 2*q.y*sub
			if y < py || y >= qy {
				continue
			}
			px, qx := 2*p.x*sub, 2*q.x*sub
			cross = append(cross, (px+(y-py)*(qx-px)/(qy-py))/2)
		}
		slices.Sort(cross)
		var out []span
		for i := 0; i+1 < len(cross); i += 2 {
			out = append(out, run1(cross[i], cross[i+1])...)
		}
		return out
	}
}

// ring is the part of a disc of radius r that is at most thick from its edge.
func ring(x, y, r, thick int) shape {
	return without(circle(x, y, r), circle(x, y, r-thick))
}

// rounded is a rectangle with corners of radius r.
func rounded(x, y, w, h, r int) shape {
	return union(
		rect(x+r, y, w-2*r, h), rect(x, y+r, w, h-2*r),
		circle(x+r, y+r, r), circle(x+w-r, y+r, r),
		circle(x+r, y+h-r, r), circle(x+w-r, y+h-r, r),
	)
}

// arch is a doorway: a half disc standing on a rectangle, h high in all.
func arch(x, y, w, h int) shape {
	return union(circle(x+w/2, y+w/2, w/2), rect(x, y+w/2, w, h-w/2))
}

// frame is the border of a rectangle, thick pixels wide, drawn inside it.
func frame(x, y, w, h, thick int) shape {
	return without(rect(x, y, w, h), rect(x+thick, y+thick, w-2*thick, h-2*thick))
}

// union covers what any of the shapes covers.
func union(shapes ...shape) shape {
	return func(row int) []span {
		var all []span
		for _, s := range shapes {
			all = append(all, s(row)...)
		}
		slices.SortFunc(all, func(a, b span) int { return a.start - b.start })
		var out []span
		for _, s := range all {
			if n := len(out); n > 0 && s.start <= out[n-1].end {
				out[n-1].end = max(out[n-1].end, s.end)
			} else {
				out = append(out, s)
			}
		}
		return out
	}
}

// both covers what a and b both cover.
func both(a, b shape) shape {
	return func(row int) []span {
		var out []span
		other := b(row)
		for _, s := range a(row) {
			for _, t := range other {
				out = append(out, run1(max(s.start, t.start), min(s.end, t.end))...)
			}
		}
		return out
	}
}

// without covers what a covers and b does not.
func without(a, b shape) shape {
	return func(row int) []span {
		var out []span
		holes := b(row)
		for _, s := range a(row) {
			at := s.start
			for _, h := range holes {
				if h.end <= at || h.start >= s.end {
					continue
				}
				out = append(out, run1(at, h.start)...)
				at = h.end
			}
			out = append(out, run1(at, s.end)...)
		}
		return out
	}
}

// run1 is the run from start to end, or none when that is empty.
func run1(start, end int) []span {
	if start >= end {
		return nil
	}
	return []span{{start, end}}
}

// isqrt is the greatest integer whose square is at most n, for n >= 0.
func isqrt(n int) int {
	if n < 2 {
		return n
	}
	x := n
	for y := (x + 1) / 2; y < x; y = (x + n/x) / 2 {
		x = y
	}
	return x
}

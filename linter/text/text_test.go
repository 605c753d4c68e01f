package text

import (
	"bytes"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	for _, c := range []struct {
		src    string
		offset int
		want   Position
	}{
		{"", 0, Position{1, 1}},
		{"ab", 1, Position{1, 2}},
		{"ab", 99, Position{1, 3}},
		{"ab", -1, Position{1, 1}},
		{"a\nb", 1, Position{1, 2}},
		{"a\nb", 2, Position{2, 1}},
		{"a\r\nb", 2, Position{1, 3}},
		{"a\r\nb", 3, Position{2, 1}},
		{"a\n", 2, Position{2, 1}},
		{"đường dẫn", len("đường "), Position{1, 7}},
		{"😉x", 4, Position{1, 2}},
		{"\xff\xfex", 2, Position{1, 3}},
	} {
		if got := NewLines([]byte(c.src)).Position(c.offset); got != c.want {
			t.Errorf("offset %d of %q is at %v, want %v", c.offset, c.src, got, c.want)
		}
	}
}

func TestLineSpan(t *testing.T) {
	l := NewLines([]byte("one\r\ntwo\n\nfour"))
	for line, want := range map[int]string{-1: "", 0: "", 1: "one", 2: "two", 3: "", 4: "four", 5: ""} {
		s := l.Span(line)
		if got := string(l.src[s.Start:s.End]); got != want {
			t.Errorf("line %d is %q, want %q", line, got, want)
		}
	}
	if l.Count() != 4 || NewLines(nil).Count() != 1 || NewLines([]byte("a\n")).Count() != 2 {
		t.Error("the lines are counted wrong")
	}
	if s := l.LineOf(1); string(l.src[s.Start:s.End]) != "one\r\n" {
		t.Errorf("the line of offset 1 is %v", s)
	}
}

func FuzzLines(f *testing.F) {
	for _, s := range []string{"", "a\r\nđ\n😉\n", "\xff\n\xf0\x9f", "\r\r\n\n", "a\u2028b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		l := NewLines(src)
		if want := bytes.Count(src, []byte("\n")) + 1; l.Count() != want {
			t.Errorf("%d lines, want %d", l.Count(), want)
		}
		last := Position{}
		for offset := 0; offset <= len(src); offset++ {
			p := l.Position(offset)
			if utf8.Valid(src) && offset < len(src) && !utf8.RuneStart(src[offset]) {
				continue // within a character: nothing begins or ends there
			}
			if utf8.Valid(src) && (p.Line < last.Line || p.Line == last.Line && p.Column < last.Column) {
				t.Fatalf("offset %d is at %v, the one before at %v", offset, p, last)
			}
			last = p
			line := l.LineOf(offset)
			if offset < len(src) && (offset < line.Start || offset >= line.End) {
				t.Fatalf("the line of offset %d is %v", offset, line)
			}
			if s := l.Span(p.Line); s.Start != line.Start || s.End > line.End || bytes.ContainsAny(src[s.End:line.End], "abc") {
				t.Fatalf("line %d is %v and %v", p.Line, s, line)
			}
			// What is not within a character or a line end comes back.
			if utf8.Valid(src) && (offset == len(src) || utf8.RuneStart(src[offset])) && offset <= l.Span(p.Line).End {
				if back := l.Offset(p); back != offset {
					t.Fatalf("offset %d is at %v, and that is offset %d", offset, p, back)
				}
			}
			n, unit := l.UTF16(offset)
			if want := len(utf16.Encode([]rune(string(src[line.Start:offset])))); n != p.Line-1 || unit != want {
				t.Fatalf("offset %d is at %d:%d in UTF-16, want %d:%d", offset, n, unit, p.Line-1, want)
			}
		}
	})
}

func TestApply(t *testing.T) {
	for _, c := range []struct {
		src   string
		edits []Edit
		want  string
	}{
		{"abc", nil, "abc"},
		{"abc", []Edit{Replace(Span{1, 2}, "X")}, "aXc"},
		{"abc", []Edit{Delete(Span{0, 3})}, ""},
		{"abc", []Edit{Insert(3, "d"), Insert(0, "_")}, "_abcd"},
		{"abc", []Edit{Insert(1, "x"), Insert(1, "y")}, "axybc"},
		{"abc", []Edit{Delete(Span{1, 3}), Insert(1, "x")}, "ax"},
		{"abc", []Edit{Delete(Span{0, 1}), Insert(1, "x")}, "xbc"},
	} {
		got, err := Apply([]byte(c.src), c.edits)
		if err != nil || string(got) != c.want {
			t.Errorf("%v on %q gives %q (%v), want %q", c.edits, c.src, got, err, c.want)
		}
	}
	for _, edits := range [][]Edit{
		{Delete(Span{0, 2}), Delete(Span{1, 3})}, {Delete(Span{0, 4})}, {Delete(Span{-1, 1})}, {Delete(Span{2, 1})}, {Delete(Span{0, 2}), Insert(1, "x")},
	} {
		if got, err := Apply([]byte("abc"), edits); err == nil {
			t.Errorf("%v gives %q, want an error", edits, got)
		}
	}
}

// Edits that do not conflict can be applied together, in any order, and each
// leaves the bytes outside of it alone.
func FuzzApply(f *testing.F) {
	f.Add([]byte("hello, world"), int64(1))
	f.Add([]byte("đường\r\n"), int64(2))
	f.Fuzz(func(t *testing.T, src []byte, seed int64) {
		r := rand.New(rand.NewSource(seed))
		var edits []Edit
		for range r.Intn(6) {
			start := r.Intn(len(src) + 1)
			e := Replace(Span{start, start + r.Intn(len(src)-start+1)}, strings.Repeat("x", r.Intn(3)))
			if !slices.ContainsFunc(edits, func(o Edit) bool { return Conflict(e, o) || Conflict(o, e) || e == o }) {
				edits = append(edits, e)
			}
		}
		want, err := Apply(src, edits)
		if err != nil {
			t.Fatalf("%v do not conflict, and cannot be applied: %v", edits, err)
		}
		r.Shuffle(len(edits), func(i, j int) { edits[i], edits[j] = edits[j], edits[i] })
		if got, err := Apply(src, edits); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("in another order %v give %q (%v), want %q", edits, got, err, want)
		}
		var kept []byte
		last := 0
		for _, e := range Sort(edits) {
			kept = append(kept, src[last:e.Start]...)
			last = e.End
		}
		kept = append(kept, src[last:]...)
		size := len(kept)
		for _, e := range edits {
			size += len(e.New)
		}
		if len(want) != size {
			t.Fatalf("%v of %d bytes give %d, want %d", edits, len(src), len(want), size)
		}
	})
}

func TestConflict(t *testing.T) {
	for _, c := range []struct {
		a, b Edit
		want bool
	}{
		{Delete(Span{0, 2}), Delete(Span{1, 3}), true},
		{Delete(Span{0, 2}), Delete(Span{2, 3}), false},
		{Delete(Span{0, 2}), Delete(Span{0, 2}), false},
		{Delete(Span{0, 2}), Replace(Span{0, 2}, "x"), true},
		{Insert(1, "x"), Insert(1, "y"), true},
		{Insert(1, "x"), Insert(1, "x"), false},
		{Insert(1, "x"), Delete(Span{0, 2}), true},
		{Insert(0, "x"), Delete(Span{0, 2}), false},
		{Insert(2, "x"), Delete(Span{0, 2}), false},
	} {
		if Conflict(c.a, c.b) != c.want || Conflict(c.b, c.a) != c.want {
			t.Errorf("conflict of %v and %v: want %v both ways", c.a, c.b, c.want)
		}
	}
}

func TestClosest(t *testing.T) {
	names := []string{"maxWidth", "strict", "fields", "thẻ"}
	for word, want := range map[string]string{
		"maxWitdh": "maxWidth", "MAXWIDTH": "maxWidth", "stric": "strict", "feilds": "fields", "the": "thẻ",
		"nonsense": "", "": "", "x": "",
	} {
		if got := Closest(word, names); got != want {
			t.Errorf("closest to %q is %q, want %q", word, got, want)
		}
	}
	if got := Closest("ab", []string{"ac", "ad"}); got != "ac" {
		t.Errorf("of two as close the first wins, not %q", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"Đường", "đương", 1}, {"kitten", "sitting", 3}} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("%q to %q is %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func FuzzDistance(f *testing.F) {
	f.Add("đường", "duong")
	f.Add("ab", "ba")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 40 || len(b) > 40 {
			return
		}
		d := Distance(a, b)
		x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
		if d != Distance(b, a) || d > max(len(x), len(y)) || d < max(len(x), len(y))-min(len(x), len(y)) || (d == 0) != slices.Equal(x, y) {
			t.Errorf("%q and %q are %d apart", a, b, d)
		}
		Closest(a, []string{b, a})
	})
}

func FuzzWords(f *testing.F) {
	f.Add([]byte("xx As an AI yy"), true)
	f.Add([]byte("CHATGPT \xff"), false)
	words := []string{"as an ai", "chatgpt", "ờ!", "aa"}
	plain, folded := NewWords(false, words...), NewWords(true, words...)
	f.Fuzz(func(t *testing.T, b []byte, fold bool) {
		w, in := plain, b
		if fold {
			w = folded
			in = bytes.Map(func(r rune) rune {
				if 'A' <= r && r <= 'Z' {
					return r + 'a' - 'A'
				}
				return r
			}, b)
		}
		want := slices.ContainsFunc(words, func(word string) bool { return bytes.Contains(in, []byte(word)) })
		if got := w.In(b); got != want {
			t.Errorf("fold %v: In(%q) is %v", fold, b, got)
		}
	})
}

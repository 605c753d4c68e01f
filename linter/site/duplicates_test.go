package site

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Duplicates are what comparing every post with every earlier one, sentence by
// sentence, finds; asked for one post alone, too.
func TestDuplicateOf(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dir := t.TempDir()
			r := rand.New(rand.NewPCG(seed, 1))
			writeAlike(t, dir, r)
			x := loadAt(t, dir)
			want := alike(x)
			if len(want) == 0 {
				t.Fatal("no post is like another: the test says nothing")
			}
			alone := loadAt(t, dir)
			for i, p := range alone.Pages {
				if i%7 == 0 {
					alone.duplicates.asked.Store(0)
				}
				compareDuplicate(t, alone, p, want)
			}
			for _, p := range x.Pages {
				compareDuplicate(t, x, p, want)
			}
		})
	}
}

func compareDuplicate(t *testing.T, x *Index, p *Page, want map[string]string) {
	t.Helper()
	got := ""
	if d, ok := x.DuplicateOf(p); ok {
		got = fmt.Sprintf("%s %.4f", d.Page.Document.Path, d.Shared)
	}
	if want := want[p.Document.Path]; got != want {
		t.Errorf("%s is a duplicate of %q, want %q", p.Document.Path, got, want)
	}
}

func loadAt(t *testing.T, dir string) *Index {
	t.Helper()
	x, err := Load(Options{Dir: dir, Now: time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// writeAlike writes posts of which some are nearly others, with standing
// phrases that many have.
func writeAlike(t *testing.T, dir string, r *rand.Rand) {
	t.Helper()
	write := func(name, content string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("hugo.toml", "defaultContentLanguage = \"vi\"\n[languages.vi]\n[languages.en]\n")
	sentence := func(kind string, n int) string {
		return fmt.Sprintf("Đây là câu %s thứ %d trong bài viết%s ", kind, n, []string{".", "!", "?", ".\n", "\n"}[n%5])
	}
	for i := range 60 {
		var body strings.Builder
		group := r.IntN(5)
		for n := range 3 + r.IntN(3)*20 + r.IntN(3) {
			switch {
			case r.IntN(30) == 0:
				body.WriteString(sentence("riêng của bài", i*1000+n))
			case n < 3:
				body.WriteString(sentence("chung của mọi bài", n))
			default:
				body.WriteString(sentence(fmt.Sprint("của nhóm ", group), n))
			}
		}
		name := fmt.Sprintf("content/p%02d.%s.md", i, []string{"vi", "vi", "en"}[r.IntN(3)])
		write(name, fmt.Sprintf("---\ntitle: x\ndate: 2025-01-%02d\ndraft: %v\n---\n%s", 1+r.IntN(9), r.IntN(9) == 0, body.String()))
	}
}

// alike finds the duplicates the plain way.
func alike(x *Index) map[string]string {
	found := map[string]string{}
	posts := x.comparedPosts()
	sets := make([]map[string]bool, len(posts))
	for i, p := range posts {
		sets[i] = sentencesOf(p)
	}
	for i, p := range posts {
		if len(sets[i]) < fewestSentences {
			continue
		}
		best := Duplicate{}
		for j, earlier := range posts[:i] {
			if len(sets[j]) < fewestSentences || earlier.Language != p.Language {
				continue
			}
			common := 0
			for s := range sets[i] {
				if with := postsWith(sets[:i], s); sets[j][s] && with <= mostCommon {
					common++
				}
			}
			share := float64(common) / float64(max(len(sets[i]), len(sets[j])))
			if share >= nearlyTheSame && (share > best.Shared || share == best.Shared && earlier.Document.Path < best.Page.Document.Path) {
				best = Duplicate{earlier, share}
			}
		}
		if best.Page != nil {
			found[p.Document.Path] = fmt.Sprintf("%s %.4f", best.Page.Document.Path, best.Shared)
		}
	}
	return found
}

func postsWith(sets []map[string]bool, s string) (n int) {
	for _, set := range sets {
		if set[s] && len(set) >= fewestSentences {
			n++
		}
	}
	return n
}

func sentencesOf(p *Page) map[string]bool {
	set := map[string]bool{}
	for _, s := range bytes.FieldsFunc(p.Src[p.BodyStart:], func(r rune) bool { return strings.ContainsRune("\n.!?", r) }) {
		letters := strings.Map(func(r rune) rune {
			switch {
			case r >= 0x80, r >= 'a' && r <= 'z', r >= '0' && r <= '9':
				return r
			case r >= 'A' && r <= 'Z':
				return r + 'a' - 'A'
			}
			return -1
		}, string(s))
		if len(letters) >= shortestLetters {
			set[letters] = true
		}
	}
	return set
}

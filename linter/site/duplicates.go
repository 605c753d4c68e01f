package site

import (
	"runtime"
	"slices"
	"sync"
	"unicode/utf8"
)

// duplicates are the posts whose text is nearly another's, found once.
type duplicates struct {
	once sync.Once
	of   map[*Page]Duplicate
}

// A Duplicate is an earlier post with nearly the same text.
type Duplicate struct {
	Page   *Page
	Shared float64 // the share of the sentences that both have, of the longer post, from 0 to 1
}

// What makes two posts nearly the same: so many sentences of so many letters, and
// so great a part of them the same. Sentences that more posts have than that are a
// site's standing phrases.
const (
	fewestSentences = 5
	shortestLetters = 25
	nearlyTheSame   = 0.9
	mostCommon      = 20
)

// DuplicateOf returns the earlier post in the same language whose body is nearly
// that of p, and false where there is none. Compared are sentences, without
// letter case, markup and punctuation; drafts and files that are not regular pages
// are left out. Earlier is by date, then by path.
func (x *Index) DuplicateOf(p *Page) (Duplicate, bool) {
	x.duplicates.once.Do(x.findDuplicates)
	d, ok := x.duplicates.of[p]
	return d, ok
}

func (x *Index) findDuplicates() {
	var posts []*Page
	for _, p := range x.Pages {
		if p.Kind == PageKind && p.State != Draft {
			posts = append(posts, p)
		}
	}
	slices.SortStableFunc(posts, func(a, b *Page) int { return a.Dates.Date.Compare(b.Dates.Date) })
	sentences := make([][]uint64, len(posts))
	var wait sync.WaitGroup
	jobs := runtime.GOMAXPROCS(0)
	for job := range jobs {
		wait.Go(func() {
			for i := job; i < len(posts); i += jobs {
				sentences[i] = sentenceHashes(posts[i].Src[posts[i].BodyStart:])
			}
		})
	}
	wait.Wait()

	x.duplicates.of = map[*Page]Duplicate{}
	with := map[uint64][]int32{} // the earlier posts that have a sentence
	for i, list := range sentences {
		if len(list) < fewestSentences {
			continue
		}
		shared := map[int32]int{}
		for _, h := range list {
			if len(with[h]) <= mostCommon {
				for _, j := range with[h] {
					shared[j]++
				}
				with[h] = append(with[h], int32(i))
			}
		}
		best := Duplicate{Shared: nearlyTheSame}
		for j, n := range shared {
			of := float64(n) / float64(max(len(list), len(sentences[j])))
			earlier := posts[j]
			if earlier.Language != posts[i].Language || of < best.Shared {
				continue
			}
			if best.Page == nil || of > best.Shared || earlier.Document.Path < best.Page.Document.Path {
				best = Duplicate{earlier, of}
			}
		}
		if best.Page != nil {
			x.duplicates.of[posts[i]] = best
		}
	}
}

// sentenceHashes returns the hashes of the different sentences of a body (FNV-1a
// over its letters and digits), sorted.
func sentenceHashes(body []byte) (hashes []uint64) {
	const offset, prime = 14695981039346656037, 1099511628211
	h, letters := uint64(offset), 0
	end := func() {
		if letters >= shortestLetters {
			hashes = append(hashes, h)
		}
		h, letters = offset, 0
	}
	for _, c := range body {
		switch c = sentenceBytes[c]; c {
		case 0:
		case '.':
			end()
		default:
			h = (h ^ uint64(c)) * prime
			letters++
		}
	}
	end()
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// sentenceBytes is what each byte counts as: a letter in lower case or a digit as
// itself, the end of a sentence as a period, everything else as nothing.
var sentenceBytes = func() (table [256]byte) {
	for i := range table {
		switch c := byte(i); {
		case c == '\n' || c == '.' || c == '!' || c == '?':
			table[i] = '.'
		case 'A' <= c && c <= 'Z':
			table[i] = c + 'a' - 'A'
		case c >= utf8.RuneSelf, 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			table[i] = c
		}
	}
	return table
}()

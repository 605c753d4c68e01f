package site

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// duplicates are the posts whose text is nearly another's, found once.
type duplicates struct {
	asked atomic.Int32 // for how many pages so far
	order struct {
		once  sync.Once
		posts []*Page // that are compared, the earlier first
	}
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

// askedAlone is for how many pages the others are searched one by one, before
// all are compared with all.
const askedAlone = 2

// DuplicateOf returns the earlier post in the same language whose body is nearly
// that of p, and false where there is none. Compared are sentences, without
// letter case, markup and punctuation; drafts and files that are not regular pages
// are left out. Earlier is by date, then by path.
func (x *Index) DuplicateOf(p *Page) (Duplicate, bool) {
	if !isCompared(p) || x.duplicates.asked.Add(1) <= askedAlone && !x.mayHaveDuplicate(p) {
		return Duplicate{}, false
	}
	x.duplicates.once.Do(x.findDuplicates)
	d, ok := x.duplicates.of[p]
	return d, ok
}

// isCompared reports whether p is a post that others are compared with.
func isCompared(p *Page) bool { return p.Kind == PageKind && p.State != Draft }

// comparedPosts returns the posts that are compared, the earlier first.
func (x *Index) comparedPosts() []*Page {
	order := &x.duplicates.order
	order.once.Do(func() {
		for _, p := range x.Pages {
			if isCompared(p) {
				order.posts = append(order.posts, p)
			}
		}
		slices.SortStableFunc(order.posts, func(a, b *Page) int { return a.Dates.Date.Compare(b.Dates.Date) })
	})
	return order.posts
}

// mayHaveDuplicate reports whether some earlier post has nearly the sentences
// of p, standing phrases counted. Of the others it reads no more than it takes
// to tell them from p, which is a sentence or a few.
func (x *Index) mayHaveDuplicate(p *Page) bool {
	own := sentenceHashes(p)
	if len(own) < fewestSentences {
		return false
	}
	posts := x.comparedPosts()
	posts = posts[:slices.Index(posts, p)]
	var found atomic.Bool
	inParallel(len(posts), func(i int) {
		if posts[i].Language == p.Language && resembles(posts[i], own) {
			found.Store(true)
		}
	})
	return found.Load()
}

// resembles reports whether a post has nearly the sentences that are given,
// sorted and each once.
func resembles(p *Page, sentences []uint64) bool {
	var other []uint64
	shared := make([]bool, len(sentences))
	common := 0
	for h := range eachSentence(p.Src[p.BodyStart:]) {
		if i, ok := slices.BinarySearch(sentences, h); ok {
			if !shared[i] {
				shared[i] = true
				common++
			}
			continue
		}
		if slices.Contains(other, h) {
			continue
		}
		if other = append(other, h); 9*len(other) > len(sentences) { // with one more of ten, at most nine are shared
			return false
		}
	}
	return common+len(other) >= fewestSentences && shareOf(common, len(sentences), common+len(other)) >= nearlyTheSame
}

// shareOf is the share of common sentences of the longer of two posts.
func shareOf(common, n, m int) float64 { return float64(common) / float64(max(n, m)) }

// A pair is two posts, by their places among those compared, with the sentences
// that both have.
type pair struct {
	later, earlier int
	common         []uint64
}

func (x *Index) findDuplicates() {
	posts := x.comparedPosts()
	sentences := make([][]uint64, len(posts))
	inParallel(len(posts), func(i int) {
		if list := sentenceHashes(posts[i]); len(list) >= fewestSentences {
			sentences[i] = list
		}
	})
	pairs := resemblingPairs(posts, sentences)
	x.duplicates.of = map[*Page]Duplicate{}
	if len(pairs) == 0 {
		return
	}
	with := map[uint64]int{} // how many earlier posts have a sentence
	for _, p := range pairs {
		for _, h := range p.common {
			with[h] = 0
		}
	}
	for i, list := range sentences {
		best := Duplicate{}
		for ; len(pairs) > 0 && pairs[0].later == i; pairs = pairs[1:] {
			telling := 0
			for _, h := range pairs[0].common {
				if with[h] <= mostCommon {
					telling++
				}
			}
			earlier := posts[pairs[0].earlier]
			share := shareOf(telling, len(list), len(sentences[pairs[0].earlier]))
			if share < nearlyTheSame || share < best.Shared {
				continue
			}
			if share > best.Shared || earlier.Document.Path < best.Page.Document.Path {
				best = Duplicate{earlier, share}
			}
		}
		if best.Page != nil {
			x.duplicates.of[posts[i]] = best
		}
		for _, h := range list {
			if n, ok := with[h]; ok {
				with[h] = n + 1
			}
		}
	}
}

// resemblingPairs returns the pairs of posts in one language that have nearly
// the same sentences, sorted by the later one.
//
// Two sorted lists of which nine tenths are the same have one of them among
// their first: of n, at most n/10 can come before it. So only the first ones
// are looked up. One of these that more than mostCommon posts have tells
// nothing, as among all sentences.
func resemblingPairs(posts []*Page, sentences [][]uint64) (pairs []pair) {
	with := make(map[uint64][]int32, 4*len(posts)) // the earlier posts that have a sentence among their first
	var tried []int32
	for i, list := range sentences {
		tried = tried[:0]
		first := list[:min(len(list), len(list)-int(nearlyTheSame*float64(len(list)))+1)]
		for _, h := range first {
			others := with[h]
			if len(others) > mostCommon {
				continue
			}
			for _, j := range others {
				if posts[j].Language != posts[i].Language || slices.Contains(tried, j) {
					continue
				}
				tried = append(tried, j)
				common := intersection(list, sentences[j])
				if shareOf(len(common), len(list), len(sentences[j])) >= nearlyTheSame {
					pairs = append(pairs, pair{i, int(j), common})
				}
			}
			with[h] = append(others, int32(i))
		}
	}
	return pairs
}

// intersection returns what two sorted lists both have.
func intersection(a, b []uint64) (both []uint64) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			both = append(both, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return both
}

// inParallel calls do for 0 … n-1 from all cores.
func inParallel(n int, do func(i int)) { parallel(n, runtime.GOMAXPROCS(0), do) }

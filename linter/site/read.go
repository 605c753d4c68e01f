package site

import (
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"postlint/linter/source"
)

// A head is a content file with its head parsed. err is set when it could not
// be read.
type head struct {
	*file
	doc *source.Document
	err error
}

// parallel calls do for 0 … n-1 from at most jobs goroutines.
func parallel(n, jobs int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}

// readHeads reads every content file once and parses its head. The result is
// in the order of files; a file that is mounted twice has its document twice.
func (x *Index) readHeads(files []*file, o Options) []*head {
	heads := make([]*head, len(files))
	first := map[string]int{}
	for i, f := range files {
		heads[i] = &head{file: f}
		if _, again := first[f.name]; !again {
			first[f.name] = i
		}
	}
	buffers := sync.Pool{New: func() any { return new([]byte) }}
	known := x.reusable(o)
	parallel(len(files), o.Jobs, func(i int) {
		h := heads[i]
		if first[h.name] != i {
			return
		}
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		if h.doc = known(h.file); h.doc != nil {
			return
		}
		var src []byte
		if src, h.err = x.disk().readInto(h.name, buffer); h.err == nil {
			h.doc = source.Parse(h.rel, src, x.markdown(h.file))
		}
	})
	for _, h := range heads {
		h.doc, h.err = heads[first[h.name]].doc, heads[first[h.name]].err
	}
	return heads
}

// ReadFile returns what an absolute file holds for the index: the overlay's
// content or the disk's. It must not be changed.
func (x *Index) ReadFile(name string) ([]byte, error) { return x.disk().readFile(name) }

// disk returns what files are read through.
func (x *Index) disk() *disk {
	if x.hugo == nil {
		return new(disk) // an index that nothing was loaded into
	}
	return x.hugo.disk
}

// looksLikePost reports whether an author may well have meant a file that Hugo
// copies as it is for a post.
func looksLikePost(name string) bool {
	return slices.Contains([]string{".mdx", ".txt", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext", ".rmd", ".qmd"},
		strings.ToLower(filepath.Ext(name)))
}

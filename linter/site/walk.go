package site

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/common/paths"
	"github.com/gohugoio/hugo/hugofs"

	"postlint/linter/message"
)

// A file is one file below a content mount.
type file struct {
	name string // absolute
	rel  string // slash-separated, relative to the site
	info hugofs.FileMetaInfo
	path *paths.Path // Hugo's reading of where it lies
}

// A walk is what lies below the content mounts.
type walk struct {
	files    []*file          // what Hugo sees, in its order
	unseen   []string         // absolute names of regular files that Hugo passes over
	adapters []*file          // _content.gotmpl
	failures map[string]error // by absolute name
	seen     map[string]bool  // absolute names of files and adapters
	blocked  map[string]bool  // folders and odd files that must not be opened
}

// walkContent goes through the content mounts twice: on the disk, for what
// cannot be read, and with Hugo's file system, which merges the mounts, tells
// languages and bundles apart, and silently drops what is there twice.
func (x *Index) walkContent(jobs int) (*walk, error) {
	w := &walk{failures: map[string]error{}, seen: map[string]bool{}, blocked: map[string]bool{}}
	onDisk := x.walkDisk(w)
	conf := x.hugo.configs.GetFirstLanguageConfig()
	l := &lister{x: x, slots: make(chan struct{}, max(jobs-1, 0)), ignore: func(name string) bool {
		return w.blocked[name] || ignored(name, conf.IgnoreFile)
	}}
	l.list(context.Background(), "", nil)
	l.group.Wait()
	if l.err != nil {
		return nil, message.Errorf("the content of %s cannot be listed: %w", x.Root, l.err)
	}
	slices.SortFunc(l.folders, func(a, b folder) int { return strings.Compare(a.name, b.name) })
	for _, f := range l.folders {
		for _, file := range f.files {
			w.add(file)
		}
	}
	for _, name := range onDisk {
		if !w.seen[name] && !ignored(name, conf.IgnoreFile) {
			w.unseen = append(w.unseen, name)
		}
	}
	return w, nil
}

// A lister lists Hugo's content folders, several at once.
type lister struct {
	x      *Index
	ignore func(name string) bool
	slots  chan struct{} // a place for every further goroutine
	group  sync.WaitGroup

	mu      sync.Mutex
	folders []folder
	err     error
}

// A folder is what Hugo sees in one folder, in its order.
type folder struct {
	name  string
	files []*file
}

// list lists one folder, and those below it here or in other goroutines. ctx
// carries whether it lies in a leaf bundle.
func (l *lister) list(ctx context.Context, name string, info hugofs.FileMetaInfo) {
	err := hugofs.NewWalkway(hugofs.WalkwayConfig{
		Fs: l.x.hugo.base.Content.Fs, Root: name, Info: info, Ctx: ctx, Logger: l.x.hugo.log,
		PathParser: l.x.hugo.configs.ContentPathParser, IgnoreFile: l.ignore,
		WalkFn: func(context.Context, string, hugofs.FileMetaInfo) error { return nil },
		HookPre: func(ctx context.Context, _ hugofs.FileMetaInfo, _ string, entries []hugofs.FileMetaInfo) ([]hugofs.FileMetaInfo, error) {
			here := folder{name: name}
			for _, entry := range entries {
				if entry.IsDir() {
					l.descend(ctx, filepath.Join(name, entry.Name()), entry)
				} else {
					here.files = append(here.files, l.x.newFile(entry))
				}
			}
			l.mu.Lock()
			defer l.mu.Unlock()
			l.folders = append(l.folders, here)
			return nil, nil
		},
	}).Walk()
	if err != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.err = err
	}
}

// descend lists a folder in a goroutine of its own if one is free.
func (l *lister) descend(ctx context.Context, name string, info hugofs.FileMetaInfo) {
	select {
	case l.slots <- struct{}{}:
		l.group.Go(func() {
			defer func() { <-l.slots }()
			l.list(ctx, name, info)
		})
	default:
		l.list(ctx, name, info)
	}
}

func (w *walk) add(f *file) {
	w.seen[f.name] = true
	if f.path.IsContentData() {
		w.adapters = append(w.adapters, f)
		return
	}
	w.files = append(w.files, f)
}

func (x *Index) newFile(info hugofs.FileMetaInfo) *file {
	meta := info.Meta()
	return &file{name: meta.Filename, rel: x.rel(meta.Filename), info: info, path: meta.PathInfo}
}

// rel returns an absolute name as the report shows it.
func (x *Index) rel(name string) string {
	if rel, err := filepath.Rel(x.Root, name); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(name)
}

// ignored reports whether Hugo ignores a file for its name, as its source
// package does: hidden files, backups, and what ignoreFiles matches.
func ignored(name string, byConfig func(string) bool) bool {
	base := filepath.Base(name)
	if base[0] == '.' || base[0] == '#' || base[len(base)-1] == '~' || byConfig(name) {
		return true
	}
	return runtime.GOOS == "windows" && byConfig(filepath.ToSlash(name))
}

// walkDisk lists the regular files below the content mounts and notes in w
// what cannot be read. Symbolic links below a mount are not followed, as in
// Hugo: a loop is no danger.
func (x *Index) walkDisk(w *walk) []string {
	var names []string
	visited := map[string]bool{}
	var visit func(dir string)
	visit = func(dir string) {
		if visited[dir] {
			return
		}
		visited[dir] = true
		entries, err := x.disk().readDir(dir)
		if err != nil {
			w.fail(dir, err)
		}
		for _, e := range entries {
			name := filepath.Join(dir, e.Name())
			switch mode := e.Type(); {
			case e.Name()[0] == '.':
			case e.IsDir():
				visit(name)
			case mode.IsRegular():
				names = append(names, name)
			case mode&fs.ModeSymlink != 0:
				w.failLink(name)
			default:
				w.blocked[name] = true
				w.failures[name] = message.Errorf("not a regular file; expected a post")
			}
		}
	}
	for _, dir := range x.Config.ContentDirs {
		visit(dir)
	}
	return names
}

// fail records that a file or folder cannot be read.
func (w *walk) fail(name string, err error) {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	w.blocked[name] = true
	w.failures[name] = message.Errorf("cannot be read: %w", err)
}

// failLink records a symbolic link, which Hugo passes over in silence.
func (w *walk) failLink(name string) {
	target, err := os.Stat(name)
	switch {
	case err != nil && strings.Contains(err.Error(), "too many"):
		w.failures[name] = message.Errorf("a symbolic link that leads to itself")
	case err != nil:
		w.failures[name] = message.Errorf("a symbolic link that leads nowhere")
	case target.IsDir():
		w.failures[name] = message.Errorf("a symbolic link to a folder: Hugo does not follow it; expected the folder itself, or a mount")
	default:
		w.failures[name] = message.Errorf("a symbolic link: Hugo does not publish it; expected the file itself")
	}
}

package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A disk is the file system with an overlay upon it: every file of a site is
// read through one, by Hugo's packages and by ours. Names are absolute.
type disk struct {
	files map[string][]byte                 // what stands in for a file
	gone  map[string]bool                   // files that are hidden, and folders that have nothing else
	added map[string]map[string]fs.FileMode // by folder: the entries that the overlay puts there
}

// newDisk returns the disk below an overlay, as [Options.Overlay] describes it.
// The folder root is there whatever is hidden in it.
func newDisk(root string, overlay map[string][]byte) *disk {
	d := &disk{files: map[string][]byte{}, gone: map[string]bool{}, added: map[string]map[string]fs.FileMode{}}
	var hidden []string
	for name, src := range overlay {
		if src == nil {
			hidden = append(hidden, name)
			continue
		}
		d.files[name] = src
		d.add(name, 0)
	}
	for _, name := range hidden {
		if _, isFolder := d.added[name]; !isFolder {
			d.gone[name] = true
		}
	}
	for _, name := range hidden {
		d.emptied(filepath.Dir(name), root)
	}
	return d
}

// add notes an entry in its folder, and that folder in the one above it.
func (d *disk) add(name string, mode fs.FileMode) {
	dir := filepath.Dir(name)
	if dir == name {
		return
	}
	known := d.added[dir]
	if known == nil {
		known = map[string]fs.FileMode{}
		d.added[dir] = known
		d.add(dir, fs.ModeDir)
	}
	known[filepath.Base(name)] = mode
}

// emptied hides a folder of which every entry is hidden, as there is none in a
// checkout of git, and goes on with the one above it, up to root.
func (d *disk) emptied(dir, root string) {
	for ; dir != root && !d.gone[dir] && d.added[dir] == nil && filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !d.gone[filepath.Join(dir, e.Name())] }) {
			return
		}
		d.gone[dir] = true
	}
}

// readFile returns the content of a file.
func (d *disk) readFile(name string) ([]byte, error) { return d.readInto(name, new([]byte)) }

// readInto does the same; buffer is room for reading, which may be used again.
func (d *disk) readInto(name string, buffer *[]byte) ([]byte, error) {
	if src, ok := d.files[name]; ok {
		return src, nil
	}
	if d.gone[name] {
		return nil, notThere("open", name)
	}
	return readWhole(name, buffer)
}

// stat describes a file or folder; a symbolic link is followed.
func (d *disk) stat(name string) (fs.FileInfo, error) {
	if src, ok := d.files[name]; ok {
		return overlaid{name: filepath.Base(name), size: int64(len(src))}, nil
	}
	if d.added[name] != nil {
		return overlaid{name: filepath.Base(name), mode: fs.ModeDir}, nil
	}
	if d.gone[name] {
		return nil, notThere("stat", name)
	}
	return os.Stat(name)
}

func (d *disk) isFile(name string) bool {
	info, err := d.stat(name)
	return err == nil && !info.IsDir()
}

func (d *disk) isDir(name string) bool {
	info, err := d.stat(name)
	return err == nil && info.IsDir()
}

// isEmptyDir reports whether a folder is there, with nothing in it.
func (d *disk) isEmptyDir(name string) bool {
	entries, err := d.readDir(name)
	return err == nil && len(entries) == 0
}

// readDir lists a folder by name.
func (d *disk) readDir(dir string) ([]fs.DirEntry, error) {
	added := d.added[dir]
	if d.gone[dir] {
		return nil, notThere("open", dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil && added == nil {
		return entries, err
	}
	if added == nil && len(d.gone) == 0 {
		return entries, nil
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		_, again := added[e.Name()]
		return again || d.gone[filepath.Join(dir, e.Name())]
	})
	for name, mode := range added {
		entries = append(entries, overlaid{name: name, mode: mode, size: int64(len(d.files[filepath.Join(dir, name)]))})
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// walk calls do with every file below dir, in lexical order, until it returns
// false. Folders that cannot be read are passed over, symbolic links are not followed.
func (d *disk) walk(dir string, do func(name string) (more bool)) bool {
	entries, _ := d.readDir(dir)
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if e.IsDir() && !d.walk(name, do) || !e.IsDir() && !do(name) {
			return false
		}
	}
	return true
}

func notThere(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist} }

// overlaid describes a file or folder that is in the overlay.
type overlaid struct {
	name string
	mode fs.FileMode
	size int64
}

func (o overlaid) Name() string               { return o.name }
func (o overlaid) Size() int64                { return o.size }
func (o overlaid) Mode() fs.FileMode          { return o.mode | 0o644 }
func (o overlaid) Type() fs.FileMode          { return o.mode }
func (o overlaid) ModTime() time.Time         { return time.Time{} }
func (o overlaid) IsDir() bool                { return o.mode.IsDir() }
func (o overlaid) Sys() any                   { return nil }
func (o overlaid) Info() (fs.FileInfo, error) { return o, nil }

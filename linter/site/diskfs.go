package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/bep/overlayfs"
	"github.com/spf13/afero"
)

// hugoFs returns the disk as Hugo's packages take it: read-only, below a
// memory file system that holds the overlay and takes whatever Hugo writes.
func (d *disk) hugoFs() afero.Fs {
	mem := afero.NewMemMapFs()
	for name, content := range d.files {
		// A memory file system has room for any name.
		_ = afero.WriteFile(mem, name, content, 0o644)
	}
	var lower afero.Fs = newMachine()
	if len(d.gone) > 0 {
		lower = hidingFs{lower, d.gone}
	}
	return overlayfs.New(overlayfs.Options{Fss: []afero.Fs{mem, lower}, FirstWritable: true})
}

// A hidingFs is a file system in which some files and folders are not there.
type hidingFs struct {
	afero.Fs
	gone map[string]bool // absolute names
}

// Stat says of what is hidden that it does not exist.
func (h hidingFs) Stat(name string) (os.FileInfo, error) {
	if h.gone[filepath.Clean(name)] {
		return nil, notThere("stat", name)
	}
	return h.Fs.Stat(name)
}

// LstatIfPossible does the same, and does not follow a symbolic link.
func (h hidingFs) LstatIfPossible(name string) (os.FileInfo, bool, error) {
	if h.gone[filepath.Clean(name)] {
		return nil, false, notThere("lstat", name)
	}
	if l, ok := h.Fs.(afero.Lstater); ok {
		return l.LstatIfPossible(name)
	}
	info, err := h.Fs.Stat(name)
	return info, false, err
}

// Open opens what is not hidden. A folder lists nothing that is.
func (h hidingFs) Open(name string) (afero.File, error) {
	if h.gone[filepath.Clean(name)] {
		return nil, notThere("open", name)
	}
	f, err := h.Fs.Open(name)
	if err != nil {
		return nil, err
	}
	return hidingFile{f, filepath.Clean(name), h.gone}, nil
}

// OpenFile does the same; what it hides from is read-only.
func (h hidingFs) OpenFile(name string, _ int, _ os.FileMode) (afero.File, error) {
	return h.Open(name)
}

// A hidingFile is a file or folder of a hidingFs.
type hidingFile struct {
	afero.File
	name string
	gone map[string]bool
}

// Readdir lists the folder; with n > 0 the list may be shorter than it need be.
func (f hidingFile) Readdir(n int) ([]os.FileInfo, error) {
	list, err := f.File.Readdir(n)
	return shown(f, list, os.FileInfo.Name), err
}

// Readdirnames does the same with names alone.
func (f hidingFile) Readdirnames(n int) ([]string, error) {
	list, err := f.File.Readdirnames(n)
	return shown(f, list, func(name string) string { return name }), err
}

// ReadDir does the same, without a look at each file where the disk spares it.
func (f hidingFile) ReadDir(n int) ([]fs.DirEntry, error) {
	if folder, ok := f.File.(fs.ReadDirFile); ok {
		list, err := folder.ReadDir(n)
		return shown(f, list, fs.DirEntry.Name), err
	}
	list, err := f.Readdir(n)
	entries := make([]fs.DirEntry, len(list))
	for i, info := range list {
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	return entries, err
}

// shown leaves out of a list of f's entries what is hidden.
func shown[T any](f hidingFile, list []T, name func(T) string) []T {
	return slices.DeleteFunc(list, func(e T) bool { return f.gone[filepath.Join(f.name, name(e))] })
}

package site

import (
	"io/fs"
	"time"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
)

// machine is the file system of the machine, read-only. It asks for the size and
// the time of a file in a folder only when somebody wants to know them: Hugo
// looks at every file for whether it is a symbolic link, which the folder says
// already.
type machine struct{ afero.Fs }

func newMachine() machine { return machine{afero.NewReadOnlyFs(hugofs.Os)} }

// Open opens a file or folder.
func (d machine) Open(name string) (afero.File, error) {
	f, err := d.Fs.Open(name)
	if folder, ok := f.(fs.ReadDirFile); ok && err == nil {
		return machineFile{f, folder}, nil
	}
	return f, err
}

type machineFile struct {
	afero.File
	folder fs.ReadDirFile
}

// ReadDir lists a folder, as [fs.ReadDirFile] says.
func (f machineFile) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := f.folder.ReadDir(n)
	for i, e := range entries {
		if e.Type().IsRegular() {
			entries[i] = regularFile{e}
		}
	}
	return entries, err
}

// A regularFile is an entry of a folder that is a regular file.
type regularFile struct{ fs.DirEntry }

// Info returns what is known of the file without asking.
func (f regularFile) Info() (fs.FileInfo, error) { return regularInfo(f), nil }

// regularInfo is of a regular file; Size, ModTime and Sys ask for them, and are
// zero where the file is not there any more.
type regularInfo struct{ fs.DirEntry }

// Mode says that the file is a regular one, and nothing of who may do what with it.
func (regularInfo) Mode() fs.FileMode { return 0 }

// Size returns the size in bytes.
func (i regularInfo) Size() int64 {
	if info, err := i.DirEntry.Info(); err == nil {
		return info.Size()
	}
	return 0
}

// ModTime returns when the file was changed last.
func (i regularInfo) ModTime() time.Time {
	if info, err := i.DirEntry.Info(); err == nil {
		return info.ModTime()
	}
	return time.Time{}
}

// Sys returns what the system says of the file.
func (i regularInfo) Sys() any {
	if info, err := i.DirEntry.Info(); err == nil {
		return info.Sys()
	}
	return nil
}

package lint

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"postlint/linter/message"
)

// Write puts f.New in the place of f.Old on disk, so that at any moment the
// file is either whole and old or whole and new: a temporary file in the same
// folder is written, synced and renamed over it. The mode is kept; a symbolic
// link stays one, and its target is written.
//
// Nothing is written, and the error says why, when the file is no longer what
// was read, when it may not be written, or when it has more than one hard link,
// which a rename would tear apart.
func (f FixedFile) Write() error {
	target, err := filepath.EvalSymlinks(f.Filename)
	if err != nil {
		return message.Errorf("%s: not fixed: %w", f.Path, cause(err))
	}
	info, err := os.Stat(target)
	if err != nil {
		return message.Errorf("%s: not fixed: %w", f.Path, cause(err))
	}
	if !writable(target) {
		return message.Errorf("%s: not fixed: the file is read-only", f.Path)
	}
	if n := hardLinks(info); n > 1 {
		return message.Errorf("%s: not fixed: the file has %d hard links, which replacing it would separate", f.Path, n)
	}
	now, err := os.ReadFile(target)
	if err != nil {
		return message.Errorf("%s: not fixed: %w", f.Path, cause(err))
	}
	if !bytes.Equal(now, f.Old) {
		return message.Errorf("%s: not fixed: the file has changed since it was read; run postlint again", f.Path)
	}
	if err := replace(target, f.New, info); err != nil {
		return message.Errorf("%s: not fixed: %w; the file is as it was", f.Path, cause(err))
	}
	return nil
}

// writable reports whether the user may write a file. A rename would not ask;
// it only needs the folder.
func writable(name string) bool {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// replace writes data to a temporary file beside target and renames it over it.
func replace(target string, data []byte, info fs.FileInfo) (err error) {
	dir := filepath.Dir(target)
	// The leading dot hides it from Hugo, should it be left behind by a crash.
	temp, err := os.CreateTemp(dir, ".postlint-*~")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	if _, err = temp.Write(data); err != nil {
		return err
	}
	keepOwner(temp, info)
	if err = temp.Chmod(info.Mode().Perm()); err != nil {
		return err
	}
	if err = temp.Sync(); err != nil {
		return err
	}
	if err = temp.Close(); err != nil {
		return err
	}
	if err = os.Rename(temp.Name(), target); err != nil {
		return err
	}
	syncDir(dir)
	return nil
}

// syncDir makes a rename last. Not every file system can; the file is whole all the same.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}

// cause strips the operation and the path from a file error: what is left is
// said of a file that is named already.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

package message

import (
	"errors"
	"io/fs"
	"syscall"
)

// system returns what an error of the operating system says, where it is one
// that authors meet, in the same words on every system.
func system(err error) (m Message, ok bool) {
	switch err {
	case fs.ErrNotExist, fs.ErrPermission, fs.ErrExist:
	default:
		if _, bare := err.(syscall.Errno); !bare {
			return m, false
		}
	}
	switch {
	case err == syscall.EISDIR:
		return New("is a folder"), true
	case err == syscall.ENOTDIR:
		return New("a part of the path is no folder"), true
	case err == syscall.ENOSPC:
		return New("no space left on the disk"), true
	case err == syscall.EROFS:
		return New("the disk is read-only"), true
	case errors.Is(err, fs.ErrNotExist):
		return New("no such file or directory"), true
	case errors.Is(err, fs.ErrPermission):
		return New("permission denied"), true
	case errors.Is(err, fs.ErrExist):
		return New("file exists"), true
	}
	return m, false
}

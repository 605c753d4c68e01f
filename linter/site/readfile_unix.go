//go:build unix

package site

import (
	"io/fs"
	"syscall"
)

// readWhole returns the content of a file. buffer is room to read into, which
// grows as needed; the content is a copy.
//
// [os.ReadFile] asks for the file's size and offers it to the poller; a post
// needs neither, and there are thousands of them.
func readWhole(name string, buffer *[]byte) ([]byte, error) {
	fd, err := retry(func() (int, error) { return syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0) })
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	defer syscall.Close(fd)
	for n := 0; ; {
		if n == len(*buffer) {
			*buffer = append(*buffer, make([]byte, max(n, firstBuffer))...)
		}
		size, err := retry(func() (int, error) { return syscall.Read(fd, (*buffer)[n:]) })
		switch {
		case err != nil:
			return nil, &fs.PathError{Op: "read", Path: name, Err: err}
		case size <= 0:
			return append([]byte{}, (*buffer)[:n]...), nil
		}
		n += size
	}
}

// firstBuffer is more than most posts have, in bytes.
const firstBuffer = 64 << 10

// retry calls do again as long as a signal interrupts it.
func retry(do func() (int, error)) (int, error) {
	for {
		n, err := do()
		if err != syscall.EINTR {
			return n, err
		}
	}
}

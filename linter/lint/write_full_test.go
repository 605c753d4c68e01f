//go:build linux

package lint

import (
	"bytes"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// On a full disk the file stays as it was, and nothing is left behind.
func TestWriteFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("a small disk cannot be mounted here:", err)
	}
	defer syscall.Unmount(dir, 0)
	old := bytes.Repeat([]byte("a"), 40<<10)
	f := FixedFile{Path: "a.md", Filename: filepath.Join(dir, "a.md"), Old: old, New: bytes.Repeat([]byte("b"), 40<<10)}
	if err := os.WriteFile(f.Filename, old, 0o644); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, f, "no space left on the disk; the file is as it was")
	wantContent(t, f.Filename, string(old))
	wantAlone(t, dir, "a.md")
}

// A file that may grow no more fails like a full disk, and needs no root.
func TestWriteLimit(t *testing.T) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Skip(err)
	}
	f := place(t, 0o644)
	f.New = bytes.Repeat([]byte("b"), 1<<20)
	small := syscall.Rlimit{Cur: 64 << 10, Max: limit.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small); err != nil {
		t.Skip(err)
	}
	signal.Ignore(syscall.SIGXFSZ)
	err := f.Write()
	signal.Reset(syscall.SIGXFSZ)
	if e := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); e != nil {
		t.Fatal(e)
	}
	if err == nil {
		t.Fatal("a file of 1 MiB was written past a limit of 64 KiB")
	}
	wantContent(t, f.Filename, "old")
	wantAlone(t, filepath.Dir(f.Filename), "a.md")
}

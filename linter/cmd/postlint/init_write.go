package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"postlint/linter/lint"
	"postlint/linter/message"
)

// mostLines is how many lines of a new file are shown before it is written.
const mostLines = 40

// excerptOf returns what of a file is new, indented.
func (s *setup) excerptOf(f plannedFile) string {
	var lines []string
	if f.old == nil {
		lines = strings.Split(strings.TrimSuffix(string(f.new), "\n"), "\n")
	} else {
		_, hunks, _ := strings.Cut(string(diff.Diff("old", f.old, "new", f.new)), "\n+++ new\n")
		lines = strings.Split(strings.TrimSuffix(hunks, "\n"), "\n")
	}
	if rest := len(lines) - mostLines; rest > 1 {
		lines = append(lines[:mostLines], s.say("… and %d more lines", rest))
	}
	return "    " + strings.Join(lines, "\n    ") + "\n\n"
}

// printPatch prints what would be written as git would. What lies outside the
// work tree is in no patch.
func (s *setup) printPatch() (status int, err error) {
	base := workTree(s.index.Root)
	if base == "" {
		base = s.Dir
	}
	err = s.print(func(w *bufio.Writer) {
		for _, f := range s.files {
			name, err := filepath.Rel(base, f.name)
			if err != nil || strings.HasPrefix(name, "..") || f.apart {
				s.line("%s is in no patch; postlint init --yes writes it", f.shown)
				continue
			}
			status = faulty
			w.Write(patchOf(filepath.ToSlash(name), f))
		}
	})
	return status, err
}

// patchOf returns the patch of one file, which may be new.
func patchOf(name string, f plannedFile) []byte {
	patch := gitDiff(name, f.old, f.new)
	if f.old != nil {
		return patch
	}
	head, rest, _ := bytes.Cut(patch, []byte("\n"))
	_, rest, _ = bytes.Cut(rest, []byte("\n")) // --- a/name
	return fmt.Appendf(nil, "%s\nnew file mode 100644\n--- /dev/null\n%s", head, rest)
}

// writePlanned writes one file. A new one is written only where there is none.
func (s *setup) writePlanned(f plannedFile) error {
	if f.old != nil {
		return s.write(lint.FixedFile{Path: f.shown, Filename: f.name, Old: f.old, New: f.new})
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := os.MkdirAll(filepath.Dir(f.name), 0o777); err != nil {
		return message.Errorf("%s: %w", f.shown, cause(err))
	}
	file, err := os.OpenFile(f.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, f.mode)
	if errors.Is(err, fs.ErrExist) {
		return message.Errorf("%s: there is such a file by now, and it is left alone", f.shown)
	}
	if err != nil {
		return message.Errorf("%s: %w", f.shown, cause(err))
	}
	if _, err = file.Write(f.new); err == nil {
		err = file.Close()
	}
	if err != nil {
		return message.Errorf("%s: %w", f.shown, cause(err))
	}
	return nil
}

// isThere reports whether there is a file, folder or link of a name.
func isThere(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"postlint/linter/lint"
	"postlint/linter/text"
)

// instead says what may have been meant by a path that cannot be used for err, be
// it a file or one of the other words, or else what was expected.
func (c *Command) instead(arg string, err error, others []string, expected lint.Message) lint.Message {
	if !errors.Is(err, fs.ErrNotExist) {
		return expected
	}
	abs := c.abs(arg)
	if link, err := os.Readlink(abs); err == nil {
		return lint.Msg("it is a link to %s, which is not there", link)
	}
	near := nearest(abs)
	if rel, err := filepath.Rel(c.Dir, near); err == nil && near != "" && !filepath.IsAbs(arg) {
		near = rel
	}
	word := text.Closest(arg, others)
	if word != "" && (near == "" || text.Distance(arg, word) < text.Distance(filepath.Clean(arg), near)) {
		near = word
	}
	if near == "" {
		return expected
	}
	return lint.Msg("did you mean %q?", near)
}

// nearest returns the file whose path is most like that of a file that is not
// there: each part of the path that does not exist is replaced by what it most
// resembles in its folder. It returns "" where one resembles nothing.
func nearest(abs string) string {
	if _, err := os.Lstat(abs); err == nil {
		return abs
	}
	up := filepath.Dir(abs)
	if up == abs {
		return ""
	}
	folder := nearest(up)
	if folder == "" {
		return ""
	}
	name := filepath.Base(abs)
	if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
		return filepath.Join(folder, name)
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if name = text.Closest(name, names); name == "" {
		return ""
	}
	return filepath.Join(folder, name)
}

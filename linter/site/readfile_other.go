//go:build !unix

package site

import "os"

// readWhole returns the content of a file.
func readWhole(name string, _ *[]byte) ([]byte, error) { return os.ReadFile(name) }

// Command postlint checks the posts of a Hugo site for what Hugo would lose,
// hide or publish by accident. Run "postlint --help" for its flags.
package main

import (
	"os"
)

func main() {
	spareCollection()
	c := Command{
		Stdin:  os.Stdin,
		Stdout: os.Stdout,
		Stderr: os.Stderr,
		Env:    os.Environ(),
	}
	stop := c.exitOnInterrupt()
	defer stop()
	os.Exit(c.Run(os.Args[1:]))
}

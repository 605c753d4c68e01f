// Command sampleblog writes a Hugo site to measure postlint and Hugo on:
//
//	go run ./linter/cmd/sampleblog -posts 10000 /path/to/folder
//
// The posts are made up, of about 4 kB each, and the same from run to run.
package main

import (
	"flag"
	"fmt"
	"os"

	"postlint/linter/linttest/blog"
)

func main() {
	posts := flag.Int("posts", 10000, "how many posts to write")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "sampleblog: expected one folder to write to")
		os.Exit(2)
	}
	if err := blog.Write(flag.Arg(0), *posts); err != nil {
		fmt.Fprintln(os.Stderr, "sampleblog:", err)
		os.Exit(1)
	}
}

package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// A build is what the binary was made from.
type build struct {
	Version string // of postlint: "v1.2.3", "(devel)", or "" when it is not known
	Commit  string
	Hugo    string
	Go      string
}

// module reads what the Go command put into the binary.
func module() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return build{}
	}
	b := build{Version: info.Main.Version, Go: info.GoVersion}
	for _, m := range info.Deps {
		if m.Path == "github.com/gohugoio/hugo" {
			b.Hugo = m.Version
		}
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			b.Commit = s.Value[:min(12, len(s.Value))] + b.Commit
		case s.Key == "vcs.modified" && s.Value == "true":
			b.Commit += " with changes"
		}
	}
	return b
}

// version says what runs, for bug reports.
func version() string {
	b := module()
	var s strings.Builder
	fmt.Fprintf(&s, "postlint %s", b.Version)
	if b.Commit != "" {
		fmt.Fprintf(&s, " (commit %s)", b.Commit)
	}
	fmt.Fprintf(&s, "\nreads sites as Hugo %s\nbuilt with %s\n", b.Hugo, b.Go)
	return s.String()
}

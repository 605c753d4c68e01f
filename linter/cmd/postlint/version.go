package main

import (
	"runtime/debug"
)

// A build is what the binary was made from.
type build struct {
	Version  string // of postlint: "v1.2.3", "(devel)", or "" when it is not known
	Commit   string
	Modified bool // the commit is not all of it
	Hugo     string
	Go       string
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
			b.Commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

// version says what runs, for bug reports.
func (c *Command) version() string {
	b := module()
	s := "postlint " + b.Version
	switch {
	case b.Modified:
		s += " " + c.say("(commit %s with changes)", b.Commit)
	case b.Commit != "":
		s += " " + c.say("(commit %s)", b.Commit)
	}
	return s + "\n" + c.say("reads sites as Hugo %s", b.Hugo) + "\n" + c.say("built with %s", b.Go) + "\n"
}

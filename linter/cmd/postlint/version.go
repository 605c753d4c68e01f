package main

import (
	"runtime/debug"
	"time"
)

// What a release is built with: -ldflags "-X main.releaseVersion=v1.2.3 …".
// Without them, the Go command has noted what it built from.
var releaseVersion, releaseCommit, releaseDate string

// A build is what the binary was made from.
type build struct {
	Version  string    // of postlint: "v1.2.3", "v0.0.0-20260131080000-0123456789ab", "(devel)", or "" when it is not known
	Commit   string    // twelve digits, or "" when it is not known
	Modified bool      // the commit is not all of it
	Time     time.Time // of the commit; zero when it is not known
	Hugo     string
	Go       string
}

// module reads what the Go command put into the binary.
func module() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return buildOf(info)
}

func buildOf(info *debug.BuildInfo) build {
	b := build{Version: info.Main.Version, Go: info.GoVersion}
	for _, m := range info.Deps {
		if m.Path == "github.com/gohugoio/hugo" {
			b.Hugo = m.Version
		}
	}
	date := releaseDate
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		case "vcs.time":
			if date == "" {
				date = s.Value
			}
		}
	}
	if releaseVersion != "" {
		b.Version = releaseVersion
	}
	if releaseCommit != "" {
		b.Commit, b.Modified = releaseCommit, false
	}
	b.Commit = b.Commit[:min(12, len(b.Commit))]
	b.Time, _ = time.Parse(time.RFC3339, date)
	return b
}

// version says what runs, for bug reports.
func (c *Command) version() string {
	b := module()
	s := "postlint " + b.Version
	if b.Version == "" {
		s += c.say("(unknown version)")
	}
	switch {
	case b.Commit != "" && b.Modified:
		s += " " + c.say("(commit %s with changes)", b.Commit)
	case b.Commit != "":
		s += " " + c.say("(commit %s)", b.Commit)
	}
	return s + "\n" + c.say("reads sites as Hugo %s", b.Hugo) + "\n" + c.say("built with %s", b.Go) + "\n"
}

package main

import (
	"runtime/debug"
	"testing"
	"time"
)

// TestBuild reads what the ways to build leave in a binary.
func TestBuild(t *testing.T) {
	const revision = "0123456789abcdef0123456789abcdef01234567"
	vcs := func(modified string) []debug.BuildSetting {
		return []debug.BuildSetting{{Key: "vcs.revision", Value: revision}, {Key: "vcs.time", Value: "2026-01-31T08:00:00Z"}, {Key: "vcs.modified", Value: modified}}
	}
	noted := time.Date(2026, 1, 31, 8, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name                   string
		version, commit, date  string // as -ldflags set them
		info                   debug.BuildInfo
		wantVersion, wantBuild string
		wantModified           bool
		wantTime               time.Time
	}{
		{name: "go install in the repository", info: debug.BuildInfo{Main: debug.Module{Version: "v0.1.0"}, Settings: vcs("false")},
			wantVersion: "v0.1.0", wantBuild: "0123456789ab", wantTime: noted},
		{name: "with changes", info: debug.BuildInfo{Main: debug.Module{Version: "v0.1.0+dirty"}, Settings: vcs("true")},
			wantVersion: "v0.1.0+dirty", wantBuild: "0123456789ab", wantModified: true, wantTime: noted},
		{name: "go run -buildvcs=false", info: debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, wantVersion: "(devel)"},
		{name: "go test"},
		{name: "a release", version: "v0.2.0", commit: "fedcba9876543210", date: "2026-02-01T00:00:00Z",
			info:        debug.BuildInfo{Main: debug.Module{Version: "v0.1.0+dirty"}, Settings: vcs("true")},
			wantVersion: "v0.2.0", wantBuild: "fedcba987654", wantTime: noted.Add(16 * time.Hour)},
	} {
		releaseVersion, releaseCommit, releaseDate = test.version, test.commit, test.date
		b := buildOf(&test.info)
		if b.Version != test.wantVersion || b.Commit != test.wantBuild || b.Modified != test.wantModified || !b.Time.Equal(test.wantTime) {
			t.Errorf("%s: %+v", test.name, b)
		}
	}
	releaseVersion, releaseCommit, releaseDate = "", "", ""
}

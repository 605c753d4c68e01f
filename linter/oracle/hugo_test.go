package oracle

import (
	"io"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bep/logg"
	"github.com/bep/overlayfs"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// cacheDir is where Hugo keeps what it makes; it is in memory like the rest.
const cacheDir = "/c"

// build has Hugo build the site at dir, with contents that stand in for files,
// and returns what it publishes: contents by slash-separated path.
func build(t *testing.T, dir string, overlay map[string][]byte) map[string]string {
	t.Helper()
	mem := afero.NewMemMapFs()
	for name, src := range overlay {
		if err := afero.WriteFile(mem, name, src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	source := overlayfs.New(overlayfs.Options{
		Fss: []afero.Fs{mem, afero.NewReadOnlyFs(hugofs.Os)}, FirstWritable: true,
	})
	flags := config.New()
	for key, value := range map[string]any{
		"workingDir": dir, "cacheDir": cacheDir, "publishDirDynamic": "/", "environment": "production",
		"buildDrafts": true, "buildFuture": true, "buildExpired": true,
		"security.exec.allow": []string{"none"}, "security.http.urls": []string{"none"},
	} {
		flags.Set(key, value)
	}
	log := loggers.New(loggers.Options{Level: logg.LevelError, DistinctLevel: logg.LevelError, StdOut: io.Discard, StdErr: io.Discard})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, ConfigDir: "config", Environment: "production", Logger: log, SkipNpmCheck: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	flags.Set("publishDir", configs.Base.PublishDir)
	published := afero.NewMemMapFs()
	files := map[string]string{}
	filesystems := hugofs.NewFromSourceAndDestination(source, published, flags)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{Configs: configs, Fs: filesystems, TestLogger: log})
	if err != nil {
		t.Fatal(err)
	}
	defer sites.Close()
	if err := sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		t.Fatalf("Hugo cannot build %s: %v", dir, err)
	}
	err = afero.Walk(published, "/", func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		src, err := afero.ReadFile(published, name)
		files[filepath.ToSlash(name)] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// served reports whether a web server answers a path.
func served(published map[string]string, path string) bool {
	if s, err := url.PathUnescape(path); err == nil {
		path = s
	}
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	_, ok := published[path]
	return ok
}

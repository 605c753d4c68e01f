package site

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/bep/logg"
	"github.com/bep/overlayfs"
	"github.com/gohugoio/hugo/common/herrors"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// An oracle is what Hugo itself makes of a site. Hugo stops at the first file
// it cannot read: that file is blanked in memory and the build tried again.
type oracle struct {
	sites      *hugolib.HugoSites
	mem        afero.Fs            // above the disk
	fatal      map[string]string   // absolute names of the files Hugo stopped at, with what it said
	stubs      map[string]string   // shortcodes that the site lacks, as they were stubbed
	taxonomies map[string][]string // plurals by language
	imports    bool                // themes and modules are there
	render     bool                // write the pages, to memory
	html       bool                // HTML is content, which Hugo refuses unless security.allowContent says otherwise
}

// maxFatal bounds the files that one site may have Hugo stop at.
const maxFatal = 400

// askHugo builds the site at dir with drafts, future and expired pages.
func askHugo(t *testing.T, dir string) *oracle {
	t.Helper()
	o := &oracle{mem: afero.NewMemMapFs(), fatal: map[string]string{}, stubs: map[string]string{}, imports: true}
	for range maxFatal {
		sites, err := o.build(dir)
		if err == nil || strings.HasPrefix(err.Error(), "logged ") {
			o.sites = sites
			t.Cleanup(func() { sites.Close() })
			return o
		}
		if sites != nil {
			sites.Close()
		}
		switch {
		case o.imports && strings.Contains(err.Error(), "failed to load modules"):
			o.imports = false
		case !o.html && strings.Contains(err.Error(), "security.allowContent"):
			o.html = true
		case o.stub(dir, err):
		case o.blank(err):
		default:
			t.Fatalf("Hugo cannot read %s: %v", dir, err)
		}
	}
	t.Fatalf("Hugo stops at more than %d files of %s", maxFatal, dir)
	return nil
}

func (o *oracle) build(dir string) (*hugolib.HugoSites, error) {
	source := overlayfs.New(overlayfs.Options{
		Fss: []afero.Fs{o.mem, afero.NewReadOnlyFs(hugofs.Os)}, FirstWritable: true,
	})
	flags := config.New()
	for key, value := range map[string]any{
		"workingDir": dir, "cacheDir": cacheDir, "publishDirDynamic": "/", "environment": "production",
		"enableGitInfo": false, "buildDrafts": true, "buildFuture": true, "buildExpired": true,
		"security.exec.allow": []string{"none"}, "security.http.urls": []string{"none"},
	} {
		flags.Set(key, value)
	}
	if o.html {
		flags.Set("security.allowContent", []string{".*"})
	}
	if !o.imports {
		flags.Set("theme", []string{})
		flags.Set("module.imports", []map[string]any{})
	}
	log := loggers.New(loggers.Options{
		Level: logg.LevelError, DistinctLevel: logg.LevelError, StdOut: io.Discard, StdErr: io.Discard,
	})
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, ConfigDir: "config", Environment: "production", Logger: log,
		SkipNpmCheck: true, IgnoreModuleDoesNotExist: !o.imports,
	})
	if err != nil {
		return nil, err
	}
	flags.Set("publishDir", configs.Base.PublishDir)
	fs := hugofs.NewFromSourceAndDestination(source, afero.NewMemMapFs(), flags)
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{Configs: configs, Fs: fs, TestLogger: log})
	if err != nil {
		return sites, err
	}
	return sites, sites.Build(hugolib.BuildCfg{SkipRender: !o.render, NoBuildLock: true})
}

var (
	noShortcode = regexp.MustCompile(`template for shortcode "([^"]+)" not found`)
	noInner     = regexp.MustCompile(`shortcode "([^"]+)".* \.Inner.*, yet a closing tag was provided`)
)

// stub adds a template for a shortcode that the site calls and does not have,
// where the site's templates are not there at all.
func (o *oracle) stub(dir string, err error) bool {
	if new(disk).isDir(filepath.Join(dir, "layouts")) {
		return false
	}
	for pattern, text := range map[*regexp.Regexp]string{noShortcode: "x", noInner: "{{ .Inner }}"} {
		m := pattern.FindStringSubmatch(err.Error())
		if m == nil || o.stubs[m[1]] == text || o.stubs[m[1]] == "{{ .Inner }}" {
			continue
		}
		o.stubs[m[1]] = text
		name := filepath.Join(dir, "layouts", "_shortcodes", filepath.FromSlash(m[1])+".html")
		return afero.WriteFile(o.mem, name, []byte(text), 0o644) == nil
	}
	return false
}

// blank empties the file that Hugo stopped at.
func (o *oracle) blank(err error) bool {
	for _, fe := range herrors.UnwrapFileErrors(err) {
		name := fe.Position().Filename
		if !filepath.IsAbs(name) || o.fatal[name] != "" {
			continue
		}
		o.fatal[name] = fe.Error()
		return afero.WriteFile(o.mem, name, nil, 0o644) == nil
	}
	return false
}

func init() {
	// Hugo's default time zone is UTC, and so are the dates in this package's tests.
	if os.Getenv("TZ") == "" {
		time.Local = time.UTC
	}
}

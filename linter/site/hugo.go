package site

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/herrors"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/helpers"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib/filesystems"
	"github.com/gohugoio/hugo/modules"
	"github.com/spf13/afero"

	"postlint/linter/message"
	"postlint/linter/source"
)

// hugo is what Hugo's own packages know of a site before a post is read: its
// merged configuration and its file systems. Nothing in it writes to the disk,
// runs a program or uses the network.
type hugo struct {
	configs     *allconfig.Configs
	environment string
	log         loggers.Logger
	disk        *disk
	fs          *hugofs.Fs
	base        *filesystems.BaseFs
	missing     []string // themes and modules that are named but not there
	undeclared  []string // output formats that the configuration uses and one of missing declares, lower-case
}

// cacheDir is where Hugo would cache modules and images; it exists in memory only.
const cacheDir = "/postlint-cache"

// openHugo reads the configuration of the site at dir and opens its file
// systems. Where a theme or a module cannot be found Hugo would fail; here the
// site is read without it, and the name is in missing.
func openHugo(dir string, o Options) (*hugo, error) {
	h := &hugo{environment: environment(o), log: silentLogger(), disk: newDisk(dir, o.Overlay)}
	source := h.disk.hugoFs()
	err := h.load(dir, source, o, false, false)
	if err != nil {
		// First without the modules that are not there, then, where finding
		// them would take a program or the network, without any import.
		without := h.loadWithout(dir, source, o, false)
		if isModuleError(without) {
			without = h.loadWithout(dir, source, o, true)
		}
		if without != nil {
			return nil, configError(dir, without)
		}
	}
	h.missing = h.missingModules()
	if err != nil && len(h.missing) == 0 {
		if !isModuleError(err) {
			return nil, configError(dir, err)
		}
		h.missing = []string{"the imports of [module]"}
	}
	return h, h.open()
}

// environment is Hugo's: the option, then the variable, then production.
func environment(o Options) string {
	if o.Environment != "" {
		return o.Environment
	}
	for _, name := range []string{"HUGO_ENVIRONMENT", "HUGO_ENV"} {
		if e := os.Getenv(name); e != "" {
			return e
		}
	}
	return "production"
}

// silentLogger returns a logger that says nothing: what Hugo warns about is
// for rules to report.
func silentLogger() loggers.Logger {
	return loggers.New(loggers.Options{
		Level: logg.LevelError, DistinctLevel: logg.LevelError, StdOut: io.Discard, StdErr: io.Discard,
	})
}

func (h *hugo) load(dir string, source afero.Fs, o Options, ignoreMissing, noImports bool) error {
	flags := config.New()
	flags.Set("workingDir", dir)
	flags.Set("environment", h.environment)
	flags.Set("cacheDir", cacheDir)
	flags.Set("publishDirDynamic", "/")
	flags.Set("security.exec.allow", []string{"none"})
	flags.Set("security.http.urls", []string{"none"})
	if noImports {
		flags.Set("theme", []string{})
		flags.Set("module.imports", []map[string]any{})
		// With a go.mod Hugo asks the go command, whatever is imported.
		source = hidingFs{source, map[string]bool{filepath.Join(dir, "go.mod"): true}}
	}
	if contentDir := h.disk.bareContentDir(dir); contentDir != "" {
		flags.Set("contentDir", contentDir)
	}
	h.declareFormats(flags)
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: source, Flags: flags, ConfigDir: "config", Environment: h.environment, Environ: o.Environ,
		Logger: h.log, SkipNpmCheck: true, IgnoreModuleDoesNotExist: ignoreMissing,
	})
	if err != nil {
		return err
	}
	flags.Set("publishDir", configs.Base.PublishDir)
	h.configs = configs
	h.fs = hugofs.NewFromSourceAndDestination(source, afero.NewMemMapFs(), flags)
	return nil
}

// malformed says where a configuration file cannot be read and why, if that is
// at the line where Hugo stopped, or one before it.
func malformed(file string, line int) (message.Message, bool) {
	src, err := os.ReadFile(file)
	if err != nil {
		return message.Message{}, false
	}
	d := source.ParseData(filepath.Base(file), src)
	problems := d.Problems()
	if len(problems) == 0 {
		return message.Message{}, false
	}
	p := problems[0]
	at := d.Position(p.Span.Start)
	if at.Line != line && at.Line != line-1 {
		return message.Message{}, false // the file is not what Hugo has read
	}
	if p.Expected.IsZero() {
		return message.New("%s: %s", at, p.Message), true
	}
	return message.New("%s: %s", at, message.New("%s; expected %s", p.Message, p.Expected)), true
}

// open opens the file systems that Hugo mounts.
func (h *hugo) open() error {
	spec, err := helpers.NewPathSpec(h.fs, h.configs.GetFirstLanguageConfig(), h.log, nil)
	if err != nil {
		return message.Errorf("the site's folders cannot be mounted: %w", err)
	}
	h.base = spec.BaseFs
	return nil
}

func isModuleError(err error) bool {
	return err != nil && strings.Contains(err.Error(), "failed to load modules") && len(herrors.UnwrapFileErrors(err)) == 0
}

// missingModules lists the themes and imports of the configuration that no
// loaded module stands for, or one whose folder is empty, as that of a
// submodule is before it is fetched.
func (h *hugo) missingModules() []string {
	var missing []string
	names := slices.Clone(h.configs.Base.Theme)
	for _, imp := range h.configs.Base.Module.Imports {
		names = append(names, imp.Path)
	}
	for _, name := range names {
		loaded := slices.ContainsFunc(h.configs.Modules, func(m modules.Module) bool {
			return m.Path() == name && !h.disk.isEmptyDir(m.Dir())
		})
		if !loaded && !slices.Contains(missing, name) {
			missing = append(missing, name)
		}
	}
	return missing
}

// configError puts the place of a configuration error first, relative to the
// site where the file lies within it. What is wrong is said in our words, where
// we see it too.
func configError(dir string, err error) error {
	for _, fe := range herrors.UnwrapFileErrors(err) {
		at := fe.Position()
		if at.Filename == "" {
			continue
		}
		name := at.Filename
		if rel, relErr := filepath.Rel(dir, name); relErr == nil && filepath.IsLocal(rel) {
			name = filepath.ToSlash(rel)
		}
		if problem, ok := malformed(at.Filename, at.LineNumber); ok {
			return message.Errorf("%s:%s", name, problem)
		}
		cause := error(fe)
		for next := errors.Unwrap(cause); next != nil; next = errors.Unwrap(next) {
			cause = next
		}
		words := strings.TrimSpace(strings.SplitN(cause.Error(), "\n", 2)[0])
		return message.Errorf("%s:%d:%d: %s", name, max(at.LineNumber, 1), max(at.ColumnNumber, 1), words)
	}
	return message.Errorf("the configuration of the site at %s cannot be read: %w", dir, err)
}

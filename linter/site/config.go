package site

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/config/allconfig"
)

// Config is the site's configuration as Hugo merges it: files, config
// directories, environments, themes.
type Config struct {
	Files                                  []string // the configuration files that were read, absolute, the site's own first; empty outside a Hugo site
	BaseURL                                string
	DefaultLanguage                        string
	Languages                              []string         // in Hugo's order
	Taxonomies                             []TaxonomyConfig // of the default language, sorted by plural
	BuildDrafts, BuildFuture, BuildExpired bool
	Unsafe                                 bool           // markup.goldmark.renderer.unsafe
	HardWraps                              bool           // markup.goldmark.renderer.hardWraps: a line end is a line break
	Params                                 map[string]any // [params] of the default language, keys lower-cased
	ContentDirs                            []string       // absolute folders of the content mounts, sorted
	SummaryLength                          int
	EnableGitInfo                          bool // dates come from git, which is not asked
	RemovePathAccents                      bool
	DisablePathToLower                     bool
}

// TaxonomyConfig is one declared taxonomy.
type TaxonomyConfig struct{ Singular, Plural string }

func newConfig(h *hugo) *Config {
	base := h.configs.Base
	main := h.configs.LanguageConfigMap[base.DefaultContentLanguage]
	if main == nil {
		main = base
	}
	c := &Config{
		Files:           configFiles(h),
		BaseURL:         main.BaseURL,
		DefaultLanguage: base.DefaultContentLanguage,
		Taxonomies:      taxonomies(main),
		BuildDrafts:     main.BuildDrafts, BuildFuture: main.BuildFuture, BuildExpired: main.BuildExpired,
		Unsafe:            main.Markup.Goldmark.Renderer.Unsafe,
		HardWraps:         main.Markup.Goldmark.Renderer.HardWraps,
		Params:            plain(main.Params),
		ContentDirs:       contentDirs(h),
		SummaryLength:     main.SummaryLength,
		EnableGitInfo:     base.EnableGitInfo,
		RemovePathAccents: base.RemovePathAccents, DisablePathToLower: base.DisablePathToLower,
	}
	for _, l := range h.configs.Languages {
		c.Languages = append(c.Languages, l.Lang)
	}
	return c
}

// configFiles lists the configuration files that were read; go.mod, which
// Hugo counts among them, is left out.
func configFiles(h *hugo) []string {
	var names []string
	for _, name := range h.configs.LoadingInfo.ConfigFiles {
		switch filepath.Base(name) {
		case "go.mod", "go.work":
			continue
		}
		if abs := absIn(h.configs.LoadingInfo.BaseConfig.WorkingDir, name); h.disk.isFile(abs) && !slices.Contains(names, abs) {
			names = append(names, abs)
		}
	}
	// Hugo does not count the files of the config directory among them.
	for _, environment := range []string{"_default", h.environment} {
		dir := absIn(h.configs.LoadingInfo.BaseConfig.WorkingDir, filepath.Join("config", environment))
		entries, _ := h.disk.readDir(dir) // sorted; none where there is no such folder
		for _, e := range entries {
			name := filepath.Join(dir, e.Name())
			switch filepath.Ext(name) {
			case ".toml", ".yaml", ".yml", ".json":
				if !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

func absIn(dir, name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(dir, name)
}

// taxonomies lists the taxonomies of one language by plural, the order in
// which Hugo goes through them.
func taxonomies(c *allconfig.Config) []TaxonomyConfig {
	var list []TaxonomyConfig
	for singular, plural := range c.Taxonomies {
		list = append(list, TaxonomyConfig{Singular: singular, Plural: plural})
	}
	slices.SortFunc(list, func(a, b TaxonomyConfig) int {
		if order := strings.Compare(a.Plural, b.Plural); order != 0 {
			return order
		}
		return strings.Compare(a.Singular, b.Singular)
	})
	return list
}

// contentDirs returns the folders that are mounted as content, those of
// themes and modules too, where they exist.
func contentDirs(h *hugo) []string {
	return mountedDirs(h, "content")
}

// mountedDirs returns the existing folders that are mounted at or below a
// component ("content", "static", "assets", "layouts"), sorted.
func mountedDirs(h *hugo, component string) []string {
	var dirs []string
	for _, module := range h.configs.Modules {
		for _, mount := range module.Mounts() {
			if mount.Component() != component {
				continue
			}
			if dir := absIn(module.Dir(), mount.Source); h.disk.isDir(dir) {
				dirs = append(dirs, dir)
			}
		}
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

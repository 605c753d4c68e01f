package site

// Config is the site's configuration as Hugo merges it: files, config
// directories, environments, themes.
type Config struct {
	Files                                  []string // the configuration files that were read, absolute, the site's own first; empty outside a Hugo site
	BaseURL                                string
	DefaultLanguage                        string
	Languages                              []string // in Hugo's order
	Taxonomies                             []TaxonomyConfig
	BuildDrafts, BuildFuture, BuildExpired bool
	Unsafe                                 bool           // markup.goldmark.renderer.unsafe
	Params                                 map[string]any // [params] of the default language, keys lower-cased
	ContentDirs                            []string       // absolute folders of the content mounts, sorted
	SummaryLength                          int
}

// TaxonomyConfig is one declared taxonomy.
type TaxonomyConfig struct{ Singular, Plural string }

package source

import (
	"context"
	"io"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/markup/converter"
	"github.com/gohugoio/hugo/markup/goldmark"
	"github.com/gohugoio/hugo/markup/markup_config"
	"github.com/spf13/afero"
	"github.com/yuin/goldmark/ast"

	"postlint/linter/message"
)

// Markdown parses bodies with one language's goldmark settings. It may be used
// from many goroutines.
type Markdown struct {
	parser   converter.ParseRenderer
	unsafe   bool // raw HTML reaches the page
	prefixed bool // footnote ids get a prefix that only a build knows
}

// NewMarkdown returns the goldmark that Hugo builds for the language conf is
// of: its extensions, heading ids and attributes. A nil conf means Hugo's
// defaults.
func NewMarkdown(conf config.AllProvider) (*Markdown, error) {
	if conf == nil {
		return defaultMarkdown()
	}
	return newMarkdown(conf)
}

func newMarkdown(conf config.AllProvider) (*Markdown, error) {
	section, ok := conf.GetConfigSection("markup").(markup_config.Config)
	if !ok {
		return nil, message.Errorf("the configuration has no markup section")
	}
	provider, err := goldmark.Provider.New(converter.ProviderConfig{
		Conf:   conf,
		Logger: loggers.New(loggers.Options{Level: logg.LevelError, StdOut: io.Discard, StdErr: io.Discard}),
	})
	if err != nil {
		return nil, err
	}
	conv, err := provider.New(converter.DocumentContext{})
	if err != nil {
		return nil, err
	}
	parser, ok := conv.(converter.ParseRenderer)
	if !ok {
		return nil, message.Errorf("the %s converter of Hugo does not give its syntax tree", provider.Name())
	}
	return &Markdown{
		parser:   parser,
		unsafe:   section.Goldmark.Renderer.Unsafe,
		prefixed: section.Goldmark.Extensions.Footnote.EnableAutoIDPrefix,
	}, nil
}

// defaultMarkdown is made of the configuration of a site that sets nothing.
var defaultMarkdown = sync.OnceValues(func() (*Markdown, error) {
	flags := config.New()
	flags.Set("workingDir", "/")
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: afero.NewMemMapFs(), Flags: flags, Environ: []string{"HUGO_NUMWORKERMULTIPLIER=1"},
	})
	if err != nil {
		return nil, message.Errorf("default configuration of Hugo: %w", err)
	}
	return newMarkdown(configs.GetFirstLanguageConfig())
})

// parse returns goldmark's tree of src, to which its offsets refer.
func (m *Markdown) parse(src []byte) (ast.Node, error) {
	res, err := m.parser.Parse(converter.RenderContext{Ctx: context.Background(), Src: src})
	if err != nil {
		return nil, err
	}
	return res.Doc().(ast.Node), nil
}

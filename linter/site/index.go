// Package site reads a Hugo site as Hugo does: its configuration, the files
// under its content mounts, and what Hugo makes of each of them. The result is
// an immutable [Index].
package site

import (
	"sync"
	"time"

	"postlint/linter/message"
	"postlint/linter/source"
	"postlint/linter/text"
)

// Options say which site to load, and how.
type Options struct {
	Dir         string    // the site's root; a folder without a Hugo configuration is read with Hugo's defaults
	Environment string    // "production" if empty
	Now         time.Time // the clock; time.Now() if zero
	Jobs        int       // files read at once; all cores if less than 1
	Environ     []string  // "HUGO_…=value" settings; the process's own environment if empty

	// Overlay holds contents that stand in for files, by absolute path, whether
	// the files are there or not (standard input, git objects, an editor). A
	// nil content hides the file, and with it a folder that has nothing else.
	Overlay map[string][]byte

	// Like is an index of the same site, for another overlay: what it has read
	// is not read again. It may be nil.
	Like *Index
}

// An Index answers questions about the whole site. It is immutable, and may be
// used from many goroutines.
type Index struct {
	Root     string    // absolute path of the site
	Now      time.Time // the clock that drafts, future and expired posts are judged by
	Config   *Config
	Contract Contract
	Pages    []*Page           // every content file, sorted by path: pages, and content files that Hugo takes for something else
	Failures []Failure         // files that could not be read, sorted by path
	Notes    []message.Message // what the reader of a report should know: no configuration found, content adapters that are not followed

	hugo       *hugo
	variants   []*variant
	assembler  *assembler
	byFile     map[string]*Page // by Document.Path
	adapters   []string         // tree keys of the folders that a content adapter fills
	uses       map[termID][]*Page
	termNames  map[string][]TermName
	spellings  spellings  // made when first asked for
	keyUses    keyUses    // made when first asked for
	toneStyles toneStyles // made when first asked for
	duplicates duplicates // made when first asked for
	glossaries glossaries // made when first asked for
	schemas    schemas    // made when first asked for
	urls       urlIndex
	lazy
	derived derived

	translations translations  // made when first asked for
	templates    readTemplates // made when first asked for
	filesOnce    sync.Once
	files        []*Page
	filesByPath  map[string]*Page
}

// A Failure is a file or folder that could not be read.
type Failure struct {
	Path string // relative to the site
	Err  error  // names the file, what is wrong and what was expected
}

// Kind is what Hugo makes of a content file.
type Kind string

// The kinds of pages, in Hugo's words; Resource is a content file that became
// a resource of the leaf bundle around it, Shadowed one that Hugo drops
// because another file has the same logical path, Copied one that is published as it is.
const (
	Home     Kind = "home"
	PageKind Kind = "page"
	Section  Kind = "section"
	Taxonomy Kind = "taxonomy"
	TermKind Kind = "term"
	Resource Kind = "resource"
	Shadowed Kind = "shadowed"
	Copied   Kind = "copied"
	Hidden   Kind = "hidden" // build.render and build.list say never, or headless

	// The kinds of [Index.Files], which are no pages.
	Template      Kind = "template"
	Configuration Kind = "configuration"
)

// State tells whether readers get to see a page.
type State string

// The states of a page at [Index.Now] in the site's environment.
const (
	Published State = "published"
	Draft     State = "draft"
	Future    State = "future"
	Expired   State = "expired"
)

// Message returns the state's name.
func (s State) Message() message.Message {
	switch s {
	case Draft:
		return message.New("draft")
	case Future:
		return message.New("future")
	case Expired:
		return message.New("expired")
	}
	return message.New("published")
}

// A Page is a content file and what Hugo makes of it.
type Page struct {
	*source.Document
	Filename string // absolute

	Kind     Kind
	Language string // "vi"
	Bundle   Bundle
	Path     string // Hugo's logical path: "/bai-viet/po-va-pm"; Document.Path is the file's
	Section  string // first folder below content, "" for pages at the top
	Name     string // base name without extension and language: "index", "_index", "po-va-pm"
	Owner    *Page  // of a Resource: the leaf bundle's page; of a Shadowed file: the page that is kept

	Title        string
	Slug         string // as front matter or the date in the file's name gives it
	RelPermalink string // with the path of baseURL; "" when it has no page of its own
	Permalink    string
	Aliases      []string // paths that redirect here, as Hugo's .Aliases has them: rooted, without the path of baseURL
	State        State
	Dates        Dates
	Terms        []Term         // in the order of the taxonomies, then of the front matter
	Resources    []string       // of a bundle: slash-separated paths relative to the bundle, sorted
	Params       map[string]any // front matter with cascade merged, keys lower-cased as Hugo has them
	Translations []*Page        // in Hugo's order of the languages
	Also         []*Page        // the same file in further languages (versions, roles); only the first is in [Index.Pages]
	Err          error          // what Hugo stops at although the front matter decodes: an http alias, an unknown output format
	node         *node          // nil for Shadowed and Copied
}

// Bundle is the sort of bundle a page is.
type Bundle string

// The sorts of bundles.
const (
	NoBundle Bundle = ""
	Leaf     Bundle = "leaf"
	Branch   Bundle = "branch"
)

// Dates are a page's dates as the site's [frontmatter] configuration resolves them.
type Dates struct{ Date, Lastmod, PublishDate, ExpiryDate time.Time }

// A Term is one use of a taxonomy term in a page.
type Term struct {
	Taxonomy string    // the plural: "chuyen-muc"
	Name     string    // as written
	Key      string    // its page's logical path without the taxonomy's, "quản-lý": terms with one key are one term to Hugo
	Span     text.Span // of the value in the page's front matter; zero when it comes from a cascade
}

package site

// Page returns the page of a file, by its path relative to the site, or nil.
// Of the site's templates and configuration it returns those of [Index.Files].
func (x *Index) Page(path string) *Page {
	if p := x.byFile[path]; p != nil {
		return p
	}
	x.Files()
	return x.filesByPath[path]
}

// IsFile reports whether p is one of [Index.Files], and no page.
func (p *Page) IsFile() bool { return p.Kind == Template || p.Kind == Configuration }

// TargetKind says what a link or an image of a page leads to.
type TargetKind int

// The kinds of targets.
const (
	Missing    TargetKind = iota // nothing of this site
	External                     // another site, or a scheme that is not http: nothing is claimed
	PageTarget                   // a page; Target.Page
	FileTarget                   // a bundle resource, or a file below static or assets
	Anchor                       // the same page
	ListTarget                   // a page that Hugo makes without a file: a taxonomy, a term, a section, a pager, a feed
	Unknown                      // it cannot be told (content adapters, a template may make it): nothing is claimed
)

// A Target is where a destination leads.
type Target struct {
	Kind       TargetKind
	Page       *Page  // of PageTarget, also when it is a draft, future or expired
	File       string // absolute, of FileTarget
	WrongCase  bool   // only a name that differs in letter case is there; Suggestion has the right one
	Suggestion string // what may have been meant, written like the destination; may be empty
	Fragment   string // without "#"
	Redirect   bool   // Page is reached by one of its aliases

	node *node // of PageTarget and ListTarget, where Hugo has a page
}

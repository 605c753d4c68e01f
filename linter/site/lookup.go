package site

// Page returns the page of a file, by its path relative to the site, or nil.
func (x *Index) Page(path string) *Page { return x.byFile[path] }

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
}

// Resolve finds what a link or image destination in the body of from leads to,
// as a browser at from's URL and Hugo's files make it. Letter case of local
// paths is compared exactly, whatever the file system does.
func (x *Index) Resolve(from *Page, dest string) Target { return Target{Kind: Unknown} }

// FeatureImage returns a page's feature image by the contract: the field that
// names it, its destination, and where that leads. ok is false when no key is set.
func (x *Index) FeatureImage(p *Page) (image FeatureImage, ok bool) { return FeatureImage{}, false }

// A FeatureImage is what one of the contract's image keys says.
type FeatureImage struct {
	Key    string   // "cover.image"
	Field  []string // path of the field in the front matter, letter case as written
	Dest   string
	Remote bool
	Target Target
}

package site

import (
	"slices"
	"strings"
	"time"

	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
	"github.com/gohugoio/hugo/source"

	"postlint/linter/message"
)

// readDates resolves the dates by the site's [frontmatter]. The date of the
// last commit (:git) is not known here.
func (n *node) readDates() {
	d := &pagemeta.FrontMatterDescriptor{
		PageConfigEarly: &n.early, PageConfigLate: &n.late, Location: n.variant.location,
	}
	if n.head != nil {
		d.BaseFilename = source.NewFileInfo(n.head.info).ContentBaseName()
		d.PathOrTitle = n.head.rel
		if n.variant.usesModTime() {
			d.ModTime = n.head.info.ModTime()
		}
	}
	n.late.Dates = pagemeta.Dates{}
	// HandleDates logs a date that is none and goes on with the next key.
	if err := n.variant.dates.HandleDates(d); err != nil && n.err == nil {
		n.err = err
	}
}

// usesModTime reports whether [frontmatter] has :fileModTime; asking for the
// time costs a call to the file system.
func (v *variant) usesModTime() bool {
	f := v.conf.Frontmatter
	return slices.Contains(slices.Concat(f.Date, f.Lastmod, f.PublishDate, f.ExpiryDate), ":filemodtime")
}

// BadDates returns the front matter keys, lower-cased, whose value Hugo was to
// take for a date and cannot: it logs an error, and the build fails.
func (p *Page) BadDates() []string {
	if p.node == nil {
		return nil
	}
	f := p.node.variant.conf.Frontmatter
	var bad []string
	for _, keys := range [][]string{f.Date, f.Lastmod, f.PublishDate, f.ExpiryDate} {
		for _, key := range keys {
			value, ok := p.node.dateValue(key)
			if !ok {
				continue
			}
			if _, err := htime.ToTimeInDefaultLocationE(value, p.node.variant.location); err == nil {
				break
			}
			if !slices.Contains(bad, key) {
				bad = append(bad, key)
			}
		}
	}
	slices.Sort(bad)
	return bad
}

// dateValue returns what the front matter or a cascade says at a date key.
func (n *node) dateValue(key string) (any, bool) {
	if strings.HasPrefix(key, ":") {
		return nil, false
	}
	value, ok := n.early.Frontmatter[key]
	if !ok {
		value, ok = n.late.Params[key]
	}
	return value, ok && value != nil && value != ""
}

// ParseDate reads a front matter value as Hugo reads a date of the page: a
// date without a zone is in the site's timeZone.
func (p *Page) ParseDate(value any) (time.Time, error) {
	location := time.UTC
	if p.node != nil {
		location = p.node.variant.location
	}
	t, err := htime.ToTimeInDefaultLocationE(value, location)
	if err != nil {
		return time.Time{}, message.Errorf("%v is not a date that Hugo can read: %w", value, err)
	}
	return t, nil
}

// stateOf tells what becomes of a page at now.
func (n *node) stateOf(now time.Time) State {
	conf, dates := n.variant.conf, n.late.Dates
	switch {
	case n.late.Draft && !conf.BuildDrafts:
		return Draft
	case !dates.PublishDate.IsZero() && dates.PublishDate.After(now) && !conf.BuildFuture:
		return Future
	case !dates.ExpiryDate.IsZero() && dates.ExpiryDate.Before(now) && !conf.BuildExpired:
		return Expired
	}
	return Published
}

package site

import (
	"slices"
	"strings"
	"time"

	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/resources/page/pagemeta"
	"github.com/gohugoio/hugo/source"

	"postlint/linter/message"
)

// readDates resolves the dates by the site's [frontmatter]. The date of the
// last commit (:git) is not known here.
func (n *node) readDates() {
	d := &pagemeta.FrontMatterDescriptor{
		PageConfigEarly: n.withParsedDates(), PageConfigLate: &n.late, Location: n.variant.location,
	}
	if n.head != nil {
		d.BaseFilename = source.NewFileInfo(n.head.info).ContentBaseName()
		d.PathOrTitle = n.head.rel
		if n.variant.usesModTime {
			d.ModTime = n.head.info.ModTime()
		}
	}
	n.late.Dates = pagemeta.Dates{}
	// HandleDates logs a date that is none and goes on with the next key.
	if err := n.variant.dates.HandleDates(d); err != nil && n.err == nil {
		n.err = err
	}
}

// setDateKeys notes what [frontmatter] takes the dates from. Asking for
// :fileModTime costs a call to the file system.
func (v *variant) setDateKeys() {
	f := v.conf.Frontmatter
	keys := slices.Concat(f.Date, f.Lastmod, f.PublishDate, f.ExpiryDate)
	v.usesModTime = slices.Contains(keys, ":filemodtime")
	slices.Sort(keys)
	v.dateKeys = slices.DeleteFunc(slices.Compact(keys), func(key string) bool { return strings.HasPrefix(key, ":") })
}

// A parsedDate is a date of front matter that Hugo takes as it is.
type parsedDate time.Time

// AsTime returns the date, which has its zone already.
func (d parsedDate) AsTime(*time.Location) time.Time { return time.Time(d) }

// withParsedDates returns what the date handler is to see of the front matter:
// the keys of dates, parsed. Hugo would parse the one date that most posts have
// once for each of the four.
func (n *node) withParsedDates() *pagemeta.PageConfigEarly {
	early := &pagemeta.PageConfigEarly{Frontmatter: hmaps.Params{}}
	if slug, ok := n.early.Frontmatter["slug"]; ok {
		early.Frontmatter["slug"] = slug
	}
	for _, key := range n.variant.dateKeys {
		value, ok := n.early.Frontmatter[key]
		if !ok {
			continue
		}
		early.Frontmatter[key] = value
		if t, isTime := value.(time.Time); value == nil || value == "" || isTime && t.Location() == n.variant.location {
			continue // not parsed
		}
		if t, err := htime.ToTimeInDefaultLocationE(value, n.variant.location); err == nil {
			early.Frontmatter[key] = parsedDate(t)
		}
	}
	return early
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
			if slices.Contains(bad, key) {
				continue
			}
			if isTime(value) {
				break
			}
			if _, err := htime.ToTimeInDefaultLocationE(value, p.node.variant.location); err == nil {
				break
			}
			bad = append(bad, key)
		}
	}
	slices.Sort(bad)
	return bad
}

// isTime reports whether a value is a time that every form of it can be read from
// again, as Hugo does.
func isTime(value any) bool {
	t, ok := value.(time.Time)
	_, offset := t.Zone()
	return ok && t.Year() >= 0 && t.Year() <= 9999 && offset%60 == 0 && max(offset, -offset) < 24*60*60
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

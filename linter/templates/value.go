package templates

import (
	"maps"
	"slices"
	"strings"
)

// A value is what is known of a value in a template: everything it may be.
// Values are not changed once they are made; nil is a value of no interest.
type value struct {
	is    kinds
	refs  []ref             // the parameters it may be, sorted
	texts []string          // the strings it may be, sorted; with anyText it may be others
	dict  map[string]*value // of a dict: its members by key in lower case
	elem  *value            // of a slice: its elements
}

// kinds are sorts of things a value may be.
type kinds uint

const (
	page kinds = 1 << iota
	pages
	siteObject
	language
	shortcode
	file
	taxonomies
	number
	unknown // may be anything else: a page from a partial's argument, too
)

// A ref is a parameter of pages or of the site, at a path of lower-case keys
// joined by dots; "" is all of them, "x[]" the elements of x.
type ref struct {
	site bool
	path string
}

func (r ref) at(key string) ref {
	key = strings.ToLower(key)
	if r.path == "" {
		return ref{r.site, key}
	}
	return ref{r.site, r.path + "." + key}
}

func (r ref) compare(o ref) int {
	if r.site != o.site {
		if o.site {
			return -1
		}
		return 1
	}
	return strings.Compare(r.path, o.path)
}

// deep reports whether a path is too long to be one that an author wrote: it
// comes from a loop over keys.
func (r ref) deep() bool { return strings.Count(r.path, ".")+strings.Count(r.path, "[]") > 6 }

var anything = &value{is: unknown}

func textOf(s ...string) *value { return &value{texts: s} }

// Beyond these numbers a value is no longer followed.
const (
	maxRefs  = 64
	maxTexts = 256
	maxDepth = 6
)

// join returns what is a or b.
func join(a, b *value) *value {
	switch {
	case a == nil || a == b:
		return b
	case b == nil:
		return a
	}
	v := &value{is: a.is | b.is, elem: join(a.elem, b.elem), refs: a.refs, texts: a.texts, dict: a.dict}
	if len(b.refs) > 0 {
		v.refs = slices.Concat(a.refs, b.refs)
		slices.SortFunc(v.refs, ref.compare)
		v.refs = slices.Compact(v.refs)
	}
	if len(b.texts) > 0 {
		v.texts = slices.Concat(a.texts, b.texts)
		slices.Sort(v.texts)
		v.texts = slices.Compact(v.texts)
	}
	if len(v.texts) > maxTexts {
		v.texts, v.is = nil, v.is|unknown
	}
	if len(b.dict) > 0 {
		v.dict = maps.Clone(a.dict)
		if v.dict == nil {
			v.dict = map[string]*value{}
		}
		for key, member := range b.dict {
			v.dict[key] = join(v.dict[key], member)
		}
	}
	return v
}

// key returns a text that is the same for equal values, and false for one that
// is nested too deeply to be told from others.
func (v *value) key(b *strings.Builder, depth int) bool {
	if v == nil {
		b.WriteByte('-')
		return true
	}
	if depth > maxDepth || b.Len() > 1<<14 {
		return false
	}
	b.WriteByte(byte('A' + v.is&31))
	b.WriteByte(byte('a' + v.is>>5))
	for _, r := range v.refs {
		if r.site {
			b.WriteByte('$')
		}
		b.WriteByte('.')
		b.WriteString(r.path)
	}
	for _, s := range v.texts {
		b.WriteByte('"')
		b.WriteString(s)
	}
	ok := true
	for _, k := range slices.Sorted(maps.Keys(v.dict)) {
		b.WriteByte('{')
		b.WriteString(k)
		b.WriteByte(':')
		ok = v.dict[k].key(b, depth+1) && ok
	}
	if v.elem != nil {
		b.WriteByte('[')
		ok = v.elem.key(b, depth+1) && ok
	}
	b.WriteByte(';')
	return ok
}

func (v *value) has(k kinds) bool { return v != nil && v.is&k != 0 }

// exact returns the strings that a value is one of, and false where it may be
// another thing as well.
func (v *value) exact() ([]string, bool) {
	if v == nil || len(v.texts) == 0 || v.is != 0 || len(v.refs) > 0 || v.dict != nil || v.elem != nil {
		return nil, false
	}
	return v.texts, true
}

package templates

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Facts is what the templates of a site read.
type Facts struct {
	Reads        []Read        // by file and place
	Translations []Translation // by file and place
	Taxonomies   []Taxonomy    // those read by a literal name, by file and place
	Calls        []Call        // of what Hugo removed or is about to, by file and place
	Failures     []Failure     // templates that do not parse

	// AllTaxonomies is set where a template goes through the taxonomies
	// whatever their names, or computes one.
	AllTaxonomies bool

	opened map[ref]bool
	tested map[ref]bool
	words  map[string]bool
	first  map[ref]int // index in Reads
	below  map[ref][]string
}

// A Read is one place where a template reads a parameter.
type Read struct {
	Place
	Site   bool     // of the site, not of a page
	Key    []string // the path to it, in lower case
	Name   string   // the last of Key as the template writes it
	Bare   bool     // its value is printed, and nothing is said for the case that there is none
	Common bool     // of a page or else the site, as .Param reads it
}

// A Translation is a call of i18n with a literal name.
type Translation struct {
	Place
	ID      string
	Guarded bool // the template knows what to do when there is none
}

// A Taxonomy is one place where a template names a taxonomy.
type Taxonomy struct {
	Place
	Name string // in lower case
}

// A Call is one place where a template uses what Hugo removed or is about to.
type Call struct {
	Place
	Removal *Removal
}

// A Failure is a template that does not parse. Nothing is known of the site
// where there is one.
type Failure struct {
	Path string
	Err  error
}

// Open reports whether a template may read any key below a path, because it
// goes through all of them, computes their names, or hands them on to where
// they cannot be followed. An empty path asks for all parameters.
func (f *Facts) Open(site bool, path ...string) bool {
	if len(f.Failures) > 0 || f.opened[ref{site, ""}] {
		return true
	}
	for i := range path {
		if f.opened[ref{site, strings.ToLower(strings.Join(path[:i+1], "."))}] {
			return true
		}
	}
	return false
}

// Reading returns the first place where a template reads a parameter, or
// something below it.
func (f *Facts) Reading(site bool, path ...string) (Read, bool) {
	i, ok := f.first[ref{site, strings.ToLower(strings.Join(path, "."))}]
	if !ok {
		return Read{}, false
	}
	return f.Reads[i], true
}

// Keys returns the keys right below a path that templates read by name, sorted.
func (f *Facts) Keys(site bool, path ...string) []string {
	return f.below[ref{site, strings.ToLower(strings.Join(path, "."))}]
}

// Mentions reports whether a word stands in a template, as the name of a field
// or in a string. What no template mentions none reads by a name of its own.
func (f *Facts) Mentions(word string) bool { return f.words[strings.ToLower(word)] }

// Mention adds the words of texts that are no templates, but may name what
// templates read.
func (f *Facts) Mention(texts ...string) {
	for _, s := range texts {
		f.words[strings.ToLower(s)] = true
		for _, word := range splitWords(s) {
			f.words[strings.ToLower(word)] = true
		}
	}
}

// finish sorts what was found and indexes it.
func (f *Facts) finish() {
	byPlace := func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Span.Start, b.Span.Start))
	}
	slices.SortFunc(f.Reads, func(a, b Read) int {
		return cmp.Or(byPlace(a.Place, b.Place), slices.Compare(a.Key, b.Key), compareBools(a.Site, b.Site))
	})
	f.Reads = compactReads(f.Reads)
	slices.SortFunc(f.Translations, func(a, b Translation) int { return cmp.Or(byPlace(a.Place, b.Place), cmp.Compare(a.ID, b.ID)) })
	f.Translations = slices.CompactFunc(f.Translations, func(a, b Translation) bool { return a.Place == b.Place && a.ID == b.ID })
	slices.SortFunc(f.Taxonomies, func(a, b Taxonomy) int { return cmp.Or(byPlace(a.Place, b.Place), cmp.Compare(a.Name, b.Name)) })
	f.Taxonomies = slices.Compact(f.Taxonomies)
	slices.SortFunc(f.Calls, func(a, b Call) int { return byPlace(a.Place, b.Place) })
	f.Calls = slices.Compact(f.Calls)
	for i := range f.Reads {
		// What one template tests is known to be missing at times.
		f.Reads[i].Bare = f.Reads[i].Bare && !f.tested[ref{f.Reads[i].Site, f.Reads[i].Key[0]}]
	}
	f.first = map[ref]int{}
	names := map[ref]map[string]bool{}
	for i, r := range f.Reads {
		for n := range r.Key {
			at := ref{r.Site, strings.Join(r.Key[:n+1], ".")}
			if j, known := f.first[at]; !known || n+1 == len(r.Key) && len(f.Reads[j].Key) > n+1 {
				f.first[at] = i
			}
			parent := ref{r.Site, strings.Join(r.Key[:n], ".")}
			if names[parent] == nil {
				names[parent] = map[string]bool{}
			}
			names[parent][r.Key[n]] = true
		}
	}
	f.below = map[ref][]string{}
	for parent, set := range names {
		f.below[parent] = slices.Sorted(maps.Keys(set))
	}
}

// compactReads joins the readings of one parameter at one place: it is bare
// only where each way to it is.
func compactReads(list []Read) []Read {
	out := list[:0]
	for _, r := range list {
		if n := len(out); n > 0 && out[n-1].Place == r.Place && out[n-1].Site == r.Site && slices.Equal(out[n-1].Key, r.Key) {
			out[n-1].Bare = out[n-1].Bare && r.Bare
			continue
		}
		out = append(out, r)
	}
	return out
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

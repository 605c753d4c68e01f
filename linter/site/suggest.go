package site

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"postlint/linter/text"
)

// suggest returns the published path that was probably meant by one that is
// not there, or "": the same name in another normal form, the only one with
// this last element, or one that differs from it by a letter or two in the
// same folder. The answer is kept: every rule about links asks again.
func (x *Index) suggest(name string) string {
	if kept, ok := x.suggestions.Load(name); ok {
		return kept.(string)
	}
	found := x.lookForSimilar(name)
	x.suggestions.Store(name, found)
	return found
}

func (x *Index) lookForSimilar(name string) string {
	p := x.published()
	last := lastElement(strings.TrimSuffix(name, "/"))
	if last == "" || last == "/" || last == "." {
		return ""
	}
	for _, form := range []string{norm.NFC.String(name), norm.NFD.String(name)} {
		for _, file := range filesFor(form) {
			if form != name && len(p.folded[strings.ToLower(file)]) > 0 {
				return form
			}
		}
	}
	names := []string{last, strings.TrimSuffix(last, ".md"), strings.TrimSuffix(last, ".html")}
	for _, candidate := range names {
		if same := p.byName[candidate]; len(same) == 1 {
			return asPath(same[0])
		}
	}
	return x.near(name, last)
}

// asPath is a published file as a link to it is written.
func asPath(file string) string { return strings.TrimSuffix(file, "index.html") }

// near finds the closest name in the same folder.
func (x *Index) near(name, last string) string {
	best, limit := "", min(2, utf8.RuneCountInString(last)/4)+1
	for _, target := range x.folders()[path.Dir(strings.TrimSuffix(name, "/"))] {
		distance := text.DistanceWithin(last, path.Base(target), limit+1)
		if distance < limit || distance == limit && best != "" && target < best {
			best, limit = target, distance
		}
	}
	return best
}

// folders lists what is published by the folder it is in.
func (x *Index) folders() map[string][]string {
	x.foldersOnce.Do(func() {
		x.foldersRead = map[string][]string{}
		for _, files := range x.published().byName {
			for _, file := range files {
				target := asPath(file)
				folder := path.Dir(strings.TrimSuffix(target, "/"))
				x.foldersRead[folder] = append(x.foldersRead[folder], target)
			}
		}
	})
	return x.foldersRead
}

// likeWritten writes a suggested site path the way the destination u was
// written: relative where u is, with escapes where u has them, with the query
// and the fragment of u. name is the site path that u leads to and root the
// path of baseURL.
func likeWritten(u *url.URL, name, suggestion, root string) string {
	s := *u
	s.Path, s.RawPath = root+suggestion, ""
	switch {
	case u.Host != "" || strings.HasPrefix(u.Path, "/"):
	default:
		if path.Dir(strings.TrimSuffix(name, "/")) == path.Dir(strings.TrimSuffix(suggestion, "/")) {
			// The same folder: only the last element changes.
			kept := u.Path[:strings.LastIndexByte(strings.TrimSuffix(u.Path, "/"), '/')+1]
			s.Path = kept + path.Base(suggestion)
			if strings.HasSuffix(suggestion, "/") && strings.HasSuffix(u.Path, "/") {
				s.Path += "/"
			}
		} else if depth := sharedDepth(u.Path, name, suggestion); depth != "" {
			s.Path = depth
		}
	}
	if strings.ContainsRune(u.String(), '%') {
		return s.String()
	}
	written := s.Path
	if u.Host != "" {
		written = u.Scheme + "://" + u.Host + written
		if u.Scheme == "" {
			written = strings.TrimPrefix(written, ":")
		}
	}
	if u.RawQuery != "" {
		written += "?" + u.RawQuery
	}
	if u.Fragment != "" {
		written += "#" + u.Fragment
	}
	return written
}

// sharedDepth rewrites a relative destination whose target differs from name
// in letter case alone: as many elements from the end as it was written with.
func sharedDepth(written, name, suggestion string) string {
	if !strings.EqualFold(name, suggestion) {
		return ""
	}
	elements := strings.Split(written, "/")
	right := strings.Split(suggestion, "/")
	slices.Reverse(right)
	for i := range elements {
		at := len(elements) - 1 - i
		if elements[at] == "." || elements[at] == ".." || i >= len(right) {
			break
		}
		elements[at] = right[i]
	}
	return strings.Join(elements, "/")
}

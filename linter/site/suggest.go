package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// suggest returns the published path that was probably meant by one that is
// not there, or "": the same name in another normal form, the only one with
// this last element, or one that differs from it by a letter or two in the
// same folder.
func (x *Index) suggest(name string) string {
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
	return x.near(p, name, last)
}

// asPath is a published file as a link to it is written.
func asPath(file string) string { return strings.TrimSuffix(file, "index.html") }

// near finds the closest name in the same folder.
func (x *Index) near(p *published, name, last string) string {
	folder := path.Dir(strings.TrimSuffix(name, "/"))
	best, bestDistance := "", min(2, len([]rune(last))/4)+1
	for candidate, files := range p.byName {
		if abs(len(candidate)-len(last)) >= 8 {
			continue
		}
		distance := editDistance(last, candidate)
		if distance > bestDistance {
			continue
		}
		for _, file := range files {
			target := asPath(file)
			if path.Dir(strings.TrimSuffix(target, "/")) != folder {
				continue
			}
			if distance < bestDistance || distance == bestDistance && best != "" && target < best {
				best, bestDistance = target, distance
			}
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// editDistance counts the letters to insert, delete or replace.
func editDistance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			cost := diagonal
			if r != s {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
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

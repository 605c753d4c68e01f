package site

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"postlint/linter/vietnamese"
)

// A Naming is an entry and one of its names.
type Naming struct {
	Entry *Entry
	Name  EntryText
}

// foldName gives the form in which two names are one to somebody who searches:
// without accents, letter case and the difference between blanks.
func foldName(s string) string { return strings.Join(strings.Fields(vietnamese.Fold(s)), " ") }

// Called returns the entries that have a name, in the order of their paths. Letter
// case and accents do not matter.
func (g *Glossary) Called(name string) []Naming { return g.called[foldName(name)] }

func (g *Glossary) groupNames() {
	g.called = map[string][]Naming{}
	for _, e := range g.Entries {
		for _, name := range e.Names {
			key := foldName(name.Text)
			if same := g.called[key]; len(same) == 0 || same[len(same)-1].Entry != e {
				g.called[key] = append(same, Naming{e, name})
			}
		}
	}
}

// IsLinked reports whether another page leads to an entry: with a shortcode, a link,
// or in the lists of another entry. What only looks like a link counts too.
func (x *Index) IsLinked(e *Entry) bool {
	x.Glossary("") // the glossaries are read
	x.glossaries.linkedOnce.Do(func() {
		x.glossaries.linked = map[*Entry]bool{}
		if len(x.glossaries.of) > 0 {
			x.eachPage(x.readUses)
		}
	})
	return x.glossaries.linked[e]
}

// readUses notes the entries that a page leads to.
func (x *Index) readUses(p *Page) {
	g := x.Glossary(p.Language)
	if len(g.Entries) == 0 {
		return
	}
	use := func(name []byte) {
		for _, e := range g.byLast[string(name)] {
			if e.Page.Document != p.Document {
				x.glossaries.linked[e] = true
			}
		}
	}
	for _, c := range p.Shortcodes() {
		for _, param := range c.Params {
			use(lastSegment(param.Value))
		}
	}
	segments(p.Src[p.BodyStart:], use)
	if name, ok := x.EntryName(p.Path); ok && g.byName[name] != nil {
		for _, list := range [][]EntryText{g.byName[name].Related, g.byName[name].ConfusedWith} {
			for _, other := range list {
				use(lastSegment(other.Text))
			}
		}
	}
}

// lastSegments lists the names that a link to an entry may end with: that of its
// folder and that of its URL.
func lastSegments(e *Entry) []string {
	folder := path.Base(e.Name)
	if published := path.Base(e.Page.RelPermalink); published != folder {
		if decoded, err := url.PathUnescape(published); err == nil {
			return []string{folder, published, strings.ToLower(decoded)}
		}
	}
	return []string{folder}
}

func lastSegment(ref string) []byte {
	ref, _, _ = strings.Cut(ref, "#")
	ref = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(ref, "/"), "/index.md"), ".md")
	return []byte(strings.ReplaceAll(strings.ToLower(path.Base(ref)), " ", "-"))
}

// segments calls use with whatever in a body may be a part of a link's path, in
// lower case. The bytes are valid during the call only.
func segments(b []byte, use func(name []byte)) {
	var lower []byte
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '/', '(', '<':
		case '"', '\'':
			if i == 0 || b[i-1] != '=' {
				continue
			}
		case ' ':
			if !bytes.HasSuffix(b[:i], []byte("]:")) {
				continue
			}
		default:
			continue
		}
		end := i + 1
		for end < len(b) && strings.IndexByte("/()<>\"'#? \t\r\n", b[end]) < 0 {
			end++
		}
		if end == i+1 {
			continue
		}
		lower = append(lower[:0], b[i+1:end]...)
		for k, c := range lower {
			if 'A' <= c && c <= 'Z' {
				lower[k] = c + 'a' - 'A'
			}
		}
		use(bytes.TrimSuffix(lower, []byte(".md")))
	}
}

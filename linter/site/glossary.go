package site

import (
	"path"
	"slices"
	"strings"
	"sync"

	"postlint/linter/source"
	"postlint/linter/text"
)

// A Glossary is what a site defines in one language: the pages below the section
// that the contract names.
type Glossary struct {
	Entries []*Entry // sorted by path; drafts and the like among them
	Claims  bool     // an entry says what is its own or what is not

	byName map[string]*Entry
	byLast map[string][]*Entry // by what a link to them may end with
	called map[string][]Naming // by folded name
	names  nameTable
}

// An Entry is a page of the glossary and what its table says. Every text that
// is empty or blank is left out.
type Entry struct {
	Page         *Page
	Name         string      // its path below the section, as the term shortcode takes it: "product-owner"
	Names        []EntryText // what it is called, in the order of [NameKind]
	Related      []EntryText // names of other entries
	ConfusedWith []EntryText // names of other entries
	Owns         []EntryText // what may be said of it
	NotOwns      []EntryText // what may not
}

// An EntryText is a text of an entry with its place in the entry's file.
type EntryText struct {
	Text string
	Kind NameKind // of a name
	Span text.Span
}

// NameKind says which of an entry's names one is.
type NameKind string

// The kinds of names are the keys they stand under; only the title is not in
// the entry's table.
const (
	TitleName        NameKind = "title"
	VietnameseName   NameKind = "vietnamese"
	EnglishName      NameKind = "english"
	AbbreviationName NameKind = "abbreviation"
	AlsoName         NameKind = "also"
)

// glossaries are the site's glossaries by language, read once.
type glossaries struct {
	once       sync.Once
	of         map[string]*Glossary
	linkedOnce sync.Once
	linked     map[*Entry]bool
}

// Glossary returns the glossary of a language. It is empty where there is none
// or the contract names no section.
func (x *Index) Glossary(language string) *Glossary {
	x.glossaries.once.Do(func() {
		x.glossaries.of = map[string]*Glossary{}
		x.eachPage(func(p *Page) {
			name, ok := x.EntryName(p.Path)
			if !ok || name == "" || p.Kind != PageKind {
				return
			}
			g := x.glossaries.of[p.Language]
			if g == nil {
				g = &Glossary{byName: map[string]*Entry{}}
				x.glossaries.of[p.Language] = g
			}
			e := x.readEntry(p, name)
			g.Entries = append(g.Entries, e)
			g.byName[name] = e
			g.Claims = g.Claims || len(e.Owns)+len(e.NotOwns) > 0
		})
		for language, g := range x.glossaries.of {
			g.names = newNameTable(x, g.Entries, language)
			g.groupNames()
			g.byLast = map[string][]*Entry{}
			for _, e := range g.Entries {
				for _, name := range lastSegments(e) {
					g.byLast[name] = append(g.byLast[name], e)
				}
			}
		}
	})
	if g := x.glossaries.of[language]; g != nil {
		return g
	}
	return &Glossary{}
}

// EntryName returns the name that an entry at a logical path has or would have;
// it is "" for the section itself. ok is false outside the glossary.
func (x *Index) EntryName(logical string) (name string, ok bool) {
	section := x.Contract.Glossary.Section
	if section == "" {
		return "", false
	}
	rest, ok := strings.CutPrefix(strings.ToLower(logical), "/"+strings.ToLower(section))
	if !ok || rest != "" && rest[0] != '/' {
		return "", false
	}
	return strings.TrimPrefix(rest, "/"), true
}

// Entry returns the entry that a name means, as Hugo's GetPage would find it: letter
// case does not matter, and a space is a hyphen. It is nil where there is none.
func (g *Glossary) Entry(name string) *Entry {
	name = strings.Trim(path.Clean("/"+name), "/")
	return g.byName[strings.ReplaceAll(strings.ToLower(name), " ", "-")]
}

// EntryNames returns the names of the entries, sorted.
func (g *Glossary) EntryNames() []string {
	names := make([]string, len(g.Entries))
	for i, e := range g.Entries {
		names[i] = e.Name
	}
	return names
}

// Title returns what the entry is called first.
func (e *Entry) Title() string {
	if len(e.Names) == 0 {
		return e.Name
	}
	return e.Names[0].Text
}

// Confuses reports whether one of two entries says that it is confused with the other.
func (g *Glossary) Confuses(a, b *Entry) bool {
	return g.lists(a.ConfusedWith, b) || g.lists(b.ConfusedWith, a)
}

// lists reports whether an entry is among those that a list names.
func (g *Glossary) lists(list []EntryText, e *Entry) bool {
	return slices.ContainsFunc(list, func(name EntryText) bool { return g.Entry(name.Text) == e })
}

func (x *Index) readEntry(p *Page, name string) *Entry {
	e := &Entry{Page: p, Name: name}
	e.Names = entryTexts(e.Names, TitleName, p.FrontMatter.Lookup("title"))
	for _, kind := range []NameKind{VietnameseName, EnglishName, AbbreviationName, AlsoName} {
		e.Names = entryTexts(e.Names, kind, x.entryField(p, string(kind)))
	}
	e.Related = entryTexts(nil, "", x.entryField(p, "related"))
	e.ConfusedWith = entryTexts(nil, "", x.entryField(p, "confused_with"))
	e.Owns = entryTexts(nil, "", x.entryField(p, "owns"))
	e.NotOwns = entryTexts(nil, "", x.entryField(p, "not_owns"))
	return e
}

func (x *Index) entryField(p *Page, key string) *source.Field {
	return frontMatterField(p, strings.TrimPrefix(x.Contract.Glossary.Table+"."+key, "."))
}

// entryTexts appends the text of a field, or the texts of a list.
func entryTexts(texts []EntryText, kind NameKind, f *source.Field) []EntryText {
	if f == nil || f.Value == nil {
		return texts
	}
	values := []*source.Value{f.Value}
	if f.Value.Kind == source.List {
		values = f.Value.Elements
	}
	for _, v := range values {
		if s, ok := v.Text(); ok && strings.TrimSpace(s) != "" {
			texts = append(texts, EntryText{Text: strings.TrimSpace(s), Kind: kind, Span: v.Span})
		}
	}
	return texts
}

package rules

import (
	"maps"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/source"
	"postlint/linter/templates"
	"postlint/linter/text"
)

var unknownKey = lint.Rule{
	Name:     "unknown-key",
	Summary:  "misspelled key, which neither Hugo nor any template reads",
	Family:   lint.FrontMatter,
	Severity: lint.Warning,
	Since:    "0.1.0",
	Fix:      lint.UnsafeFix,
	Checker:  unknownKeyChecker{},
}

type unknownKeyChecker struct{}

// deliberateUses is how many posts have a key that is no slip of the pen.
const deliberateUses = 3

func (unknownKeyChecker) Check(p *lint.Pass) {
	if !concerns(p) {
		return
	}
	var k *keyReader
	for _, f := range p.FrontMatter.Fields {
		key := strings.ToLower(f.Key)
		if _, hugo := hugoKeys[key]; f.Value.Kind != source.Map && (hugo || commonKey(p, key)) {
			continue
		}
		if k == nil {
			if k = newKeyReader(p); k == nil {
				return
			}
		}
		switch key {
		case "params":
			for _, child := range f.Value.Fields {
				k.check(child, nil)
			}
		case "cascade", "menu", "menus", "resources", "sites":
		default:
			if !saidByOthers(p, f) {
				k.check(f, nil)
			}
		}
	}
}

// saidByOthers reports whether unread-draft-flag or undeclared-taxonomy reports
// a key at the top level, which says more.
func saidByOthers(p *lint.Pass, f *source.Field) bool {
	if isDraftMisspelled(f.Key) && saysYes(f.Value) && p.FrontMatter.Lookup("draft") == nil {
		return true
	}
	return canBeTerms(f.Value) && !isEmpty(f.Value) && meantTaxonomy(p, f, plurals(p.Site)) != ""
}

// otherReaders are keys that are known to other programs, or were read by other
// themes: they resemble keys that are read here, and are no misspellings of those.
var otherReaders = []string{
	"id", "lang", "language", "languages", "locale", "name", "names", "tag", "category", "categories", "section", "template", "extra",
	"permalink", "path", "comment", "comments", "excerpt", "subtitle", "series", "topic", "topics", "project", "projects",
	"author", "authors", "image", "images", "img", "cover", "covers", "thumbnail", "thumbnails", "featured", "feature", "photo", "photos",
	"video", "videos", "audio", "audios", "link", "links", "file", "files", "page", "pages", "post", "posts", "toc", "math", "katex", "mathjax",
	"created", "updated", "modified", "edited", "date_created", "date_modified", "datecreated", "datemodified", "dates",
	"publish", "published", "private", "public", "hidden", "hide", "status", "state", "version", "versions",
	"keyterm", "reference", "references", "source", "sources", "note", "notes", "label", "labels", "order", "rank", "weights",
	"titles", "headline", "header", "footer", "abstract", "desc", "descr", "type", "types", "layouts", "style", "styles", "class", "classes",
	"css", "js", "script", "scripts", "icon", "icons", "color", "colour", "license", "licence", "location", "event", "events",
	"_build", "postlint", "social", "socials", "contributor", "contributors", "editor", "editors", "reviewer", "reviewers", "translator", "translators",
}

// commonKey reports whether a key means something whatever the templates read.
func commonKey(p *lint.Pass, key string) bool {
	return slices.Contains(otherReaders, key) || isTaxonomy(p, key) || isSingular(p, key)
}

// A keyReader tells which keys of a post are read, and by whom.
type keyReader struct {
	*lint.Pass
	facts *templates.Facts
}

// newKeyReader returns nil where it is not known what the templates read.
func newKeyReader(p *lint.Pass) *keyReader {
	facts, ok := p.Site.Templates()
	if !ok || facts.Open(false) || len(p.Site.Config.Files) == 0 {
		return nil
	}
	return &keyReader{p, facts}
}

// check looks at a field below the tables in path, and at what is below it.
func (k *keyReader) check(f *source.Field, path []string) {
	path = append(slices.Clone(path), strings.ToLower(f.Key))
	if !k.reads(path) {
		if !commonKey(k.Pass, path[len(path)-1]) && !k.deliberate(path) {
			k.report(f, path)
		}
		return
	}
	if f.Value.Kind != source.Map || k.facts.Open(false, path...) {
		return
	}
	for _, child := range f.Value.Fields {
		k.check(child, path)
	}
}

// reads reports whether anything reads the key at a path, or may do so.
func (k *keyReader) reads(path []string) bool {
	key := path[len(path)-1]
	if _, read := k.facts.Reading(false, path...); read {
		return true
	}
	if _, hugo := hugoKeys[key]; hugo && len(path) == 1 {
		return true
	}
	if slices.Contains(k.keys(path[:len(path)-1]), key) || k.facts.Open(false, path...) {
		return true
	}
	return k.facts.Mentions(key) || k.isArgument(strings.Join(path, "."))
}

// deliberate reports whether so many posts have the key that it is no slip of the pen.
func (k *keyReader) deliberate(path []string) bool {
	if len(path) == 1 {
		return k.Site.KeyUses(path[0]) >= deliberateUses
	}
	uses := 0
	for _, page := range k.Site.Pages {
		if page.FrontMatter.Lookup(path...) != nil {
			uses++
		}
	}
	return uses >= deliberateUses
}

// spellings are how documents write Hugo's keys of several words.
var spellings = map[string]string{"linktitle": "linkTitle", "translationkey": "translationKey", "iscjklanguage": "isCJKLanguage",
	"publishdate": "publishDate", "expirydate": "expiryDate", "unpublishdate": "unpublishDate", "pubdate": "pubDate"}

// keys lists the keys below a path that are read by name, those of Hugo first.
func (k *keyReader) keys(path []string) []string {
	var list []string
	if len(path) == 0 {
		list = slices.Concat(slices.Sorted(maps.Keys(hugoKeys)), k.Site.ReadKeys())
		for _, t := range k.Site.Config.Taxonomies {
			list = append(list, strings.ToLower(t.Plural))
		}
	}
	if len(path) == 1 {
		list = append(list, tableKeys[path[0]]...)
	}
	list = append(list, k.contractKeys(path)...)
	return append(list, k.facts.Keys(false, path...)...)
}

// contractKeys lists the keys below a path that the contract names.
func (k *keyReader) contractKeys(path []string) (list []string) {
	c := k.Site.Contract
	if !c.Declared {
		return nil
	}
	names := slices.Concat(c.Image.Keys, c.Image.AltKeys)
	for _, table := range c.Image.Tables {
		if table == "" {
			continue
		}
		names = append(names, table)
		for _, key := range slices.Concat(c.Image.Keys, c.Image.AltKeys) {
			names = append(names, table+"."+key)
		}
	}
	names = append(names, c.AI.Table, c.Glossary.Table)
	prefix := strings.Join(path, ".")
	for _, name := range names {
		rest, below := strings.CutPrefix(strings.ToLower(name), prefix)
		if prefix != "" {
			if rest, below = strings.CutPrefix(rest, "."); !below {
				continue
			}
		}
		if first, _, _ := strings.Cut(rest, "."); below && first != "" {
			list = append(list, first)
		}
	}
	return list
}

// isArgument reports whether a post names the key to a shortcode, as to Hugo's
// own param.
func (k *keyReader) isArgument(key string) bool {
	for _, page := range k.Site.Pages {
		for _, s := range page.Shortcodes() {
			for _, param := range s.Params {
				if strings.EqualFold(param.Value, key) {
					return true
				}
			}
		}
	}
	return false
}

// report says which key was probably meant by one that nothing reads; where
// there is none it is the author's own note.
func (k *keyReader) report(f *source.Field, path []string) {
	above := path[:len(path)-1]
	siblings := k.FrontMatter.Fields
	if f.Parent != nil {
		siblings = f.Parent.Value.Fields
	}
	meant := misspelled(path[len(path)-1], k.keys(above), func(key string) bool {
		return slices.ContainsFunc(siblings, func(s *source.Field) bool { return strings.EqualFold(s.Key, key) })
	})
	if meant == "" {
		return
	}
	name := meant
	if camel, ok := spellings[meant]; ok && strings.ToLower(f.Key) != f.Key {
		name = camel
	}
	d := lint.Diagnostic{
		Span:    f.KeySpan,
		Message: lint.Msg("nothing reads %q; did you mean %q, which Hugo reads?", f.Key, name),
		Effect:  lint.Msg("what it says reaches no reader"),
	}
	_, hugo := hugoKeys[meant]
	if read, ok := k.facts.Reading(false, append(slices.Clone(above), meant)...); ok && read.Path != "" && (!hugo || len(above) > 0) {
		name = read.Name
		d.Message = lint.Msg("nothing reads %q; did you mean %q, which %s reads?", f.Key, name, k.Site.Place(read.Place))
	} else if !hugo && len(above) == 0 && isTaxonomy(k.Pass, meant) {
		d.Message = lint.Msg("nothing reads %q; did you mean %q, a taxonomy of the site?", f.Key, name)
	}
	if edits, ok := k.Rename(f, name); ok {
		d.Fixes = []lint.Fix{{Title: lint.Msg("Rename the key to %q", name), Unsafe: true, Edits: edits}}
	}
	k.Report(d)
}

// misspelled returns the key that a word is a slip of the pen for: one letter
// missing, extra, wrong or swapped with its neighbour, or two in a long word. It
// is "" where several are equally close, or where the key is taken.
func misspelled(word string, keys []string, taken func(string) bool) string {
	letters := []rune(word)
	limit := 1
	if len(letters) >= 8 {
		limit = 2
	}
	best, ties := "", 0
	for _, key := range slices.Compact(slices.Sorted(slices.Values(keys))) {
		if len([]rune(key)) < 3 || numerals(key) != numerals(word) {
			continue
		}
		distance := text.DistanceWithin(word, key, limit+1)
		switch {
		case distance > limit || len(letters) < 4 && len(key) != len(word):
		case len(letters) < 4 && !sameRunes(word, key):
		case distance < limit:
			best, limit, ties = key, distance, 1
		default:
			best, ties = key, ties+1
		}
	}
	if ties != 1 || taken(best) {
		return ""
	}
	return best
}

// numerals returns the digits in a key: "image1" and "image2" are two names.
func numerals(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// sameRunes reports whether two words have the same letters in any order.
func sameRunes(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

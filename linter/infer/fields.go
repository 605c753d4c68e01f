package infer

import (
	"cmp"
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

// notRequired are keys whose absence says something, that Hugo fills in by
// itself, or that only Zola reads: no post needs them, however many have them.
var notRequired = []string{
	"aliases", "build", "_build", "cascade", "draft", "expirydate", "extra", "headless", "iscjklanguage", "lang", "layout",
	"linktitle", "markup", "menu", "menus", "outputs", "postlint", "resources", "sitemap", "taxonomies", "type", "url",
}

// A field is a key of front matter with how many posts set it.
type field struct {
	key   string // as most posts write it, dots lead into tables
	posts int    // that have a value
	flags int    // that have true or false
}

// countFields counts the keys that posts set, by their names in lower case.
// Tables are counted by what they hold.
func countFields(posts []*site.Page) map[string]*field {
	fields := map[string]*field{}
	spellings := map[string]map[string]int{}
	for _, p := range posts {
		seen := map[string]bool{}
		var walk func(prefix string, list []*source.Field, depth int)
		walk = func(prefix string, list []*source.Field, depth int) {
			for _, f := range list {
				written := prefix + f.Key
				switch {
				case f.Value.Kind == source.Map && prefix == "" && strings.EqualFold(f.Key, "params"):
					walk("", f.Value.Fields, depth)
					continue
				case strings.Contains(f.Key, "."):
					continue // settings could not name it
				case f.Value.Kind == source.Map && depth < 3:
					walk(written+".", f.Value.Fields, depth+1)
					continue
				case isBlank(f.Value):
					continue
				}
				key := strings.ToLower(written)
				if seen[key] {
					continue
				}
				seen[key] = true
				if fields[key] == nil {
					fields[key], spellings[key] = &field{}, map[string]int{}
				}
				fields[key].posts++
				spellings[key][written]++
				if f.Value.Kind == source.Bool {
					fields[key].flags++
				}
			}
		}
		walk("", p.FrontMatter.Fields, 1)
	}
	for key, f := range fields {
		f.key = mostOften(spellings[key])
	}
	return fields
}

// isBlank reports whether a value says nothing.
func isBlank(v *source.Value) bool {
	switch v.Kind {
	case source.Null:
		return true
	case source.List:
		return len(v.Elements) == 0
	case source.Map:
		return len(v.Fields) == 0
	}
	s, ok := v.Text()
	return ok && strings.TrimSpace(s) == ""
}

func mostOften(counts map[string]int) string {
	best := ""
	for s, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && s < best {
			best = s
		}
	}
	return best
}

// required returns the keys that nearly all posts of a group set and that a
// post can be without, the most common first.
func (r *reader) required(g group) []field {
	counted := countFields(g.posts)
	images := r.imageKeyNames()
	var list []field
	var trials []trial
	for key, f := range counted {
		first, _, _ := strings.Cut(key, ".")
		switch {
		case !agrees(f.posts, len(g.posts)), f.flags*2 > f.posts, slices.Contains(notRequired, first), slices.Contains(images, key):
			continue
		case (key == "lastmod" || key == "publishdate") && counted["date"] != nil && agrees(counted["date"].posts, len(g.posts)):
			continue // the date stands in for it
		}
		list = append(list, *f)
		trials = append(trials, trial{f.key, "missing-field", map[string]any{"fields": []string{f.key}}})
	}
	failed := failing(r.index, g.posts, trials...)
	list = slices.DeleteFunc(list, func(f field) bool { return !agrees(len(g.posts)-len(failed[f.key]), len(g.posts)) })
	slices.SortFunc(list, func(a, b field) int {
		return cmp.Or(cmp.Compare(b.posts, a.posts), cmp.Compare(order(a.key), order(b.key)), cmp.Compare(a.key, b.key))
	})
	return list
}

// order puts the keys that every post has where readers look for them.
func order(key string) int {
	i := slices.Index([]string{"title", "date", "description", "summary"}, strings.ToLower(key))
	if i < 0 {
		return 4
	}
	return i
}

// fields asks for the keys that nearly all posts of a group have.
func (r *reader) fields(g group) {
	list := r.required(g)
	if len(list) == 0 {
		r.note("%s: no field that nearly all of its %d posts have and could be without", name(g), len(g.posts))
		return
	}
	var names []string
	var evidence []lint.Message
	for start := 0; start < len(list); {
		end := start
		var same []string
		for ; end < len(list) && list[end].posts == list[start].posts; end++ {
			same = append(same, list[end].key)
		}
		evidence = append(evidence, lint.Msg("%d of %d posts have %s", list[start].posts, len(g.posts), strings.Join(same, ", ")))
		names = append(names, same...)
		start = end
	}
	r.add(g, evidence, []string{"rules", "missing-field"}, map[string]any{"fields": names})
}

func name(g group) lint.Message {
	if g.section == "" {
		return lint.Msg("the site")
	}
	return lint.Msg("%s", g.section)
}

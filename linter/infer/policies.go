package infer

import (
	"slices"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

// terms asks for a term of each taxonomy in which nearly all posts of a group
// have one, where the fields that are asked for do not say so already.
func (r *reader) terms(g group) {
	asked := r.askedFields(g)
	var plurals []string
	var evidence []lint.Message
	for _, t := range r.index.Config.Taxonomies {
		if slices.ContainsFunc(asked, func(f string) bool { return strings.EqualFold(f, t.Plural) }) {
			continue
		}
		failed := failing(r.index, g.posts, trial{"terms", "missing-terms", map[string]any{"taxonomies": []string{t.Plural}}})
		if holds := len(g.posts) - len(failed["terms"]); agrees(holds, len(g.posts)) {
			plurals = append(plurals, t.Plural)
			evidence = append(evidence, lint.Msg("%d of %d posts have a term of %s", holds, len(g.posts), t.Plural))
		}
	}
	if len(plurals) > 0 {
		r.add(g, evidence, []string{"rules", "missing-terms"}, map[string]any{"taxonomies": plurals})
	}
}

// askedFields returns the fields that a group is asked for, or will be.
func (r *reader) askedFields(g group) []string {
	var asked []string
	if r.schemas {
		for _, f := range r.required(g) {
			asked = append(asked, f.key)
		}
	}
	for _, h := range r.habits.List {
		if !h.Kept && h.Section == g.section && h.Path[len(h.Path)-1] == "missing-field" {
			asked, _ = h.Value["fields"].([]string)
		}
	}
	for _, prefix := range [][]string{g.prefix, nil} {
		list, _ := r.index.Setting(append(slices.Clone(prefix), "rules", "missing-field", "fields")).([]any)
		for _, f := range list {
			if name, ok := f.(string); ok {
				asked = append(asked, name)
			}
		}
	}
	return asked
}

// featureImage asks for a feature image where nearly all posts of a group have one.
func (r *reader) featureImage(g group) {
	failed := failing(r.index, g.posts, trial{"image", "missing-feature-image", nil})
	if holds := len(g.posts) - len(failed["image"]); agrees(holds, len(g.posts)) {
		r.add(g, []lint.Message{lint.Msg("%d of %d posts have a feature image", holds, len(g.posts))},
			[]string{"rules", "missing-feature-image"}, map[string]any{})
	}
}

// imageKeyNames lists the keys that may name a feature image, in lower case,
// with the tables they may stand in.
func (r *reader) imageKeyNames() []string {
	var names []string
	for _, table := range r.index.Contract.Image.Tables {
		for _, key := range r.index.Contract.Image.Keys {
			names = append(names, strings.ToLower(strings.TrimPrefix(table+"."+key, ".")))
		}
	}
	return names
}

// imageKeys names the keys of the feature image that are in use, in the order
// in which they are looked at.
func (r *reader) imageKeys(g group) {
	counted := countFields(g.posts)
	var keys []string
	var evidence []lint.Message
	for _, key := range r.index.Contract.Image.Keys {
		if f := counted[strings.ToLower(key)]; f != nil && f.flags == 0 {
			keys = append(keys, key)
			evidence = append(evidence, lint.Msg("%d of %d posts name their feature image in %s", f.posts, len(g.posts), f.key))
		}
	}
	used := 0
	for _, key := range keys {
		used += counted[strings.ToLower(key)].posts
	}
	if used >= least && len(keys) < len(r.index.Contract.Image.Keys) {
		r.add(g, evidence, []string{"image", "keys"}, map[string]any{"keys": keys})
	}
}

// summaryDivider asks for a divider where nearly all posts of a group that are
// long enough have one, or a summary in its place.
func (r *reader) summaryDivider(g group) {
	divided := 0
	for _, p := range g.posts {
		if slices.ContainsFunc(p.Dividers(), func(d source.Divider) bool { return !d.InCode }) {
			divided++
		}
	}
	failed := failing(r.index, g.posts,
		trial{"divider", "missing-summary-divider", nil},
		trial{"field", "missing-summary-divider", map[string]any{"field": true}})
	long := divided + len(failed["divider"])
	switch {
	case agrees(divided, long):
		r.add(g, []lint.Message{lint.Msg("%d of %d long posts have a summary divider", divided, long)},
			[]string{"rules", "missing-summary-divider"}, map[string]any{})
	case divided*2 > long && agrees(long-len(failed["field"]), long):
		r.add(g, []lint.Message{lint.Msg("%d of %d long posts have a summary divider, or a summary in their front matter", long-len(failed["field"]), long)},
			[]string{"rules", "missing-summary-divider"}, map[string]any{"field": true})
	}
}

// vocabulary closes the taxonomies whose terms have pages.
func (r *reader) vocabulary(g group) {
	var closed []string
	var evidence []lint.Message
	for _, t := range r.index.Config.Taxonomies {
		pages := len(r.index.TermPages(t.Plural))
		var used []*site.Page
		for _, p := range g.posts {
			if slices.ContainsFunc(p.Terms, func(u site.Term) bool { return u.Taxonomy == t.Plural }) {
				used = append(used, p)
			}
		}
		if len(used) < least {
			continue
		}
		if pages == 0 {
			r.note("%s: no term has a page, so any may be added; terms in use: %d, in %d posts", t.Plural, len(r.index.TermNames(t.Plural)), len(used))
			continue
		}
		failed := failing(r.index, used, trial{"term", "undeclared-term", map[string]any{"closed": []string{t.Plural}}})
		if holds := len(used) - len(failed["term"]); agrees(holds, len(used)) {
			closed = append(closed, t.Plural)
			evidence = append(evidence, lint.Msg("%d of %d posts use only terms of %s that have a page", holds, len(used), t.Plural))
		}
	}
	if len(closed) > 0 {
		r.add(g, evidence, []string{"rules", "undeclared-term"}, map[string]any{"closed": closed})
	}
}

// toneStyle asks for the place of the tone mark that nearly all posts have in
// the words that can be written both ways.
func (r *reader) toneStyle(g group) {
	failed := failing(r.index, g.posts,
		trial{"old", "mixed-tone-style", map[string]any{"style": "old"}},
		trial{"new", "mixed-tone-style", map[string]any{"style": "new"}})
	either := append(slices.Clone(failed["old"]), failed["new"]...)
	slices.Sort(either)
	words := len(slices.Compact(either)) // posts with such a word
	for _, style := range []struct{ name, example string }{{"old", "hòa, thủy"}, {"new", "hoà, thuỷ"}} {
		if holds := words - len(failed[style.name]); agrees(holds, words) {
			r.add(g, []lint.Message{lint.Msg("%d of %d posts put the tone mark where the %s style does (%s)", holds, words, style.name, style.example)},
				[]string{"rules", "mixed-tone-style"}, map[string]any{"style": style.name})
			return
		}
	}
}

// aiReview asks for a reviewer of machine-written text where nearly all such
// posts name one.
func (r *reader) aiReview(g group) {
	table := r.index.Contract.AI.Table
	var assisted []*site.Page
	for _, p := range g.posts {
		if f := p.FrontMatter.Lookup(table, "level"); f != nil {
			if level, _ := f.Value.Text(); level == "ai-assisted" {
				assisted = append(assisted, p)
			}
		}
	}
	failed := failing(r.index, assisted, trial{"ai", "unreviewed-ai", nil})
	if holds := len(assisted) - len(failed["ai"]); agrees(holds, len(assisted)) {
		r.add(g, []lint.Message{lint.Msg("%d of %d posts written with a machine name who reviewed them", holds, len(assisted))},
			[]string{"rules", "unreviewed-ai"}, map[string]any{})
	}
}

// glossaryLinks asks for links to the glossary where nearly all posts that
// mention one of its terms have them.
func (r *reader) glossaryLinks(g group) {
	if r.index.Contract.Glossary.Section == "" {
		return
	}
	var mentioning []*site.Page
	for _, p := range g.posts {
		if _, entry := r.index.EntryName(p.Document.Path); !entry && len(r.index.Glossary(p.Language).Mentions(p.Src, p.BodyStart)) > 0 {
			mentioning = append(mentioning, p)
		}
	}
	failed := failing(r.index, mentioning, trial{"link", "unlinked-term", nil})
	if holds := len(mentioning) - len(failed["link"]); agrees(holds, len(mentioning)) {
		r.add(g, []lint.Message{lint.Msg("%d of %d posts link the terms of the glossary that they mention", holds, len(mentioning))},
			[]string{"rules", "unlinked-term"}, map[string]any{})
	}
}

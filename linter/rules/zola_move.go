package rules

import (
	"strings"
	"unicode/utf8"

	"postlint/linter/lint"
	"postlint/linter/message"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A zolaMove is how a page comes from Zola to Hugo.
//
// What can be moved without a change of address or of dates is a safe fix of its
// own. Where that is not all, everything goes in one unsafe fix: once its tables
// are gone nothing would tell any more that the page was Zola's.
type zolaMove struct {
	p       *lint.Pass
	z       zola
	url     string          // that Zola served and Hugo does not
	served  string          // by Hugo
	date    string          // that is in the file's name alone
	path    *source.Field   // to become url
	render  *source.Field   // false
	aliases []*source.Value // that Zola took from the root of the site

	fixes []lint.Fix // the one unsafe fix, once it is made
	made  bool
}

func newZolaMove(p *lint.Pass, z zola) *zolaMove {
	m := &zolaMove{p: p, z: z, url: z.lostURL(p), served: servedPath(p), date: z.fileDate(p)}
	for _, f := range z.keys {
		s, _ := f.Value.Text()
		switch {
		case f.Key == "path" && strings.Trim(s, "/ ") != "" && p.FrontMatter.Lookup("url") == nil:
			m.path = f
		case f.Key == "render" && f.Value.Data == false && p.FrontMatter.Lookup("build") == nil:
			m.render = f
		}
	}
	if f := p.FrontMatter.Lookup("aliases"); f != nil && f.Value.Kind == source.List {
		for _, v := range f.Value.Elements {
			if s, ok := v.Text(); ok && m.rooted(s) != "" {
				m.aliases = append(m.aliases, v)
			}
		}
	}
	return m
}

// rooted returns what Hugo calls an alias of Zola's, which begins at the root
// of the site; "" where it has a slash there, or cannot be said: Hugo puts the
// language before it.
func (m *zolaMove) rooted(alias string) string {
	if alias == "" || strings.HasPrefix(alias, "/") || strings.Contains(alias, "://") || strings.HasPrefix(alias, ".") {
		return ""
	}
	if m.p.Language != m.p.Site.Config.DefaultLanguage {
		rest, own := strings.CutPrefix(alias, m.p.Language+"/")
		if !own {
			return ""
		}
		alias = rest
	}
	return "/" + alias
}

// beyondTables reports whether more than the tables has to move at once.
func (m *zolaMove) beyondTables() bool {
	return m.url != "" || m.date != "" || m.path != nil || m.render != nil || len(m.aliases) > 0
}

// key returns the fixes of one of Zola's keys.
func (m *zolaMove) key(f *source.Field) []lint.Fix {
	switch {
	case f == m.path || f == m.render:
		return m.whole()
	case f.Key != "updated" || m.p.FrontMatter.Lookup("lastmod") != nil:
		return nil
	case m.beyondTables():
		return m.whole()
	}
	edits, _ := m.p.Rename(f, "lastmod")
	return []lint.Fix{{Title: lint.Msg("Rename it to %q", "lastmod"), Edits: edits}}
}

// table returns the fixes of one of Zola's tables.
func (m *zolaMove) table(f *source.Field) []lint.Fix {
	if m.beyondTables() {
		return m.whole()
	}
	return m.z.move(m.p, f)
}

// whole returns the one fix that does it all.
func (m *zolaMove) whole() []lint.Fix {
	if m.made {
		return m.fixes
	}
	m.made = true
	d := revision{doc: m.p.Document}
	var done []lint.Message
	did := func(ok bool, key string, value any) {
		if ok && value != nil {
			done = append(done, lint.Msg("%s %s", key, value))
		} else if ok {
			done = append(done, lint.Msg("%s", key))
		}
	}
	if m.path != nil {
		s, _ := m.path.Value.Text()
		url := "/" + strings.Trim(s, "/ ") + "/"
		did(d.rename("path", "url") && d.set([]string{"url"}, url), "url", url)
	}
	if m.url != "" {
		key, value := "url", m.url
		if slugAlone(m.url, m.served) && m.p.IsPost() {
			slug := strings.Trim(m.url, "/")
			key, value = "slug", slug[strings.LastIndexByte(slug, '/')+1:]
		}
		did(d.set([]string{key}, value), key, value)
	}
	if t, err := fileTime(m.date); err == nil {
		did(d.set([]string{"date"}, t), "date", m.date)
	}
	for _, v := range m.aliases {
		s, _ := v.Text()
		did(d.alias(s, m.rooted(s)), "alias", m.rooted(s))
	}
	if m.p.FrontMatter.Lookup("lastmod") == nil {
		did(d.rename("updated", "lastmod"), "lastmod", nil)
	}
	for _, table := range []*source.Field{m.z.taxonomies, m.z.extra} {
		if table != nil {
			if d.moveTable(m.p, table.Key) {
				done = append(done, enumerate(keysOf(table.Value.Fields)))
			}
		}
	}
	if m.render != nil && d.remove("render") {
		did(d.set([]string{"build"}, map[string]any{"render": "never"}), "build", nil)
	}
	if edit := d.edit(m.p.Src); len(done) > 0 && !d.failed {
		m.fixes = []lint.Fix{{Title: lint.Msg("Write it for Hugo: %s", message.Join(done, ", ")), Unsafe: true, Edits: []text.Edit{edit}}}
	}
	return m.fixes
}

// A revision is a document to which one change after another is made.
type revision struct {
	doc    *source.Document
	failed bool // a change failed halfway
}

// apply makes a change, if it is one.
func (d *revision) apply(edits []text.Edit, ok bool) bool {
	if !ok {
		return false
	}
	src, err := text.Apply(d.doc.Src, edits)
	if err != nil {
		return false
	}
	d.doc = source.Parse(d.doc.Path, src, nil)
	return true
}

func (d *revision) set(path []string, data any) bool {
	ok := d.apply(d.doc.Set(path, data))
	d.failed = d.failed || !ok
	return ok
}

func (d *revision) rename(key, to string) bool {
	f := d.doc.FrontMatter.Lookup(key)
	return f != nil && d.apply(d.doc.Rename(f, to))
}

func (d *revision) remove(key string) bool {
	f := d.doc.FrontMatter.Lookup(key)
	return f != nil && d.apply(d.doc.Remove(f))
}

// alias gives one of the aliases another text.
func (d *revision) alias(from, to string) bool {
	for _, v := range d.doc.FrontMatter.Lookup("aliases").Value.Elements {
		if s, _ := v.Text(); s == from {
			return d.apply(d.doc.ReplaceValue(v, to))
		}
	}
	return false
}

// moveTable moves the fields of one of Zola's tables to the top level, or makes
// [params] of [extra].
func (d *revision) moveTable(p *lint.Pass, key string) bool {
	f := d.doc.FrontMatter.Lookup(key)
	if f == nil {
		return false
	}
	top := &lint.Pass{Page: p.Page, Site: p.Site}
	if !movableIn(d.doc, f) {
		return false
	}
	if key == "extra" && !onlyParams(top, f) {
		return becomesParams(top, f) && d.apply(d.doc.Rename(f, "params"))
	}
	return d.apply(d.doc.Move(f.Value.Fields, keysOf(f.Value.Fields)))
}

// edit returns what was changed, as one edit of the original.
func (d *revision) edit(old []byte) text.Edit {
	src := d.doc.Src
	start := 0
	for start < min(len(old), len(src)) && old[start] == src[start] {
		start++
	}
	for start > 0 && start < len(old) && !utf8.RuneStart(old[start]) {
		start--
	}
	end := 0
	for end < min(len(old), len(src))-start && old[len(old)-1-end] == src[len(src)-1-end] {
		end++
	}
	for end > 0 && !utf8.RuneStart(old[len(old)-end]) {
		end--
	}
	return text.Replace(text.Span{Start: start, End: len(old) - end}, string(src[start:len(src)-end]))
}

// move returns the fix for one of the two tables. Both are moved in one go
// where that is safe: what is left of one alone would not be known for Zola's.
func (z zola) move(p *lint.Pass, table *source.Field) []lint.Fix {
	if !movableIn(p.Document, table) {
		return nil
	}
	if table == z.extra && !onlyParams(p, table) {
		return z.rename(p, table)
	}
	var fields []*source.Field
	for _, t := range []*source.Field{z.taxonomies, z.extra} {
		if t != nil && movableIn(p.Document, t) && (t == table || onlyParams(p, t)) {
			fields = append(fields, t.Value.Fields...)
		}
	}
	if clash(fields) {
		return nil
	}
	edits, ok := p.Move(fields, keysOf(fields))
	if !ok {
		fields = table.Value.Fields
		edits, _ = p.Move(fields, keysOf(fields))
	}
	return []lint.Fix{{Title: lint.Msg("Move %s to the top level", enumerate(keysOf(fields))), Edits: edits}}
}

// rename returns the fix for an [extra] with keys that would come to mean
// something to Hugo at the top level: in [params] they are parameters and no more.
func (z zola) rename(p *lint.Pass, table *source.Field) []lint.Fix {
	if !becomesParams(p, table) {
		return nil
	}
	edits, _ := p.Rename(table, "params")
	return []lint.Fix{{Title: lint.Msg("Rename it to %q", "params"), Unsafe: true, Edits: edits}}
}

// becomesParams reports whether the fields of a table would be no more than
// parameters in [params]: Hugo finds terms there too.
func becomesParams(p *lint.Pass, table *source.Field) bool {
	for _, f := range table.Value.Fields {
		if isTaxonomy(p, f.Key) {
			return false
		}
	}
	return p.FrontMatter.Lookup("params") == nil
}

// movableIn reports whether no key of the table is at the top level already.
func movableIn(d *source.Document, table *source.Field) bool {
	for _, f := range table.Value.Fields {
		if d.FrontMatter.Lookup(f.Key) != nil {
			return false
		}
	}
	return true
}

// onlyParams reports whether no key of the table would mean something to Hugo
// itself at the top level; those of [taxonomies] are meant to.
func onlyParams(p *lint.Pass, table *source.Field) bool {
	for _, f := range table.Value.Fields {
		_, known := hugoKeys[strings.ToLower(f.Key)]
		if known || isTaxonomy(p, f.Key) && table.Key != "taxonomies" {
			return false
		}
	}
	return true
}

// clash reports whether two fields have one key.
func clash(fields []*source.Field) bool {
	seen := map[string]bool{}
	for _, f := range fields {
		key := strings.ToLower(f.Key)
		if seen[key] {
			return true
		}
		seen[key] = true
	}
	return false
}

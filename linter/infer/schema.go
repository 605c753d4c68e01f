package infer

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"postlint/linter/message"
	"postlint/linter/site"
)

// A Schema is a JSON Schema of the front matter that the posts of a section have.
type Schema struct {
	Section string   // "" for the whole site
	File    string   // where it goes, relative to the site, with slashes
	Path    []string // of the setting that names the file, below [params.postlint]
	Posts   int      // that it was inferred from
	Source  []byte   // the schema, as JSON
}

// Schemas returns a schema for each section with posts enough that has none
// yet: types, formats, the values of keys that have few, and what is required.
// say says the descriptions in the author's language.
func Schemas(x *site.Index, say func(message.Message) string) ([]Schema, error) {
	r := &reader{index: x, say: say}
	var list []Schema
	for _, g := range r.groups() {
		s := Schema{Section: g.section, Posts: len(g.posts)}
		s.File, s.Path = "schemas/"+strings.ToLower(g.section)+".json", append(slices.Clone(g.prefix), "schema")
		if g.section == "" {
			s.File, s.Path = "schemas/post.json", []string{"schemas", "**"}
		}
		if r.has(s.Path) {
			continue
		}
		var err error
		if s.Source, err = r.schema(g); err != nil {
			return nil, message.Errorf("%s: %w", s.File, err)
		}
		list = append(list, s)
	}
	return list, nil
}

// A node is a schema of one value. Its fields are in the order that readers
// expect them in.
type node struct {
	Schema      string           `json:"$schema,omitempty"`
	Title       string           `json:"title,omitempty"`
	Description string           `json:"description,omitempty"`
	Type        any              `json:"type,omitempty"` // a string, or several
	Format      string           `json:"format,omitempty"`
	AnyOf       []*node          `json:"anyOf,omitempty"`
	Enum        []string         `json:"enum,omitempty"`
	Items       *node            `json:"items,omitempty"`
	Properties  map[string]*node `json:"properties,omitempty"`
	Required    []string         `json:"required,omitempty"`
}

// schema writes the schema of a group.
func (r *reader) schema(g group) ([]byte, error) {
	values := make([]any, len(g.posts))
	for i, p := range g.posts {
		values[i] = p.FrontMatter.Values
		if p.FrontMatter.Values == nil {
			values[i] = map[string]any{}
		}
	}
	root := r.describe(values, "")
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = r.say(message.New("Front matter of the posts of the site"))
	if g.section != "" {
		root.Title = r.say(message.New("Front matter of the posts in %s", g.section))
	}
	root.Description = r.say(message.New("Inferred from %d posts.", len(g.posts)))
	root.Required = nil
	for _, f := range r.required(g) {
		key, _, _ := strings.Cut(f.key, ".") // of a table, which requires the rest itself
		if _, there := root.Properties[key]; there {
			root.Required = append(root.Required, key)
		}
	}
	slices.Sort(root.Required)
	root.Required = slices.Compact(root.Required)
	for key, property := range root.Properties {
		property.Description = r.about(key, property.Description)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(root)
	return b.Bytes(), err
}

// hugoKeys says what Hugo takes its own keys for.
var hugoKeys = map[string]message.Message{
	"title":       message.New("The title of the page."),
	"date":        message.New("When the post was written; it sorts by it."),
	"lastmod":     message.New("When the post was last changed."),
	"publishdate": message.New("Until then the post is not published."),
	"expirydate":  message.New("From then on the post is not published any more."),
	"draft":       message.New("true keeps the post unpublished."),
	"description": message.New("A sentence for search engines and previews."),
	"summary":     message.New("What lists show of the post."),
	"slug":        message.New("The last part of the address."),
	"url":         message.New("The whole address."),
	"aliases":     message.New("Former addresses, which lead here."),
	"weight":      message.New("The place among its neighbours: the lightest comes first."),
	"layout":      message.New("The template to use."),
	"type":        message.New("The kind of the page, which chooses its templates."),
	"keywords":    message.New("Key words for search engines."),
}

// about describes a key: what it is for and how many posts have it.
func (r *reader) about(key, count string) string {
	if said, ok := hugoKeys[strings.ToLower(key)]; ok {
		return r.say(said) + " " + count
	}
	if r.isTaxonomy(key) {
		return r.say(message.New("Terms of the taxonomy %s.", key)) + " " + count
	}
	return count
}

func (r *reader) isTaxonomy(key string) bool {
	return slices.ContainsFunc(r.index.Config.Taxonomies, func(t site.TaxonomyConfig) bool { return strings.EqualFold(t.Plural, key) })
}

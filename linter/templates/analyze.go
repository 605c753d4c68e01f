package templates

import (
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"text/template/parse"
)

// Analyze returns what templates read. files are all that Hugo would find, each
// once; params are the [params] of each language, with keys in lower case:
// a name that a template takes from there is a name that is known.
func Analyze(files []*File, params []map[string]any) *Facts {
	a := &analysis{
		facts:    &Facts{opened: map[ref]bool{}, tested: map[ref]bool{}, words: map[string]bool{}},
		params:   params,
		partials: map[string][]*tree{}, defines: map[string][]*tree{},
		known: map[string]*value{}, contexts: map[*tree]int{}, ids: map[*tree]int{},
	}
	trees := a.parse(files)
	for _, t := range trees {
		a.ids[t] = len(a.ids)
		for word := range t.words() {
			a.facts.words[word] = true
		}
		switch {
		case t.kind == partialTree, t.kind == definedTree && isPartial(t.name):
			a.partials[stem(t.name)] = append(a.partials[stem(t.name)], t)
		default:
			a.defines[t.name] = append(a.defines[t.name], t)
		}
	}
	for _, t := range trees {
		if dot := t.kind.dot(); dot != nil {
			a.call(t, dot)
		}
	}
	// What nothing calls by its name may be called by a computed one.
	for _, t := range trees {
		if a.contexts[t] == 0 || a.computed && t.kind == partialTree {
			a.call(t, anything)
		}
	}
	a.facts.Reads = append(a.facts.Reads, embedded()...)
	a.facts.finish()
	return a.facts
}

func isPartial(name string) bool {
	return strings.HasPrefix(name, "_partials/") || strings.HasPrefix(name, "partials/")
}

// dot returns what templates of a kind are given, nil where that depends on who calls.
func (k treeKind) dot() *value {
	switch k {
	case pageTree:
		return &value{is: page}
	case shortcodeTree:
		return &value{is: shortcode}
	case hookTree:
		return anything
	}
	return nil
}

// parse parses all files at once, and returns their templates in the order of
// the files and of their names.
func (a *analysis) parse(files []*File) []*tree {
	parsed, errs := make([][]*tree, len(files)), make([]error, len(files))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				parsed[i], errs[i] = parseFile(files[i])
				slices.SortFunc(parsed[i], func(a, b *tree) int { return strings.Compare(a.name, b.name) })
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			a.facts.Failures = append(a.facts.Failures, Failure{files[i].Path, err})
		}
	}
	return slices.Concat(parsed...)
}

// words returns the names of fields in a template, and its strings with the
// words in them, in lower case.
func (t *tree) words() map[string]bool {
	words := map[string]bool{}
	add := func(names ...string) {
		for _, name := range names {
			words[strings.ToLower(name)] = true
		}
	}
	inspect(t.Root, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.FieldNode:
			add(n.Ident...)
		case *parse.VariableNode:
			add(n.Ident[1:]...)
		case *parse.ChainNode:
			add(n.Field...)
		case *parse.StringNode:
			add(n.Text)
			add(splitWords(n.Text)...)
		}
	})
	return words
}

// splitWords returns the words of a text: runs of letters, digits, "_" and "-",
// and the parts between the latter.
func splitWords(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-'
	})
	for _, w := range slices.Clone(words) {
		words = append(words, strings.Split(w, "-")...)
	}
	return words
}

// inspect calls visit for every node below n.
func inspect(n parse.Node, visit func(parse.Node)) {
	visit(n)
	branch := func(b *parse.BranchNode) {
		inspect(b.Pipe, visit)
		inspect(b.List, visit)
		if b.ElseList != nil {
			inspect(b.ElseList, visit)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			inspect(child, visit)
		}
	case *parse.ActionNode:
		inspect(n.Pipe, visit)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			inspect(n.Pipe, visit)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.PipeNode:
		for _, child := range n.Cmds {
			inspect(child, visit)
		}
	case *parse.CommandNode:
		for _, child := range n.Args {
			inspect(child, visit)
		}
	case *parse.ChainNode:
		inspect(n.Node, visit)
	}
}

// embedded returns what Hugo's own templates read of pages and of the site
// (tpl/tplimpl/embedded/templates of v0.165.0).
func embedded() (list []Read) {
	for key, places := range map[string]string{
		"images": "page site", "audio": "page", "videos": "page", "locale": "page",
		"disqus_identifier": "page", "disqus_title": "page", "disqus_url": "page",
		"title": "site", "description": "site", "author": "site",
		"author.name": "site", "author.email": "site",
		"social.facebook_app_id": "site", "social.facebook_admin": "site", "social.twitter": "site",
	} {
		for _, place := range strings.Fields(places) {
			list = append(list, Read{Site: place == "site", Key: strings.Split(key, ".")})
		}
	}
	return list
}

// settings returns what the configuration has at a site's parameter, in each
// language where it has something.
func (a *analysis) settings(path string) (list []any) {
	for _, params := range a.params {
		found := []any{any(params)}
		for key := range strings.SplitSeq(path, ".") {
			name := strings.TrimRight(key, "[]")
			var next []any
			for _, v := range found {
				if m, ok := v.(map[string]any); ok {
					if member, ok := m[name]; ok {
						next = append(next, member)
					}
				}
			}
			for range strings.Count(key, "[]") {
				next = elements(next)
			}
			found = next
		}
		list = append(list, found...)
	}
	return list
}

// elements returns what ranging over values gives.
func elements(values []any) (list []any) {
	for _, v := range values {
		switch v := v.(type) {
		case []any:
			list = append(list, v...)
		case []string:
			for _, s := range v {
				list = append(list, s)
			}
		case []map[string]any:
			for _, m := range v {
				list = append(list, m)
			}
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				list = append(list, v[key])
			}
		}
	}
	return list
}

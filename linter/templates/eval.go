package templates

import (
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// An analysis follows values through all templates.
type analysis struct {
	facts    *Facts
	params   []map[string]any
	partials map[string][]*tree // by stem
	defines  map[string][]*tree // by name
	known    map[string]*value  // what a template returns, by template and dot
	contexts map[*tree]int      // how many dots a template was read with
	ids      map[*tree]int
	computed bool // a template calls a partial by a computed name
}

// Beyond this number of dots a template is read with one that may be anything.
const maxContexts = 100

// call reads a template with a dot, once, and returns what it returns.
func (a *analysis) call(t *tree, dot *value) *value {
	var b strings.Builder
	b.WriteString(strconv.Itoa(a.ids[t]))
	b.WriteByte('|')
	if dot == nil {
		dot = anything
	}
	if !dot.key(&b, 0) || a.contexts[t] > maxContexts && dot != anything {
		a.escape(dot)
		return a.call(t, anything)
	}
	if result, ok := a.known[b.String()]; ok {
		return result
	}
	a.known[b.String()] = nil // what it returns to itself adds nothing
	a.contexts[t]++
	f := &frame{analysis: a, tree: t, root: dot, dot: dot}
	f.list(t.Root)
	if f.result == nil {
		f.result = anything
	}
	a.known[b.String()] = f.result
	return f.result
}

// escape notes that a value goes to where it is no longer followed.
func (a *analysis) escape(v *value) {
	if v == nil {
		return
	}
	for _, r := range v.refs {
		a.open(r)
	}
	for _, member := range v.dict {
		a.escape(member)
	}
	a.escape(v.elem)
	if v.has(taxonomies) {
		a.facts.AllTaxonomies = true
	}
}

func (a *analysis) open(r ref) { a.facts.opened[r] = true }

// A frame is one reading of a template.
type frame struct {
	*analysis
	tree   *tree
	root   *value // $
	dot    *value
	vars   []*variable
	result *value
	guards int  // of tests and defaults around what is evaluated
	bare   bool // what is evaluated is printed
	dated  int  // of conditions around that ask which Hugo this is
}

// A variable of a template.
type variable struct {
	name         string
	value        *value
	translations []int // in Facts, that it may hold
}

func (f *frame) list(n *parse.ListNode) {
	if n == nil {
		return
	}
	scope := len(f.vars)
	for _, child := range n.Nodes {
		f.node(child)
	}
	f.vars = f.vars[:scope]
}

func (f *frame) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.ActionNode:
		f.bare = prints(n.Pipe)
		v := f.pipe(n.Pipe)
		f.bare = false
		if len(n.Pipe.Decl) == 0 {
			f.escape(v)
		}
	case *parse.TemplateNode:
		f.template(n)
	case *parse.IfNode:
		if asksVersion(n.Pipe) {
			f.dated++
			defer func() { f.dated-- }()
		}
		f.branch(n.Pipe, func(*value) { f.list(n.List) })
		f.list(n.ElseList)
	case *parse.WithNode:
		f.branch(n.Pipe, func(v *value) { f.with(v, n.List) })
		f.list(n.ElseList)
	case *parse.RangeNode:
		f.rangeOver(n)
	}
}

// harmless are the functions that print what they are given.
var harmless = []string{"safeHTML", "safeHTMLAttr", "safeURL", "safeCSS", "safeJS", "markdownify", "plainify", "emojify",
	"absURL", "relURL", "absLangURL", "relLangURL", "upper", "lower", "title", "humanize", "htmlEscape", "htmlUnescape", "string"}

// prints reports whether an action does nothing but to print one value.
func prints(p *parse.PipeNode) bool {
	if len(p.Decl) > 0 || len(p.Cmds[0].Args) != 1 {
		return false
	}
	for _, cmd := range p.Cmds[1:] {
		if id, ok := cmd.Args[0].(*parse.IdentifierNode); !ok || len(cmd.Args) != 1 || !slices.Contains(harmless, id.Ident) {
			return false
		}
	}
	return true
}

// branch evaluates a condition, whose variables live as long as the branch.
func (f *frame) branch(p *parse.PipeNode, then func(*value)) {
	scope := len(f.vars)
	f.guards++
	from := len(f.facts.Reads)
	v := f.pipe(p)
	for _, r := range f.facts.Reads[from:] {
		f.facts.tested[ref{r.Site, r.Key[0]}] = true
	}
	f.guards--
	then(v)
	f.vars = f.vars[:scope]
}

// asksVersion reports whether a condition depends on Hugo's version.
func asksVersion(p *parse.PipeNode) (asks bool) {
	inspect(p, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ChainNode:
			asks = asks || slices.Contains(n.Field, "Version")
		case *parse.FieldNode:
			asks = asks || slices.Contains(n.Ident, "Version")
		case *parse.VariableNode:
			asks = asks || slices.Contains(n.Ident, "Version") || strings.Contains(strings.ToLower(n.Ident[0]), "version")
		}
	})
	return asks
}

func (f *frame) with(dot *value, list *parse.ListNode) {
	outer := f.dot
	f.dot = dot
	f.list(list)
	f.dot = outer
}

// rangeOver reads the body of a loop as often as its variables keep changing.
func (f *frame) rangeOver(n *parse.RangeNode) {
	scope := len(f.vars)
	f.guards++
	over := f.pipeValue(n.Pipe)
	f.guards--
	key, element := f.elements(over)
	switch decl := n.Pipe.Decl; len(decl) {
	case 1:
		f.declare(n.Pipe, decl[0], element)
	case 2:
		f.declare(n.Pipe, decl[0], key)
		f.declare(n.Pipe, decl[1], element)
	}
	for range 2 {
		before := f.snapshot()
		f.with(element, n.List)
		if f.snapshot() == before {
			break
		}
	}
	f.vars = f.vars[:scope]
	f.list(n.ElseList)
}

// snapshot tells the values of all variables apart.
func (f *frame) snapshot() string {
	var b strings.Builder
	for _, v := range f.vars {
		v.value.key(&b, 0)
	}
	return b.String()
}

// elements returns the keys and elements that ranging over a value gives.
func (f *frame) elements(v *value) (key, element *value) {
	if v == nil {
		return anything, anything
	}
	key = &value{is: number}
	element = v.elem
	for _, r := range v.refs {
		f.open(r)
		e := ref{r.site, r.path + "[]"}
		if !r.site {
			key = anything
		} else {
			key = join(key, f.keysOf(r))
		}
		if !e.deep() {
			element = join(element, &value{refs: []ref{e}})
		}
	}
	for name, member := range v.dict {
		key = join(key, textOf(name))
		element = join(element, member)
	}
	if v.has(pages) {
		element = join(element, &value{is: page})
	}
	if v.has(taxonomies) {
		f.facts.AllTaxonomies = true
	}
	if element == nil || v.has(unknown|taxonomies) {
		key, element = join(key, anything), join(element, anything)
	}
	return key, element
}

// keysOf returns the keys that the configuration has at a site's parameter.
func (f *frame) keysOf(r ref) *value {
	var keys []string
	for _, v := range f.settings(r.path) {
		if m, ok := v.(map[string]any); ok {
			for key := range m {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	if len(keys) == 0 {
		return nil
	}
	return textOf(slices.Compact(keys)...)
}

// template reads what {{ template }} and {{ block }} call.
func (f *frame) template(n *parse.TemplateNode) {
	var dot *value
	if n.Pipe != nil {
		dot = f.pipe(n.Pipe)
	}
	called := f.defines[n.Name]
	if len(called) == 0 && isPartial(n.Name) {
		called = f.partials[stem(n.Name)]
	}
	if len(called) == 0 {
		f.escape(dot)
	}
	for _, t := range called {
		f.call(t, dot)
	}
}

package templates

import (
	"fmt"
	"slices"
	"strings"
	"text/template/parse"

	"postlint/linter/text"
)

// aliases are other names of functions that are followed.
var aliases = map[string]string{
	"collections.Index": "index", "collections.IsSet": "isset", "collections.Dictionary": "dict", "collections.Slice": "slice",
	"collections.Merge": "merge", "collections.Append": "append", "collections.First": "first", "collections.Last": "last",
	"collections.After": "after", "collections.Uniq": "uniq", "collections.Reverse": "uniq", "collections.Shuffle": "shuffle",
	"collections.Union": "union", "collections.Intersect": "intersect", "collections.Complement": "complement",
	"collections.SymDiff": "symdiff", "collections.Where": "where", "collections.Sort": "sort", "collections.In": "in",
	"collections.Group": "group", "collections.D": "shuffle",
	"compare.Default": "default", "compare.Conditional": "cond", "compare.Eq": "eq", "compare.Ne": "ne", "compare.Ge": "ge",
	"compare.Gt": "gt", "compare.Le": "le", "compare.Lt": "lt",
	"partials.Include": "partial", "partials.IncludeCached": "partialCached",
	"lang.Translate": "i18n", "T": "i18n",
	"strings.ToLower": "lower", "strings.Split": "split", "cast.ToString": "string", "fmt.Printf": "printf", "fmt.Print": "print",
	"strings.TrimSpace": "string", "reflect.IsMap": "isset", "reflect.IsSlice": "isset", "strings.ToUpper": "upper",
}

func canonical(name string) string {
	if other, ok := aliases[name]; ok {
		return other
	}
	return name
}

// decides reports whether a function does something of its own where its
// argument is not there.
func decides(name string) bool {
	switch canonical(name) {
	case "default", "or", "and", "cond", "isset", "not", "eq", "ne", "ge", "gt", "le", "lt", "in", "len", "merge", "where", "first", "try":
		return true
	}
	return false
}

// function returns what a function makes of its arguments, and notes what it
// reads. What goes to a function that is not known here is no longer followed.
func (f *frame) function(n parse.Node, name string, args []argument) *value {
	f.noteRemovedFunction(n, name, args)
	switch canonical(name) {
	case "partial", "partialCached":
		return f.partial(args)
	case "return":
		if len(args) > 0 {
			f.result = join(f.result, orNothing(args[0].value))
		}
		return &value{}
	case "index":
		return f.index(n, args)
	case "isset":
		if len(args) == 2 {
			f.index(n, args)
		}
		return &value{}
	case "dict":
		return f.dict(args)
	case "slice":
		v := &value{}
		for _, a := range args {
			v.elem = join(v.elem, orNothing(a.value))
		}
		return v
	case "default", "or", "and", "first", "last", "after", "uniq", "shuffle", "union", "intersect", "complement", "symdiff", "merge":
		return joined(args)
	case "cond":
		return joined(args[min(1, len(args)):])
	case "append":
		v := joined(args)
		v = join(v, &value{elem: v})
		return v
	case "not", "eq", "ne", "ge", "gt", "le", "lt", "in", "len":
		return &value{}
	case "where", "sort", "group":
		return f.byKey(args)
	case "i18n":
		return f.translation(n, args)
	case "templates.Defer":
		if len(args) == 1 && args[0].value != nil && args[0].value.dict["data"] != nil {
			return args[0].value.dict["data"]
		}
	case "try":
		if len(args) == 1 {
			return &value{is: unknown, dict: map[string]*value{"value": orNothing(args[0].value)}}
		}
	default:
		if v := f.text(canonical(name), args); v != nil {
			return v
		}
	}
	for _, a := range args {
		if takesText(canonical(name), args) {
			f.escape(withoutRoots(a.value))
		} else {
			f.escape(a.value)
		}
	}
	return anything
}

// textNamespaces and textFunctions take texts, numbers and times: all of the
// parameters at once are nothing to them, and where one may get those
// the template has made sure that it does not.
var (
	textNamespaces = []string{"strings", "path", "urls", "safe", "math", "time", "cast", "hash", "crypto", "inflect"}
	textFunctions  = strings.Fields(`absLangURL absURL anchorize base64Decode base64Encode chomp countrunes countwords dateFormat
		emojify findRE findRESubmatch float hasPrefix hasSuffix highlight htmlEscape htmlUnescape humanize int lower markdownify
		md5 plainify pluralize ref relLangURL relURL relref replace replaceRE safeCSS safeHTML safeHTMLAttr safeJS safeJSStr
		safeURL sha1 sha256 singularize slicestr split string strings.ToUpper substr title trim truncate upper urlize
		add sub mul div mod modBool round seq transform.Plainify transform.Markdownify transform.Emojify transform.HTMLEscape
		transform.HTMLUnescape transform.Highlight transform.XMLEscape lang.FormatNumber lang.FormatNumberCustom lang.FormatCurrency
		lang.FormatPercent resources.Get resources.GetMatch resources.Match resources.ByType resources.GetRemote fileExists
		os.FileExists readFile os.ReadFile i18n`)
)

func takesText(name string, args []argument) bool {
	namespace, _, qualified := strings.Cut(name, ".")
	if qualified && slices.Contains(textNamespaces, namespace) || slices.Contains(textFunctions, name) {
		return true
	}
	if name == "printf" && len(args) > 0 {
		formats, ok := args[0].value.exact()
		return ok && len(formats) == 1 && !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(formats[0], "%s", ""), "%T", ""), "%")
	}
	return false
}

// withoutRoots returns v without the parameters as a whole.
func withoutRoots(v *value) *value {
	if v == nil || !slices.ContainsFunc(v.refs, func(r ref) bool { return r.path == "" }) {
		return v
	}
	some := *v
	some.refs = slices.DeleteFunc(slices.Clone(v.refs), func(r ref) bool { return r.path == "" })
	return &some
}

func joined(args []argument) *value {
	v := &value{}
	for _, a := range args {
		if a.value == nil {
			return anything
		}
		v = join(v, a.value)
	}
	return v
}

// text evaluates functions of strings whose arguments are known; nil if they
// are not, or the function is another one.
func (f *frame) text(name string, args []argument) *value {
	var known [][]string
	for _, a := range args {
		names, ok := f.names(a.value)
		if !ok {
			return nil
		}
		known = append(known, names)
	}
	each := func(change func(string) string) *value {
		out := make([]string, len(known[0]))
		for i, s := range known[0] {
			out[i] = change(s)
		}
		slices.Sort(out)
		return textOf(slices.Compact(out)...)
	}
	switch {
	case len(known) == 1 && name == "lower":
		return each(strings.ToLower)
	case len(known) == 1 && name == "upper":
		return each(strings.ToUpper)
	case len(known) == 1 && name == "string":
		return each(strings.TrimSpace)
	case len(known) == 2 && name == "split" && len(known[1]) == 1:
		var parts []string
		for _, s := range known[0] {
			parts = append(parts, strings.Split(s, known[1][0])...)
		}
		slices.Sort(parts)
		return &value{elem: textOf(slices.Compact(parts)...)}
	case len(known) > 0 && name == "printf" || name == "print":
		return formatted(name, known)
	}
	return nil
}

// formatted returns every string that printf or print may make.
func formatted(name string, args [][]string) *value {
	combinations := [][]any{nil}
	for _, choices := range args {
		var next [][]any
		for _, c := range combinations {
			for _, s := range choices {
				next = append(next, append(slices.Clone(c), s))
			}
		}
		if combinations = next; len(combinations) > maxTexts {
			return nil
		}
	}
	var out []string
	for _, c := range combinations {
		if name == "print" {
			out = append(out, fmt.Sprint(c...))
		} else if len(c) > 0 {
			out = append(out, fmt.Sprintf(c[0].(string), c[1:]...))
		}
	}
	slices.Sort(out)
	return textOf(slices.Compact(out)...)
}

// dict returns what its members are; one whose key is computed is not followed.
func (f *frame) dict(args []argument) *value {
	v := &value{dict: map[string]*value{}}
	for i := 0; i+1 < len(args); i += 2 {
		keys, ok := f.names(args[i].value)
		if !ok {
			f.escape(args[i+1].value)
			v.is |= unknown
			continue
		}
		for _, key := range keys {
			v.dict[strings.ToLower(key)] = join(v.dict[strings.ToLower(key)], orNothing(args[i+1].value))
		}
	}
	return v
}

// spanOf is the place of a name: inside its quotes where it is a string.
func (f *frame) spanOf(a argument, n parse.Node) text.Span {
	if s, ok := a.node.(*parse.StringNode); ok {
		start := int(s.Pos)
		return text.Span{Start: start + 1, End: start + len(s.Quoted) - 1}
	}
	if id, ok := n.(*parse.IdentifierNode); ok {
		return text.Span{Start: int(id.Pos), End: int(id.Pos) + len(id.Ident)}
	}
	if fields := f.tree.fields(n); len(fields) > 0 {
		return fields[len(fields)-1].span
	}
	return text.At(int(n.Position()))
}

// index reads keys of parameters, dicts and taxonomies.
func (f *frame) index(n parse.Node, args []argument) *value {
	if len(args) == 0 {
		return anything
	}
	v := args[0].value
	for _, arg := range args[1:] {
		v = f.indexOne(v, arg, f.spanOf(arg, n))
	}
	return v
}

func (f *frame) indexOne(v *value, arg argument, span text.Span) *value {
	if v == nil {
		return anything
	}
	if keys, ok := f.names(arg.value); ok {
		var result *value
		for _, key := range keys {
			result = join(result, f.parameters(v, key, span))
			if member, ok := v.dict[strings.ToLower(key)]; ok {
				result = join(result, orNothing(member))
			}
			if v.has(taxonomies) {
				f.noteTaxonomy(key, span)
			}
		}
		if v.has(unknown | taxonomies | pages) {
			result = join(result, anything)
		}
		return orNothing(join(result, v.elem))
	}
	result := v.elem
	position := arg.value != nil && arg.value.is == number
	for _, r := range v.refs {
		if !position {
			f.open(r)
		}
		if e := (ref{r.site, r.path + "[]"}); !e.deep() {
			result = join(result, &value{refs: []ref{e}})
		}
	}
	for _, member := range v.dict {
		result = join(result, member)
	}
	if v.has(taxonomies) {
		f.facts.AllTaxonomies = true
	}
	if v.has(pages) {
		result = join(result, &value{is: page})
	}
	if result == nil || v.has(unknown|taxonomies) {
		return join(result, anything)
	}
	return result
}

// byKey reads the key that where, sort and group go by, and returns their list.
func (f *frame) byKey(args []argument) *value {
	if len(args) == 0 {
		return anything
	}
	if len(args) > 1 {
		keys, ok := f.names(args[1].value)
		if !ok && args[1].value != nil && args[1].value.is == number {
			ok = true
		}
		if !ok {
			f.open(ref{})
		}
		for _, key := range keys {
			f.readPath(key, f.spanOf(args[1], args[0].node))
		}
		for _, a := range args[2:] {
			f.escape(a.value)
		}
	}
	return orNothing(args[0].value)
}

// readPath reads a parameter of pages from a path as where has it: "Params.a.b".
func (f *frame) readPath(key string, span text.Span) {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(strings.ToLower(key), "."), "params.")
	if !ok {
		if rest, ok = strings.CutPrefix(strings.ToLower(key), "page.params."); !ok {
			return
		}
	}
	f.noteRead(ref{path: rest}, span, false)
}

// translation notes a literal name that is to be translated.
func (f *frame) translation(n parse.Node, args []argument) *value {
	if len(args) > 0 {
		if ids, ok := args[0].value.exact(); ok {
			for _, id := range ids {
				f.facts.Translations = append(f.facts.Translations, Translation{f.place(f.spanOf(args[0], n)), id, f.guards > 0})
			}
		}
		for _, a := range args {
			f.escape(a.value)
		}
	}
	return anything
}

// partial reads the partials that a name may be of.
func (f *frame) partial(args []argument) *value {
	if len(args) == 0 {
		return anything
	}
	var dot *value
	if len(args) > 1 {
		dot = args[1].value
	}
	names, ok := f.names(args[0].value)
	if !ok {
		f.computed = true
		f.escape(dot)
		return anything
	}
	var result *value
	for _, name := range names {
		called := f.partials[stem(name)]
		if len(called) == 0 {
			f.escape(dot)
			result = anything
		}
		for _, t := range called {
			result = join(result, f.call(t, dot))
		}
	}
	return orNothing(result)
}

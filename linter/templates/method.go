package templates

import (
	"strings"
	"text/template/parse"

	"postlint/linter/text"
)

// method returns what a method makes of its arguments, and notes what it reads.
func (f *frame) method(receiver *value, name field, args []argument) *value {
	if receiver == nil {
		receiver = anything
	}
	f.noteRemoved(receiver, name)
	switch name.name {
	case "Param":
		if len(args) == 1 {
			return f.param(receiver, name, args[0])
		}
	case "GroupByParam", "GroupByParamDate", "ByParam":
		if len(args) > 0 {
			f.readParam(name, args[0], false)
			return &value{is: pages | unknown}
		}
	case "GetTerms":
		if len(args) == 1 {
			names, ok := f.names(args[0].value)
			if !ok {
				f.facts.AllTaxonomies = true
			}
			for _, taxonomy := range names {
				f.noteTaxonomy(taxonomy, f.argumentSpan(args[0], name))
			}
			return &value{is: pages}
		}
	case "GetPage":
		return &value{is: page}
	case "Render":
		return &value{}
	}
	for _, a := range args {
		f.escape(a.value)
	}
	// A method has arguments, and a function that was stored in a dict does not.
	if member, ok := receiver.dict[strings.ToLower(name.name)]; ok {
		f.escape(member)
	}
	for _, r := range receiver.refs {
		f.open(r)
	}
	return anything
}

// param reads what .Param names: of the page, else of the site.
func (f *frame) param(receiver *value, name field, arg argument) *value {
	keys, ok := f.names(arg.value)
	if !ok {
		f.readParam(name, arg, true)
		return anything
	}
	span := f.argumentSpan(arg, name)
	result := &value{}
	for _, key := range keys {
		key = strings.ToLower(key)
		if !receiver.has(siteObject) {
			f.noteRead(ref{path: key}, span, true)
			result = join(result, &value{refs: []ref{{path: key}}})
		}
		f.noteRead(ref{site: true, path: key}, span, true)
		result = join(result, &value{refs: []ref{{site: true, path: key}}})
	}
	return result
}

// readParam reads a parameter of pages by the name in arg; one that is computed
// may be any. With site it may be one of the site.
func (f *frame) readParam(name field, arg argument, site bool) {
	keys, ok := f.names(arg.value)
	if !ok {
		f.open(ref{})
		if site {
			f.open(ref{site: true})
		}
	}
	for _, key := range keys {
		f.noteRead(ref{path: strings.ToLower(key)}, f.argumentSpan(arg, name), false)
	}
}

// argumentSpan is the place of a method's argument where it is a string, else
// that of the method's name.
func (f *frame) argumentSpan(arg argument, name field) text.Span {
	if _, ok := arg.node.(*parse.StringNode); ok {
		return f.spanOf(arg, arg.node)
	}
	return name.span
}

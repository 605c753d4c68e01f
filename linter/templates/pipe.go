package templates

import (
	"slices"
	"text/template/parse"
)

// pipe evaluates a pipeline, and gives its value to the variables before it.
func (f *frame) pipe(p *parse.PipeNode) *value {
	from := len(f.facts.Translations)
	v := f.pipeValue(p)
	for _, decl := range p.Decl {
		variable := f.declare(p, decl, v)
		for i := from; i < len(f.facts.Translations); i++ {
			variable.translations = append(variable.translations, i)
		}
	}
	return v
}

// declare makes a variable, or adds to what one may be.
func (f *frame) declare(p *parse.PipeNode, n *parse.VariableNode, v *value) *variable {
	if p.IsAssign {
		if known := f.variable(n.Ident[0]); known != nil {
			known.value = join(known.value, v)
			return known
		}
	}
	made := &variable{name: n.Ident[0], value: v}
	f.vars = append(f.vars, made)
	return made
}

func (f *frame) variable(name string) *variable {
	for _, v := range slices.Backward(f.vars) {
		if v.name == name {
			return v
		}
	}
	return nil
}

// pipeValue evaluates the commands of a pipeline.
func (f *frame) pipeValue(p *parse.PipeNode) *value {
	guarded := 0
	for _, cmd := range p.Cmds[1:] {
		if id, ok := cmd.Args[0].(*parse.IdentifierNode); ok && decides(id.Ident) {
			guarded = 1
		}
	}
	f.guards += guarded
	defer func() { f.guards -= guarded }()
	var v *value
	for i, cmd := range p.Cmds {
		if i == 0 {
			v = f.command(cmd, nil)
		} else {
			v = f.command(cmd, &argument{value: v})
		}
	}
	return v
}

// An argument of a function, and where it stands; node is nil for what a
// pipeline hands on.
type argument struct {
	node  parse.Node
	value *value
}

// command evaluates one command of a pipeline.
func (f *frame) command(cmd *parse.CommandNode, piped *argument) *value {
	first := cmd.Args[0]
	name, isFunction := functionName(first)
	fields := f.tree.fields(first)
	if !isFunction && len(cmd.Args) == 1 && piped == nil {
		return f.operand(first)
	}
	if !isFunction && len(fields) == 0 {
		return f.operand(first)
	}
	if isFunction && decides(name) {
		f.guards++
		defer func() { f.guards-- }()
	}
	var args []argument
	bare := f.bare
	f.bare = bare && len(cmd.Args) == 1
	for _, n := range cmd.Args[1:] {
		args = append(args, argument{n, f.operand(n)})
	}
	f.bare = bare
	if piped != nil {
		args = append(args, *piped)
	}
	if isFunction {
		return f.function(first, name, args)
	}
	receiver := f.receiver(first)
	for _, field := range fields[:len(fields)-1] {
		receiver = f.field(receiver, field)
	}
	return f.method(receiver, fields[len(fields)-1], args)
}

// functionName returns the name of a function: "index", "strings.ToLower".
// ok is false for anything else, also for what begins with a global object.
func functionName(n parse.Node) (name string, ok bool) {
	switch n := n.(type) {
	case *parse.IdentifierNode:
		return n.Ident, n.Ident != "site" && n.Ident != "page" && n.Ident != "hugo"
	case *parse.ChainNode:
		if id, isName := n.Node.(*parse.IdentifierNode); isName && len(n.Field) == 1 {
			full := id.Ident + "." + n.Field[0]
			return full, id.Ident != "site" && id.Ident != "page" && id.Ident != "hugo"
		}
	}
	return "", false
}

// operand evaluates one argument.
func (f *frame) operand(n parse.Node) *value {
	switch n := n.(type) {
	case *parse.DotNode:
		return f.dot
	case *parse.StringNode:
		return textOf(n.Text)
	case *parse.NumberNode:
		return &value{is: number}
	case *parse.BoolNode, *parse.NilNode:
		return &value{}
	case *parse.PipeNode:
		return f.pipe(n)
	case *parse.IdentifierNode:
		switch n.Ident {
		case "site":
			return &value{is: siteObject}
		case "page":
			return &value{is: page}
		case "hugo":
			return anything
		}
		return f.function(n, n.Ident, nil)
	case *parse.ChainNode:
		if name, ok := functionName(n); ok {
			return f.function(n, name, nil)
		}
	}
	v, fields, bare := f.receiver(n), f.tree.fields(n), f.bare
	for i, field := range fields {
		f.bare = bare && i == len(fields)-1
		v = f.field(v, field)
	}
	f.bare = bare
	return v
}

// receiver evaluates what stands before the first field of a node.
func (f *frame) receiver(n parse.Node) *value {
	switch n := n.(type) {
	case *parse.FieldNode:
		return f.dot
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			return f.root
		}
		v := f.variable(n.Ident[0])
		if v == nil {
			return anything
		}
		if f.guards > 0 {
			for _, i := range v.translations {
				f.facts.Translations[i].Guarded = true
			}
		}
		return v.value
	case *parse.ChainNode:
		return f.operand(n.Node)
	}
	return anything
}

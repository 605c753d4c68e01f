package source

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"postlint/linter/text"
)

// A yamlPlacer walks a YAML syntax tree and the source side by side. The tree
// says what comes next, the source where it is: a quoted scalar reaches to its
// closing quote, and of a plain or block scalar every visible character
// stands in the source in the order of its value.
type yamlPlacer struct {
	cursor
	content text.Span
	anchors map[string]*Value
	budget  int // how many more fields and elements aliases may bring in
}

// aliasBudget limits what is made of aliases of aliases, of which a few lines
// can ask for billions. Their Data is there in any case.
const aliasBudget = 10_000

// value places node, whose decoded data is data. indent is the column, from 0,
// of the key or dash that node belongs to.
func (p *yamlPlacer) value(node ast.Node, data any, indent int, parent *Field) *Value {
	switch n := node.(type) {
	case *ast.AnchorNode:
		return p.anchored(n, data, indent, parent)
	case *ast.TagNode:
		return p.tagged(n, data, indent, parent)
	case *ast.AliasNode:
		return p.alias(n, data, parent)
	}
	v := &Value{Style: Plain}
	v.fill(data)
	switch n := node.(type) {
	case *ast.MappingNode:
		p.mapping(v, n.Values, n.IsFlowStyle, parent)
	case *ast.MappingValueNode:
		p.mapping(v, []*ast.MappingValueNode{n}, n.IsFlowStyle && p.startsWith('{'), parent)
	case *ast.SequenceNode:
		p.sequence(v, n, parent)
	case *ast.LiteralNode:
		v.Style = Block
		v.Span = p.block(n)
	case nil:
		v.Span = text.At(p.pos)
	default:
		v.Style, v.Span = p.scalar(node)
	}
	return v
}

// prologue steps over directives and the ends of empty documents.
func (p *yamlPlacer) prologue() {
	for p.blank(); p.column() == 0 && (p.prefix("...") || p.prefix("%")); p.blank() {
		p.line()
	}
}

func (p *yamlPlacer) startsWith(b byte) bool {
	p.blank()
	return p.peek() == b
}

// mapping places the entries of a map.
func (p *yamlPlacer) mapping(v *Value, entries []*ast.MappingValueNode, flow bool, parent *Field) {
	p.blank()
	start := p.pos
	if flow {
		p.expect('{', nil)
	}
	m, _ := v.Data.(map[string]any)
	for _, entry := range entries {
		v.Fields = append(v.Fields, p.entry(entry, m, parent)...)
		if flow {
			p.comma()
		}
	}
	if flow {
		p.expect('}', nil)
	}
	v.Span = p.since(start)
	v.Fields = dropHidden(v.Fields)
	if v.Kind != Map {
		v.Fields = nil
	}
}

// entry places one "key: value". A merge key gives the fields it brings in.
func (p *yamlPlacer) entry(n *ast.MappingValueNode, m map[string]any, parent *Field) []*Field {
	p.blank()
	start := p.pos
	indent := p.column()
	key := ast.Node(n.Key)
	if explicit, ok := key.(*ast.MappingKeyNode); ok {
		p.expect('?', explicit.Start)
		key = explicit.Value
	}
	f := &Field{Parent: parent}
	place := p.value(key, nil, indent, nil)
	f.KeySpan = hull(place.properties, place.Span)
	f.Key = p.keyText(key)
	p.colon()
	if n.Key.IsMergeKey() {
		return p.merge(n.Value, m, indent, parent)
	}
	f.Value = p.value(n.Value, m[f.Key], indent, f)
	f.Span = text.Span{Start: start, End: max(p.pos, f.Value.End)}
	return []*Field{f}
}

// colon steps over the ":" after a key, if there is one: a key of a flow map
// can stand alone.
func (p *yamlPlacer) colon() {
	pos := p.pos
	p.blank()
	if !p.accept(':') {
		p.pos = pos
	}
}

func (p *yamlPlacer) comma() {
	p.blank()
	p.accept(',')
}

// sequence places the elements of a list.
func (p *yamlPlacer) sequence(v *Value, n *ast.SequenceNode, parent *Field) {
	p.blank()
	start := p.pos
	if n.IsFlowStyle {
		p.expect('[', n.Start)
	}
	for i, node := range n.Values {
		indent := 0
		if !n.IsFlowStyle {
			p.blank()
			indent = p.column()
			p.expect('-', nil)
		}
		v.Elements = append(v.Elements, p.value(node, element(v.Data, i), indent, parent))
		if n.IsFlowStyle {
			p.comma()
		}
	}
	if n.IsFlowStyle {
		p.expect(']', n.End)
	}
	v.Span = p.since(start)
	if v.Kind != List {
		v.Elements = nil
	}
}

// scalar places a plain or quoted scalar.
func (p *yamlPlacer) scalar(node ast.Node) (Style, text.Span) {
	tk := node.GetToken()
	if tk == nil || tk.Type == token.ImplicitNullType {
		return Plain, text.At(p.pos)
	}
	before := p.pos
	p.blank()
	start := p.pos
	switch {
	case tk.Type == token.SingleQuoteType:
		if p.quoted('\'', 0, true) {
			return SingleQuoted, p.since(start)
		}
	case tk.Type == token.DoubleQuoteType:
		if p.quoted('"', '\\', false) {
			return DoubleQuoted, p.since(start)
		}
	case p.match(tk.Value):
		return Plain, p.since(start)
	}
	p.pos = before
	return Plain, p.jump(tk)
}

// block places a block scalar, from its indicator to its last visible
// character; with the "+" indicator to the last of the empty lines after it.
func (p *yamlPlacer) block(n *ast.LiteralNode) text.Span {
	p.blank()
	start := p.pos
	if b := p.peek(); b != '|' && b != '>' {
		return p.jump(n.Start)
	}
	for strings.IndexByte("|>+-0123456789", p.peek()) >= 0 && p.pos < p.end {
		p.pos++
	}
	keep := strings.IndexByte(string(p.src[start:p.pos]), '+') >= 0
	header := p.pos
	p.line()
	if !p.match(n.Value.GetToken().Value) {
		p.pos = header
		return p.since(start)
	}
	if keep {
		p.emptyLines()
	}
	return p.since(start)
}

// emptyLines steps over the empty lines that follow, up to the last line end.
func (p *yamlPlacer) emptyLines() {
	last := p.pos
	for p.pos < p.end {
		p.spaces()
		switch {
		case p.prefix("\r\n"):
			last = p.pos
			p.pos += 2
		case p.peek() == '\n' || p.peek() == '\r':
			last = p.pos
			p.pos++
		default:
			p.pos = last
			return
		}
	}
	p.pos = last
}

// expect steps over white space, comments and b. Where b does not follow, the
// place the parser gives for tk, if any, is the next best.
func (p *yamlPlacer) expect(b byte, tk *token.Token) {
	before := p.pos
	p.blank()
	if !p.accept(b) {
		p.pos = before
		if tk != nil {
			p.jump(tk)
		}
	}
}

// jump moves the cursor to the place that the parser gives for a token, never
// backwards, and returns what is known of the token's span.
func (p *yamlPlacer) jump(tk *token.Token) text.Span {
	at := yamlOffset(p.src, p.content, tk)
	if at < p.pos {
		return text.At(p.pos)
	}
	p.pos = at
	p.match(tk.Value)
	return p.since(at)
}

// column returns the number of bytes from the start of the line to the cursor.
func (p *yamlPlacer) column() int {
	i := p.pos
	for i > p.content.Start && p.src[i-1] != '\n' && p.src[i-1] != '\r' {
		i--
	}
	return p.pos - i
}

// keyText returns a key as Hugo's decoder has it in the map.
func (p *yamlPlacer) keyText(key ast.Node) string {
	switch n := key.(type) {
	case *ast.AnchorNode:
		return p.keyText(n.Value)
	case *ast.TagNode:
		return p.keyText(n.Value)
	case *ast.AliasNode:
		if target := p.anchors[aliasName(n)]; target != nil {
			return fmt.Sprint(target.Data)
		}
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.NullNode:
		return "null"
	case *ast.StringNode:
		return n.Value
	case ast.ScalarNode:
		return fmt.Sprint(n.GetValue())
	}
	return key.GetToken().Value
}

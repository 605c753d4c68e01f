package source

import (
	"slices"

	"github.com/goccy/go-yaml/ast"
)

// anchored places "&name value" and remembers the value.
func (p *yamlPlacer) anchored(n *ast.AnchorNode, data any, indent int, parent *Field) *Value {
	p.blank()
	start := p.pos
	p.expect('&', n.Start)
	p.match(n.Name.GetToken().Value)
	properties := p.since(start)
	v := p.value(n.Value, data, indent, parent)
	v.properties = hull(properties, v.properties)
	p.anchors[n.Name.GetToken().Value] = v
	return v
}

// tagged places "!tag value".
func (p *yamlPlacer) tagged(n *ast.TagNode, data any, indent int, parent *Field) *Value {
	p.blank()
	start := p.pos
	if !p.match(n.Start.Value) {
		p.jump(n.Start)
	}
	properties := p.since(start)
	v := p.value(n.Value, data, indent, parent)
	v.properties = hull(properties, v.properties)
	return v
}

// alias places "*name".
func (p *yamlPlacer) alias(n *ast.AliasNode, data any, parent *Field) *Value {
	p.blank()
	start := p.pos
	p.expect('*', n.Start)
	p.match(aliasName(n))
	v := &Value{Span: p.since(start), Style: Plain, Alias: true}
	v.fill(data)
	if target := p.anchors[aliasName(n)]; target != nil {
		p.expand(v, target, parent)
	}
	return v
}

func aliasName(n *ast.AliasNode) string { return n.Value.GetToken().Value }

// expand gives v, an alias, the fields and elements of its target.
func (p *yamlPlacer) expand(v, target *Value, parent *Field) {
	if v.Kind != target.Kind {
		return
	}
	for _, f := range target.Fields {
		if f := p.derive(f, v, parent); f != nil {
			v.Fields = append(v.Fields, f)
		}
	}
	for i, e := range target.Elements {
		if p.budget--; p.budget < 0 {
			return
		}
		copied := &Value{Span: v.Span, Style: e.Style, Alias: true}
		copied.fill(element(v.Data, i))
		p.expand(copied, e, parent)
		v.Elements = append(v.Elements, copied)
	}
}

// derive copies f into v, the map that an alias stands for.
func (p *yamlPlacer) derive(f *Field, v *Value, parent *Field) *Field {
	if p.budget--; p.budget < 0 {
		return nil
	}
	m, _ := v.Data.(map[string]any)
	copied := &Field{Key: f.Key, KeySpan: v.Span, Span: v.Span, Parent: parent}
	copied.Value = &Value{Span: v.Span, Style: f.Value.Style, Alias: true}
	copied.Value.fill(m[f.Key])
	p.expand(copied.Value, f.Value, copied)
	return copied
}

// merge places the value of a merge key and returns the fields that it brings
// into the map m.
func (p *yamlPlacer) merge(node ast.Node, m map[string]any, indent int, parent *Field) []*Field {
	data := any(m)
	list, several := withoutProperties(node).(*ast.SequenceNode)
	if several {
		data = slices.Repeat([]any{m}, len(list.Values))
	}
	v := p.value(node, data, indent, parent)
	maps := []*Value{v}
	if several {
		maps = v.Elements
	}
	var fields []*Field
	for _, one := range maps {
		for _, f := range one.Fields {
			if _, ok := m[f.Key]; ok {
				f.Value.Alias = true
				fields = append(fields, f)
			}
		}
	}
	return fields
}

// dropHidden leaves out the fields from merge keys that a later field hides.
func dropHidden(fields []*Field) []*Field {
	return slices.DeleteFunc(fields, func(f *Field) bool {
		if !f.Value.Alias {
			return false
		}
		i := slices.Index(fields, f)
		return slices.ContainsFunc(fields[i+1:], func(later *Field) bool { return later.Key == f.Key })
	})
}

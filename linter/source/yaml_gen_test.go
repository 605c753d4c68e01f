package source

import (
	"fmt"
	"strings"
)

// yamlMap writes the entries of a block map at a column; the first line is
// indented already if the map is an element of a list.
func (g *generator) yamlMap(column, depth, entries int) { g.yamlEntries(column, depth, entries, false) }

func (g *generator) yamlEntries(column, depth, entries int, indented bool) {
	for i := range entries {
		if i > 0 || !indented {
			g.b.WriteString(strings.Repeat(" ", column))
		}
		g.b.WriteString(g.yamlKey() + ":")
		g.yamlValue(column, depth)
	}
}

func (g *generator) yamlKey() string {
	switch name := g.name(); g.Intn(8) {
	case 0:
		return "'" + name + "'"
	case 1:
		return quoteDouble(name)
	default:
		return name
	}
}

// yamlValue writes what follows a key's colon, with its line end.
func (g *generator) yamlValue(column, depth int) {
	switch k := g.Intn(12); {
	case k == 0:
		g.trail()
	case k == 1 && depth > 0:
		g.trail()
		g.yamlMap(column+2+2*g.Intn(2), depth-1, 1+g.Intn(3))
	case k <= 3 && depth > 0:
		g.trail()
		g.yamlList(column+2*g.Intn(2), depth-1, 1+g.Intn(3))
	case k <= 5:
		g.b.WriteString(" " + g.brackets("[", "]", g.Intn(2), g.yamlFlow, true))
		g.trail()
	case k == 6:
		g.b.WriteString(" " + g.brackets("{", "}", 0, func() string { return g.yamlKey() + ": " + g.yamlFlow() }, true))
		g.trail()
	case k == 7:
		g.yamlBlock(column)
	case k == 8 && len(g.paths) > 0:
		g.b.WriteString(" *" + g.one(g.paths))
		g.trail()
	case k == 8:
		g.paths = append(g.paths, fmt.Sprintf("n%d", g.keys))
		g.b.WriteString(" &" + g.paths[len(g.paths)-1] + " " + g.yamlFlow())
		g.trail()
	default:
		g.b.WriteString(g.one([]string{" ", " ", "  ", "\t"}) + g.yamlFlow())
		g.trail()
	}
}

func (g *generator) yamlList(column, depth, elements int) {
	for range elements {
		g.b.WriteString(strings.Repeat(" ", column) + "-")
		switch k := g.Intn(6); {
		case k == 0 && depth > 0:
			g.b.WriteString(" ")
			g.yamlEntries(column+2, 0, 1+g.Intn(3), true)
		case k == 1 && depth > 0:
			g.b.WriteString(" - " + g.yamlFlow() + g.eol)
			if g.chance(2) {
				g.b.WriteString(strings.Repeat(" ", column+2) + "- " + g.yamlFlow() + g.eol)
			}
		default:
			g.b.WriteString(" " + g.yamlFlow())
			g.trail()
		}
	}
}

// yamlBlock writes a block scalar.
func (g *generator) yamlBlock(column int) {
	indent := strings.Repeat(" ", column+2)
	g.b.WriteString(g.one([]string{" |", " >", " |-", " >-", " |+", " | # c"}) + g.eol)
	for range 1 + g.Intn(3) {
		g.b.WriteString(indent + g.one([]string{"dòng", "a: b", "# text", "- x", "two  words"}) + g.eol)
		if g.chance(5) {
			g.b.WriteString(g.eol + indent + "after" + g.eol)
		}
	}
}

// yamlFlow returns a scalar that fits on a line and within brackets.
func (g *generator) yamlFlow() string {
	switch g.Intn(6) {
	case 0:
		return g.number()
	case 1:
		return g.one([]string{"true", "false", "~", "null", "0x1F", "yes"})
	case 2:
		return quoteDouble(g.text())
	case 3:
		if s := g.text(); !strings.ContainsAny(s, "\n\t\u200b") {
			return "'" + strings.ReplaceAll(s, "'", "''") + "'"
		}
	}
	return g.one(plainWords)
}

package locale

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// translating lists the functions that take formats, by package and name, with
// the places of those among their arguments.
var translating = map[string][]int{
	"message.New": {0}, "message.Errorf": {0}, "lint.Msg": {0}, "lint.Reportf": {1},
	"site.notef": {0}, "site.aliasErrorf": {0},
	"config.errorf": {1}, "report.say": {0}, "report.count": {1, 2},
	"postlint.errorf": {0}, "postlint.notef": {1}, "postlint.usagef": {0}, "postlint.say": {0}, "postlint.line": {0},
	"infer.note": {0},
}

// untranslated are the packages that speak to nobody but those who work on postlint.
var untranslated = []string{"linttest", "linttest/blog", "oracle", "cmd/sampleblog"}

// A collector finds what postlint says in the source of its packages.
type collector struct {
	t       *testing.T
	fset    *token.FileSet
	formats map[string]string // each with the first place that has it
	dir     string            // of the package that is looked at, below linter
	consts  map[string]string // its constants that are strings
}

// sourceFormats returns every English format of the source, with a place of each.
func sourceFormats(t *testing.T) map[string]string {
	c := &collector{t: t, fset: token.NewFileSet(), formats: map[string]string{}}
	packages := map[string][]*ast.File{}
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(c.fset, name, nil, parser.SkipObjectResolution)
		dir := strings.TrimPrefix(path.Dir(filepath.ToSlash(name)), "../")
		packages[dir] = append(packages[dir], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, files := range packages {
		if slices.Contains(untranslated, dir) {
			continue
		}
		c.dir, c.consts = dir, constants(files)
		for _, f := range files {
			c.file(f)
		}
	}
	return c.formats
}

// constants returns the string constants of a package that are one literal.
func constants(files []*ast.File) map[string]string {
	found := map[string]string{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, name := range spec.Names {
				if i < len(spec.Values) {
					if s, ok := literal(spec.Values[i], found); ok {
						found[name.Name] = s
					}
				}
			}
			return true
		})
	}
	return found
}

// literal returns the value of a constant expression of strings.
func literal(e ast.Expr, consts map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		s, ok := consts[e.Name]
		return s, ok
	case *ast.ParenExpr:
		return literal(e.X, consts)
	case *ast.BinaryExpr:
		x, ok := literal(e.X, consts)
		y, ok2 := literal(e.Y, consts)
		return x + y, ok && ok2 && e.Op == token.ADD
	}
	return "", false
}

// file collects the formats of one file.
func (c *collector) file(f *ast.File) {
	for _, decl := range f.Decls {
		fn, _ := decl.(*ast.FuncDecl)
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				c.call(n, fn)
			case *ast.CompositeLit:
				c.composite(n)
			case *ast.Field:
				c.tag(n)
			}
			return true
		})
	}
}

func (c *collector) add(e ast.Expr) bool {
	s, ok := literal(e, c.consts)
	if ok && words(s) {
		if _, known := c.formats[s]; !known {
			c.formats[s] = c.fset.Position(e.Pos()).String()
		}
	}
	return ok
}

// sayNothing are the packages below all others, whose errors reach nobody.
var sayNothing = []string{"text", "vietnamese"}

// plainError reports an error that could not be said in another language.
func (c *collector) plainError(call *ast.CallExpr, name string) {
	if (name == "fmt.Errorf" || name == "errors.New") && !slices.Contains(sayNothing, c.dir) {
		c.t.Errorf("%s: an error that is English in every language; make it one of message.Errorf", c.fset.Position(call.Pos()))
	}
}

// call looks at a call of a function that takes formats, or that defines a flag.
func (c *collector) call(call *ast.CallExpr, within *ast.FuncDecl) {
	name := c.callee(call.Fun)
	c.plainError(call, name)
	for _, i := range translating[name] {
		if i >= len(call.Args) || c.passesOn(call.Args[i], within) {
			continue
		}
		if !c.add(call.Args[i]) {
			c.t.Errorf("%s: the format is not constant, so no catalogue can have it", c.fset.Position(call.Pos()))
			continue
		}
		c.count(call, i)
	}
	_, method, _ := strings.Cut(name, ".")
	if c.dir == "cmd/postlint" && (strings.HasSuffix(method, "Var") || strings.HasSuffix(method, "VarP")) && len(call.Args) > 2 {
		if !c.add(call.Args[len(call.Args)-1]) {
			c.t.Errorf("%s: the description of the flag is not constant", c.fset.Position(call.Pos()))
		}
	}
}

// count compares the number of verbs of a format with that of the arguments.
func (c *collector) count(call *ast.CallExpr, format int) {
	s, _ := literal(call.Args[format], c.consts)
	want, got := len(verbsOf(s)), len(call.Args)-format-1
	if strings.HasSuffix(c.callee(call.Fun), "report.count") || call.Ellipsis.IsValid() || strings.Contains(s, "%[") {
		return
	}
	if want != got {
		c.t.Errorf("%s: %q takes %d arguments and gets %d", c.fset.Position(call.Pos()), s, want, got)
	}
}

// callee returns the package and name of what a call calls: "lint.Msg". A
// method, or a function of the package itself, is one of this package.
func (c *collector) callee(fun ast.Expr) string {
	own := path.Base(c.dir)
	switch fun := fun.(type) {
	case *ast.Ident:
		return own + "." + fun.Name
	case *ast.SelectorExpr:
		if pkg, ok := fun.X.(*ast.Ident); ok {
			if name := pkg.Name + "." + fun.Sel.Name; translating[name] != nil || pkg.Name == "fmt" || pkg.Name == "errors" {
				return name
			}
		}
		if fun.Sel.Name == "Reportf" {
			return "lint.Reportf"
		}
		return own + "." + fun.Sel.Name
	}
	return ""
}

// passesOn reports whether e is a parameter of a function that takes formats itself.
func (c *collector) passesOn(e ast.Expr, within *ast.FuncDecl) bool {
	if within == nil || translating[path.Base(c.dir)+"."+within.Name.Name] == nil {
		return false
	}
	name := ""
	switch e := e.(type) {
	case *ast.Ident:
		name = e.Name
	case *ast.SelectorExpr:
		return false
	}
	return slices.ContainsFunc(within.Type.Params.List, func(f *ast.Field) bool {
		return slices.ContainsFunc(f.Names, func(id *ast.Ident) bool { return id.Name == name })
	})
}

// composite looks at the summaries of rules.
func (c *collector) composite(lit *ast.CompositeLit) {
	kind, ok := lit.Type.(*ast.SelectorExpr)
	if !ok || fmt.Sprint(kind.X) != "lint" || kind.Sel.Name != "Rule" {
		return
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && fmt.Sprint(kv.Key) == "Summary" && !c.add(kv.Value) {
			c.t.Errorf("%s: the summary is not constant", c.fset.Position(kv.Pos()))
		}
	}
}

// tag looks at what an option of a rule is for.
func (c *collector) tag(f *ast.Field) {
	if f.Tag == nil || c.dir != "rules" {
		return
	}
	tag, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		c.t.Fatal(err)
	}
	if doc := reflect.StructTag(tag).Get("doc"); words(doc) {
		c.formats[doc] = c.fset.Position(f.Pos()).String()
	}
}

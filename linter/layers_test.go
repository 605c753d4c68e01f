package linter

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "postlint/linter/"

// A layer says what a package may import.
type layer struct {
	linter string // packages of the linter
	others string // other modules, by prefix; "" is the standard library alone, "*" any
}

// layers lists every package from the bottom up.
var layers = map[string]layer{
	"text":          {"", ""},
	"message":       {"", ""},
	"vietnamese":    {"", "golang.org/x/text"},
	"source":        {"text message", "*"},
	"schema":        {"text message source", "*"},
	"templates":     {"text", ""},
	"site":          {"text message source schema vietnamese templates", "*"},
	"lint":          {"text message source site", ""},
	"rules":         {"text message vietnamese source schema templates site lint", "*"},
	"config":        {"text message vietnamese source schema site lint rules", "*"},
	"infer":         {"text message vietnamese source schema site lint rules", "*"},
	"git":           {"text message", ""},
	"change":        {"text message source site lint git", ""},
	"baseline":      {"message site lint", ""},
	"terminal":      {"", "*"},
	"report":        {"text message source site lint terminal", "*"},
	"locale":        {"message lint", ""},
	"cmd/postlint":  {"text message vietnamese source schema site lint rules config infer git change baseline report locale terminal", "*"},
	"oracle":        {"text vietnamese source site lint rules config", "*"},
	"linttest":      {"text source site lint", "*"},
	"linttest/blog": {"", ""},

	// Not a part of postlint: it writes a blog to measure.
	"cmd/sampleblog": {"linttest/blog", "*"},
}

// Tests of any package may import these beside what the package may.
var forTests = []string{"linttest", "linttest/blog", "locale"}

func TestLayers(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		pkg := path.Dir(filepath.ToSlash(name))
		if pkg != "." {
			seen[pkg] = true
			checkImports(t, pkg, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range layers {
		if !seen[pkg] {
			t.Errorf("package %s is in the table and not in the tree", pkg)
		}
	}
}

// checkImports compares the imports of one file with the table.
func checkImports(t *testing.T, pkg, name string) {
	allowed, ok := layers[pkg]
	if !ok {
		t.Errorf("%s: package %s is not in the table", name, pkg)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	test := strings.HasSuffix(name, "_test.go")
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if in, ok := strings.CutPrefix(imported, module); ok {
			mayTest := test && (slices.Contains(forTests, in) || in == pkg)
			if !slices.Contains(strings.Fields(allowed.linter), in) && !mayTest {
				t.Errorf("%s: package %s may not import %s", name, pkg, in)
			}
			continue
		}
		if !test && !mayUse(allowed.others, imported) {
			t.Errorf("%s: package %s may not import %s", name, pkg, imported)
		}
		if !test && imported == "github.com/gohugoio/hugo/hugolib" {
			t.Errorf("%s: hugolib builds sites, and only tests may do that", name)
		}
	}
}

// mayUse reports whether a package outside the linter is among others.
func mayUse(others, imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	standard := !strings.Contains(first, ".")
	return standard || others == "*" || others != "" && strings.HasPrefix(imported, others)
}

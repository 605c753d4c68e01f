package site

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/output"
	"github.com/spf13/afero"
)

// unknownOutputFormat is what Hugo says of an output format that the
// configuration uses and nothing declares.
var unknownOutputFormat = regexp.MustCompile(`unknown output format "([^"]+)"`)

// loadWithout is [hugo.load] for a site whose themes and modules are not all
// there. Hugo stops at an output format that only one of those declares; here
// it is declared in its place, one at each try.
func (h *hugo) loadWithout(dir string, source afero.Fs, o Options, noImports bool) error {
	for {
		err := h.load(dir, source, o, true, noImports)
		if err == nil {
			return nil
		}
		m := unknownOutputFormat.FindStringSubmatch(err.Error())
		if m == nil || slices.Contains(h.undeclared, strings.ToLower(m[1])) {
			return err
		}
		h.undeclared = append(h.undeclared, strings.ToLower(m[1]))
	}
}

// declareFormats sets in flags the output formats that the configuration leaves to a
// missing theme. They are published in folders of their own, since nobody knows where.
func (h *hugo) declareFormats(flags config.Provider) {
	formats := map[string]any{}
	for _, name := range h.undeclared {
		formats[name] = map[string]any{"mediaType": "text/html", "path": name, "isHTML": true, "notAlternative": true}
	}
	if len(formats) > 0 {
		flags.Set("outputFormats", formats)
	}
}

// outputFormats returns the formats of names that the site declares. Hugo stops
// at a name it does not know, which is the error; where a theme is missing that
// may declare the name, it is left out.
func (v *variant) outputFormats(names []string) (output.Formats, error) {
	declared := v.conf.OutputFormats.Config
	if v.incomplete {
		names = slices.DeleteFunc(slices.Clone(names), func(name string) bool {
			_, known := declared.GetByName(name)
			return !known
		})
	}
	return declared.GetByNames(names...)
}

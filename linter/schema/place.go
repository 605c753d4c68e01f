package schema

import (
	"fmt"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	xmessage "golang.org/x/text/message"

	"postlint/linter/message"
	"postlint/linter/source"
	"postlint/linter/text"
)

// A Spot is where a path leads in front matter. Both are nil where it leads nowhere.
type Spot struct {
	Field *source.Field // the innermost field on the way
	Value *source.Value // what the path names
}

// Place follows the path of a violation.
func Place(fm *source.FrontMatter, path []string) Spot {
	var at Spot
	value := &source.Value{Kind: source.Map, Fields: fm.Fields}
	for _, step := range path {
		if value.Kind == source.List {
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(value.Elements) {
				return Spot{}
			}
			value = value.Elements[i]
			continue
		}
		field := (&source.FrontMatter{Fields: value.Fields}).Lookup(step)
		if field == nil || field.Value == nil {
			return Spot{}
		}
		at.Field, value = field, field.Value
	}
	if len(path) > 0 {
		at.Value = value
	}
	return at
}

// words says what is wrong with a keyword of a schema.
func words(k jsonschema.ErrorKind) message.Message {
	if enum, ok := k.(*kind.Enum); ok {
		var names []string
		for _, want := range enum.Want {
			names = append(names, fmt.Sprint(want))
		}
		if best := text.Closest(fmt.Sprint(enum.Got), names); best != "" {
			return message.New("%q is not known here; did you mean %q?", enum.Got, best)
		}
	}
	return message.New("%s", k.LocalizedString(xmessage.NewPrinter(language.English))) // the validator's own words
}

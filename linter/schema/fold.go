package schema

import (
	"slices"
	"strings"
)

// keys are the names of properties in all documents of a schema.
type keys struct {
	first map[string]string   // as written where they come first, by lower case
	known map[string][]string // as written, by the address of the schema that lists them
}

func newKeys() *keys { return &keys{map[string]string{}, map[string][]string{}} }

func (k *keys) add(address, key string, listed bool) string {
	lower := strings.ToLower(key)
	if _, ok := k.first[lower]; !ok {
		k.first[lower] = key
	}
	if listed {
		k.known[address] = append(k.known[address], key)
	}
	return lower
}

func (k *keys) written(key string) string {
	if written, ok := k.first[strings.ToLower(key)]; ok {
		return written
	}
	return key
}

// at returns the names that the schema at an address lists, sorted.
func (k *keys) at(address string) []string {
	list := slices.Clone(k.known[address])
	slices.Sort(list)
	return list
}

// What a keyword of JSON Schema holds.
const (
	aSchema        = iota + 1
	schemas        // a list of schemas, or a schema
	schemasByName  // by any name
	schemasByKey   // by the name of a property
	schemasByRegex // by a pattern of names of properties
	keyList        // names of properties
	keysByKey      // names of properties, or a schema, by the name of a property
	values         // values of front matter
	aReference
)

var keywords = map[string]int{
	"properties": schemasByKey, "patternProperties": schemasByRegex, "additionalProperties": aSchema,
	"unevaluatedProperties": aSchema, "propertyNames": aSchema, "required": keyList,
	"dependentRequired": keysByKey, "dependentSchemas": schemasByKey, "dependencies": keysByKey,
	"items": schemas, "prefixItems": schemas, "additionalItems": aSchema, "unevaluatedItems": aSchema, "contains": aSchema,
	"allOf": schemas, "anyOf": schemas, "oneOf": schemas, "not": aSchema, "if": aSchema, "then": aSchema, "else": aSchema,
	"$defs": schemasByName, "definitions": schemasByName, "contentSchema": aSchema,
	"const": values, "enum": values, "$ref": aReference, "$dynamicRef": aReference,
}

// A folder rewrites a schema for front matter whose keys are in lower case.
type folder struct {
	keys    *keys
	inNames bool // within propertyNames, where strings are keys
}

// schema rewrites the schema at an address.
func (f folder) schema(v any, address string) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v // true, false, or what the compiler will complain of
	}
	out := make(map[string]any, len(m))
	for _, word := range sortedKeys(m) {
		at := address + "/" + pointerToken(word)
		below := f
		below.inNames = f.inNames || word == "propertyNames"
		out[word] = below.keyword(word, m[word], at, address)
	}
	return out
}

// keyword rewrites the value of one keyword of the schema at owner.
func (f folder) keyword(word string, v any, at, owner string) any {
	switch keywords[word] {
	case aSchema:
		return f.schema(v, at)
	case schemas:
		if list, ok := v.([]any); ok {
			out := make([]any, len(list))
			for i, e := range list {
				out[i] = f.schema(e, at+"/"+itoa(i))
			}
			return out
		}
		return f.schema(v, at)
	case schemasByName, schemasByKey, schemasByRegex, keysByKey:
		return f.named(word, v, at, owner)
	case keyList:
		return f.list(v)
	case values:
		if f.inNames {
			return f.list(v)
		}
		return foldKeys(v)
	case aReference:
		if ref, ok := v.(string); ok {
			return foldReference(ref)
		}
	}
	if pattern, ok := v.(string); ok && word == "pattern" && f.inNames {
		return "(?i)" + pattern
	}
	return v
}

// named rewrites a map of schemas, or of lists of keys.
func (f folder) named(word string, v any, at, owner string) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	out := make(map[string]any, len(m))
	for _, name := range sortedKeys(m) {
		folded := name
		switch keywords[word] {
		case schemasByKey, keysByKey:
			folded = f.keys.add(owner, name, word == "properties")
		case schemasByRegex:
			folded = "(?i)" + name
		}
		if list, ok := m[name].([]any); ok && keywords[word] == keysByKey {
			out[folded] = f.list(list)
			continue
		}
		out[folded] = f.schema(m[name], at+"/"+pointerToken(folded))
	}
	return out
}

// list rewrites names of properties: one, or a list.
func (f folder) list(v any) any {
	switch v := v.(type) {
	case string:
		return f.keys.add("", v, false)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = f.list(e)
		}
		return out
	}
	return v
}

// foldKeys lower-cases the keys within a value that front matter is compared with.
func foldKeys(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for _, key := range sortedKeys(v) {
			out[strings.ToLower(key)] = foldKeys(v[key])
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = foldKeys(e)
		}
		return out
	}
	return v
}

// foldReference rewrites a reference whose fragment is a JSON pointer.
func foldReference(ref string) string {
	document, pointer, ok := strings.Cut(ref, "#/")
	if !ok {
		return ref
	}
	tokens := strings.Split(pointer, "/")
	state := aSchema
	for i, token := range tokens {
		switch state {
		case aSchema:
			switch state = keywords[token]; state {
			case 0:
				return ref // where a schema has no business to be
			case schemas:
				if i+1 < len(tokens) && !isIndex(tokens[i+1]) {
					state = aSchema
				}
			}
			continue
		case schemasByKey, keysByKey:
			tokens[i] = strings.ToLower(token)
		case schemasByRegex:
			tokens[i] = "(%3Fi)" + token
		}
		state = aSchema
	}
	return document + "#/" + strings.Join(tokens, "/")
}

package config

import (
	"bytes"
	"encoding/json"

	"postlint/linter/lint"
)

// object is a JSON object; the encoder sorts its keys.
type object = map[string]any

// JSONSchema returns the JSON Schema of a Hugo configuration with settings for
// these rules, by which editors complete and check [params.postlint]. It says
// nothing of Hugo's own settings.
func JSONSchema(all []lint.Rule) ([]byte, error) {
	rules := object{}
	for _, r := range all {
		rules[r.Name] = ruleSchema(r)
	}
	names := object{"type": "array", "items": object{"enum": names(all)}}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "Hugo configuration with settings of postlint",
		"description": "For hugo.toml, hugo.yaml and hugo.json: what [params.postlint] may hold.",
		"type":        "object",
		"properties":  object{"params": object{"type": "object", "properties": object{"postlint": object{"$ref": "#/$defs/postlint"}}}},
		"$defs": object{
			"postlint": table("Settings of postlint, which checks the posts.", object{
				"failOn":   described(object{"enum": FailOn}, "The least severity that makes the exit status 1."),
				"lang":     described(object{"enum": languages}, "The language of messages."),
				"only":     described(names, "Check only these rules or families."),
				"skip":     described(names, "Leave out these rules or families."),
				"baseline": described(object{"type": "string", "minLength": 1}, "The file of known findings, relative to the site: they are not reported."),
				"rules":    object{"$ref": "#/$defs/rules"},
				"sections": described(object{"type": "object", "additionalProperties": object{"$ref": "#/$defs/section"}}, "Settings of a section, by its name; they win over those of the site."),
				"schemas":  described(object{"type": "object", "additionalProperties": object{"type": "string"}}, "JSON Schemas for front matter, by a pattern of paths: \"content/docs/**\"."),
				"image": table("Where the theme finds the feature image of a post.", object{
					"keys":    described(texts(), "Front-matter keys that name it, dots lead into tables; the first that is set wins."),
					"tables":  described(texts(), "Tables in which the keys are looked up; \"\" is the top level."),
					"altKeys": described(texts(), "Keys of its alternative text."),
					"places":  described(object{"type": "array", "items": object{"enum": places}}, "Where its file is looked for."),
				}),
				"summary": table("What the theme makes of summaries.", object{
					"dividers": described(texts(), "Dividers that it honours beside Hugo's own."),
				}),
				"ai": table("Where posts say that a machine wrote them.", object{
					"table":  described(object{"type": "string"}, "The front-matter table."),
					"levels": described(texts(), "Its levels."),
				}),
				"glossary": table("The glossary of the site.", object{
					"section": described(object{"type": "string"}, "The section that holds the entries."),
					"table":   described(object{"type": "string"}, "The front-matter table of an entry."),
				}),
			}),
			"section": table("Settings of one section.", object{
				"rules":  object{"$ref": "#/$defs/rules"},
				"schema": described(object{"type": "string"}, "The JSON Schema of the posts' front matter, a path from the root of the site."),
			}),
			"rules": table("Settings of rules. A rule of policy is silent until it is named here.", rules),
		},
	})
	return b.Bytes(), err
}

// ruleSchema describes the settings of one rule.
func ruleSchema(r lint.Rule) object {
	properties := object{"severity": described(object{"enum": []string{"error", "warning", "info", "off"}, "default": r.Severity.String()}, "How bad its findings are.")}
	for _, o := range r.Options() {
		option := object{"type": o.Type}
		if o.Type == "list of strings" {
			option = texts()
		}
		if o.Default != nil && (o.Type != "list of strings" || len(o.Default.([]string)) > 0) {
			option["default"] = o.Default
		}
		properties[o.Name] = described(option, o.Doc)
	}
	return table("Reports: "+r.Summary+".", properties)
}

// table describes a table that holds nothing else.
func table(description string, properties object) object {
	return object{"description": description, "type": "object", "properties": properties, "additionalProperties": false}
}

func texts() object { return object{"type": "array", "items": object{"type": "string"}} }

func described(schema object, description string) object {
	out := object{"description": description}
	for key, value := range schema {
		out[key] = value
	}
	return out
}

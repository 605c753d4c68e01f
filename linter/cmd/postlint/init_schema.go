package main

import (
	"path/filepath"

	"postlint/linter/config"
	"postlint/linter/infer"
	"postlint/linter/lint"
	"postlint/linter/schema"
)

// planSchemas plans a schema for each section, and returns the settings that
// name them. A file that is there is left alone.
func (s *setup) planSchemas() ([]config.Setting, error) {
	list, err := infer.Schemas(s.index, s.language.Say)
	if err != nil {
		return nil, err
	}
	var settings []config.Setting
	for _, inferred := range list {
		name := filepath.Join(s.index.Root, filepath.FromSlash(inferred.File))
		if isThere(name) {
			s.line("%s is there already and is left alone", s.display(name))
			continue
		}
		compiled, err := schema.Compile(name, func(string) ([]byte, error) { return inferred.Source, nil })
		if err != nil {
			return nil, err
		}
		s.line("%s: %d of %d posts fit what nearly all of them have → %s", s.label(inferred.Section), inferred.Posts-s.deviating(inferred, compiled), inferred.Posts, inferred.File)
		s.plan(plannedFile{name: name, new: inferred.Source})
		settings = append(settings, config.Setting{Path: inferred.Path, Value: inferred.File})
	}
	return settings, nil
}

// label names a section, or the site.
func (s *setup) label(section string) lint.Message {
	if section == "" {
		return lint.Msg("the site")
	}
	return lint.Msg("%s", section)
}

// deviating counts the posts that depart from a schema.
func (s *setup) deviating(inferred infer.Schema, compiled *schema.Schema) (count int) {
	for _, p := range infer.Posts(s.index, inferred.Section) {
		if len(compiled.Validate(p.FrontMatter.Values)) > 0 {
			count++
		}
	}
	return count
}

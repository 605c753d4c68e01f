package report

import (
	"bytes"
	"net/url"
	"path/filepath"
	"strings"

	"postlint/linter/lint"
	"postlint/linter/text"
)

// The part of SARIF 2.1.0 that postlint writes; names and meaning are those of
// the OASIS standard.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool                        `json:"tool"`
		Invocations []sarifInvocation                `json:"invocations"`
		BaseIDs     map[string]sarifArtifactLocation `json:"originalUriBaseIds,omitempty"`
		ColumnKind  string                           `json:"columnKind"`
		Results     []sarifResult                    `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string           `json:"id"`
		Short         sarifText        `json:"shortDescription"`
		Help          *sarifText       `json:"help,omitempty"`
		Configuration sarifLevel       `json:"defaultConfiguration"`
		Properties    sarifRuleDetails `json:"properties"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifRuleDetails struct {
		Tags            []string `json:"tags"`
		ProblemSeverity string   `json:"problem.severity"` // GitHub sorts by it
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    *int              `json:"ruleIndex,omitempty"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifactLocation `json:"artifactLocation"`
		Region   *sarifRegion          `json:"region,omitempty"`
	}
	sarifArtifactLocation struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int  `json:"startLine,omitempty"`
		StartColumn int  `json:"startColumn,omitempty"`
		EndLine     int  `json:"endLine,omitempty"`
		EndColumn   int  `json:"endColumn,omitempty"`
		CharOffset  *int `json:"charOffset,omitempty"`
		CharLength  *int `json:"charLength,omitempty"`
		ByteOffset  *int `json:"byteOffset,omitempty"`
		ByteLength  *int `json:"byteLength,omitempty"`
	}
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
		Properties  *sarifDoubt   `json:"properties,omitempty"`
	}
	sarifDoubt struct {
		Unsafe bool `json:"unsafe"` // the fix may change what the post says
	}
	sarifChange struct {
		Artifact     sarifArtifactLocation `json:"artifactLocation"`
		Replacements []sarifReplacement    `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted *sarifText  `json:"insertedContent,omitempty"`
	}
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifBase   = "%SRCROOT%" // the name that consumers know the checkout's root by
)

// writeSARIF writes one run of SARIF 2.1.0.
func writeSARIF(p *printer) error {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "postlint", Version: p.Version, Rules: p.sarifRules()}},
		Invocations: []sarifInvocation{p.sarifInvocation()},
		ColumnKind:  "unicodeCodePoints",
		Results:     []sarifResult{},
	}
	if p.Base != "" {
		base := url.URL{Scheme: "file", Path: filepath.ToSlash(p.Base) + "/"}
		if !strings.HasPrefix(base.Path, "/") {
			base.Path = "/" + base.Path // a drive of Windows
		}
		run.BaseIDs = map[string]sarifArtifactLocation{sarifBase: {URI: base.String()}}
	}
	index := make(map[string]int)
	for i, r := range p.Rules {
		index[r.Name] = i
	}
	var prints []string
	for i := range p.Sites {
		prints = append(prints, p.Sites[i].Fingerprints()...)
	}
	p.findings(func(f finding) {
		r := p.sarifResult(f)
		if i, ok := index[f.Rule]; ok {
			r.RuleIndex = &i
		}
		r.Fingerprints = map[string]string{"primaryLocationLineHash": prints[len(run.Results)]}
		run.Results = append(run.Results, r)
	})
	return p.encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func (p *printer) sarifRules() []sarifRule {
	rules := []sarifRule{}
	for _, r := range p.Rules {
		rule := sarifRule{
			ID:            r.Name,
			Short:         sarifText{Text: p.Localizer.Say(r.Says())},
			Configuration: sarifLevel{sarifLevelOf(r.Severity)},
			Properties:    sarifRuleDetails{[]string{string(r.Family)}, problemSeverity(r.Severity)},
		}
		if p.Page != nil {
			page := p.Page(r)
			rule.Help = &sarifText{page, page}
		}
		rules = append(rules, rule)
	}
	return rules
}

func (p *printer) sarifInvocation() sarifInvocation {
	v := sarifInvocation{Successful: true}
	for i := range p.Sites {
		s := &p.Sites[i]
		if s.Index == nil {
			continue
		}
		docs := documents{site: s}
		for _, f := range s.Index.Failures {
			v.Successful = false
			v.Notifications = append(v.Notifications, sarifNotification{
				Level: "error", Message: sarifText{Text: f.Err.Error()},
				Locations: []sarifLocation{{Physical: sarifPhysical{Artifact: sarifArtifact(docs.name(f.Path))}}},
			})
		}
	}
	return v
}

func (p *printer) sarifResult(f finding) sarifResult {
	r := sarifResult{
		RuleID: f.Rule, Level: sarifLevelOf(f.Severity), Message: sarifText{Text: p.message(f.Diagnostic)},
		Locations: []sarifLocation{{Physical: sarifPhysicalOf(f.place)}},
	}
	for i, related := range f.Related {
		r.Related = append(r.Related, sarifLocation{
			ID: &i, Physical: sarifPhysicalOf(f.related(related)), Message: &sarifText{Text: p.Localizer.Say(related.Message)},
		})
	}
	if f.doc == nil {
		return r
	}
	for _, fix := range f.Fixes {
		change := sarifChange{Artifact: sarifArtifact(f.path)}
		for _, e := range text.Sort(fix.Edits) {
			change.Replacements = append(change.Replacements, sarifReplace(f, e))
		}
		one := sarifFix{Description: sarifText{Text: p.Localizer.Say(fix.Title)}, Changes: []sarifChange{change}}
		if fix.Unsafe {
			one.Properties = &sarifDoubt{true}
		}
		r.Fixes = append(r.Fixes, one)
	}
	return r
}

func sarifReplace(f finding, e text.Edit) sarifReplacement {
	r := sarifReplacement{Deleted: sarifEditRegion(f, e.Span)}
	if e.New != "" {
		r.Inserted = &sarifText{Text: e.New}
	}
	return r
}

// sarifEditRegion returns the region of an edit, in characters as well, since
// not everyone counts lines alike.
func sarifEditRegion(f finding, span text.Span) sarifRegion {
	bom := len(byteOrderMark(f.doc.Src))
	if span.Start < bom && span.End > span.Start {
		// A text has no byte order mark, but a file has.
		length := span.Len()
		return sarifRegion{ByteOffset: &span.Start, ByteLength: &length}
	}
	docs := documents{site: f.site}
	region := sarifRegionOf(docs.place(f.Path, span))
	offset, length := runes(f.doc.Src[bom:], text.Span{Start: max(0, span.Start-bom), End: max(0, span.End-bom)})
	region.CharOffset, region.CharLength = &offset, &length
	return region
}

func sarifPhysicalOf(at place) sarifPhysical {
	physical := sarifPhysical{Artifact: sarifArtifact(at.path)}
	if at.doc != nil {
		region := sarifRegionOf(at)
		physical.Region = &region
	}
	return physical
}

// sarifRegionOf returns the region of a place. What reads SARIF has decoded the
// text, so that a byte order mark takes no column.
func sarifRegionOf(at place) sarifRegion {
	r := sarifRegion{StartLine: at.start.Line, StartColumn: at.start.Column, EndLine: at.end.Line, EndColumn: at.end.Column}
	if at.doc != nil && len(byteOrderMark(at.doc.Src)) > 0 {
		if r.StartLine == 1 {
			r.StartColumn = max(1, r.StartColumn-1)
		}
		if r.EndLine == 1 {
			r.EndColumn = max(1, r.EndColumn-1)
		}
	}
	return r
}

// byteOrderMark returns the mark that src begins with, or nothing.
func byteOrderMark(src []byte) string {
	const mark = "\ufeff"
	if bytes.HasPrefix(src, []byte(mark)) {
		return mark
	}
	return ""
}

// sarifArtifact returns a path as a URI reference.
func sarifArtifact(path string) sarifArtifactLocation {
	return sarifArtifactLocation{(&url.URL{Path: path}).String(), sarifBase}
}

func sarifLevelOf(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "error"
	case lint.Warning:
		return "warning"
	case lint.Info:
		return "note"
	}
	return "none"
}

func problemSeverity(s lint.Severity) string {
	if s == lint.Error || s == lint.Warning {
		return s.String()
	}
	return "recommendation"
}

package rules

import (
	"slices"
	"strings"

	"github.com/spf13/cast"

	"postlint/linter/lint"
	"postlint/linter/site"
	"postlint/linter/source"
)

var unreadDraftFlag = lint.Rule{
	Name:     "unread-draft-flag",
	Summary:  "draft flag that Hugo does not read, so that the draft is published",
	Family:   lint.Publication,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.SafeFix,
	Checker:  unreadDraftFlagChecker{},
}

type unreadDraftFlagChecker struct{}

func (unreadDraftFlagChecker) Check(p *lint.Pass) {
	if !concerns(p) || p.State == site.Draft {
		return
	}
	draft := p.FrontMatter.Lookup("draft")
	if draft != nil {
		if saysYes(draft.Value) && !readsYes(draft.Value) {
			edits, _ := p.ReplaceValue(draft.Value, true)
			p.Report(lint.Diagnostic{
				Span:    draft.Value.Span,
				Message: lint.Msg("%q is read as %s, not as true", "draft: "+written(p, draft.Value), kindName(draft.Value.Kind)),
				Effect:  lint.Msg("the draft is published; expected true"),
				Fixes:   []lint.Fix{{Title: lint.Msg("Write `true`"), Edits: edits}},
			})
		}
		return
	}
	for _, f := range p.FrontMatter.Fields {
		if !isDraftMisspelled(f.Key) || !saysYes(f.Value) {
			continue
		}
		edits, _ := p.Rename(f, "draft")
		p.Report(lint.Diagnostic{
			Span:    f.KeySpan,
			Message: lint.Msg("%q is not a key of Hugo", f.Key),
			Effect:  lint.Msg("the draft is published; expected %q", "draft"),
			Fixes:   []lint.Fix{{Title: lint.Msg("Rename it to %q", "draft"), Edits: edits}},
		})
	}
}

// readsYes reports whether Hugo reads a draft flag as true.
func readsYes(v *source.Value) bool { return cast.ToBool(v.Data) }

// draftMisspelled are the ways to miss "draft" that make no other word.
var draftMisspelled = []string{"drafts", "isdraft", "darft", "drfat", "dratf", "rdaft", "drat", "draf", "draftt", "drafft", "draaft", "drraft", "ddraft"}

func isDraftMisspelled(key string) bool {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\u00a0\u200b-_:", r) {
			return -1
		}
		return r
	}, strings.ToLower(key))
	return plain == "draft" || slices.Contains(draftMisspelled, plain)
}

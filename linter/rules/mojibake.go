package rules

import (
	"slices"

	"postlint/linter/lint"
	"postlint/linter/text"
	"postlint/linter/vietnamese"
)

var mojibake = lint.Rule{
	Name:     "mojibake",
	Summary:  "text that was read in the wrong encoding",
	Family:   lint.Text,
	Severity: lint.Error,
	Since:    "0.1.0",
	Fix:      lint.PartlySafe,
	Checker:  mojibakeChecker{},
}

type mojibakeChecker struct{}

var mojibakeSigns = vietnamese.MojibakeSigns()

func (mojibakeChecker) Check(p *lint.Pass) {
	if !slices.ContainsFunc(mojibakeSigns, p.Pairs().MayHave) || len(vietnamese.FindMojibake(sourceText(p))) == 0 {
		return // most posts, whose Markdown is not parsed
	}
	for _, run := range damageRuns(p, vietnamese.FindMojibake) {
		was, is := p.Slice(run.Span), run.mended(p)
		d := lint.Diagnostic{
			Span:    run.Span,
			Message: lint.Msg("%q is garbled; it probably reads %q", short(was, 60), short(is, 60)),
			Effect:  lint.Msg("readers see the garbled letters"),
			Fixes: []lint.Fix{{
				Title:  lint.Msg("Restore %q", short(is, 60)),
				Unsafe: !run.certain || changesURL(p, run.Span),
				Edits:  run.edits(),
			}},
		}
		if run.certain {
			d.Message = lint.Msg("%q is garbled; it reads %q", short(was, 60), short(is, 60))
		}
		for _, other := range run.alternatives() {
			d.Fixes = append(d.Fixes, lint.Fix{Title: lint.Msg("Restore %q", other), Unsafe: true, Edits: []text.Edit{text.Replace(run.Span, other)}})
		}
		p.Report(d)
	}
}

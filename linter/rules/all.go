package rules

import "postlint/linter/lint"

// All lists every rule, sorted by name. A rule that is missing here is an
// unused variable, which staticcheck reports.
var All = []lint.Rule{
	aiAsAuthor,
	conflictingTerms,
	decomposedUnicode,
	dividerInCode,
	emptySummary,
	expiredPost,
	futureDate,
	joinedTerms,
	linkToDraft,
	malformedDate,
	malformedFrontMatter,
	misplacedDraft,
	missingField,
	missingSummaryDivider,
	missingTerms,
	misspelledAITool,
	misspelledSummaryDivider,
	mistypedValue,
	mojibake,
	repeatedSummaryDivider,
	singularTaxonomyKey,
	swallowedKey,
	undeclaredTaxonomy,
	undisclosedAI,
	unknownAILevel,
	unknownAllowance,
	unreadDraftFlag,
	unreviewedAI,
	unsafeHTML,
	unseenFrontMatter,
	untidySlug,
	unusedAllowance,
	zolaFrontMatter,
}
